// Kept as the first release had it, so that a test can speak with it.
import { ByteReader } from '../../../src/wire/byte-reader.js';
import type { ByteWriter } from '../../../src/wire/byte-writer.js';

/** What a connection is for. */
export type ConnectionKind = 'messages' | 'snapshot';

/** The first frame on a connection, from the side that dialled. */
export interface Hello {
  readonly kind: ConnectionKind;
  readonly clusterId: string;
  readonly group: number;
  /** Who dials. */
  readonly from: string;
  /** Where the dialling side is reached: whoever has not been told of it yet can answer. */
  readonly address: string;
  /** Who is meant; a server that has taken over an address of another finds out by it. */
  readonly to: string;
}

/** No hello is larger. */
export const helloBytesMax = 4096;

const MAGIC = 0x5446524b; // "KRFT" read as little-endian
const VERSION = 1;
const KINDS: readonly ConnectionKind[] = ['messages', 'snapshot'];

/** Magic (4), version (1), kind (1), group (4), cluster, sender, its address, receiver (text). */
export function encodeHello(writer: ByteWriter, hello: Hello): void {
  writer.u32(MAGIC);
  writer.u8(VERSION);
  writer.u8(KINDS.indexOf(hello.kind));
  writer.u32(hello.group);
  writer.text16(hello.clusterId);
  writer.text16(hello.from);
  writer.text16(hello.address);
  writer.text16(hello.to);
}

/** @returns undefined when the bytes are not a hello of a version this code knows. */
export function decodeHello(bytes: Uint8Array): Hello | undefined {
  const reader = new ByteReader(bytes);
  if (reader.u32() !== MAGIC || reader.u8() !== VERSION) return undefined;
  const kind = KINDS[reader.u8()];
  const group = reader.u32();
  const clusterId = reader.text16();
  const from = reader.text16();
  const address = reader.text16();
  const to = reader.text16();
  if (reader.failed || kind === undefined) return undefined;
  return { kind, clusterId, group, from, address, to };
}
