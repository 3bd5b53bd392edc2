import { readFileSync } from 'node:fs';
import type { NodeStateRecord, PacketMessage, StreamMessage } from '../src/core/messages.js';

/** A value in a recorded decoding; `{"$hex": ...}` stands for bytes, null for nil. */
export type Recorded = null | boolean | number | string | RecordedObject | readonly Recorded[];
export interface RecordedObject {
  readonly [name: string]: Recorded;
}

/** Bytes that memberlist itself has produced, and what it decodes them to. */
export interface WireVector {
  readonly name: string;
  readonly layer: 'packet' | 'stream' | 'compress-message';
  readonly hex: string;
  readonly decoded: RecordedObject;
  readonly key?: string;
  readonly nonce?: string;
  readonly label?: string;
}

export const wireVectors: readonly WireVector[] = readFixture('memberlist.json') as WireVector[];

export function wireVector(name: string): WireVector {
  const vector = wireVectors.find((candidate) => candidate.name === name);
  if (vector === undefined) throw new Error(`no vector is called ${name}`);
  return vector;
}

export function readFixture(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'));
}

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The messages of a packet vector, whatever envelopes they are in. */
export function recordedPacketMessages(decoded: RecordedObject): PacketMessage[] {
  const nested = decoded['inner'] ?? decoded['plain'];
  if (nested !== undefined) return recordedPacketMessages(object(nested));
  const parts = decoded['parts'];
  if (Array.isArray(parts)) return parts.flatMap((part) => recordedPacketMessages(object(part)));
  return [recordedPacketMessage(decoded)];
}

function recordedPacketMessage(decoded: RecordedObject): PacketMessage {
  const body = object(decoded['body'] ?? {});
  const common = { node: text(body['Node']), seqNo: number(body['SeqNo']) };
  const incarnation = number(body['Incarnation']);
  const source = recordedSource(body);
  switch (decoded['type']) {
    case 0:
      return { type: 'ping', ...common, ...source };
    case 1:
      return {
        type: 'indirect-ping',
        ...common,
        target: bytes(body['Target']),
        port: number(body['Port']),
        wantsNack: body['Nack'] === true,
        ...source,
      };
    case 2:
      return { type: 'ack', seqNo: common.seqNo, payload: bytes(body['Payload']) };
    case 3:
      return { type: 'suspect', incarnation, node: common.node, from: text(body['From']) };
    case 4:
      return {
        type: 'alive',
        incarnation,
        node: common.node,
        address: bytes(body['Addr']),
        port: number(body['Port']),
        meta: bytes(body['Meta']),
        versions: bytes(body['Vsn']),
      };
    case 5:
      return { type: 'dead', incarnation, node: common.node, from: text(body['From']) };
    case 8:
      return { type: 'user', payload: bytes(decoded['payload']) };
    case 11:
      return { type: 'nack', seqNo: common.seqNo };
    default:
      throw new Error(`no packet message has type ${String(decoded['type'])}`);
  }
}

function recordedSource(
  body: RecordedObject,
): { source: { address: Uint8Array; port: number; node: string } } | object {
  if ((body['SourceAddr'] ?? null) === null) return {};
  return {
    source: {
      address: bytes(body['SourceAddr']),
      port: number(body['SourcePort']),
      node: text(body['SourceNode']),
    },
  };
}

export function recordedStreamMessage(decoded: RecordedObject): StreamMessage {
  switch (decoded['type']) {
    case 6:
      return {
        type: 'push-pull',
        isJoin: decoded['join'] === true,
        nodes: (decoded['nodes'] as RecordedObject[]).map(recordedNodeState),
        userState: bytes(decoded['user_state']),
      };
    case 8:
      return { type: 'user', payload: bytes((decoded['payload'] as Recorded[])[0]) };
    case 13:
      return { type: 'error', text: text(object(decoded['body'])['Error']) };
    default:
      return recordedPacketMessage(decoded) as StreamMessage;
  }
}

function recordedNodeState(node: RecordedObject): NodeStateRecord {
  return {
    name: text(node['Name']),
    address: bytes(node['Addr']),
    port: number(node['Port']),
    meta: bytes(node['Meta']),
    incarnation: number(node['Incarnation']),
    state: (['alive', 'suspect', 'dead', 'left'] as const)[number(node['State'])] ?? 'alive',
    versions: bytes(node['Vsn']),
  };
}

function object(value: Recorded | undefined): RecordedObject {
  return value as RecordedObject;
}

function text(value: Recorded | undefined): string {
  return typeof value === 'string' ? value : '';
}

function number(value: Recorded | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function bytes(value: Recorded | undefined): Uint8Array {
  return value === null || value === undefined
    ? new Uint8Array(0)
    : fromHex(text(object(value)['$hex']));
}

/** A copy in which every byte string is a plain Uint8Array, so that values compare as values. */
export function plainBytes<Value>(value: Value): Value {
  if (value instanceof Uint8Array) return Uint8Array.from(value) as Value;
  if (Array.isArray(value)) return value.map(plainBytes) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, plainBytes(member)]),
  ) as Value;
}
