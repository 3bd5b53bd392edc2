import { commitTo } from '../commit.js';
import { decodeConfiguration } from '../configuration-codec.js';
import type { MessageRejection } from '../effect.js';
import type { Entry } from '../entry.js';
import { adoptConfiguration, notifyConfiguration } from '../leader-log.js';
import type { Configuration } from '../membership.js';
import type { AppendRequest } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { followLeader } from './follow-leader.js';

/**
 * Takes a leader's entries over.
 *
 * Source: dissertation, section 3.5.
 */
export function onAppendRequest(state: RaftState, request: AppendRequest): void {
  if (!followLeader(state, request)) {
    refuse(state, request, { hintIndex: 0, hintTerm: 0 });
    return;
  }
  const defect = findDefect(state, request);
  if (defect !== undefined) {
    reject(state, request, defect);
    return;
  }
  if (request.previousIndex < state.commitIndex) {
    acceptBehindCommit(state, request);
    return;
  }
  if (state.log.termAt(request.previousIndex) !== request.previousTerm) {
    refuseMismatch(state, request);
    return;
  }
  accept(state, request, request.entries);
}

function reject(state: RaftState, request: AppendRequest, reason: MessageRejection): void {
  state.outbox.notify({ type: 'message-rejected', from: request.from, reason });
}

/** What no correct leader sends. */
function findDefect(state: RaftState, request: AppendRequest): MessageRejection | undefined {
  let index = request.previousIndex;
  let term = request.previousTerm;
  for (const entry of request.entries) {
    index += 1;
    if (entry.index !== index || entry.term < term || entry.term > request.term) return 'malformed';
    term = entry.term;
    if (entry.kind === 'configuration' && decodeConfiguration(entry.data) === undefined) {
      return 'malformed';
    }
    if (index > state.commitIndex) continue;
    const ownTerm = state.log.termAt(index);
    if (ownTerm !== undefined && ownTerm !== entry.term) return 'conflict-below-commit';
  }
  return undefined;
}

/**
 * What is committed here equals the leader's log, known or compacted: the message is taken as if
 * it began there.
 */
function acceptBehindCommit(state: RaftState, request: AppendRequest): void {
  const skipped = state.commitIndex - request.previousIndex;
  accept(state, request, request.entries.slice(skipped), state.commitIndex);
}

/** The logs agree before the first of `entries`. */
function accept(
  state: RaftState,
  request: AppendRequest,
  entries: readonly Entry[],
  agreedIndex: number = request.previousIndex,
): void {
  const lastIndex = agreedIndex + entries.length;
  const isWholeSuffixCut = state.plantedBug === 'whole-suffix-truncation';
  const firstNew = isWholeSuffixCut ? 0 : countKnown(state, entries);
  if (firstNew < entries.length || (isWholeSuffixCut && lastIndex < state.log.lastIndex)) {
    takeOver(state, entries.slice(firstNew), agreedIndex + firstNew + 1);
  }
  state.matchedIndex = Math.max(state.matchedIndex, lastIndex);
  const isClampedToEnd = state.plantedBug === 'commit-clamped-to-log-end';
  const agreedEnd = isClampedToEnd ? state.log.lastIndex : lastIndex;
  commitTo(state, Math.min(request.commitIndex, agreedEnd));
  acknowledge(state, request, lastIndex);
}

/** How many of the entries the log holds already. They stay: the message may be an old one. */
function countKnown(state: RaftState, entries: readonly Entry[]): number {
  let count = 0;
  for (const entry of entries) {
    if (state.log.termAt(entry.index) !== entry.term) break;
    count += 1;
  }
  return count;
}

/** Replaces everything from `fromIndex` on. */
function takeOver(state: RaftState, entries: readonly Entry[], fromIndex: number): void {
  if (fromIndex <= state.log.lastIndex) {
    state.log.truncateFrom(fromIndex);
    if (state.configurations.rollbackFrom(fromIndex)) notifyConfiguration(state);
  }
  state.log.append(entries);
  state.outbox.noteEntriesChanged();
  for (const entry of entries) {
    if (entry.kind !== 'configuration') continue;
    const configuration: Configuration | undefined = decodeConfiguration(entry.data);
    if (configuration !== undefined) {
      adoptConfiguration(state, { index: entry.index, configuration });
    }
  }
}

/** Says that the log is durable up to `index`, once it is. */
function acknowledge(state: RaftState, request: AppendRequest, index: number): void {
  const { outbox, log } = state;
  const isOnDisk = index <= log.durableIndex || state.plantedBug === 'ack-before-fsync';
  outbox.sendAfter(isOnDisk ? outbox.hardStatePosition : outbox.position, {
    type: 'append-response',
    from: state.id,
    to: request.from,
    term: state.term,
    session: request.session,
    round: request.round,
    isAccepted: true,
    index,
    hintIndex: 0,
    hintTerm: 0,
  });
}

/** Helps the leader to find where the logs agree in one step per term. */
function refuseMismatch(state: RaftState, request: AppendRequest): void {
  const incoming = state.incoming;
  // The leader's snapshot is on its way in; the answer to that will say where the logs agree.
  if (incoming?.from === request.from && incoming.term === request.term) return;
  const hintIndex = state.log.highestIndexOfTermAtMost(
    Math.min(request.previousIndex, state.log.lastIndex),
    request.previousTerm,
  );
  refuse(state, request, { hintIndex, hintTerm: state.log.termAt(hintIndex) ?? 0 });
}

function refuse(
  state: RaftState,
  request: AppendRequest,
  hint: { hintIndex: number; hintTerm: number },
): void {
  state.outbox.sendAfter(state.outbox.hardStatePosition, {
    type: 'append-response',
    from: state.id,
    to: request.from,
    term: state.term,
    session: request.session,
    round: request.round,
    isAccepted: false,
    index: request.previousIndex,
    ...hint,
  });
}
