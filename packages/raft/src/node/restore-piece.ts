import { ByteReader } from '../wire/byte-reader.js';
import { ByteWriter } from '../wire/byte-writer.js';

/** One part of a backup on its way through the log, from `begin` to `end`, all in one term. */
export type RestorePiece =
  | { readonly type: 'begin'; readonly sizeBytes: number; readonly checksum: number }
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  | { readonly type: 'end' | 'abort' };

const CODE = { begin: 1, data: 2, end: 3, abort: 4 } as const;

/** Code (1), then for `begin` size (8) and checksum (4), for `data` the bytes. */
export function encodeRestorePiece(piece: RestorePiece): Uint8Array {
  const writer = new ByteWriter(16 + (piece.type === 'data' ? piece.bytes.length : 0));
  writer.u8(CODE[piece.type]);
  if (piece.type === 'data') writer.bytes(piece.bytes);
  else if (piece.type === 'begin') {
    writer.u64(piece.sizeBytes);
    writer.u32(piece.checksum);
  }
  return writer.view();
}

/** @returns undefined when the bytes are no piece of a backup. */
export function decodeRestorePiece(bytes: Uint8Array): RestorePiece | undefined {
  const reader = new ByteReader(bytes);
  switch (reader.u8()) {
    case CODE.begin: {
      const sizeBytes = reader.u64();
      const checksum = reader.u32();
      return reader.failed ? undefined : { type: 'begin', sizeBytes, checksum };
    }
    case CODE.data:
      return { type: 'data', bytes: reader.bytes(reader.remaining) };
    case CODE.end:
      return { type: 'end' };
    case CODE.abort:
      return { type: 'abort' };
    default:
      return undefined;
  }
}
