import type { Configuration } from './membership.js';

/**
 * What an entry is for. `command` goes to the state machine, `configuration` changes the
 * membership, `no-op` opens a leader's term, `restore` is a piece of a backup.
 */
export type EntryKind = 'command' | 'configuration' | 'no-op' | 'restore';

/**
 * One slot of the replicated log. Index and term together name it for ever: two logs that hold the
 * same pair hold the same entry and the same prefix.
 *
 * Source: Ongaro's dissertation, section 3.3 and figure 3.2 (Log Matching).
 */
export interface Entry {
  /** 1 for the first entry of a group's life; contiguous; a safe integer. */
  readonly index: number;
  /** The term of the leader that made the entry; a safe integer, at least 1. */
  readonly term: number;
  readonly kind: EntryKind;
  /** Opaque for commands, an encoded configuration for configurations, empty for no-ops. */
  readonly data: Uint8Array;
}

/**
 * What must survive a restart besides the log. Written in one stream with the entries, so that a
 * term can never be lost while an entry of that term is kept.
 *
 * Source: dissertation, section 3.8.
 */
export interface HardState {
  /** The latest term this server has seen; 0 before its first. */
  readonly term: number;
  /** Who got this server's vote in `term`; undefined when nobody did. */
  readonly votedFor: string | undefined;
  /** The highest index known to be committed; may lag behind and is learned again after a restart. */
  readonly commitIndex: number;
}

/**
 * What a snapshot stands for: the whole log up to and including `index`.
 *
 * Source: dissertation, section 5.1.
 */
export interface SnapshotMetadata {
  /** The last entry the snapshot replaces. */
  readonly index: number;
  /** The term of that entry. */
  readonly term: number;
  /** The membership as of `index`. */
  readonly configuration: Configuration;
  /** The index of the entry that made `configuration`; at most `index`. */
  readonly configurationIndex: number;
  /** Bytes of the state machine's image. */
  readonly sizeBytes: number;
  /** Names the image in its store; never reused. */
  readonly id: string;
}

/** An entry's cost against byte limits: its data and a fixed allowance for everything else. */
export const entryOverheadBytes = 24;

/** What an entry counts for wherever bytes are bounded. */
export function entryBytes(entry: Entry): number {
  return entry.data.length + entryOverheadBytes;
}
