import type { Configuration, LearnerAddress, ServerAddress } from './membership.js';
import { serversMax } from './membership-bounds.js';
import { pushUtf8, readUtf8 } from './utf8.js';

/** The first byte of an encoded configuration. */
const formatVersion = 1;
/** No identifier or address is longer, in bytes. */
const textBytesMax = 1_024;
const flagAutomaticPromotion = 1;

/**
 * The bytes of a configuration as they stand in the log: version, then three lists (voters,
 * outgoing voters, learners), each a 16-bit count and per server a flag byte and two texts with
 * 16-bit lengths. Big-endian. Part of the disk format: never changed without a new version.
 *
 * Source: Extension.
 */
export function encodeConfiguration(configuration: Configuration): Uint8Array {
  const bytes: number[] = [formatVersion];
  pushServers(bytes, configuration.voters);
  pushServers(bytes, configuration.votersOutgoing);
  pushServers(bytes, configuration.learners);
  return Uint8Array.from(bytes);
}

function pushUint16(bytes: number[], value: number): void {
  bytes.push((value >> 8) & 0xff, value & 0xff);
}

function pushText(bytes: number[], text: string): void {
  const encoded: number[] = [];
  pushUtf8(encoded, text);
  pushUint16(bytes, encoded.length);
  for (const byte of encoded) bytes.push(byte);
}

function pushServers(bytes: number[], servers: readonly LearnerAddress[]): void {
  pushUint16(bytes, servers.length);
  for (const server of servers) {
    bytes.push(server.promotion === 'automatic' ? flagAutomaticPromotion : 0);
    pushText(bytes, server.id);
    pushText(bytes, server.address);
  }
}

/** Reads what {@link encodeConfiguration} wrote. @returns undefined when the bytes are not that. */
export function decodeConfiguration(data: Uint8Array): Configuration | undefined {
  const cursor = { data, position: 1 };
  if (data[0] !== formatVersion) return undefined;
  const voters = readServers(cursor);
  const votersOutgoing = readServers(cursor);
  const learners = readServers(cursor);
  if (voters === undefined || votersOutgoing === undefined || learners === undefined) {
    return undefined;
  }
  if (cursor.position !== data.length || voters.length === 0) return undefined;
  return { voters: voters.map(plain), votersOutgoing: votersOutgoing.map(plain), learners };
}

function plain(server: LearnerAddress): ServerAddress {
  return { id: server.id, address: server.address };
}

interface Cursor {
  readonly data: Uint8Array;
  position: number;
}

function readUint16(cursor: Cursor): number | undefined {
  const high = cursor.data[cursor.position];
  const low = cursor.data[cursor.position + 1];
  if (high === undefined || low === undefined) return undefined;
  cursor.position += 2;
  return (high << 8) | low;
}

function readText(cursor: Cursor): string | undefined {
  const length = readUint16(cursor);
  if (length === undefined || length > textBytesMax) return undefined;
  const end = cursor.position + length;
  if (end > cursor.data.length) return undefined;
  const text = readUtf8(cursor.data.subarray(cursor.position, end));
  cursor.position = end;
  return text;
}

function readServers(cursor: Cursor): LearnerAddress[] | undefined {
  const count = readUint16(cursor);
  if (count === undefined || count > serversMax) return undefined;
  const servers: LearnerAddress[] = [];
  for (let position = 0; position < count; position += 1) {
    const flags = cursor.data[cursor.position];
    cursor.position += 1;
    const id = readText(cursor);
    const address = readText(cursor);
    if (flags === undefined || id === undefined || address === undefined) return undefined;
    const isPromotable = (flags & flagAutomaticPromotion) !== 0;
    servers.push(isPromotable ? { id, address, promotion: 'automatic' } : { id, address });
  }
  return servers;
}
