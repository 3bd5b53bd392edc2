import { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

/**
 * What is said on a snapshot connection after the hello and the offer. The receiver answers with
 * `accept` or `refuse`, the sender streams `data` and one `end`, the receiver says `done`.
 */
export type SnapshotSignal =
  | { readonly type: 'accept'; readonly offsetBytes: number }
  | { readonly type: 'refuse' }
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  | { readonly type: 'done' };

const CODE = { accept: 1, refuse: 2, data: 3, end: 4, done: 5 } as const;

export function encodeSnapshotSignal(writer: ByteWriter, signal: SnapshotSignal): void {
  writer.u8(CODE[signal.type]);
  if (signal.type === 'accept') writer.u64(signal.offsetBytes);
  else if (signal.type === 'data') writer.bytes(signal.bytes);
}

/** @returns undefined when the bytes are none of the signals. */
export function decodeSnapshotSignal(bytes: Uint8Array): SnapshotSignal | undefined {
  const reader = new ByteReader(bytes);
  switch (reader.u8()) {
    case CODE.accept: {
      const offsetBytes = reader.u64();
      return reader.failed ? undefined : { type: 'accept', offsetBytes };
    }
    case CODE.refuse:
      return { type: 'refuse' };
    case CODE.data:
      return { type: 'data', bytes: reader.bytes(reader.remaining) };
    case CODE.end:
      return { type: 'end' };
    case CODE.done:
      return { type: 'done' };
    default:
      return undefined;
  }
}
