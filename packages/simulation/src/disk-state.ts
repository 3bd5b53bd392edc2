import type { Clock, Rng } from '@konsul/runtime';
import type { DiskFaults } from './disk-faults.js';
import type { DiskNames } from './disk-names.js';
import type { Latency } from './network-link.js';

export interface VirtualDiskOptions {
  /** Draws latencies and what a crash leaves. */
  readonly rng: Rng;
  /** Needed for latencies other than none. */
  readonly clock?: Clock;
  /** How long a read takes. Default none: its promise is settled at once. */
  readonly readLatency?: Latency;
  /** How long a write, truncation or change of names takes. Default none. */
  readonly writeLatency?: Latency;
  /** How long a sync takes. Default none. */
  readonly syncLatency?: Latency;
  /** Writes that would make all files together larger fail with ENOSPC. Default unlimited. */
  readonly capacityBytes?: number;
}

/** What all sessions of one disk share. */
export interface DiskState {
  readonly options: VirtualDiskOptions;
  readonly names: DiskNames;
  readonly faults: DiskFaults;
  /** Paths that are locked, with the process that holds each. */
  readonly locks: Map<string, number>;
  /** What stalls syncs at the moment; they pass when there is nothing. */
  readonly stalls: Set<object>;
  /** Syncs that wait because they were stalled. */
  stalledSyncs: (() => void)[];
  /** Counts processes: what belongs to an earlier one is dead. */
  incarnation: number;
}
