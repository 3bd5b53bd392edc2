import { expect, test } from 'vitest';
import { findCircles } from './import-circles.js';

function circlesOf(imports: Record<string, readonly string[]>): string[][] {
  return findCircles(new Map(Object.entries(imports)));
}

test('files that import downward make no circle', () => {
  expect(circlesOf({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([]);
});

test('a circle is found, with all its members and nobody else', () => {
  expect(circlesOf({ top: ['a'], a: ['b'], b: ['c', 'low'], c: ['a'], low: [] })).toEqual([
    ['a', 'b', 'c'],
  ]);
});

test('circles that share a file are one', () => {
  expect(circlesOf({ a: ['b'], b: ['a', 'c'], c: ['b'] })).toEqual([['a', 'b', 'c']]);
});

test('circles that do not lead back to each other are told apart', () => {
  expect(circlesOf({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] })).toEqual([
    ['c', 'd'],
    ['a', 'b'],
  ]);
});

test('a file that imports itself is a circle', () => {
  expect(circlesOf({ a: ['a'] })).toEqual([['a']]);
});
