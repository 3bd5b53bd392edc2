import * as zlib from 'node:zlib';

/** Reflected form of the IEEE 802.3 polynomial. */
const POLYNOMIAL = 0xedb88320;
const TABLE: Uint32Array = createTable();

/** Without a call into native code; also what the first releases of Node 20 have to use. */
export function crc32ByTable(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/**
 * CRC-32 as zlib and Ethernet have it, in [0, 2^32).
 *
 * Source: ISO/IEC 8802-3.
 */
export const crc32: (bytes: Uint8Array) => number =
  typeof zlib.crc32 === 'function' ? (bytes) => zlib.crc32(bytes) : crc32ByTable;

function createTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}
