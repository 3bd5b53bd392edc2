import type { SnapshotMetadata } from '../core/entry.js';

/** Orders snapshots by what they cover, the furthest first. */
export function newestFirst(a: SnapshotMetadata, b: SnapshotMetadata): number {
  return b.index - a.index || b.term - a.term || (a.id < b.id ? 1 : -1);
}
