import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { anyCommand } from '../../test/command-arbitraries.js';
import { applyCommand } from '../commands/apply-command.js';
import type { Command } from '../commands/command.js';
import { encodeCommand } from '../wire/command-codec.js';
import { encodeSnapshot, hashState } from './snapshot.js';
import { SnapshotReader } from './snapshot-reader.js';
import { emptyState, type State, type TreeName } from './state.js';

function stateAfter(commands: readonly Command[], first = 1): State {
  return commands.reduce(
    (state, command, at) => applyCommand(state, encodeCommand(command), at + first).state,
    emptyState(),
  );
}

function contents(state: State): unknown {
  const names = Object.keys(state.trees) as TreeName[];
  const trees = names.map((name) => [name, [...state.trees[name].entries()]]);
  return { trees, tableIndexes: state.tableIndexes };
}

function bytesOf(state: State): Uint8Array {
  return Buffer.concat([...encodeSnapshot(state)]);
}

function read(chunks: Iterable<Uint8Array>): ReturnType<SnapshotReader['finish']> {
  const reader = new SnapshotReader();
  for (const chunk of chunks) reader.push(chunk);
  return reader.finish();
}

function isState(outcome: ReturnType<typeof read>): outcome is State {
  return 'trees' in outcome;
}

const history = fc.array(anyCommand, { maxLength: 30 });

describe('a snapshot', () => {
  test.prop([history, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 50 })])(
    'gives back the state it was taken of, however it is cut',
    (commands, chunkBytes, cut) => {
      const state = stateAfter(commands);
      const bytes = Buffer.concat([...encodeSnapshot(state, { chunkBytes })]);
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += cut) chunks.push(bytes.subarray(at, at + cut));
      const restored = read(chunks);
      if (!isState(restored)) throw new Error(restored.message);
      expect(contents(restored)).toEqual(contents(state));
      expect(hashState(restored)).toBe(hashState(state));
      expect(bytesOf(restored)).toEqual(Buffer.from(bytesOf(state)));
    },
  );

  test.prop([history, history])(
    'of a replica that restored and went on equals that of one that saw it all',
    (before, after) => {
      const seen = stateAfter(before);
      const restored = read(encodeSnapshot(seen));
      if (!isState(restored)) throw new Error(restored.message);
      const goOn = (state: State): State =>
        after.reduce(
          (held, command, at) => applyCommand(held, encodeCommand(command), at + 100).state,
          state,
        );
      expect(hashState(goOn(restored))).toBe(hashState(goOn(seen)));
    },
  );

  test.prop([history, history])('stays at its point in time', (before, after) => {
    const state = stateAfter(before);
    const whole = bytesOf(state);
    const chunks: Uint8Array[] = [];
    const pending = encodeSnapshot(state, { chunkBytes: 1 });
    let held = state;
    for (const [at, command] of after.entries()) {
      const next = pending.next();
      if (!next.done) chunks.push(next.value);
      held = applyCommand(held, encodeCommand(command), at + 100).state;
    }
    for (const chunk of pending) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toEqual(Buffer.from(whole));
  });

  test.prop([history, fc.nat(), fc.integer({ min: 1, max: 255 })])(
    'that was damaged is refused',
    (commands, at, flip) => {
      const bytes = bytesOf(stateAfter(commands));
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      expect(isState(read([bytes]))).toBe(false);
    },
  );

  test.prop([history, fc.nat()])('that was cut off is refused', (commands, at) => {
    const bytes = bytesOf(stateAfter(commands));
    expect(isState(read([bytes.subarray(0, at % bytes.length)]))).toBe(false);
  });

  test.prop([fc.uint8Array({ maxLength: 100 })])('of any bytes is refused', (bytes) => {
    expect(isState(read([bytes]))).toBe(false);
  });
});

describe('a snapshot reader', () => {
  it('refuses a record above its bound before there is room for it', () => {
    const reader = new SnapshotReader({ recordBytesMax: 1000 });
    const header = new Uint8Array([0xff, 0xff, 0xff, 0x7f]);
    expect(reader.push(header)).toMatchObject({ code: 'RECORD_TOO_LARGE' });
    expect(reader.push(new Uint8Array(1))).toMatchObject({ code: 'RECORD_TOO_LARGE' });
    expect(reader.finish()).toMatchObject({ code: 'RECORD_TOO_LARGE' });
  });

  it('refuses what follows the trailer', () => {
    const bytes = bytesOf(emptyState());
    expect(read([bytes, bytes])).toMatchObject({ code: 'MALFORMED' });
    expect(read([bytes, new Uint8Array(1)])).toMatchObject({ code: 'INCOMPLETE' });
  });
});
