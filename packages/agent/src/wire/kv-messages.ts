import { bytesOf } from '../state/byte-string.js';
import type { KvPair } from '../state/domain.js';
import { type Codec, codecOf } from './codec.js';
import { agent as wire } from './gen/agent.js';
import { readKey, readKvPair, writeKvPair } from './store-objects.js';

/** Asks for one pair. Keys here and below are byte strings. */
export interface KeyRequest {
  readonly key: string;
}

/** Asks for what stands under a prefix. */
export interface KeysRequest {
  readonly prefix: string;
  /** Where keys are cut off behind the prefix; empty: nowhere. Of no meaning for pairs. */
  readonly separator: string;
}

/** Codec of {@link KeyRequest}. */
export const keyRequestCodec: Codec<KeyRequest> = codecOf({
  encode: ({ key }) => wire.KeyRequest.encode({ key: bytesOf(key) }).finish(),
  decode: (bytes) => ({ key: readKey(wire.KeyRequest.decode(bytes).key) }),
});

/** Codec of {@link KeysRequest}. */
export const keysRequestCodec: Codec<KeysRequest> = codecOf({
  encode: ({ prefix, separator }) =>
    wire.KeysRequest.encode({ prefix: bytesOf(prefix), separator: bytesOf(separator) }).finish(),
  decode(bytes) {
    const message = wire.KeysRequest.decode(bytes);
    return { prefix: readKey(message.prefix), separator: readKey(message.separator) };
  },
});

/** Codec of a pair that may be absent. */
export const foundKvPairCodec: Codec<KvPair | undefined> = codecOf({
  encode: (pair) =>
    wire.FoundKvPair.encode(pair === undefined ? {} : { pair: writeKvPair(pair) }).finish(),
  decode(bytes) {
    const { pair } = wire.FoundKvPair.decode(bytes);
    return pair ? readKvPair(pair) : undefined;
  },
});

/** Codec of pairs. */
export const kvPairsCodec: Codec<readonly KvPair[]> = codecOf({
  encode: (pairs) => wire.KvPairs.encode({ pairs: pairs.map(writeKvPair) }).finish(),
  decode: (bytes) => (wire.KvPairs.decode(bytes).pairs ?? []).map(readKvPair),
});

/** Codec of keys. */
export const keysCodec: Codec<readonly string[]> = codecOf({
  encode: (keys) => wire.Keys.encode({ keys: keys.map(bytesOf) }).finish(),
  decode: (bytes) => wire.Keys.decode(bytes).keys.map(readKey),
});
