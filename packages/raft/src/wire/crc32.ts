import * as zlib from 'node:zlib';

type Crc32 = (bytes: Uint8Array, previous: number) => number;

/**
 * CRC-32 (the polynomial of zlib and Ethernet) of `bytes`, going on from `previous`.
 *
 * @param previous the value of what came before; 0 (the default) begins anew.
 *
 * Source: RFC 1952 section 8.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  return implementation(bytes, previous);
}

/** The same in plain JavaScript, for Node releases before 20.15, which lack it in zlib. */
export function tableCrc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const TABLE: Int32Array = buildTable();
const implementation: Crc32 =
  (zlib as { crc32?: (bytes: Uint8Array, value?: number) => number }).crc32 ?? tableCrc32;

function buildTable(): Int32Array {
  const table = new Int32Array(256);
  for (let index = 0; index < 256; index += 1) {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    table[index] = value;
  }
  return table;
}
