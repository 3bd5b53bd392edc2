import { type Entry, entryBytes } from './entry.js';
import type { RaftState } from './raft-state.js';

/**
 * Gives the state machine what is committed and durable here, within the bound on bytes that it
 * has not confirmed.
 *
 * Source: dissertation, section 3.5; the wait for local durability is an extension, without which
 * a group of one could show a write and lose it.
 */
export function emitApply(state: RaftState): void {
  if (state.incoming !== undefined && state.incoming.stage !== 'receiving') return;
  const isEarly = state.plantedBug === 'apply-before-durable';
  const toIndex = isEarly ? state.commitIndex : Math.min(state.commitIndex, state.log.durableIndex);
  while (state.applyLoadId === undefined && state.applyingIndex < toIndex) {
    const maxBytes = state.config.applyBytesMax - state.applyingBytes;
    if (maxBytes <= 0) return;
    const fromIndex = state.applyingIndex + 1;
    const entries = state.log.slice({ fromIndex, toIndex, maxBytes });
    if (entries === undefined) loadForApply(state, { fromIndex, toIndex, maxBytes });
    else giveToStateMachine(state, entries);
  }
}

function loadForApply(
  state: RaftState,
  range: { fromIndex: number; toIndex: number; maxBytes: number },
): void {
  const requestId = state.nextLoadId();
  state.applyLoadId = requestId;
  const { fromIndex, toIndex } = range;
  state.loads.set(requestId, { type: 'apply', fromIndex, toIndex });
  state.outbox.emit({ type: 'load', requestId, ...range });
}

/** Hands over the next entries, in order. */
export function giveToStateMachine(state: RaftState, entries: readonly Entry[]): void {
  const last = entries.at(-1);
  if (last === undefined) return;
  let bytes = 0;
  for (const entry of entries) bytes += entryBytes(entry);
  state.applyingIndex = last.index;
  state.applyingBatches.push({ lastIndex: last.index, bytes });
  state.applyingBytes += bytes;
  state.outbox.emit({ type: 'apply', entries });
}

/** The state machine stands at `index` now. */
export function noteApplied(state: RaftState, index: number): void {
  state.appliedIndex = index;
  for (;;) {
    const batch = state.applyingBatches[0];
    if (batch === undefined || batch.lastIndex > index) return;
    state.applyingBatches.shift();
    state.applyingBytes -= batch.bytes;
  }
}

/** What was handed over and not applied is void: the state machine is about to be replaced. */
export function abandonApply(state: RaftState, index: number): void {
  state.applyingIndex = index;
  state.applyingBatches = [];
  state.applyingBytes = 0;
  if (state.applyLoadId !== undefined) state.loads.delete(state.applyLoadId);
  state.applyLoadId = undefined;
}
