import { expect, test } from 'vitest';
import { formatGoDuration, parseGoDuration, parseGoDurationMs } from './go-duration.js';

test.each([
  ['0', 0],
  ['10s', 10e9],
  ['1h30m', 5400e9],
  ['250ms', 250e6],
  ['-1.5h', -5400e9],
  ['+.5s', 5e8],
  ['1.s', 1e9],
  ['3us', 3000],
  ['3\u00b5s', 3000],
  ['3\u03bcs', 3000],
  ['7ns', 7],
  ['-0s', 0],
])('%s is %d nanoseconds', (text, nanoseconds) => {
  expect(parseGoDuration(text)).toBe(nanoseconds);
});

test.each(['', '10', 's', '1d', '1h 30m', '--1s', '.s', '1e3s', '1s2', '9999999h', 'x'.repeat(99)])(
  '%j is no duration',
  (text) => {
    expect(parseGoDuration(text)).toBeUndefined();
    expect(parseGoDurationMs(text)).toBeUndefined();
  },
);

test.each([
  [0, '0s'],
  [1, '1ns'],
  [581_649, '581.649\u00b5s'],
  [2_684_000, '2.684ms'],
  [1_500_000_000, '1.5s'],
  [60e9, '1m0s'],
  [3600e9, '1h0m0s'],
  [86_400e9, '24h0m0s'],
  [-90e9, '-1m30s'],
])('%d nanoseconds print as %s', (nanoseconds, text) => {
  expect(formatGoDuration(nanoseconds)).toBe(text);
});
