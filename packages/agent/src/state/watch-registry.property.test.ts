import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { kvKey } from '../../test/command-arbitraries.js';
import { WatchRegistry } from './watch-registry.js';

const tables = fc.constantFrom('kv', 'nodes');
const position = fc.record({ table: tables, at: kvKey, isPrefix: fc.boolean() });
const commit = fc.array(fc.record({ table: tables, keys: fc.array(kvKey, { maxLength: 4 }) }), {
  maxLength: 2,
});

describe('watches', () => {
  test.prop([fc.array(fc.array(position, { maxLength: 4 }), { maxLength: 6 }), commit], {
    numRuns: 500,
  })('a waiter is called exactly when one of its keys or prefixes changed', (sets, touched) => {
    const registry = new WatchRegistry();
    const calls = sets.map((positions, at) => {
      const watch = registry.createWatchSet();
      for (const { table, at: key, isPrefix } of positions) {
        if (isPrefix) watch.addPrefix(table, key);
        else watch.addKey(table, key);
      }
      const called: number[] = [];
      watch.onFire(() => called.push(at));
      return called;
    });
    registry.fire(touched);
    registry.fire(touched);
    const expected = sets.map((positions) =>
      positions.some(({ table, at, isPrefix }) =>
        touched.some(
          (change) =>
            change.table === table &&
            change.keys.some((key) => (isPrefix ? key.startsWith(at) : key === at)),
        ),
      ),
    );
    expect(calls.map((called) => called.length)).toEqual(expected.map(Number));
    expect(registry.waiterCount).toBe(expected.filter((isCalled) => !isCalled).length);
  });

  test.prop([fc.array(position, { maxLength: 6 }), commit])(
    'a cancelled waiter is never called and nothing of it is kept',
    (positions, touched) => {
      const registry = new WatchRegistry();
      const watch = registry.createWatchSet();
      for (const { table, at, isPrefix } of positions) {
        if (isPrefix) watch.addPrefix(table, at);
        else watch.addKey(table, at);
      }
      const cancel = watch.onFire(() => expect.unreachable());
      cancel();
      cancel();
      registry.fire(touched);
      registry.fireAll();
      expect(registry.waiterCount).toBe(0);
    },
  );

  it('calls back at once when the state moved after the set was made', () => {
    const registry = new WatchRegistry();
    const watch = registry.createWatchSet();
    watch.addKey('kv', 'a');
    registry.fire([{ table: 'kv', keys: ['a'] }]);
    let calls = 0;
    watch.onFire(() => {
      calls += 1;
    });
    expect(calls).toBe(1);
    expect(registry.waiterCount).toBe(0);
  });

  it('watches a table as a whole once a set is full, and so misses nothing', () => {
    const registry = new WatchRegistry({ watchCountMax: 2 });
    const watch = registry.createWatchSet();
    for (const key of ['a', 'b', 'c', 'd']) watch.addKey('kv', key);
    let calls = 0;
    watch.onFire(() => {
      calls += 1;
    });
    registry.fire([{ table: 'nodes', keys: ['a'] }]);
    expect(calls).toBe(0);
    registry.fire([{ table: 'kv', keys: ['d'] }]);
    expect(calls).toBe(1);
  });

  it('lets a waiter wait anew while it is being called', () => {
    const registry = new WatchRegistry();
    let calls = 0;
    const wait = (): void => {
      const watch = registry.createWatchSet();
      watch.addPrefix('kv', '');
      watch.onFire(() => {
        calls += 1;
        wait();
      });
    };
    wait();
    registry.fire([{ table: 'kv', keys: ['a', 'b'] }]);
    registry.fire([{ table: 'kv', keys: ['c'] }]);
    expect(calls).toBe(2);
    expect(registry.waiterCount).toBe(1);
  });

  it('calls everybody even if one of them throws, and then throws that', () => {
    const registry = new WatchRegistry();
    const called: string[] = [];
    for (const name of ['first', 'second', 'third']) {
      const watch = registry.createWatchSet();
      watch.addKey('kv', 'a');
      watch.onFire(() => {
        called.push(name);
        if (name === 'second') throw new Error('defect');
      });
    }
    expect(() => registry.fire([{ table: 'kv', keys: ['a'] }])).toThrow('defect');
    expect(called).toEqual(['first', 'second', 'third']);
  });
});
