import { describe, expect, test } from 'vitest';
import { parseGoDurationMs } from './go-duration.js';
import { formatJson } from './go-json.js';
import { suggestion } from './suggestion.js';
import { formatTable } from './table.js';

test('the nearest word is suggested, and nothing when none is near', () => {
  const known = ['bind', 'retry-join'];
  expect(suggestion('RetryJoin', known, '-')).toBe('; did you mean -retry-join?');
  expect(suggestion('snapshot', known)).toBe('');
});

test.each([
  ['0', 0],
  ['10s', 10_000],
  ['1h30m', 5_400_000],
  ['1.5s', 1_500],
  ['250ms', 250],
  ['1us', 0.001],
])('the duration %s is %d ms', (text, durationMs) => {
  expect(parseGoDurationMs(text)).toBe(durationMs);
});

test.each(['', '10', 's', '-5s', '10x', '1s ', 'x'.repeat(100)])('%j is no duration', (text) => {
  expect(parseGoDurationMs(text)).toBeUndefined();
});

describe('output', () => {
  test('is in columns as wide as their widest entry', () => {
    expect(
      formatTable([
        ['a', 'bb', ''],
        ['ccc', 'd', 'e'],
      ]),
    ).toBe('a    bb  \nccc  d   e');
  });

  test('is JSON as Go writes it', () => {
    expect(formatJson({ a: '<b> & c' })).toBe('{\n  "a": "\\u003cb\\u003e \\u0026 c"\n}');
  });
});
