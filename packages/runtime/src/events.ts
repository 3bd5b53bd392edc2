import { EventEmitter } from 'eventemitter3';
import type { Logger } from './logger.js';

/** Event names and the arguments their listeners get. */
export type EventMap = Record<string, readonly unknown[]>;

/** A listener of one event. */
export type Listener<Arguments extends readonly unknown[]> = (...values: Arguments) => void;

/** The listening half of an event source; what packages expose. */
export interface EventSource<Events extends EventMap> {
  on<Name extends keyof Events & string>(name: Name, listener: Listener<Events[Name]>): void;
  once<Name extends keyof Events & string>(name: Name, listener: Listener<Events[Name]>): void;
  off<Name extends keyof Events & string>(name: Name, listener: Listener<Events[Name]>): void;
}

/** An event source with its emitting half; kept private by whoever owns it. */
export interface EventHub<Events extends EventMap> extends EventSource<Events> {
  emit<Name extends keyof Events & string>(name: Name, ...values: Events[Name]): void;
}

/**
 * Events whose listeners cannot hurt the emitter: one that throws is logged and the next one runs.
 */
export function createEventHub<Events extends EventMap>(logger: Logger): EventHub<Events> {
  type AnyListener = Listener<readonly unknown[]>;
  const emitter = new EventEmitter();
  const wrappers = new Map<string, Map<AnyListener, AnyListener>>();

  const wrap = (name: string, listener: AnyListener): AnyListener => {
    const ofName = wrappers.get(name) ?? new Map<AnyListener, AnyListener>();
    wrappers.set(name, ofName);
    const known = ofName.get(listener);
    if (known !== undefined) return known;
    const guarded: AnyListener = (...values) => {
      try {
        listener(...values);
      } catch (error) {
        logger.error('event listener threw', { event: name, error });
      }
    };
    ofName.set(listener, guarded);
    return guarded;
  };

  return {
    on(name, listener) {
      emitter.on(name, wrap(name, listener as unknown as AnyListener));
    },
    once(name, listener) {
      emitter.once(name, wrap(name, listener as unknown as AnyListener));
    },
    off(name, listener) {
      const guarded = wrappers.get(name)?.get(listener as unknown as AnyListener);
      if (guarded === undefined) return;
      emitter.off(name, guarded);
      wrappers.get(name)?.delete(listener as unknown as AnyListener);
    },
    emit(name, ...values) {
      emitter.emit(name, ...values);
    },
  };
}
