import { formatEndpoint } from '@konsul/runtime/core';
import type { SerfContext } from './context.js';
import type { MemberEvent } from './event.js';
import type { SerfMember } from './member.js';

/** How often changed clocks are written at most. */
const CLOCK_INTERVAL_MS = 500;
/** A snapshot below this is never compacted. */
const COMPACTION_BYTES_MIN = 128 * 1_024;
/** How long after a failure a new snapshot is written. Source: Serf, for the least time between. */
const RETRY_MS = 30_000;
/** The same after a leave: who left must not come back unasked, and will soon be stopped. */
const LEFT_RETRY_MS = 500;
/** Expected bytes of a line about a member. */
const MEMBER_LINE_BYTES = 128;

/**
 * Writes down who is alive and what time it is, as effects, so that a restarted member can return to
 * its pool and is not told old events again. See `replaySnapshot` for reading.
 *
 * Source: Serf's snapshot file: an append-only log of lines, compacted when it has grown to twice
 * what its content needs.
 */
export class SnapshotLog {
  readonly #context: SerfContext;
  readonly #alive = new Map<string, string>();
  #sizeBytes = 0;
  #memberTime = 0;
  #eventTime = 0;
  #queryTime = 0;
  #isClockScheduled = false;
  #hasLeft = false;
  #isRetryScheduled = false;

  constructor(context: SerfContext) {
    this.#context = context;
  }

  /** Begins a new snapshot with what the old one told. */
  begin(recovered: ReadonlyMap<string, string>): void {
    if (!this.#isEnabled()) return;
    for (const [name, address] of recovered) this.#alive.set(name, address);
    this.#compact();
  }

  /** Members came or went. Nothing but clocks is written after a leave. */
  onMemberEvent(event: MemberEvent): void {
    if (!this.#isEnabled() || this.#hasLeft) return;
    if (event.type === 'member-join') {
      for (const member of event.members) this.#addAlive(member);
    } else if (event.type === 'member-leave' || event.type === 'member-failed') {
      for (const { name } of event.members) this.#removeAlive(name);
    } else {
      return;
    }
    this.#writeClocks();
  }

  /** Called after each call of the core: sees to it that clocks are written before long. */
  onCallEnd(): void {
    if (!this.#isEnabled() || this.#isClockScheduled || !this.#hasClockGrown()) return;
    this.#isClockScheduled = true;
    this.#context.deadlines.schedule(this.#context.nowMs + CLOCK_INTERVAL_MS, () => {
      this.#isClockScheduled = false;
      this.#writeClocks();
    });
  }

  /** We say goodbye: a later start begins anew. */
  onLeave(): void {
    if (!this.#isEnabled() || this.#hasLeft) return;
    this.#hasLeft = true;
    // Nothing is appended to a file that could not be written.
    if (this.#isRetryScheduled) this.#compact();
    else this.#append('leave\n');
    this.#context.emit({ type: 'sync-snapshot' });
  }

  /** Writing has failed; before long everything is written anew. */
  onFailure(): void {
    if (this.#isRetryScheduled) return;
    this.#isRetryScheduled = true;
    const delayMs = this.#hasLeft ? LEFT_RETRY_MS : RETRY_MS;
    this.#context.deadlines.schedule(this.#context.nowMs + delayMs, () => {
      this.#isRetryScheduled = false;
      this.#compact();
      if (this.#hasLeft) this.#context.emit({ type: 'sync-snapshot' });
    });
  }

  #isEnabled(): boolean {
    return this.#context.options.isSnapshotEnabled === true;
  }

  /** A name with a line end in it would become lines of a peer's choosing. */
  #addAlive(member: SerfMember): void {
    if (/[\r\n]/.test(member.name)) return;
    const address = formatEndpoint(member.endpoint);
    this.#alive.set(member.name, address);
    this.#append(`alive: ${member.name} ${address}\n`);
  }

  #removeAlive(name: string): void {
    if (this.#alive.delete(name)) this.#append(`not-alive: ${name}\n`);
  }

  #hasClockGrown(): boolean {
    const { memberClock, eventClock, queryClock } = this.#context;
    return (
      memberClock.time - 1 > this.#memberTime ||
      eventClock.time - 1 > this.#eventTime ||
      queryClock.time - 1 > this.#queryTime
    );
  }

  #writeClocks(): void {
    if (this.#hasClockGrown()) this.#append(this.#clockLines());
  }

  /** Lines for the clocks that are ahead of what was written. */
  #clockLines(): string {
    const { memberClock, eventClock, queryClock } = this.#context;
    let lines = '';
    if (memberClock.time - 1 > this.#memberTime) {
      this.#memberTime = memberClock.time - 1;
      lines += `clock: ${this.#memberTime}\n`;
    }
    if (eventClock.time - 1 > this.#eventTime) {
      this.#eventTime = eventClock.time - 1;
      lines += `event-clock: ${this.#eventTime}\n`;
    }
    if (queryClock.time - 1 > this.#queryTime) {
      this.#queryTime = queryClock.time - 1;
      lines += `query-clock: ${this.#queryTime}\n`;
    }
    return lines;
  }

  #append(text: string): void {
    this.#sizeBytes += this.#context.codec.textBytes(text);
    if (this.#sizeBytes > this.#limitBytes() && !this.#hasLeft) this.#compact();
    else this.#context.emit({ type: 'append-snapshot', text });
  }

  #limitBytes(): number {
    return Math.max(COMPACTION_BYTES_MIN, this.#alive.size * MEMBER_LINE_BYTES * 2);
  }

  #compact(): void {
    let text = '';
    for (const [name, address] of this.#alive) text += `alive: ${name} ${address}\n`;
    this.#memberTime = 0;
    this.#eventTime = 0;
    this.#queryTime = 0;
    text += this.#clockLines();
    if (this.#hasLeft) text += 'leave\n';
    this.#sizeBytes = this.#context.codec.textBytes(text);
    this.#context.emit({ type: 'replace-snapshot', text });
  }
}
