import { describe, expect, test } from 'vitest';
import { compileFilters } from './query-filter.js';

const isMatch = (filters: Parameters<typeof compileFilters>[0]): boolean =>
  compileFilters(filters)('node-a', { role: 'web', dc: 'east' });

describe('query filters', () => {
  test('match everybody when there are none', () => {
    expect(isMatch([])).toBe(true);
  });

  test('must all match', () => {
    const named = { type: 'nodes', names: ['node-b', 'node-a'] } as const;
    const tagged = { type: 'tag', tag: 'role', expression: '^w' } as const;
    expect(isMatch([named, tagged])).toBe(true);
    expect(isMatch([named, { ...tagged, expression: '^d' }])).toBe(false);
    expect(isMatch([{ type: 'nodes', names: [] }, tagged])).toBe(false);
  });

  test('find an expression anywhere in the value', () => {
    expect(isMatch([{ type: 'tag', tag: 'dc', expression: 'as' }])).toBe(true);
  });

  test('take a missing tag for an empty one, whatever its name', () => {
    expect(isMatch([{ type: 'tag', tag: 'rack', expression: '^$' }])).toBe(true);
    expect(isMatch([{ type: 'tag', tag: 'constructor', expression: '.' }])).toBe(false);
  });

  test.each([
    ['cannot be read', [{ type: 'unreadable' } as const]],
    ['cannot be compiled', [{ type: 'tag', tag: 'role', expression: '(' } as const]],
    [
      'are too many',
      Array.from({ length: 33 }, () => ({ type: 'nodes', names: ['node-a'] }) as const),
    ],
  ])('match nobody when they %s', (_, filters) => {
    expect(isMatch(filters)).toBe(false);
  });
});
