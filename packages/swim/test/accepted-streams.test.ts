import { describe, expect, test } from 'vitest';
import { createMemberlistCodec, lanConfig, resolveConfig } from '../src/index.js';
import { CoreBench, endpointOf, record } from './support/core-bench.js';

const plainCodec = createMemberlistCodec({ compression: false });
const MAX_BYTES = 1_048_576;
const quiet = { probeIntervalMs: 0, gossipIntervalMs: 0, pushPullIntervalMs: 0 } as const;

/** A bench whose accepted streams may hold so much together. */
function bench(): CoreBench {
  return new CoreBench({ ...quiet, acceptedStreamBytesMax: MAX_BYTES });
}

function userMessage(lengthBytes: number): Uint8Array {
  const payload = new Uint8Array(lengthBytes);
  return plainCodec.encodeStream({ type: 'user', payload }, { side: 'dialled' });
}

/** Of a message longer than anything here. */
const FIRST_BYTES = userMessage(4 * MAX_BYTES).slice(0, 16);

/** A peer opens a stream, and says so many bytes of a message without an end. */
function begin(m0: CoreBench, streamId: number, countBytes: number): readonly number[] {
  m0.give({ type: 'stream-accepted', streamId, from: endpointOf('m1') });
  return [
    ...say(m0, streamId, FIRST_BYTES),
    ...say(m0, streamId, new Uint8Array(countBytes - FIRST_BYTES.length)),
  ];
}

/** @returns which streams were closed by it. */
function say(m0: CoreBench, streamId: number, bytes: Uint8Array): readonly number[] {
  const effects = m0.give({ type: 'stream-data', streamId, bytes });
  return effects.flatMap((effect) => (effect.type === 'close-stream' ? [effect.streamId] : []));
}

describe('accepted streams that have not said what they want', () => {
  test('hold no more than their budget together; the one that holds most is closed', () => {
    const m0 = bench();
    expect(begin(m0, -1, 400_000)).toEqual([]);
    expect(begin(m0, -2, 500_000)).toEqual([]);
    expect(say(m0, -1, new Uint8Array(MAX_BYTES - 900_000))).toEqual([]);
    expect(m0.rejects()).toEqual([]);
    expect(begin(m0, -3, 1_000)).toEqual([-1]);
    expect(m0.rejects()).toEqual(['stream-bytes-limit']);
  });

  test('are closed themselves when they hold most', () => {
    const m0 = bench();
    expect(begin(m0, -1, 500_000)).toEqual([]);
    expect(begin(m0, -2, 600_000)).toEqual([-2]);
    expect(say(m0, -2, new Uint8Array(10))).toEqual([]);
    expect(say(m0, -1, new Uint8Array(500_000))).toEqual([]);
  });

  test('give back what they held when they are understood, refused or closed', () => {
    const m0 = bench();
    for (let streamId = -1; streamId >= -8; streamId -= 1) {
      expect(begin(m0, streamId, 600_000)).toEqual([]);
      m0.give({ type: 'stream-closed', streamId });
    }
    for (let streamId = -11; streamId >= -14; streamId -= 1) {
      m0.give({ type: 'stream-accepted', streamId, from: endpointOf('m1') });
      expect(say(m0, streamId, userMessage(600_000))).toEqual([]);
    }
    for (let streamId = -21; streamId >= -24; streamId -= 1) {
      m0.give({ type: 'stream-accepted', streamId, from: endpointOf('m1') });
      expect(say(m0, streamId, new Uint8Array(600_000).fill(0xff))).toEqual([streamId]);
    }
    expect(m0.rejects()).not.toContain('stream-bytes-limit');
    expect(begin(m0, -31, MAX_BYTES)).toEqual([]);
  });

  test('leave room for a peer that says something short', () => {
    const m0 = bench();
    begin(m0, -1, MAX_BYTES);
    const said = { type: 'push-pull', isJoin: false, nodes: [record('m1', 'alive')] } as const;
    const answers = m0.converse('m1', { ...said, userState: new Uint8Array(0) }, -2);
    expect(answers.map(({ type }) => type)).toEqual(['push-pull']);
    expect(m0.rejects()).toEqual(['stream-bytes-limit']);
  });
});

test('the budget of accepted streams takes at least one of the longest messages unless told otherwise', () => {
  expect(lanConfig('m0').acceptedStreamBytesMax).toBeGreaterThan(40 * 1_048_576);
  expect(() => resolveConfig({ name: 'm0', acceptedStreamBytesMax: 1 })).toThrow(
    'acceptedStreamBytesMax',
  );
});
