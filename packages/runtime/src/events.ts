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
  /** Removes a listener, however often it was added. */
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
  // What stands for a listener at the emitter, so that `off` finds it.
  const guards = new Map<string, Map<AnyListener, Set<AnyListener>>>();

  const forget = (name: string, listener: AnyListener, guard: AnyListener): void => {
    emitter.off(name, guard);
    const ofName = guards.get(name);
    const ofListener = ofName?.get(listener);
    ofListener?.delete(guard);
    if (ofListener?.size === 0) ofName?.delete(listener);
    if (ofName?.size === 0) guards.delete(name);
  };

  const add = (name: string, listener: AnyListener, isOnce: boolean): void => {
    const guard: AnyListener = (...values) => {
      if (isOnce) forget(name, listener, guard);
      try {
        listener(...values);
      } catch (error) {
        logger.error('event listener threw', { event: name, error });
      }
    };
    const ofName = guards.get(name) ?? new Map<AnyListener, Set<AnyListener>>();
    guards.set(name, ofName);
    const ofListener = ofName.get(listener) ?? new Set<AnyListener>();
    ofName.set(listener, ofListener.add(guard));
    emitter.on(name, guard);
  };

  return {
    on: (name, listener) => add(name, listener as unknown as AnyListener, false),
    once: (name, listener) => add(name, listener as unknown as AnyListener, true),
    off(name, listener) {
      const known = listener as unknown as AnyListener;
      for (const guard of guards.get(name)?.get(known) ?? []) forget(name, known, guard);
    },
    emit(name, ...values) {
      emitter.emit(name, ...values);
    },
  };
}
