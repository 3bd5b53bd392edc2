import { bytesOf } from '../state/byte-string.js';
import type {
  Area,
  CatalogNode,
  Coordinate,
  HealthCheck,
  KvPair,
  NodeService,
} from '../state/domain.js';
import {
  readCheck,
  readNode,
  readService,
  textMap,
  writeCheck,
  writeService,
} from './catalog-objects.js';
import { type Codec, codecOf } from './codec.js';
import { agent as wire } from './gen/agent.js';
import {
  readArea,
  readCoordinate,
  readKey,
  readKvPair,
  writeArea,
  writeCoordinate,
  writeKvPair,
} from './store-objects.js';

/** One record of a snapshot. */
export type SnapshotRecord =
  | {
      readonly type: 'header';
      readonly formatVersion: number;
      readonly tableIndexes: Readonly<Record<string, number>>;
    }
  | { readonly type: 'node'; readonly value: CatalogNode }
  | { readonly type: 'service'; readonly value: NodeService }
  | { readonly type: 'service-index'; readonly service: string; readonly index: number }
  | { readonly type: 'check'; readonly value: HealthCheck }
  | { readonly type: 'kv'; readonly value: KvPair }
  | { readonly type: 'tombstone'; readonly key: string; readonly index: number }
  | { readonly type: 'area'; readonly value: Area }
  | { readonly type: 'coordinate'; readonly value: Coordinate }
  | {
      readonly type: 'trailer';
      readonly recordCount: number;
      readonly hashLow: number;
      readonly hashHigh: number;
    };

/** Records as messages. A record of a later release is refused: leaving it out would lose data. */
export const snapshotRecordCodec: Codec<SnapshotRecord> = codecOf({
  encode: (record) => wire.SnapshotRecord.encode(toMessage(record)).finish(),
  decode: (bytes) => fromMessage(wire.SnapshotRecord.decode(bytes)),
});

function toMessage(record: SnapshotRecord): wire.SnapshotRecord.$Properties {
  switch (record.type) {
    case 'header':
      return {
        header: { formatVersion: record.formatVersion, tableIndexes: { ...record.tableIndexes } },
      };
    case 'node':
      return { node: record.value };
    case 'service':
      return { service: writeService(record.value) };
    case 'service-index':
      return { serviceIndex: { service: record.service, index: record.index } };
    case 'check':
      return { check: writeCheck(record.value) };
    case 'kv':
      return { kv: writeKvPair(record.value) };
    case 'tombstone':
      return { tombstone: { key: bytesOf(record.key), index: record.index } };
    case 'area':
      return { area: writeArea(record.value) };
    case 'coordinate':
      return { coordinate: writeCoordinate(record.value) };
    case 'trailer': {
      const { recordCount, hashLow, hashHigh } = record;
      return { trailer: { recordCount, hashLow, hashHigh } };
    }
  }
}

function fromMessage(message: wire.SnapshotRecord): SnapshotRecord {
  const { header, node, service, serviceIndex, check, kv, tombstone, area } = message;
  if (kv) return { type: 'kv', value: readKvPair(kv) };
  if (node) return { type: 'node', value: readNode(node) };
  if (service) return { type: 'service', value: readService(service) };
  if (check) return { type: 'check', value: readCheck(check) };
  if (area) return { type: 'area', value: readArea(area) };
  if (message.coordinate) return { type: 'coordinate', value: readCoordinate(message.coordinate) };
  if (tombstone) {
    return { type: 'tombstone', key: readKey(tombstone.key), index: tombstone.index ?? 0 };
  }
  if (serviceIndex) {
    const { service: name, index } = serviceIndex;
    return { type: 'service-index', service: name ?? '', index: index ?? 0 };
  }
  if (header) {
    const tableIndexes = { ...textMap(header.tableIndexes) };
    return { type: 'header', formatVersion: header.formatVersion ?? 0, tableIndexes };
  }
  if (message.trailer) {
    const { recordCount, hashLow, hashHigh } = message.trailer;
    return {
      type: 'trailer',
      recordCount: recordCount ?? 0,
      hashLow: hashLow ?? 0,
      hashHigh: hashHigh ?? 0,
    };
  }
  throw new RangeError('record of a kind that this release does not know');
}
