import { describe, expect, it } from 'vitest';
import { listAreas } from '../state/areas.js';
import { emptyState } from '../state/state.js';
import { ignoredWatches } from '../state/watch-set.js';
import { encodeCommand } from '../wire/command-codec.js';
import { applyCommand } from './apply-command.js';
import type { Command } from './command.js';

function create(id: string, peerDatacenter: string): Command {
  return {
    type: 'area-create',
    id,
    datacenter: 'dc1',
    peerDatacenter,
    retryJoin: ['10.1.2.3'],
    useTls: false,
  };
}

describe('network areas', () => {
  const { state } = applyCommand(emptyState(), encodeCommand(create('one', 'dc2')), 5);
  const apply = (command: Command): ReturnType<typeof applyCommand> =>
    applyCommand(state, encodeCommand(command), 6);

  it.each([
    ['a second one with the same peer', create('two', 'DC2'), 'AREA_CONFLICT', 'dc2'],
    ['one with the id of another', create('one', 'dc3'), 'AREA_CONFLICT', 'one'],
    ['one with the own datacenter', create('two', 'dc1'), 'AREA_INVALID', 'own datacenter "dc1"'],
    ['one without a peer', create('two', ''), 'AREA_INVALID', 'peer datacenter'],
    ['one without an id', create('', 'dc3'), 'AREA_INVALID', 'ID'],
  ])('refuse %s', (_case, command, code, text) => {
    const { result, state: after } = apply(command);
    expect(result).toMatchObject({ type: 'failure', code });
    expect(JSON.stringify(result).toLowerCase()).toContain(
      JSON.stringify(text).slice(1, -1).toLowerCase(),
    );
    expect(after).toBe(state);
  });

  it('change in their use of TLS only, and only if there is a change', () => {
    expect(apply({ type: 'area-update', id: 'one', useTls: false }).state).toBe(state);
    const updated = apply({ type: 'area-update', id: 'one', useTls: true }).state;
    expect(listAreas(updated, ignoredWatches)).toEqual({
      index: 6,
      result: [
        {
          id: 'one',
          peerDatacenter: 'dc2',
          retryJoin: ['10.1.2.3'],
          useTls: true,
          createIndex: 5,
          modifyIndex: 6,
        },
      ],
    });
    expect(apply({ type: 'area-update', id: 'none', useTls: true }).result).toMatchObject({
      code: 'AREA_MISSING',
    });
  });

  it('make room for another with the same peer when deleted', () => {
    const deleted = apply({ type: 'area-delete', id: 'one' });
    expect(deleted.state.trees.areas.size).toBe(0);
    const again = applyCommand(deleted.state, encodeCommand(create('two', 'dc2')), 7);
    expect(again.result).toEqual({ type: 'done' });
    const absent = applyCommand(again.state, encodeCommand({ type: 'area-delete', id: 'x' }), 8);
    expect(absent.state).toBe(again.state);
    expect(absent.result).toMatchObject({ code: 'AREA_MISSING' });
  });
});
