import {
  describeValue,
  nestedOptions,
  type OptionRule,
  type OptionRules,
} from './check-options.js';
import type { Clock } from './clock.js';
import type { Endpoint, Rng } from './core/index.js';
import type { Disk } from './disk.js';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';
import type { DatagramTransport, StreamTransport } from './transport.js';

/** A rule from a test, and from words that follow `must be`. */
export function rule(wanted: string, isFit: (value: unknown) => boolean): OptionRule {
  return (value, key) =>
    isFit(value) ? undefined : `${key} must be ${wanted}; it is ${describeValue(value)}`;
}

/** Checked elsewhere, or nothing to check. */
export const anything: OptionRule = () => undefined;

/** A text with something in it. */
export const text: OptionRule = rule(
  'a text that is not empty',
  (value) => typeof value === 'string' && value !== '',
);

export const flag: OptionRule = rule('true or false', (value) => typeof value === 'boolean');

export const bytes: OptionRule = rule('a Uint8Array', isBytes);

export const callback: OptionRule = rule('a function', (value) => typeof value === 'function');

/** An object whose content its owner checks. */
export const group: OptionRule = rule(
  'an object',
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A whole number; both bounds are allowed. */
export function integer(min: number, max: number): OptionRule {
  return rule(
    `an integer of ${min} to ${max}`,
    (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
  );
}

/** Any finite number; both bounds are allowed. */
export function number(min: number, max: number): OptionRule {
  return rule(
    `a number of ${min} to ${max}`,
    (value) => Number.isFinite(value) && Number(value) >= min && Number(value) <= max,
  );
}

export function oneOf(...words: readonly string[]): OptionRule {
  return rule(
    `one of ${words.join(', ')}`,
    (value) => typeof value === 'string' && words.includes(value),
  );
}

/** A list of texts. */
export const texts: OptionRule = rule(
  'a list of texts',
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
);

/** An object, of a class or not, that has these methods. */
export function methods<Shape>(...names: readonly (keyof Shape & string)[]): OptionRule {
  const list = names.join(', ');
  return (value, key) => {
    const isObject = typeof value === 'object' && value !== null;
    if (!isObject) {
      return `${key} must be an object with the methods ${list}; it is ${describeValue(value)}`;
    }
    const missing = names.find((name) => typeof Reflect.get(value, name) !== 'function');
    if (missing === undefined) return undefined;
    return `${key} must have the methods ${list}; ${missing} is missing`;
  };
}

const ENDPOINT_RULES: OptionRules<Endpoint> = {
  required: { host: text, port: integer(0, 65_535) },
  optional: { name: text },
};

/** An address and a port, 0 included. */
export const endpoint: OptionRule = nestedOptions(ENDPOINT_RULES);

// What a package takes from its host.
export const clock: OptionRule = methods<Clock>('nowMs', 'wallMs', 'schedule', 'defer');
export const rng: OptionRule = methods<Rng>('uint32');
export const logger: OptionRule = methods<Logger>('debug', 'info', 'warn', 'error');
export const metrics: OptionRule = methods<Metrics>('increment', 'gauge', 'sample');
export const disk: OptionRule = methods<Disk>(
  'open',
  'readFile',
  'list',
  'makeDirectory',
  'rename',
  'remove',
  'syncDirectory',
  'lock',
);
export const datagrams: OptionRule = methods<DatagramTransport>('listen', 'send', 'close');
export const streams: OptionRule = methods<StreamTransport>('listen', 'connect', 'close');

/** Of this realm or another one: some test runners give their programs a realm of their own. */
function isBytes(value: unknown): boolean {
  if (value instanceof Uint8Array) return true;
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
  );
}
