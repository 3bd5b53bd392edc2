import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { checkOptions, nestedOptions, type OptionRules } from './check-options.js';
import { systemClock } from './clock.js';
import * as option from './option-rules.js';
import type { StreamTransport } from './transport.js';

interface Options {
  readonly name: string;
  readonly streams: StreamTransport;
  readonly probeIntervalMs?: number;
  readonly wire?: { readonly label: string };
}

const streams = { listen: () => undefined, connect: () => undefined, close: () => undefined };
const rules: OptionRules<Options> = {
  required: { name: option.text, streams: option.streams },
  optional: {
    probeIntervalMs: option.integer(1, 9),
    wire: nestedOptions<{ readonly label: string }>({
      required: { label: option.text },
      optional: {},
    }),
  },
};

function problemOf(options: unknown): string | undefined {
  try {
    checkOptions(options as Options, rules, (problem) => {
      throw new Error(problem);
    });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('options', () => {
  test('that fit pass, and undefined counts as left out', () => {
    expect(problemOf({ name: 'a', streams })).toBeUndefined();
    expect(problemOf({ name: 'a', streams, probeIntervalMs: undefined })).toBeUndefined();
    expect(problemOf({ name: 'a', streams, later: undefined })).toBeUndefined();
    expect(problemOf({ name: 'a', streams, wire: { label: 'x' } })).toBeUndefined();
  });

  test.each([
    [undefined, 'options must be an object; it is undefined'],
    [[], 'options must be an object; it is a list of 0'],
    [{ streams }, 'name must be a text that is not empty; it is undefined'],
    [{ name: '', streams }, 'name must be a text that is not empty; it is ""'],
    [
      { name: 'a' },
      'streams must be an object with the methods listen, connect, close; it is undefined',
    ],
    [
      { name: 'a', streams: { listen: streams.listen } },
      'streams must have the methods listen, connect, close; connect is missing',
    ],
    [
      { name: 'a', streams, probeIntervalMs: '5' },
      'probeIntervalMs must be an integer of 1 to 9; it is "5"',
    ],
    [
      { name: 'a', streams, probeIntervallMs: 5 },
      'there is no option probeIntervallMs; did you mean probeIntervalMs?',
    ],
    [
      { name: 'a', streams, elephant: 5 },
      'there is no option elephant; there are name, streams, probeIntervalMs, wire',
    ],
    [{ name: 'a', streams, wire: 7 }, 'wire must be an object; it is 7'],
    [
      { name: 'a', streams, wire: {} },
      'wire.label must be a text that is not empty; it is undefined',
    ],
    [
      { name: 'a', streams, wire: { label: 'x', lable: 'y' } },
      'there is no option wire.lable; did you mean label?',
    ],
    [
      { name: 'a', streams, wire: { label: { secret: 'hidden' } } },
      'wire.label must be a text that is not empty; it is an object with secret',
    ],
  ])('%# that do not fit are refused by key, bound and value', (options, problem) => {
    expect(problemOf(options)).toBe(problem);
  });

  test('long values are shown by their beginning', () => {
    const rule = option.oneOf('lan');
    expect(rule('x'.repeat(1_000), 'profile')?.length).toBeLessThan(200);
    expect(rule(() => 1, 'profile')).toContain('it is a function');
    expect(rule(new Map(), 'profile')).toContain('it is a Map');
    expect(rule(Object.create(null), 'profile')).toContain('it is an empty object');
  });
});

test('rules take what the runtime itself offers', () => {
  expect(option.clock(systemClock, 'clock')).toBeUndefined();
  expect(option.endpoint({ host: '::1', port: 0 }, 'bind')).toBeUndefined();
  expect(option.endpoint({ host: '::1', port: 70_000 }, 'bind')).toBe(
    'bind.port must be an integer of 0 to 65535; it is 70000',
  );
  expect(option.texts(['a', 1], 'list')).toBe('list must be a list of texts; it is a list of 2');
  expect(option.flag(0, 'isOn')).toBe('isOn must be true or false; it is 0');
  expect(option.bytes('a', 'meta')).toBe('meta must be a Uint8Array; it is "a"');
  expect(option.bytes(new DataView(new ArrayBuffer(1)), 'meta')).toContain('it is a DataView');
  expect(option.bytes(runInNewContext('new Uint8Array(3)'), 'meta')).toBeUndefined();
  expect(option.number(0.5, 2)(Number.NaN, 'factor')).toBe(
    'factor must be a number of 0.5 to 2; it is NaN',
  );
});
