import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { formatGoDuration, parseGoDuration } from './go-duration.js';

test.prop([fc.integer({ min: -(2 ** 50), max: 2 ** 50 })])(
  'what is printed reads back as the same duration',
  (nanoseconds) => {
    const read = parseGoDuration(formatGoDuration(nanoseconds));
    // The fraction of a second passes through a decimal number; one nanosecond may be lost.
    expect(Math.abs((read ?? Number.NaN) - nanoseconds)).toBeLessThanOrEqual(1);
  },
);

test.prop([fc.string({ maxLength: 80 })])('any text is read or refused, never thrown', (text) => {
  const read = parseGoDuration(text);
  expect(read === undefined || Number.isInteger(read)).toBe(true);
});
