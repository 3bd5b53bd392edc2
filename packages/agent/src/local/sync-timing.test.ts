import { expect, test } from 'vitest';
import { scaleFactor } from './sync-timing.js';

test.each([
  [0, 1],
  [1, 1],
  [128, 1],
  [129, 2],
  [256, 2],
  [512, 3],
  [8192, 7],
])('a cluster of %i nodes spreads by %i', (nodeCount, factor) => {
  expect(scaleFactor(nodeCount)).toBe(factor);
});
