import type { Clock, MetricLabels, Metrics } from '@konsul/runtime';
import type { RaftNotification, Role } from '../core/effect.js';
import type { RaftMessage } from '../core/message.js';
import type { RaftStatus } from '../core/status.js';

/** How often levels are measured, in milliseconds. */
const LEVELS_INTERVAL_MS = 1_000;
/** Remembered instants at which the log had grown so far; the oldest make way. */
const marksMax = 4_096;

/** Names of roles in the counters of state changes. */
const stateOf: Readonly<Record<Role, string>> = {
  follower: 'follower',
  'pre-candidate': 'candidate',
  candidate: 'candidate',
  leader: 'leader',
};

/**
 * Measures a node under the names that operators of Consul know: `raft.commitTime`,
 * `raft.leader.lastContact`, `raft.leader.oldestLogAge`, `raft.fsm.apply`, `raft.rpc.*`,
 * `raft.replication.*`, `raft.state.*`. Durations are samples in milliseconds.
 */
export class Meters {
  readonly #metrics: Metrics;
  readonly #clock: Clock;
  /** One object per peer, not one per message. */
  readonly #labels = new Map<string, MetricLabels>();
  #levelsAtMs = Number.NEGATIVE_INFINITY;
  /** When the log had reached which index, as far as this process has seen it. */
  #marks: { readonly index: number; readonly atMs: number }[] = [];

  constructor(metrics: Metrics, clock: Clock) {
    this.#metrics = metrics;
    this.#clock = clock;
  }

  /** A message is handed to the transport. */
  sent(message: RaftMessage): void {
    const labels = this.#labelsOf(message.to);
    if (message.type === 'heartbeat') {
      this.#metrics.increment('raft.replication.heartbeat', 1, labels);
    } else if (message.type === 'append-request') {
      this.#metrics.increment('raft.replication.appendEntries.rpc', 1, labels);
      const { length } = message.entries;
      if (length > 0) {
        this.#metrics.increment('raft.replication.appendEntries.logs', length, labels);
      }
    } else if (message.type === 'snapshot-offer') {
      this.#metrics.increment('raft.replication.installSnapshot', 1, labels);
    }
  }

  #labelsOf(peer: string): MetricLabels {
    const known = this.#labels.get(peer) ?? { peer_id: peer };
    this.#labels.set(peer, known);
    return known;
  }

  /** A message came in. */
  received(message: RaftMessage): void {
    if (message.type === 'append-request') this.#metrics.increment('raft.rpc.appendEntries');
    else if (message.type === 'heartbeat') this.#metrics.increment('raft.rpc.heartbeat');
    else if (message.type === 'snapshot-offer') this.#metrics.increment('raft.rpc.installSnapshot');
    else if (message.type === 'vote-request') {
      this.#metrics.increment(
        message.isPreVote ? 'raft.rpc.requestPreVote' : 'raft.rpc.requestVote',
      );
    }
  }

  notified(notification: RaftNotification): void {
    if (notification.type === 'message-rejected') {
      this.#metrics.increment('raft.rpc.rejected', 1, { reason: notification.reason });
    }
    if (notification.type !== 'role-changed') return;
    const { role, reason } = notification;
    this.#metrics.increment(`raft.state.${stateOf[role]}`);
    if (reason === 'election-timeout') {
      this.#metrics.increment('raft.transition.heartbeat_timeout');
    } else if (reason === 'quorum-lost') {
      this.#metrics.increment('raft.transition.leader_lease_timeout');
    }
  }

  /** A write to the own log is durable. */
  persisted(startedAtMs: number, isLeader: boolean): void {
    const name = isLeader ? 'raft.leader.dispatchLog' : 'raft.rpc.appendEntries.storeLogs';
    this.#metrics.sample(name, this.#clock.nowMs() - startedAtMs);
  }

  /** A turn has ended: levels are measured where that is due. */
  endTurn(status: () => RaftStatus): void {
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#levelsAtMs < LEVELS_INTERVAL_MS) return;
    this.#levelsAtMs = nowMs;
    const known = status();
    this.#metrics.gauge('raft.last_index', known.lastIndex);
    this.#metrics.gauge('raft.commit_index', known.commitIndex);
    this.#metrics.gauge('raft.applied_index', known.appliedIndex);
    this.#metrics.gauge('raft.uncommitted_bytes', known.uncommittedBytes);
    this.#metrics.gauge('raft.peers', known.configuration.voters.length);
    const ageMs = this.#oldestLogAgeMs(known, nowMs);
    if (ageMs !== undefined) this.#metrics.gauge('raft.leader.oldestLogAge', ageMs);
    for (const { id, contactAtMs } of known.peers) {
      this.#metrics.sample('raft.leader.lastContact', nowMs - contactAtMs, this.#labelsOf(id));
    }
  }

  /** How long the oldest entry has been in the log, as far as this process has seen. */
  #oldestLogAgeMs({ baseIndex, lastIndex, role }: RaftStatus, nowMs: number): number | undefined {
    if ((this.#marks.at(-1)?.index ?? 0) < lastIndex) {
      this.#marks.push({ index: lastIndex, atMs: nowMs });
      if (this.#marks.length > marksMax) this.#marks.splice(1, marksMax / 2);
    }
    while ((this.#marks[0]?.index ?? Number.POSITIVE_INFINITY) <= baseIndex) this.#marks.shift();
    const oldest = this.#marks[0];
    return role === 'leader' && oldest !== undefined ? nowMs - oldest.atMs : undefined;
  }
}
