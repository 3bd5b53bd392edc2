import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { kvKey } from '../../test/command-arbitraries.js';
import { emptyTree, type RadixTree } from './radix-tree.js';

type Change =
  | { type: 'put'; key: string; value: number }
  | { type: 'delete'; key: string }
  | { type: 'deletePrefix'; key: string }
  | { type: 'commit' };

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('put' as const), key: kvKey, value: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('delete' as const), key: kvKey }) },
  fc.record({ type: fc.constant('deletePrefix' as const), key: kvKey }),
  fc.record({ type: fc.constant('commit' as const) }),
);

/** What a tree is: a map whose keys are in byte order. */
type Model = Map<string, number>;

function sorted(model: Model): [string, number][] {
  return [...model].sort(([left], [right]) => (left < right ? -1 : 1));
}

function contents(tree: RadixTree<number>): [string, number][] {
  return Array.from(tree.entries(), ({ key, value }) => [key, value]);
}

function applyToModel(model: Model, step: Change): Set<string> {
  const touched = new Set<string>();
  if (step.type === 'put') {
    model.set(step.key, step.value);
    touched.add(step.key);
  } else if (step.type === 'delete') {
    if (model.delete(step.key)) touched.add(step.key);
  } else if (step.type === 'deletePrefix') {
    for (const key of [...model.keys()]) {
      if (key.startsWith(step.key) && model.delete(key)) touched.add(key);
    }
  }
  return touched;
}

describe('radix tree', () => {
  test.prop([fc.array(change, { maxLength: 60 }), kvKey], { numRuns: 500 })(
    'holds what a sorted map holds, in the same order, and old versions stay as they were',
    (changes, probe) => {
      const model: Model = new Map();
      const versions: { tree: RadixTree<number>; expected: [string, number][] }[] = [];
      let tree = emptyTree<number>('test');
      let transaction = tree.begin();
      let touched = new Set<string>();
      for (const step of [...changes, { type: 'commit' } as const]) {
        if (step.type === 'put') transaction.put(step.key, step.value);
        else if (step.type === 'delete') {
          expect(transaction.delete(step.key)).toBe(model.has(step.key));
        } else if (step.type === 'deletePrefix') {
          const before = model.size;
          const expected = [...model.keys()].filter((key) => key.startsWith(step.key)).length;
          expect(transaction.deletePrefix(step.key)).toBe(expected);
          expect(before).toBeGreaterThanOrEqual(expected);
        } else {
          const commit = transaction.commit();
          expect(new Set(commit.keys)).toEqual(touched);
          tree = commit.tree;
          versions.push({ tree, expected: sorted(model) });
          transaction = tree.begin();
          touched = new Set();
        }
        for (const key of applyToModel(model, step)) touched.add(key);
        expect(transaction.get(probe)).toBe(model.get(probe));
      }
      for (const { tree: version, expected } of versions) {
        expect(contents(version)).toEqual(expected);
        expect(version.size).toBe(expected.length);
        expect(version.get(probe)).toBe(new Map(expected).get(probe));
        const under = expected.filter(([key]) => key.startsWith(probe));
        expect(Array.from(version.entries(probe), ({ key, value }) => [key, value])).toEqual(under);
        const above = expected.filter(([key]) => key >= probe);
        const found = Array.from(version.entriesFrom(probe), ({ key, value }) => [key, value]);
        expect(found).toEqual(above);
      }
    },
  );

  test.prop([fc.array(change, { maxLength: 40 })])(
    'a transaction that is dropped leaves no trace',
    (changes) => {
      const seeded = emptyTree<number>('test').begin();
      for (const key of ['a', 'ab', 'ab/c', 'b']) seeded.put(key, 1);
      const { tree } = seeded.commit();
      const before = contents(tree);
      const transaction = tree.begin();
      for (const step of changes) {
        if (step.type === 'put') transaction.put(step.key, step.value);
        else if (step.type === 'delete') transaction.delete(step.key);
        else if (step.type === 'deletePrefix') transaction.deletePrefix(step.key);
      }
      expect(contents(tree)).toEqual(before);
    },
  );

  test.prop([fc.uniqueArray(kvKey, { maxLength: 30 }), fc.nat()])(
    'a transaction that goes on after its commit does not reach what it committed',
    (keys, value) => {
      const transaction = emptyTree<number>('test').begin();
      for (const key of keys) transaction.put(key, value);
      const { tree } = transaction.commit();
      const before = contents(tree);
      for (const key of keys) transaction.put(key, value + 1);
      transaction.deletePrefix('a');
      expect(contents(tree)).toEqual(before);
    },
  );
});
