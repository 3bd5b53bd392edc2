import type { KvCommand } from '../commands/command.js';
import type { ByteString } from '../state/byte-string.js';
import type { KvPair } from '../state/domain.js';
import { getKv, listKv, listKvKeys } from '../state/kv.js';
import { commandFamilyCodec, encodeCommand } from '../wire/command-codec.js';
import {
  foundKvPairCodec,
  type KeyRequest,
  type KeysRequest,
  keyRequestCodec,
  keysCodec,
  keysRequestCodec,
  kvPairsCodec,
} from '../wire/kv-messages.js';
import { outcomeCodec } from '../wire/store-messages.js';
import type { AclDemand, ReadEndpoint, WriteEndpoint } from './endpoint.js';
import { outcomeOf } from './write-outcome.js';

function keyRead(name: ByteString): AclDemand {
  return { resource: 'key', name, access: 'read' };
}

/** One pair; undefined where there is none. */
export const kvGet: ReadEndpoint<KeyRequest, KvPair | undefined> = {
  name: 'KVS.Get',
  kind: 'read',
  rule: { type: 'demand', demands: ({ key }) => [keyRead(key)] },
  request: keyRequestCodec,
  response: foundKvPairCodec,
  read(state, { key }, watch) {
    const { index, result } = getKv(state, key, watch);
    return { index, value: result };
  },
};

/** The pairs under a prefix, in byte order. */
export const kvList: ReadEndpoint<KeysRequest, readonly KvPair[]> = {
  name: 'KVS.List',
  kind: 'read',
  rule: { type: 'trim', trim: (pairs, may) => pairs.filter(({ key }) => may(keyRead(key))) },
  request: keysRequestCodec,
  response: kvPairsCodec,
  read(state, { prefix }, watch) {
    const { index, result } = listKv(state, prefix, watch);
    return { index, value: result };
  },
};

/** The keys under a prefix, cut off behind a separator if there is one. */
export const kvKeys: ReadEndpoint<KeysRequest, readonly ByteString[]> = {
  name: 'KVS.ListKeys',
  kind: 'read',
  rule: { type: 'trim', trim: (keys, may) => keys.filter((key) => may(keyRead(key))) },
  request: keysRequestCodec,
  response: keysCodec,
  read(state, request, watch) {
    const { index, result } = listKvKeys(state, request, watch);
    return { index, value: result };
  },
};

/** A change to one key or a tree of keys; answers whether its condition held. */
export const kvApply: WriteEndpoint<KvCommand, boolean> = {
  name: 'KVS.Apply',
  kind: 'write',
  rule: {
    type: 'demand',
    demands: (request) => [
      request.type === 'kv-delete-tree'
        ? { resource: 'key', name: request.prefix, access: 'write', isPrefix: true }
        : { resource: 'key', name: request.key, access: 'write' },
    ],
  },
  request: commandFamilyCodec('kv-set', 'kv-cas', 'kv-delete', 'kv-delete-cas', 'kv-delete-tree'),
  response: outcomeCodec,
  command: encodeCommand,
  answer: outcomeOf,
};
