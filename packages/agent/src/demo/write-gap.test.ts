import { expect, test } from 'vitest';
import { longestGap } from './write-gap.js';

test('the longest time between two events counts', () => {
  expect(longestGap([10, 20, 320, 330, 400], 15)).toEqual({ fromMs: 20, durationMs: 300 });
});

test('events may come in any order', () => {
  expect(longestGap([400, 20, 330, 10, 320], 15)).toEqual({ fromMs: 20, durationMs: 300 });
});

test('a gap that was over before the instant does not count', () => {
  expect(longestGap([0, 500, 510, 520, 620], 505)).toEqual({ fromMs: 520, durationMs: 100 });
});

test('a gap that the instant falls into counts from its beginning', () => {
  expect(longestGap([0, 500, 510], 250)).toEqual({ fromMs: 0, durationMs: 500 });
});

test('without an event after the instant there is no gap to speak of', () => {
  expect(longestGap([], 0)).toBeUndefined();
  expect(longestGap([5], 0)).toBeUndefined();
  expect(longestGap([1, 2, 3], 3)).toBeUndefined();
});
