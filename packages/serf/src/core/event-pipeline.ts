import type { Deadline } from '@konsul/runtime/core';
import { CoalesceWindow } from './coalesce-window.js';
import type { SerfContext, SerfTimer } from './context.js';
import type { MemberEvent, SerfEvent, UserEvent } from './event.js';
import { MemberCoalescer } from './member-coalescer.js';
import type { SnapshotLog } from './snapshot-log.js';
import { UserEventCoalescer } from './user-event-coalescer.js';

/** The way of an event to the host: the snapshot sees it first, then it may wait to be coalesced. */
export class EventPipeline {
  readonly #context: SerfContext;
  readonly #snapshot: SnapshotLog;
  readonly #members = new MemberCoalescer();
  readonly #users = new UserEventCoalescer();
  readonly #memberWindow: CoalesceWindow;
  readonly #userWindow: CoalesceWindow;
  #memberDeadline: Deadline<SerfTimer> | undefined;
  #userDeadline: Deadline<SerfTimer> | undefined;

  constructor(context: SerfContext, snapshot: SnapshotLog) {
    const { config } = context;
    this.#context = context;
    this.#snapshot = snapshot;
    this.#memberWindow = new CoalesceWindow({
      coalesceMs: config.memberCoalesceMs,
      quiescentMs: config.memberQuiescentMs,
    });
    this.#userWindow = new CoalesceWindow({
      coalesceMs: config.userCoalesceMs,
      quiescentMs: config.userQuiescentMs,
    });
  }

  onMemberEvent(event: MemberEvent): void {
    this.#snapshot.onMemberEvent(event);
    if (!this.#memberWindow.isEnabled) {
      this.deliver(event);
      return;
    }
    this.#members.add(event);
    const atMs = this.#memberWindow.onEvent(this.#context.nowMs);
    this.#memberDeadline = this.#schedule(this.#memberDeadline, atMs, () => this.#flushMembers());
  }

  onUserEvent(event: UserEvent): void {
    if (!this.#userWindow.isEnabled || !event.canCoalesce) {
      this.deliver(event);
      return;
    }
    this.#users.add(event);
    const atMs = this.#userWindow.onEvent(this.#context.nowMs);
    this.#userDeadline = this.#schedule(this.#userDeadline, atMs, () => this.#flushUsers());
  }

  /** Delivers what waits, at once. */
  flush(): void {
    this.#flushMembers();
    this.#flushUsers();
  }

  /** Hands an event to the host as it is. */
  deliver(event: SerfEvent): void {
    this.#context.emit({ type: 'notify', event });
  }

  #schedule(
    previous: Deadline<SerfTimer> | undefined,
    atMs: number,
    timer: SerfTimer,
  ): Deadline<SerfTimer> {
    const { deadlines } = this.#context;
    deadlines.cancel(previous);
    return deadlines.schedule(atMs, timer);
  }

  #flushMembers(): void {
    this.#memberWindow.close();
    for (const event of this.#members.flush()) this.deliver(event);
  }

  #flushUsers(): void {
    this.#userWindow.close();
    for (const event of this.#users.flush()) this.deliver(event);
  }
}
