import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Configuration, ServerAddress } from './membership.js';
import { majorityOf, quorumValue, voteResult } from './quorum.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const servers = (names: readonly string[]): ServerAddress[] =>
  names.map((id) => ({ id, address: id }));

const configurations: fc.Arbitrary<Configuration> = fc
  .tuple(fc.subarray(ids, { minLength: 1 }), fc.subarray(ids))
  .map(([voters, outgoing]) => ({
    voters: servers(voters),
    votersOutgoing: servers(outgoing),
    learners: [],
  }));

const halves = (configuration: Configuration): readonly (readonly ServerAddress[])[] =>
  [configuration.voters, configuration.votersOutgoing].filter((half) => half.length > 0);

/** Whether these servers alone decide, by definition: more than half of every half. */
function decides(configuration: Configuration, has: (id: string) => boolean): boolean {
  return halves(configuration).every(
    (half) => half.filter((voter) => has(voter.id)).length * 2 > half.length,
  );
}

describe('quorum arithmetic', () => {
  it('commits exactly the highest value that a quorum has reached', () => {
    const values = fc.dictionary(fc.constantFrom(...ids), fc.nat(10));
    fc.assert(
      fc.property(configurations, values, (configuration, reached) => {
        const expected = Math.max(
          0,
          ...Array.from({ length: 11 }, (_, value) => value).filter((value) =>
            decides(configuration, (id) => (reached[id] ?? 0) >= value),
          ),
        );
        expect(quorumValue(configuration, (id) => reached[id] ?? 0)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('decides elections as a count of every possible continuation does', () => {
    const ballots = fc.dictionary(fc.constantFrom(...ids), fc.boolean());
    fc.assert(
      fc.property(configurations, ballots, (configuration, cast) => {
        const votes = new Map(Object.entries(cast));
        const isWon = decides(configuration, (id) => votes.get(id) === true);
        const isOpen = decides(configuration, (id) => votes.get(id) !== false);
        const expected = isWon ? 'won' : isOpen ? 'pending' : 'lost';
        expect(voteResult(configuration, votes)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never lets two disjoint sets of servers both decide', () => {
    fc.assert(
      fc.property(configurations, fc.subarray(ids), (configuration, chosen) => {
        const isIn = (id: string): boolean => chosen.includes(id);
        const both = decides(configuration, isIn) && decides(configuration, (id) => !isIn(id));
        expect(both).toBe(false);
      }),
    );
  });

  it('needs more than half', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(majorityOf)).toEqual([1, 2, 2, 3, 3, 4, 4]);
  });

  it('has no quorum without voters', () => {
    expect(quorumValue({ voters: [], votersOutgoing: [], learners: [] }, () => 5)).toBe(0);
  });
});
