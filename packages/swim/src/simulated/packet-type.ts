import { MESSAGE_TYPE } from '../wire/message-types.js';

const CHECKSUM_HEADER_BYTES = 5;
const COMPOUND_HEADER_BYTES = 2;
const LENGTH_BYTES = 2;

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(MESSAGE_TYPE).map(([name, type]) => [type, name]),
);

/**
 * What a packet is for, read from its first bytes: the name of its message, or of the first one of
 * several. What cannot be told without opening it is named by its envelope.
 */
export function packetType(bytes: Uint8Array): string {
  let offset = 0;
  if (bytes[offset] === MESSAGE_TYPE.checksum) offset += CHECKSUM_HEADER_BYTES;
  if (bytes[offset] === MESSAGE_TYPE.compound) {
    const partCount = bytes[offset + 1] ?? 0;
    offset += COMPOUND_HEADER_BYTES + LENGTH_BYTES * partCount;
  }
  const type = bytes[offset];
  return (type === undefined ? undefined : NAMES.get(type)) ?? 'unknown';
}
