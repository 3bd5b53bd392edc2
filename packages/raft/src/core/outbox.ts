import { invariant } from '@konsul/runtime/core';
import type { RaftEffect, RaftNotification } from './effect.js';
import type { HardState, SnapshotMetadata } from './entry.js';
import type { RaftLog } from './log.js';
import type { AppendResponse, RaftMessage } from './message.js';
import type { PlantedBug } from './planted-bug.js';

/** A message that may leave once everything up to `position` is durable. */
interface HeldMessage {
  readonly message: RaftMessage;
  readonly position: number;
}

/** Messages that may wait for the disk; more are dropped, as if the network had lost them. */
const heldCountMax = 16_384;

/** The one persist unit that is under way. */
interface OpenUnit {
  readonly sequence: number;
  readonly position: number;
  readonly startedAtMs: number;
}

/** What {@link Outbox.persist} writes. */
export interface PersistUnit {
  readonly hardState: HardState;
  readonly log: RaftLog;
  readonly nowMs: number;
  readonly plantedBug?: PlantedBug | undefined;
}

/**
 * Everything on its way out of a core: effects of the present call, and messages that wait for the
 * disk.
 *
 * Every change of durable state takes the next *position*. Units are written in order and one at
 * a time, so one number says what is durable: a message that rests on a change is held until the
 * durable position has reached that change's.
 *
 * Source: dissertation, section 3.8 (persist before responding) and 10.2.1 (write in parallel).
 */
export class Outbox {
  #effects: RaftEffect[] = [];
  #held: HeldMessage[] = [];
  #position = 0;
  #hardStatePosition = 0;
  #durablePosition = 0;
  #sequence = 0;
  #openUnit: OpenUnit | undefined;
  #writtenHardState: HardState;
  #isHardStateDirty = false;
  #snapshot: SnapshotMetadata | undefined;

  constructor(durableHardState: HardState) {
    this.#writtenHardState = durableHardState;
  }

  /** The position of the latest change. */
  get position(): number {
    return this.#position;
  }

  /** The position of the latest change of term or vote. */
  get hardStatePosition(): number {
    return this.#hardStatePosition;
  }

  /** When the unit under way was handed out; undefined while there is none. */
  get openSinceMs(): number | undefined {
    return this.#openUnit?.startedAtMs;
  }

  /** Messages that wait for the disk. */
  get heldCount(): number {
    return this.#held.length;
  }

  /** The commit index that was written last. */
  get writtenCommitIndex(): number {
    return this.#writtenHardState.commitIndex;
  }

  isDurable(position: number): boolean {
    return position <= this.#durablePosition;
  }

  emit(effect: RaftEffect): void {
    this.#effects.push(effect);
  }

  notify(notification: RaftNotification): void {
    this.#effects.push({ type: 'notify', notification });
  }

  /** Sends a message that rests on nothing that could be lost. */
  sendNow(message: RaftMessage): void {
    this.#effects.push({ type: 'send', message });
  }

  /** Sends a message once everything up to `position` is durable. */
  sendAfter(position: number, message: RaftMessage): void {
    if (this.isDurable(position)) this.sendNow(message);
    else if (this.#mergeAcknowledgement(position, message)) return;
    else if (this.#held.length < heldCountMax) this.#held.push({ message, position });
  }

  /** Takes what the present call has produced. */
  takeEffects(): readonly RaftEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  noteEntriesChanged(): void {
    this.#position += 1;
  }

  /** Term or vote changed. Words of earlier terms that were not said yet are void. */
  noteHardStateChanged(term: number): void {
    this.#position += 1;
    this.#hardStatePosition = this.#position;
    this.#isHardStateDirty = true;
    this.#held = this.#held.filter((held) => held.message.term >= term);
  }

  noteSnapshotInstalled(snapshot: SnapshotMetadata): void {
    this.#position += 1;
    this.#snapshot = snapshot;
  }

  /** Hands out one persist unit, unless one is under way or there is nothing to write. */
  persist(unit: PersistUnit, isCommitWanted: boolean): void {
    if (this.#openUnit !== undefined) return;
    const mustSync =
      this.#isHardStateDirty || unit.log.hasUnwritten || this.#snapshot !== undefined;
    const isTermHeldBack = unit.plantedBug === 'entries-before-term' && unit.log.hasUnwritten;
    const isCommitMoved = unit.hardState.commitIndex !== this.#writtenHardState.commitIndex;
    if (!mustSync && !(isCommitWanted && isCommitMoved)) return;
    const isHardStateWritten = (this.#isHardStateDirty || isCommitMoved) && !isTermHeldBack;
    this.#sequence += 1;
    this.#openUnit = {
      sequence: this.#sequence,
      position: this.#position,
      startedAtMs: unit.nowMs,
    };
    this.#effects.push({
      type: 'persist',
      sequence: this.#sequence,
      ...(isHardStateWritten ? { hardState: unit.hardState } : {}),
      entries: unit.log.takeUnwritten(),
      ...(this.#snapshot === undefined ? {} : { snapshot: this.#snapshot }),
      mustSync,
    });
    this.#snapshot = undefined;
    if (isTermHeldBack) return;
    this.#writtenHardState = unit.hardState;
    this.#isHardStateDirty = false;
  }

  /** The unit under way is durable: what waited for it may leave. */
  completePersist(sequence: number): void {
    const unit = this.#openUnit;
    invariant(unit?.sequence === sequence, `persisted ${sequence} while ${unit?.sequence} is open`);
    this.#durablePosition = unit.position;
    this.#openUnit = undefined;
    const held = this.#held;
    this.#held = [];
    for (const { message, position } of held) {
      if (this.isDurable(position)) this.sendNow(message);
      else this.#held.push({ message, position });
    }
  }

  /**
   * Acknowledgements that will leave after the same write become one, of the highest index:
   * deep pipelines then cost one answer per flush.
   */
  #mergeAcknowledgement(position: number, message: RaftMessage): boolean {
    const last = this.#held.at(-1);
    if (last === undefined || message.type !== 'append-response' || !message.isAccepted)
      return false;
    if (last.position <= (this.#openUnit?.position ?? 0)) return false;
    const earlier = last.message;
    if (earlier.type !== 'append-response' || !earlier.isAccepted) return false;
    if (earlier.to !== message.to || earlier.session !== message.session) return false;
    // The one of the higher index may be the earlier one, and rest on the later change.
    this.#held[this.#held.length - 1] = {
      position: Math.max(last.position, position),
      message: merged(earlier, message),
    };
    return true;
  }
}

function merged(earlier: AppendResponse, later: AppendResponse): AppendResponse {
  return {
    ...later,
    round: Math.max(earlier.round, later.round),
    index: Math.max(earlier.index, later.index),
  };
}
