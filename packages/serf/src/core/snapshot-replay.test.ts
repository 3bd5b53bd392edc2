import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { replaySnapshot } from './snapshot-replay.js';

const replay = (text: string, isRejoinAfterLeave = false): ReturnType<typeof replaySnapshot> =>
  replaySnapshot(text, { isRejoinAfterLeave });

describe('a snapshot', () => {
  test('is a list of changes', () => {
    const state = replay(
      [
        'alive: a 10.0.0.1:7946',
        'alive: with space 10.0.0.2:7946',
        'alive: six [::1]:7946',
        'clock: 5',
        'event-clock: 6',
        'query-clock: 7',
        'not-alive: a',
        'clock: 9',
        'coordinate: ignored',
        '# comment',
        '',
      ].join('\n'),
    );
    expect([...state.alive]).toEqual([
      ['with space', { host: '10.0.0.2', port: 7_946, name: 'with space' }],
      ['six', { host: '::1', port: 7_946, name: 'six' }],
    ]);
    expect(state).toMatchObject({ memberTime: 9, eventTime: 6, queryTime: 7, unknownLineCount: 0 });
  });

  test('does not count a last line that was cut off', () => {
    expect(replay('clock: 5\nclock: 123').memberTime).toBe(5);
  });

  test('says nothing any more after a leave, unless told otherwise', () => {
    const text = 'alive: a 10.0.0.1:7946\nclock: 5\nleave\nevent-clock: 3\n';
    expect(replay(text)).toMatchObject({ memberTime: 0, eventTime: 3 });
    expect(replay(text).alive.size).toBe(0);
    expect(replay(text, true)).toMatchObject({ memberTime: 5, eventTime: 3 });
    expect(replay(text, true).alive.size).toBe(1);
  });

  test.each([
    'nonsense',
    'alive: ',
    'alive: a',
    'alive: a nowhere:99999',
    'alive: a 10.0.0.1',
    'clock: x',
    'clock: -1',
    'clock: 99999999999999999999',
  ])('counts %j as a line that is not understood', (line) => {
    expect(replay(`${line}\n`).unknownLineCount).toBe(1);
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 300 })])(
    'may hold anything at all',
    (text) => {
      replay(text);
    },
  );
});
