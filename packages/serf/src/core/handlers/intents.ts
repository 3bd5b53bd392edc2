import type { SerfContext } from '../context.js';
import type { EventPipeline } from '../event-pipeline.js';
import type { MemberRecord } from '../member-table.js';
import type { JoinMessage, LeaveMessage } from '../messages.js';
import type { Removals } from './removals.js';

/** What is said of us again and again is answered by our last word alone: the one that counts. */
const OWN_JOIN = 'own join';

/** Join and leave intents: what members say of themselves, and operators of the failed. */
export class Intents {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;
  readonly #removals: Removals;

  constructor(parts: {
    readonly context: SerfContext;
    readonly pipeline: EventPipeline;
    readonly removals: Removals;
  }) {
    this.#context = parts.context;
    this.#pipeline = parts.pipeline;
    this.#removals = parts.removals;
  }

  /** Tells everybody that we are here. */
  announceJoin(): void {
    const { memberClock, codec, localName } = this.#context;
    const message: JoinMessage = { type: 'join', time: memberClock.time, node: localName };
    this.applyJoin(message);
    this.#context.spread('intent', { name: OWN_JOIN, bytes: codec.encode(message) });
  }

  /** Takes a join intent. @returns whether it is to be passed on. */
  applyJoin({ time, node }: JoinMessage): boolean {
    const { memberClock, members, intents, nowMs } = this.#context;
    if (!this.#context.hasWitnessed(memberClock, time)) return false;
    const record = members.get(node);
    if (record === undefined) return intents.put(node, { kind: 'join', time, receivedAtMs: nowMs });
    if (time <= record.statusTime) return false;
    record.statusTime = time;
    if (record.status === 'leaving') members.setStatus(record, 'alive');
    return true;
  }

  /** Takes a leave intent. @returns whether it is to be passed on. */
  applyLeave(message: LeaveMessage): boolean {
    const { memberClock, members, intents, nowMs } = this.#context;
    const { time, node } = message;
    if (!this.#context.hasWitnessed(memberClock, time)) return false;
    const record = members.get(node);
    if (record === undefined) {
      return intents.put(node, { kind: 'leave', time, receivedAtMs: nowMs });
    }
    if (time <= record.statusTime) return false;
    if (this.#context.isLocal(node) && this.#context.state === 'running') {
      // It is not true, and whoever heard it must hear that.
      this.announceJoin();
      return false;
    }
    record.statusTime = time;
    this.#depart(record);
    if (message.isPrune) this.#removals.prune(record);
    return true;
  }

  /**
   * Takes a leave that a push/pull implies. When it makes a member who still answers appear as
   * leaving, the member is told, so that it can object: a stale list of those who left would
   * otherwise keep a member that came back in that state for ever. One that is not known is not
   * awaited as leaving either: when it comes, it has come back.
   *
   * @remarks Serf counts the leave as one newer than it is listed, so that the member's next word, which
   * may be just that new, can count as old. Here it is one newer only where it says nothing otherwise: of
   * a member that failed after a word just as new.
   *
   * Extension; see Serf's issue 662.
   */
  applyImpliedLeave(node: string, listedTime: number): void {
    const { members, memberClock, codec } = this.#context;
    const record = members.get(node);
    if (record === undefined) return;
    const { status, view } = record;
    const isAlive = status === 'alive';
    // We know of that leave, and that the member has come back since.
    if (isAlive && listedTime <= record.statusTime && !this.#context.isLocal(node)) return;
    // Whoever listed it may take it for one newer by now: what is said here next must be newer still.
    if (!this.#context.hasWitnessed(memberClock, listedTime + 1)) return;
    if (status === 'leaving' || status === 'left') {
      confirmLeave(record, listedTime);
      return;
    }
    const time = listedTime > record.statusTime ? listedTime : listedTime + 1;
    const message: LeaveMessage = { type: 'leave', time, node, isPrune: false };
    this.applyLeave(message);
    if (!isAlive || members.get(node)?.status !== 'leaving') return;
    this.#context.send(view.endpoint, codec.encode(message));
  }

  /**
   * Takes the time of a member's last word from a push/pull. When it is of us, and later than any word of
   * ours, it is that of a leave made up from a stale list, or of an earlier life of ours: the peer may see
   * us leaving, and nobody else knows. A newer word ends that.
   *
   * Extension; see Serf's issue 662.
   */
  applyImpliedJoin(node: string, time: number): void {
    const isOfUs = this.#context.isLocal(node) && this.#context.state === 'running';
    const isLater = isOfUs && time > (this.#context.members.get(node)?.statusTime ?? time);
    if (!isLater) this.applyJoin({ type: 'join', time, node });
    else if (this.#context.hasWitnessed(this.#context.memberClock, time)) this.announceJoin();
  }

  #depart(record: MemberRecord): void {
    const { members } = this.#context;
    if (record.status === 'alive') members.setStatus(record, 'leaving');
    if (record.status !== 'failed') return;
    members.setStatus(record, 'left');
    this.#pipeline.onMemberEvent({ type: 'member-leave', members: [record.view] });
  }
}

/**
 * A leave that both know of takes the later of its two times. Were it made newer each time it is listed, as
 * Serf does, every exchange would age what is said next of the member: a prune, or that it is back.
 */
function confirmLeave(record: MemberRecord, listedTime: number): void {
  if (record.status === 'left') record.statusTime = Math.max(record.statusTime, listedTime);
}
