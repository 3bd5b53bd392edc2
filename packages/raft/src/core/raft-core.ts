import type { ProtocolCore } from '@konsul/runtime/core';
import { emitApply } from './apply.js';
import type { IndexedConfiguration } from './configuration-stack.js';
import type { RaftEffect } from './effect.js';
import { onAppendRequest } from './handlers/on-append-request.js';
import { onAppendResponse } from './handlers/on-append-response.js';
import { onApplied, onLoaded, onLoadFailed } from './handlers/on-applied.js';
import { onChangeMembership } from './handlers/on-change-membership.js';
import { onHeartbeat } from './handlers/on-heartbeat.js';
import { onHeartbeatResponse } from './handlers/on-heartbeat-response.js';
import { onPeerUnreachable } from './handlers/on-peer-unreachable.js';
import { onPersisted } from './handlers/on-persisted.js';
import { onPropose } from './handlers/on-propose.js';
import { onReadIndex, onReadIndexRequest, onReadIndexResponse } from './handlers/on-read-index.js';
import {
  onSnapshotInstalled,
  onSnapshotOffer,
  onSnapshotProgress,
  onSnapshotReceived,
  onSnapshotReceiveFailed,
  onSnapshotResponse,
  onSnapshotSent,
  onSnapshotTaken,
} from './handlers/on-snapshot.js';
import { onTick } from './handlers/on-tick.js';
import { onTimeoutNow, onTransferLeadership } from './handlers/on-transfer.js';
import { onVoteRequest } from './handlers/on-vote-request.js';
import { onVoteResponse } from './handlers/on-vote-response.js';
import type { RaftInput } from './input.js';
import { leaseEndMs } from './lease.js';
import type { RaftMessage } from './message.js';
import { type RaftCoreOptions, RaftState } from './raft-state.js';
import { flushReads } from './reads.js';
import { replicate } from './replication.js';
import { describe, type RaftStatus } from './status.js';

/**
 * One server of a Raft group, without clock, disk or network.
 *
 * `step` takes one thing that happened; `flush` ends a turn and emits what gains from batching:
 * at most one persist unit, appends for every follower, one round for all new reads, and entries
 * for the state machine. Words that rest on durable state are held until `persisted` says that it
 * is.
 *
 * Source: Ongaro, "Consensus: Bridging Theory and Practice" (2014).
 */
export class RaftCore implements ProtocolCore<RaftInput, RaftEffect> {
  readonly #state: RaftState;

  constructor(options: RaftCoreOptions) {
    this.#state = new RaftState(options);
  }

  step(input: RaftInput, nowMs: number): readonly RaftEffect[] {
    this.#state.nowMs = nowMs;
    dispatch(this.#state, input);
    return this.#state.outbox.takeEffects();
  }

  flush(nowMs: number): readonly RaftEffect[] {
    const state = this.#state;
    state.nowMs = nowMs;
    flushReads(state);
    // Followers are told before the own disk: both then write at the same time.
    if (state.role.type === 'leader') replicate(state, state.role);
    const isCommitWanted = nowMs - state.commitWrittenAtMs >= state.config.heartbeatIntervalMs;
    if (isCommitWanted) state.commitWrittenAtMs = nowMs;
    const { hardState, log, plantedBug } = state;
    state.outbox.persist({ hardState, log, nowMs, plantedBug }, isCommitWanted);
    emitApply(state);
    state.log.evict(state.applyingIndex, state.config.cacheBytesMax);
    return state.outbox.takeEffects();
  }

  nextDeadlineMs(): number | undefined {
    const { role, electionDeadlineMs, forwardedReads, confirmedReads } = this.#state;
    if (role.type === 'leader') {
      return Math.min(role.heartbeatDueAtMs, role.commitNoticeDueAtMs ?? Number.POSITIVE_INFINITY);
    }
    let deadlineMs = electionDeadlineMs;
    for (const read of forwardedReads.values()) deadlineMs = Math.min(deadlineMs, read.deadlineMs);
    for (const read of confirmedReads) deadlineMs = Math.min(deadlineMs, read.deadlineMs);
    return deadlineMs;
  }

  /** A copy of what this server knows. */
  status(): RaftStatus {
    return describe(this.#state);
  }

  /** Who this server believes to lead, and whether that is itself; cheaper than `status`. */
  get leader(): string | undefined {
    return this.#state.leader;
  }

  /** Until when nobody else can lead, by the own clock; undefined without a lease at `nowMs`. */
  leaseEndMs(nowMs: number): number | undefined {
    this.#state.nowMs = nowMs;
    return leaseEndMs(this.#state);
  }

  /** The term of the entry at `index`; undefined when it is compacted or not there yet. */
  termAt(index: number): number | undefined {
    return this.#state.log.termAt(index);
  }

  /** The membership as of `index`, which a snapshot of that index must carry. */
  configurationAt(index: number): IndexedConfiguration {
    return this.#state.configurations.at(index);
  }
}

function dispatch(state: RaftState, input: RaftInput): void {
  switch (input.type) {
    case 'message':
      onMessage(state, input.message);
      return;
    case 'tick':
      onTick(state);
      return;
    case 'propose':
      onPropose(state, input);
      return;
    case 'read-index':
      onReadIndex(state, input);
      return;
    case 'change-membership':
      onChangeMembership(state, input);
      return;
    case 'transfer-leadership':
      onTransferLeadership(state, input);
      return;
    case 'persisted':
      onPersisted(state, input);
      return;
    case 'applied':
      onApplied(state, input);
      return;
    case 'loaded':
      onLoaded(state, input);
      return;
    case 'load-failed':
      onLoadFailed(state, input);
      return;
    case 'snapshot-taken':
      onSnapshotTaken(state, input);
      return;
    case 'snapshot-progress':
      onSnapshotProgress(state, input);
      return;
    case 'snapshot-received':
      onSnapshotReceived(state, input);
      return;
    case 'snapshot-receive-failed':
      onSnapshotReceiveFailed(state, input);
      return;
    case 'snapshot-installed':
      onSnapshotInstalled(state, input);
      return;
    case 'snapshot-sent':
      onSnapshotSent(state, input);
      return;
    case 'peer-unreachable':
      onPeerUnreachable(state, input);
      return;
    case 'configure':
      state.config = input.config;
      return;
  }
}

function onMessage(state: RaftState, message: RaftMessage): void {
  if (message.to !== state.id || message.from === state.id) {
    const { from } = message;
    state.outbox.notify({ type: 'message-rejected', from, reason: 'not-for-us' });
    return;
  }
  switch (message.type) {
    case 'vote-request':
      onVoteRequest(state, message);
      return;
    case 'vote-response':
      onVoteResponse(state, message);
      return;
    case 'append-request':
      onAppendRequest(state, message);
      return;
    case 'append-response':
      onAppendResponse(state, message);
      return;
    case 'heartbeat':
      onHeartbeat(state, message);
      return;
    case 'heartbeat-response':
      onHeartbeatResponse(state, message);
      return;
    case 'snapshot-offer':
      onSnapshotOffer(state, message);
      return;
    case 'snapshot-response':
      onSnapshotResponse(state, message);
      return;
    case 'timeout-now':
      onTimeoutNow(state, message);
      return;
    case 'read-index-request':
      onReadIndexRequest(state, message);
      return;
    case 'read-index-response':
      onReadIndexResponse(state, message);
      return;
  }
}
