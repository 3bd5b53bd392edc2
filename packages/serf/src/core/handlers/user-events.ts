import type { SerfContext } from '../context.js';
import type { EventPipeline } from '../event-pipeline.js';
import type { SerfCommand } from '../input.js';
import type { UserEventMessage } from '../messages.js';

/** Largest user event that any configuration allows. Source: Serf. */
export const USER_EVENT_BYTES_MAX = 9_216;

/** Tells everybody something, once. */
export class UserEvents {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;

  constructor(context: SerfContext, pipeline: EventPipeline) {
    this.#context = context;
    this.#pipeline = pipeline;
  }

  send(command: Extract<SerfCommand, { readonly type: 'user-event' }>): void {
    const { codec, config, eventClock } = this.#context;
    const { commandId, name, payload, canCoalesce } = command;
    const message: UserEventMessage = {
      type: 'user-event',
      time: eventClock.time,
      name,
      payload,
      canCoalesce,
    };
    const bytes = codec.encode(message);
    // The encoding is never shorter than name and payload, so one bound covers both of Serf's.
    if (bytes.length > config.userEventBytesMax) {
      const detail = `event of ${bytes.length} bytes, at most ${config.userEventBytesMax} are allowed`;
      this.#context.fail(commandId, 'too-large', detail);
      return;
    }
    eventClock.increment();
    this.apply(message);
    this.#context.spread('event', { bytes });
    this.#context.complete(commandId, { type: 'done' });
  }

  /** Takes an event. @returns whether it is new, and to be passed on. */
  apply(message: UserEventMessage): boolean {
    const { eventClock, events } = this.#context;
    const { time, name, payload, canCoalesce } = message;
    if (!this.#context.hasWitnessed(eventClock, time)) return false;
    const admission = events.admit(time, { name, payload }, eventClock.time);
    if (admission === 'too-old') this.#context.reject('serf-event-too-old');
    else if (admission === 'slot-full') this.#context.reject('serf-event-slot-full');
    if (admission !== 'new') return false;
    this.#context.count('events');
    this.#pipeline.onUserEvent({ type: 'user-event', time, name, payload, canCoalesce });
    return true;
  }
}
