import { seededRng } from '@konsul/runtime/core';
import { describe, expect, test } from 'vitest';
import { drawInput, type FuzzTarget, runCampaign } from './fuzz/campaign.js';
import { damaged } from './fuzz/damage.js';
import { readSession, writeSession } from './fuzz/session.js';

const INPUT = Uint8Array.of(1, 2, 3);

function targetThat(more: Partial<FuzzTarget>): FuzzTarget {
  return {
    name: 'example',
    weight: 1,
    allocatedBytesMax: 1_000,
    outcomes: ['read', 'refused'],
    draw: (rng) => damaged(INPUT, { rng, others: [INPUT] }),
    read: () => () => ['read'],
    ...more,
  };
}

function run(target: FuzzTarget, inputCount = 100): ReturnType<typeof runCampaign> {
  return runCampaign(target, { seed: 3, inputCount, batchTimeoutMs: 200 });
}

describe('a campaign', () => {
  test('says what it came to, and what it ought to have come to', () => {
    const { outcomes, missed, inputCount } = run(targetThat({}));
    expect([...outcomes]).toEqual([['read', 100]]);
    expect(missed).toEqual(['refused']);
    expect(inputCount).toBe(100);
  });

  test('counts a session as what it holds', () => {
    const { outcomes, inputCount } = run(targetThat({ weight: 10 }));
    expect(inputCount).toBe(100);
    expect([...outcomes]).toEqual([['read', 10]]);
  });

  const fail = (): never => {
    throw new Error('no reader');
  };
  const loop = (): never => {
    for (;;);
  };
  const take = (size: number): (() => readonly string[]) => {
    const bytes = new Uint8Array(size);
    return () => [`${bytes.length}`];
  };
  test.each<[string, Partial<FuzzTarget>, string]>([
    ['throws', { read: fail }, 'no reader'],
    ['finds something wrong', { read: () => fail }, 'no reader'],
    ['does not end', { read: loop }, 'timed out'],
    ['takes much memory', { read: () => take(1_001) }, 'asked for 1001 bytes'],
    [
      'takes memory bit by bit',
      {
        read: () => {
          for (let count = 0; count < 101; count += 1) Buffer.alloc(10);
          return () => [];
        },
      },
      'asked for 1010 bytes',
    ],
  ])('ends with the input when a target %s', (_, more, reason) => {
    const target = targetThat(more);
    const hex = Buffer.from(drawInput(target, 3, 0)).toString('hex');
    expect(() => run(target)).toThrow(reason);
    expect(() => run(target)).toThrow(`target example, seed 3, input 0`);
    expect(() => run(target)).toThrow(`hex: ${hex}`);
  });

  test('ends when a target keeps what it has read', () => {
    const kept: number[][] = [];
    const read = (): (() => readonly string[]) => {
      kept.push(new Array<number>(100_000).fill(0.5));
      return () => [];
    };
    expect(() => run(targetThat({ read }))).toThrow('bytes are kept');
    expect(kept.length).toBe(100);
  });

  test('leaves memory as it was to others', () => {
    const before = [Uint8Array, Buffer.alloc];
    expect(() => run(targetThat({ read: fail }))).toThrow();
    expect([Uint8Array, Buffer.alloc]).toEqual(before);
  });

  test('does not ask what an examination takes', () => {
    const read = (): (() => readonly string[]) => () => take(5_000)();
    expect(run(targetThat({ read })).allocatedBytesPeak).toBe(0);
  });
});

describe('an input', () => {
  test('is a function of seed and number', () => {
    const target = targetThat({});
    expect(drawInput(target, 1, 7)).toEqual(drawInput(target, 1, 7));
    const inputs = Array.from({ length: 50 }, (_, number) =>
      Buffer.from(drawInput(target, 1, number)).toString('hex'),
    );
    expect(new Set(inputs).size).toBeGreaterThan(30);
  });

  test('may hold a whole session', () => {
    const steps = [
      { kind: 0, value: 65_535, bytes: INPUT },
      { kind: 255, value: 0, bytes: new Uint8Array(0) },
    ];
    expect(readSession(writeSession(steps))).toEqual(steps);
    expect(readSession(writeSession(steps).subarray(0, 3))).toEqual([]);
  });

  test('is damaged without the original, and without growing beyond bounds', () => {
    const rng = seededRng(1);
    const original = Uint8Array.from(INPUT);
    for (let count = 0; count < 1_000; count += 1) {
      expect(damaged(INPUT, { rng, others: [new Uint8Array(10_000)] }).length).toBeLessThan(4_097);
    }
    expect(INPUT).toEqual(original);
    expect(damaged(new Uint8Array(0), { rng, others: [] }).length).toBeLessThan(4_097);
  });
});
