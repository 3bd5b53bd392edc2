import { invariant } from '@konsul/runtime/core';
import { giveToStateMachine, noteApplied } from '../apply.js';
import type { Entry } from '../entry.js';
import type { AppliedInput, LoadedInput, LoadFailedInput } from '../input.js';
import type { RaftState } from '../raft-state.js';
import { releaseConfirmedReads } from '../reads.js';
import { sendAppend } from '../replication.js';
import type { OpenLoad } from '../roles.js';
import { offerSnapshot } from '../snapshot-offers.js';

/** The state machine has applied up to an index. Late word from before an install is void. */
export function onApplied(state: RaftState, input: AppliedInput): void {
  if (input.index <= state.appliedIndex || input.index > state.applyingIndex) return;
  if (state.incoming !== undefined && state.incoming.stage !== 'receiving') return;
  noteApplied(state, input.index);
  releaseConfirmedReads(state);
}

/** Entries have come from disk. They must be exactly the ones asked for, or nothing is safe. */
export function onLoaded(state: RaftState, input: LoadedInput): void {
  const load = state.loads.get(input.requestId);
  if (load === undefined) return;
  state.loads.delete(input.requestId);
  if (load.type === 'apply') {
    checkLoaded(state, load, input.entries);
    state.applyLoadId = undefined;
    giveToStateMachine(state, input.entries);
    return;
  }
  const leader = state.role;
  const progress = leader.type === 'leader' ? leader.progress.get(load.peer) : undefined;
  if (leader.type !== 'leader' || progress?.loadId !== input.requestId) return;
  progress.loadId = undefined;
  if (progress.session !== load.session || progress.nextIndex !== load.fromIndex) return;
  checkLoaded(state, load, input.entries);
  sendAppend(state, { leader, progress, entries: input.entries });
}

function checkLoaded(state: RaftState, load: OpenLoad, entries: readonly Entry[]): void {
  let index = load.fromIndex;
  invariant(entries.length > 0, `log read at ${index} returned nothing`);
  for (const entry of entries) {
    const isExpected = entry.index === index && index <= load.toIndex;
    invariant(isExpected, `log read returned ${entry.index} instead of ${index}`);
    const term = state.log.termAt(index) ?? entry.term;
    invariant(entry.term === term, `log read returned term ${entry.term} at ${index}, not ${term}`);
    index += 1;
  }
}

/** The entries were compacted meanwhile: the follower needs the snapshot that replaced them. */
export function onLoadFailed(state: RaftState, input: LoadFailedInput): void {
  const load = state.loads.get(input.requestId);
  if (load === undefined) return;
  state.loads.delete(input.requestId);
  invariant(load.type === 'replicate', 'entries to apply have been compacted');
  const leader = state.role;
  if (leader.type !== 'leader') return;
  const progress = leader.progress.get(load.peer);
  if (progress?.loadId !== input.requestId) return;
  progress.loadId = undefined;
  offerSnapshot(state, leader, progress);
}
