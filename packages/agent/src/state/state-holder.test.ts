import { describe, expect, it } from 'vitest';
import { applyCommand } from '../commands/apply-command.js';
import { encodeCommand } from '../wire/command-codec.js';
import { getKv } from './kv.js';
import { emptyState } from './state.js';
import { StateHolder } from './state-holder.js';

const put = encodeCommand({ type: 'kv-set', key: 'a', value: new Uint8Array([1]), flags: 0n });

describe('the state holder', () => {
  it('has the next state in place when it calls back', () => {
    const holder = new StateHolder(applyCommand);
    const watch = holder.createWatchSet();
    getKv(holder.state, 'a', watch);
    const seen: unknown[] = [];
    watch.onFire(() => {
      const { index, result } = getKv(holder.state, 'a', holder.createWatchSet());
      seen.push([index, result?.value, holder.appliedIndex]);
    });
    expect(holder.apply(put, 3)).toEqual({ type: 'done' });
    expect(seen).toEqual([[3, new Uint8Array([1]), 3]]);
    expect(holder.waiterCount).toBe(0);
  });

  it('calls nobody for an entry that changes nothing, but counts it', () => {
    const holder = new StateHolder(applyCommand);
    holder.apply(put, 3);
    const watch = holder.createWatchSet();
    getKv(holder.state, 'a', watch);
    watch.onFire(() => expect.unreachable());
    holder.apply(put, 4);
    expect(holder.appliedIndex).toBe(4);
    expect(holder.waiterCount).toBe(1);
  });

  it('calls everybody when the state is replaced', () => {
    const holder = new StateHolder(applyCommand);
    let calls = 0;
    for (const key of ['a', 'b', 'c']) {
      const watch = holder.createWatchSet();
      getKv(holder.state, key, watch);
      watch.onFire(() => {
        calls += 1;
      });
    }
    const state = emptyState();
    holder.abandon(state, 90);
    expect(calls).toBe(3);
    expect(holder.state).toBe(state);
    expect(holder.appliedIndex).toBe(90);
  });
});
