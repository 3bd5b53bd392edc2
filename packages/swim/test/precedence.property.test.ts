import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PacketMessage } from '../src/index.js';
import { alive, CoreBench, dead, suspect } from './support/core-bench.js';

const tuning = {
  probeIntervalMs: 1_000_000,
  probeTimeoutMs: 1,
  pushPullIntervalMs: 0,
  gossipIntervalMs: 0,
};

interface Verdict {
  readonly incarnation: number;
  /** What wins at one incarnation: death over suspicion over life. */
  readonly rank: number;
}

const RANKS: Readonly<Record<string, number>> = { alive: 0, suspect: 1, dead: 2 };

const news = fc.record({
  type: fc.constantFrom('alive' as const, 'suspect' as const, 'dead' as const),
  incarnation: fc.integer({ min: 1, max: 6 }),
  from: fc.constantFrom('m2', 'm3', 'm4'),
});

type News = typeof news extends fc.Arbitrary<infer Value> ? Value : never;

function toMessage({ type, incarnation, from }: News): PacketMessage {
  if (type === 'alive') return alive('m1', incarnation);
  return type === 'suspect' ? suspect('m1', incarnation, from) : dead('m1', incarnation, from);
}

function verdictOf(bench: CoreBench): Verdict | undefined {
  const member = bench.core.member('m1');
  if (member === undefined) return undefined;
  return { incarnation: member.incarnation, rank: RANKS[member.state] ?? -1 };
}

function believed(order: readonly News[]): Verdict | undefined {
  const bench = new CoreBench(tuning);
  for (const one of order) bench.hear('m2', toMessage(one));
  return verdictOf(bench);
}

describe('what is believed of a member', () => {
  test('only ever moves forward: by a later life, or by a worse word on the same one', () => {
    fc.assert(
      fc.property(fc.array(news, { maxLength: 20 }), (order) => {
        const bench = new CoreBench(tuning);
        let before: Verdict | undefined;
        for (const one of order) {
          bench.hear('m2', toMessage(one));
          const after = verdictOf(bench);
          if (before === undefined) {
            // Nobody is judged before it is known to exist.
            expect(after === undefined || one.type === 'alive').toBe(true);
          } else if (after !== undefined) {
            expect(after.incarnation).toBeGreaterThanOrEqual(before.incarnation);
            if (after.rank < before.rank) {
              expect(one.type).toBe('alive');
              expect(after.incarnation).toBeGreaterThan(before.incarnation);
            }
          }
          before = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order when each incarnation is announced once and accused at most once', () => {
    const life = fc.array(fc.constantFrom('none' as const, 'suspect' as const, 'dead' as const), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.nat()), (fates, shuffler) => {
        const all: News[] = fates.flatMap((fate, index) => {
          const incarnation = index + 1;
          const announced: News = { type: 'alive', incarnation, from: 'm2' };
          return fate === 'none'
            ? [announced]
            : [announced, { type: fate, incarnation, from: 'm3' }];
        });
        const shuffled = [...all];
        for (let index = shuffled.length - 1; index > 0; index -= 1) {
          const other = (shuffler.next().value ?? 0) % (index + 1);
          [shuffled[index], shuffled[other]] = [shuffled[other] as News, shuffled[index] as News];
        }
        const last = fates.at(-1) ?? 'none';
        const truth = { incarnation: fates.length, rank: last === 'none' ? 0 : (RANKS[last] ?? 0) };
        expect(believed(all)).toEqual(truth);
        // An accusation that overtakes the life it accuses is lost on those who have never heard of
        // the member, or stands at the accused's next life; repeating the news, as gossip and full
        // exchanges do, brings everybody to the same belief.
        expect(believed([...shuffled, ...shuffled])).toEqual(truth);
      }),
      { numRuns: 300 },
    );
  });
});
