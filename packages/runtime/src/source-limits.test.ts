import { expect, test } from 'vitest';
import { plainAddress, SourceLimits } from './source-limits.js';

test('a source has as many places as it may, and gets back what it gave back', () => {
  const limits = new SourceLimits(2);
  expect(['a', 'a', 'a', 'b'].map((source) => limits.take(source))).toEqual([
    true,
    true,
    false,
    true,
  ]);
  limits.release('a');
  expect([limits.take('a'), limits.take('a')]).toEqual([true, false]);
});

test('what was never taken cannot be given back', () => {
  const limits = new SourceLimits(1);
  limits.release('a');
  expect([limits.take('a'), limits.take('a')]).toEqual([true, false]);
});

test.each([
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['::FFFF:10.0.0.1', '10.0.0.1'],
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:0:1', '::ffff:0:1'],
  ['fe80::1', 'fe80::1'],
])('%s is %s', (address, plain) => {
  expect(plainAddress(address)).toBe(plain);
});
