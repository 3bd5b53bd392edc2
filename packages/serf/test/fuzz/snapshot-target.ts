import { randomBelow } from '@konsul/runtime/core';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { type RecoveredState, replaySnapshot } from '../../src/core/snapshot-replay.js';

const LINES: readonly string[] = [
  'alive: node-a 127.0.0.1:7946',
  'alive: node b [fe80::1]:65535',
  'not-alive: node-a',
  'clock: 17',
  'event-clock: 4503599627370496',
  'query-clock: 9007199254740993',
  'leave',
  'coordinate: {}',
  '# comment',
  'alive: node-c 999.0.0.1:1',
  'alive:  127.0.0.1:7946',
  'clock: -1',
];
const LINE_COUNT_MAX = 20;
const corpus = LINES.map((line) => Buffer.from(`${line}\n`));

function examine(state: RecoveredState, text: string): readonly string[] {
  for (const time of [state.memberTime, state.eventTime, state.queryTime]) {
    if (!Number.isSafeInteger(time) || time < 0) throw new Error(`a clock says ${time}`);
  }
  for (const [name, { port }] of state.alive) {
    if (name === '' || name.includes('\n')) throw new Error(`a member is called ${name}`);
    if (!(port >= 1 && port <= 0xffff)) throw new Error(`a member listens on ${port}`);
  }
  if (state.alive.size > text.length) throw new Error(`${state.alive.size} members`);
  return [
    state.alive.size > 0 ? 'members' : 'no members',
    state.memberTime > 0 ? 'a time' : 'no time',
    state.unknownLineCount > 0 ? 'unknown lines' : 'known lines',
  ];
}

/** Lines of a snapshot in any order, some damaged, the last perhaps cut off. */
export const snapshotTarget: FuzzTarget = {
  name: 'serf-snapshot',
  weight: 1,
  allocatedBytesMax: 64 * 1024,
  outcomes: ['members', 'no members', 'a time', 'no time', 'unknown lines', 'known lines'],
  draw(rng) {
    const lines = Array.from({ length: 1 + randomBelow(rng, LINE_COUNT_MAX) }, () => {
      const line = corpus[randomBelow(rng, corpus.length)] ?? Buffer.alloc(0);
      return randomBelow(rng, 4) === 0 ? damaged(line, { rng, others: corpus }) : line;
    });
    return Uint8Array.from(Buffer.concat(lines));
  },
  read(input) {
    const text = Buffer.from(input).toString();
    const isRejoinAfterLeave = input.length % 2 === 0;
    const state = replaySnapshot(text, { isRejoinAfterLeave });
    return () => examine(state, text);
  },
};
