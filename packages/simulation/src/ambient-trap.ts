import type { Undo } from './network-faults.js';

/** What a simulated event must take from its node instead, because it differs from run to run. */
const AMBIENT: readonly (readonly [holder: object, key: string])[] = [
  [Math, 'random'],
  [Date, 'now'],
  [Object.getPrototypeOf(performance) as object, 'now'],
  [globalThis, 'setTimeout'],
  [globalThis, 'setInterval'],
  [globalThis, 'setImmediate'],
];

/**
 * Makes the machine's own time, timers and chance throw until undone: a run that uses them does not
 * repeat. What is imported rather than global, such as `node:crypto`, is not seen.
 */
export function trapAmbient(): Undo {
  const saved = AMBIENT.map(([holder, key]) => {
    const original: unknown = Reflect.get(holder, key);
    Reflect.set(holder, key, () => {
      throw new Error(
        `${key} belongs to the machine, not to the simulation; take it from the node`,
      );
    });
    return original;
  });
  return () => {
    AMBIENT.forEach(([holder, key], index) => void Reflect.set(holder, key, saved[index]));
  };
}
