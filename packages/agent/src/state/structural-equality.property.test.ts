import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { isSame } from './structural-equality.js';

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('', 'a', 0, 1, Number.NaN, true, null, undefined, 5n),
    fc.uint8Array({ maxLength: 2 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), { noNullPrototype: true }),
  ),
}));

function reordered(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reordered);
  if (data instanceof Uint8Array || typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).reverse();
  return Object.fromEntries(entries.map(([name, held]) => [name, reordered(held)]));
}

describe('structural equality', () => {
  test.prop([value, value], { numRuns: 2000 })('is that of what the data say', (left, right) => {
    const say = (data: unknown): string =>
      JSON.stringify(reordered(data), (_name, held: unknown) => {
        if (held instanceof Uint8Array) return { bytes: [...held] };
        if (typeof held !== 'object' || held === null) return `${typeof held} ${String(held)}`;
        return Array.isArray(held) ? held : Object.fromEntries(Object.entries(held).sort());
      });
    expect(isSame(left, right)).toBe(say(left) === say(right));
  });

  test.prop([value])('does not look at the order of names', (data) => {
    expect(isSame(data, reordered(data))).toBe(true);
  });
});
