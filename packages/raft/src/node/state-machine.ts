import type { SnapshotMetadata } from '../core/entry.js';

/** A committed command on its way into the state machine. */
export interface CommandEntry {
  readonly index: number;
  readonly term: number;
  readonly data: Uint8Array;
}

/** A state machine's image at one point of the log. */
export interface StateMachineSnapshot {
  /** The image, in pieces. Taken while further commands are applied, so it must not change. */
  readonly data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Called once when the image is written or was given up. */
  readonly release?: () => void;
}

/**
 * What a group of servers agrees on. Every server applies the same commands in the same order, so
 * `apply` must depend on nothing else: time, randomness and settings come in by commands.
 *
 * An error thrown by any method ends the node: its state can no longer be trusted.
 *
 * Source: Schneider, "Implementing Fault-Tolerant Services Using the State Machine Approach"
 * (1990); Ongaro, sections 2.1 and 5.1.
 */
export interface StateMachine<Result> {
  /**
   * Applies commands in order.
   *
   * @returns one result per command. A plain array is faster than a promise of one.
   */
  apply(entries: readonly CommandEntry[]): readonly Result[] | Promise<readonly Result[]>;
  /** Fixes an image of the present state. Nothing is applied until it returns, so be quick. */
  snapshot(): StateMachineSnapshot | Promise<StateMachineSnapshot>;
  /** Replaces the state, whatever it is, by an image. May be called again when `data` threw. */
  restore(metadata: SnapshotMetadata, data: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * For a state machine that keeps its state on disk: the index of the last command, or snapshot,
   * that would survive a crash now; 0 when there is none or a restore was cut short. Asked once, at
   * the start: the log goes on behind it, and no snapshot is restored unless the log does not reach
   * that far back.
   */
  lastApplied?(): number | Promise<number>;
}
