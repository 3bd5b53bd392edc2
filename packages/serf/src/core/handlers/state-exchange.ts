import type { SerfContext } from '../context.js';
import type { SerfPushPullMessage } from '../messages.js';
import type { Intents } from './intents.js';
import type { UserEvents } from './user-events.js';

/** What this layer adds to a push/pull, and what it takes from one. */
export class StateExchange {
  readonly #context: SerfContext;
  readonly #intents: Intents;
  readonly #userEvents: UserEvents;
  /** Joins under way that do not want to hear of the past. */
  #ignoringJoinCount = 0;

  constructor(parts: {
    readonly context: SerfContext;
    readonly intents: Intents;
    readonly userEvents: UserEvents;
  }) {
    this.#context = parts.context;
    this.#intents = parts.intents;
    this.#userEvents = parts.userEvents;
  }

  beginIgnoringOldEvents(): void {
    this.#ignoringJoinCount += 1;
  }

  endIgnoringOldEvents(): void {
    this.#ignoringJoinCount -= 1;
  }

  localState(): Uint8Array {
    const { members, memberClock, eventClock, queryClock, events, codec } = this.#context;
    const statusTimes = new Map<string, number>();
    for (const record of members.all()) statusTimes.set(record.name, record.statusTime);
    const bytes = codec.encode({
      type: 'push-pull',
      time: memberClock.time,
      statusTimes,
      leftMembers: Array.from(members.left, (record) => record.name),
      eventTime: eventClock.time,
      events: events.slots().map((slot) => slot && { time: slot.time, events: slot.items }),
      queryTime: queryClock.time,
    });
    // A peer may take a leave for one newer than it is listed: what is said here next must be newer still.
    for (const { statusTime } of members.left) memberClock.witness(statusTime + 1);
    return bytes;
  }

  merge(bytes: Uint8Array, isJoin: boolean): void {
    const decoding = this.#context.codec.decode(bytes);
    if (decoding.type === 'reject') {
      this.#context.reject(decoding.reason);
    } else if (decoding.message.type !== 'push-pull') {
      this.#context.reject('serf-unexpected-type');
    } else {
      this.#merge(decoding.message, isJoin);
    }
  }

  #merge(message: SerfPushPullMessage, isJoin: boolean): void {
    const { events } = this.#context;
    const isBelieved = this.#witnessClocks(message);
    this.#mergeIntents(message);
    if (isBelieved && isJoin && this.#ignoringJoinCount > 0) events.raiseTimeMin(message.eventTime);
    for (const slot of message.events) {
      for (const event of slot?.events ?? []) {
        const time = slot?.time ?? 0;
        this.#userEvents.apply({ type: 'user-event', time, ...event, canCoalesce: false });
      }
    }
  }

  /** The sender's clocks stand one ahead of what it has seen. @returns whether all are believed. */
  #witnessClocks({ time, eventTime, queryTime }: SerfPushPullMessage): boolean {
    const { memberClock, eventClock, queryClock } = this.#context;
    const said = [
      [memberClock, time],
      [eventClock, eventTime],
      [queryClock, queryTime],
    ] as const;
    const refused = said.filter(
      ([clock, ahead]) => ahead > 0 && !this.#context.hasWitnessed(clock, ahead - 1),
    );
    return refused.length === 0;
  }

  /** Those who left first, so that a member in both lists counts as left. */
  #mergeIntents({ leftMembers, statusTimes }: SerfPushPullMessage): void {
    const left = new Set(leftMembers);
    for (const name of left) this.#intents.applyImpliedLeave(name, statusTimes.get(name) ?? 0);
    for (const [node, time] of statusTimes) {
      if (!left.has(node)) this.#intents.applyImpliedJoin(node, time);
    }
  }
}
