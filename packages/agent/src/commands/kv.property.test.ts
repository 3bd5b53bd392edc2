import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { kvCommand, kvKey } from '../../test/command-arbitraries.js';
import { getKv, listKv, listKvKeys } from '../state/kv.js';
import { emptyState, type State } from '../state/state.js';
import { ignoredWatches } from '../state/watch-set.js';
import { encodeCommand } from '../wire/command-codec.js';
import { applyCommand } from './apply-command.js';
import type { Command } from './command.js';

interface ModelPair {
  value: string;
  flags: bigint;
  createIndex: number;
  modifyIndex: number;
}

/** The KV store as one would write it on a napkin. */
class Model {
  readonly pairs: Map<string, ModelPair> = new Map();

  apply(command: Command, index: number): boolean {
    switch (command.type) {
      case 'kv-set':
        this.#set(command, index);
        return true;
      case 'kv-cas':
        if ((this.pairs.get(command.key)?.modifyIndex ?? 0) !== command.expectedIndex) return false;
        this.#set(command, index);
        return true;
      case 'kv-delete':
        this.pairs.delete(command.key);
        return true;
      case 'kv-delete-cas': {
        const held = this.pairs.get(command.key);
        if (held !== undefined && held.modifyIndex !== command.expectedIndex) return false;
        this.pairs.delete(command.key);
        return true;
      }
      case 'kv-delete-tree':
        for (const key of [...this.pairs.keys()]) {
          if (key.startsWith(command.prefix)) this.pairs.delete(key);
        }
        return true;
      default:
        throw new Error(`not of the KV store: ${command.type}`);
    }
  }

  #set(write: { key: string; value: Uint8Array; flags: bigint }, index: number): void {
    const held = this.pairs.get(write.key);
    const value = write.value.join();
    if (held?.value === value && held.flags === write.flags) return;
    const createIndex = held?.createIndex ?? index;
    this.pairs.set(write.key, { value, flags: write.flags, createIndex, modifyIndex: index });
  }

  under(prefix: string): string[] {
    return [...this.pairs.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}

describe('the KV store', () => {
  test.prop([fc.array(kvCommand, { maxLength: 40 }), kvKey], { numRuns: 300 })(
    'does what a map with indexes does',
    (commands, prefix) => {
      const model = new Model();
      let state: State = emptyState();
      commands.forEach((command, at) => {
        const applied = applyCommand(state, encodeCommand(command), at + 1);
        const isApplied = model.apply(command, at + 1);
        if (applied.result.type === 'conditional') expect(applied.result.isApplied).toBe(isApplied);
        else expect(applied.result).toEqual({ type: 'done' });
        state = applied.state;
      });
      const pairs = listKv(state, prefix, ignoredWatches).result;
      const seen = pairs.map(({ key, value, flags, createIndex, modifyIndex }) => [
        key,
        { value: value.join(), flags, createIndex, modifyIndex },
      ]);
      expect(seen).toEqual(model.under(prefix).map((key) => [key, model.pairs.get(key)]));
      const folded = model.under(prefix).map((key) => {
        const cut = key.indexOf('/', prefix.length);
        return cut < 0 ? key : key.slice(0, cut + 1);
      });
      const query = { prefix, separator: '/' };
      expect(listKvKeys(state, query, ignoredWatches).result).toEqual([...new Set(folded)]);
    },
  );

  const run = (...commands: readonly Command[]): State =>
    commands.reduce(
      (state, command, at) => applyCommand(state, encodeCommand(command), at + 1).state,
      emptyState(),
    );
  const set = (key: string, value: number): Command => ({
    type: 'kv-set',
    key,
    value: new Uint8Array([value]),
    flags: 0n,
  });
  const indexOf = (state: State, key: string): number => getKv(state, key, ignoredWatches).index;
  const indexUnder = (state: State, key: string): number =>
    listKv(state, key, ignoredWatches).index;

  it('leaves everything as it was when a put changes nothing, and a later cas still holds', () => {
    const once = run(set('a', 1));
    const twice = applyCommand(once, encodeCommand(set('a', 1)), 2);
    expect(twice.state).toBe(once);
    expect(twice.touched).toEqual([]);
    const cas: Command = { ...set('a', 2), type: 'kv-cas', expectedIndex: 1 } as Command;
    expect(applyCommand(once, encodeCommand(cas), 3).result).toMatchObject({ isApplied: true });
  });

  it('answers 1 as the index of an empty store', () => {
    expect(indexOf(emptyState(), 'a')).toBe(1);
    expect(indexUnder(emptyState(), '')).toBe(1);
  });

  it('gives a key its own index, an absent one the table index, a prefix its newest one', () => {
    const state = run(set('x', 0), set('p/a', 1), set('p/b', 1), set('q', 1));
    expect(indexOf(state, 'p/a')).toBe(2);
    expect(indexOf(state, 'p/none')).toBe(4);
    expect(indexUnder(state, 'p/')).toBe(3);
    expect(indexUnder(state, 'none/')).toBe(4);
    expect(indexUnder(state, '')).toBe(4);
  });

  it('does not let a prefix index fall when its newest key goes, until the tombstone is reaped', () => {
    const deleted: Command[] = [set('p/a', 1), set('p/b', 1), { type: 'kv-delete', key: 'p/b' }];
    expect(indexUnder(run(...deleted, set('q', 1)), 'p/')).toBe(3);
    const reaped = run(...deleted, set('q', 1), { type: 'reap-tombstones', upToIndex: 3 });
    expect(reaped.trees.tombstones.size).toBe(0);
    expect(indexUnder(reaped, 'p/')).toBe(1);
    expect(indexOf(reaped, 'p/b')).toBe(5);
  });

  it('reaps only what is old enough', () => {
    const state = run(
      set('a', 1),
      set('b', 1),
      { type: 'kv-delete', key: 'a' },
      { type: 'kv-delete', key: 'b' },
      { type: 'reap-tombstones', upToIndex: 3 },
    );
    expect([...state.trees.tombstones.entries()]).toEqual([{ key: 'b', value: 4 }]);
  });

  it('remembers a deleted tree by one tombstone that outranks older ones below', () => {
    const state = run(
      set('p/a/1', 1),
      { type: 'kv-delete', key: 'p/a/1' },
      set('p/a/2', 1),
      set('p/b', 1),
      { type: 'kv-delete-tree', prefix: 'p/' },
    );
    expect([...state.trees.tombstones.entries()]).toEqual([{ key: 'p/', value: 5 }]);
    expect(indexUnder(state, 'p/a/')).toBe(5);
  });
});
