import { expect, test } from 'vitest';
import { readDurationMs } from './read-duration.js';

test.each([
  ['0', 0],
  ['10s', 10_000],
  ['1h30m', 5_400_000],
  ['1.5s', 1_500],
  ['250ms', 250],
  ['1us', 0.001],
])('the duration %s is %d ms', (text, durationMs) => {
  expect(readDurationMs(text)).toBe(durationMs);
});

test.each(['', '10', 's', '-5s', '10x', '1s ', 'x'.repeat(100)])('%j is no duration', (text) => {
  expect(readDurationMs(text)).toBeUndefined();
});
