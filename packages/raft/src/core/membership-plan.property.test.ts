import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allVoters, type Configuration, isJoint, leaveJoint } from './membership.js';
import type { MembershipChange } from './membership-change.js';
import { planMembership } from './membership-plan.js';

const ids = ['a', 'b', 'c', 'd', 'e'];
const address = (id: string): { id: string; address: string } => ({ id, address: id });

const configurations: fc.Arbitrary<Configuration> = fc
  .tuple(fc.subarray(ids, { minLength: 1 }), fc.subarray(ids))
  .map(([voters, learners]) => ({
    voters: voters.map(address),
    votersOutgoing: [],
    learners: learners.filter((id) => !voters.includes(id)).map(address),
  }));

const id = fc.constantFrom(...ids);
const changes: fc.Arbitrary<MembershipChange> = fc.oneof(
  id.map((each): MembershipChange => ({ type: 'add-learner', ...address(each) })),
  id.map((each): MembershipChange => ({ type: 'add-voter', ...address(each) })),
  id.map((each): MembershipChange => ({ type: 'promote', id: each })),
  id.map((each): MembershipChange => ({ type: 'demote', id: each })),
  id.map((each): MembershipChange => ({ type: 'remove', id: each })),
  fc
    .subarray(ids)
    .map((each): MembershipChange => ({ type: 'set-voters', voters: each.map(address) })),
);

const names = (servers: readonly { readonly id: string }[]): string[] =>
  servers.map((server) => server.id).sort();

/** What changes one after the other lead to, each on its own; undefined when one is refused. */
function oneByOne(
  configuration: Configuration,
  list: readonly MembershipChange[],
): Configuration | undefined {
  let current = configuration;
  for (const change of list) {
    const plan = planMembership(current, [change]);
    if (plan.type === 'rejected') return undefined;
    if (plan.type === 'planned') current = leaveJoint(plan.configuration);
  }
  return current;
}

describe('a membership plan', () => {
  it('leads where the changes would lead one by one', () => {
    fc.assert(
      fc.property(configurations, fc.array(changes, { maxLength: 4 }), (start, list) => {
        const expected = oneByOne(start, list);
        const plan = planMembership(start, list);
        if (expected === undefined) return;
        const reached = plan.type === 'planned' ? leaveJoint(plan.configuration) : start;
        expect(plan.type).not.toBe('rejected');
        expect(names(reached.voters)).toEqual(names(expected.voters));
        expect(names(reached.learners)).toEqual(names(expected.learners));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is joint exactly when more than one voter changes, and then keeps all old voters', () => {
    fc.assert(
      fc.property(configurations, fc.array(changes, { maxLength: 4 }), (start, list) => {
        const plan = planMembership(start, list);
        if (plan.type !== 'planned') return;
        const before = names(start.voters);
        const after = names(plan.configuration.voters);
        const gained = after.filter((each) => !before.includes(each)).length;
        const lost = before.filter((each) => !after.includes(each)).length;
        expect(isJoint(plan.configuration)).toBe(gained + lost > 1);
        if (isJoint(plan.configuration)) {
          expect(names(plan.configuration.votersOutgoing)).toEqual(before);
          expect(names(allVoters(plan.configuration))).toEqual(
            [...new Set([...before, ...after])].sort(),
          );
        }
        expect(plan.newVoters.sort()).toEqual(after.filter((each) => !before.includes(each)));
        expect(after.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never leaves the group without voters', () => {
    const start: Configuration = { voters: [address('a')], votersOutgoing: [], learners: [] };
    for (const type of ['remove', 'demote'] as const) {
      const plan = planMembership(start, [{ type, id: 'a' }]);
      expect(plan).toEqual({ type: 'rejected', reason: 'no-voters' });
    }
  });

  it('changes an address without touching the membership', () => {
    const start: Configuration = { voters: [address('a')], votersOutgoing: [], learners: [] };
    const plan = planMembership(start, [{ type: 'set-address', id: 'a', address: 'elsewhere' }]);
    expect(plan).toMatchObject({
      type: 'planned',
      newVoters: [],
      configuration: { voters: [{ id: 'a', address: 'elsewhere' }], votersOutgoing: [] },
    });
  });

  it('says so when nothing would change', () => {
    const start: Configuration = { voters: [address('a')], votersOutgoing: [], learners: [] };
    expect(planMembership(start, [])).toEqual({ type: 'unchanged' });
    expect(planMembership(start, [{ type: 'set-voters', voters: [address('a')] }])).toEqual({
      type: 'unchanged',
    });
  });
});
