import { ByteReader } from '../../src/wire/byte-reader.js';

/** The frame that opens a connection, as far as the first release reads it. */
export interface FirstHello {
  readonly isSnapshot: boolean;
  readonly group: number;
  /** Where the first release stops to read. */
  readonly length: number;
}

/** Reads a hello by the rules of the first release; undefined for anything else. */
export function readFirstHello(body: Uint8Array): FirstHello | undefined {
  const reader = new ByteReader(body);
  const isOurs = reader.u32() === 0x5446524b && reader.u8() === 1;
  const kind = reader.u8();
  const group = reader.u32();
  for (let texts = 0; texts < 4; texts += 1) reader.text16();
  if (reader.failed || !isOurs || kind > 1) return undefined;
  return { isSnapshot: kind === 1, group, length: reader.position };
}

type Field = 'u8' | 'u64' | 'text16' | 'bytes32' | 'entries';

const stay: readonly Field[] = ['u64', 'u64'];

/** What follows the envelope, by the number of the message's kind. */
const fieldsOfKind: Readonly<Record<number, readonly Field[]>> = {
  1: ['u8', 'u64', 'u64'], // vote-request: flags, last index, last term
  2: ['u8'], // vote-response: flags
  3: [...stay, 'u64', 'u64', 'u64', 'entries'], // append-request: previous, its term, commit
  4: [...stay, 'u8', 'u64', 'u64', 'u64'], // append-response: accepted, index, hint, its term
  5: [...stay, 'u64'], // heartbeat: commit
  6: stay, // heartbeat-response
  7: [...stay, 'u64', 'u64', 'u64', 'u64', 'text16', 'bytes32'], // snapshot-offer
  8: ['u64', 'u8', 'u64'], // snapshot-response: session, installed, index
  9: [], // timeout-now
  10: ['u64'], // read-index-request
  11: ['u64', 'u8', 'u64'], // read-index-response: read, confirmed, index
};

/** The first release has commands, configurations and no-ops. */
const entryKindMax = 3;

/** What the first release makes of a message. */
export type FirstReading =
  /** `length` is where it stops to read; what follows is ignored. */
  | { readonly type: 'taken'; readonly length: number }
  | { readonly type: 'passed-over' }
  | { readonly type: 'refused'; readonly reason: string };

/** Reads a message by the rules of the first release, on a connection of one group. */
export function readFirstMessage(body: Uint8Array, group: number): FirstReading {
  const reader = new ByteReader(body);
  const version = reader.u8();
  if (version !== 1) return { type: 'refused', reason: `version ${version}` };
  const fields = fieldsOfKind[reader.u8()];
  if (fields === undefined) return { type: 'passed-over' };
  const said = reader.u32();
  if (said !== group) return { type: 'refused', reason: `group ${said} on a line of ${group}` };
  reader.text16();
  reader.text16();
  reader.u64();
  for (const field of fields) {
    const kind = field === 'entries' ? readEntries(reader) : void reader[field]();
    if (kind !== undefined) return { type: 'refused', reason: `an entry of kind ${kind}` };
  }
  if (reader.failed) return { type: 'refused', reason: 'a malformed message' };
  return { type: 'taken', length: reader.position };
}

/** @returns the number of the first kind of entry that the first release lacks. */
function readEntries(reader: ByteReader): number | undefined {
  const count = reader.u32();
  for (let at = 0; at < count && !reader.failed; at += 1) {
    const kind = reader.u8();
    if (!reader.failed && (kind < 1 || kind > entryKindMax)) return kind;
    reader.u64();
    reader.bytes32();
  }
  return undefined;
}
