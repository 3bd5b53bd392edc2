import * as zlib from 'node:zlib';

/** Reflected form of the polynomial. */
const POLYNOMIAL = 0xedb88320;
const TABLE: Int32Array = createTable();

/**
 * CRC-32 as zlib and Ethernet have it, in [0, 2^32).
 *
 * @param previous the value of the bytes before these; 0, the default, begins anew.
 *
 * Source: ISO/IEC 8802-3; RFC 1952 section 8.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  return implementation(bytes, previous);
}

/** The same in plain JavaScript, for releases of Node before 20.15, whose zlib lacks it. */
export function crc32ByTable(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

const implementation: (bytes: Uint8Array, previous: number) => number =
  typeof zlib.crc32 === 'function' ? zlib.crc32 : crc32ByTable;

function createTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}
