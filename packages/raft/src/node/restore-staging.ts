import { crc32 } from '@konsul/runtime';
import type { Entry } from '../core/entry.js';
import { decodeRestorePiece } from './restore-piece.js';

/** No backup is larger: it is held in memory until its last piece has come. */
export const backupBytesMax: number = 1024 * 1024 * 1024;

/**
 * What a piece has led to: `staged` waits for the next, `complete` gives the whole image, `refused`
 * ends the restore and leaves the state machine as it is.
 */
export type StagingOutcome =
  | { readonly type: 'staged' | 'refused' }
  | {
      readonly type: 'complete';
      readonly chunks: readonly Uint8Array[];
      readonly sizeBytes: number;
    };

/**
 * Puts the pieces of a backup together that come through the log. A function of the log alone, so
 * every server takes the same backup at the same entry, or none does: pieces of another term than
 * the first belong to a leader that did not come to its end, and are void with it.
 *
 * Source: Extension.
 */
export class RestoreStaging {
  #open:
    | { readonly term: number; readonly sizeBytes: number; readonly checksum: number }
    | undefined;
  #chunks: Uint8Array[] = [];
  #bytes = 0;
  #checksum = 0;

  /** Pieces are waiting for their end: an image of the state machine would lack them. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** An entry of another kind comes; one of a later term ends what an earlier leader began. */
  pass(term: number): void {
    if (this.#open !== undefined && this.#open.term !== term) this.clear();
  }

  take(entry: Entry): StagingOutcome {
    this.pass(entry.term);
    const piece = decodeRestorePiece(entry.data);
    if (piece?.type === 'begin') {
      this.clear();
      if (piece.sizeBytes > backupBytesMax) return { type: 'refused' };
      const { sizeBytes, checksum } = piece;
      this.#open = { term: entry.term, sizeBytes, checksum };
      return { type: 'staged' };
    }
    const open = this.#open;
    if (piece?.type === 'data' && open !== undefined) {
      this.#bytes += piece.bytes.length;
      if (this.#bytes > open.sizeBytes) return this.#refuse();
      this.#checksum = crc32(piece.bytes, this.#checksum);
      this.#chunks.push(piece.bytes);
      return { type: 'staged' };
    }
    if (piece?.type !== 'end' || open === undefined) return this.#refuse();
    if (this.#bytes !== open.sizeBytes || this.#checksum !== open.checksum) return this.#refuse();
    const chunks = this.#chunks;
    this.clear();
    return { type: 'complete', chunks, sizeBytes: open.sizeBytes };
  }

  clear(): void {
    this.#open = undefined;
    this.#chunks = [];
    this.#bytes = 0;
    this.#checksum = 0;
  }

  #refuse(): StagingOutcome {
    this.clear();
    return { type: 'refused' };
  }
}
