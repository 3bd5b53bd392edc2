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

  const member = {
    voters: [address('a'), address('b')],
    votersOutgoing: [],
    learners: [address('l')],
  };

  it.each<readonly [string, string, MembershipChange]>([
    ['unknown-server', 'x', { type: 'promote', id: 'x' }],
    ['unknown-server', 'x', { type: 'demote', id: 'x' }],
    ['unknown-server', 'x', { type: 'remove', id: 'x' }],
    ['unknown-server', 'x', { type: 'set-address', id: 'x', address: 'y' }],
    ['already-voter', 'a', { type: 'promote', id: 'a' }],
    ['already-voter', 'a', { type: 'add-voter', ...address('a') }],
    ['already-voter', 'a', { type: 'add-learner', ...address('a') }],
    ['not-a-voter', 'l', { type: 'demote', id: 'l' }],
    ['invalid-server', '', { type: 'add-voter', id: '', address: 'x' }],
    ['invalid-server', 'x', { type: 'add-learner', id: 'x', address: '' }],
    ['invalid-server', 'a', { type: 'set-address', id: 'a', address: 'x'.repeat(256) }],
    ['named-twice', 'x', { type: 'set-voters', voters: [address('x'), address('x')] }],
    ['address-taken', 'x', { type: 'add-voter', id: 'x', address: 'a' }],
    ['address-taken', 'x', { type: 'add-learner', id: 'x', address: 'l' }],
    ['address-taken', 'a', { type: 'set-address', id: 'a', address: 'b' }],
    [
      'address-taken',
      'x',
      { type: 'set-voters', voters: [address('a'), { id: 'x', address: 'l' }] },
    ],
  ])('says %s of %j', (reason, server, change) => {
    expect(planMembership(member, [change])).toEqual({ type: 'rejected', reason, server });
  });

  it('lets a server take the address of one that leaves, and two change places', () => {
    const replaced: MembershipChange[] = [
      { type: 'remove', id: 'b' },
      { type: 'add-voter', id: 'x', address: 'b' },
    ];
    const swapped: MembershipChange[] = [
      { type: 'set-address', id: 'a', address: 'b' },
      { type: 'set-address', id: 'b', address: 'a' },
    ];
    for (const list of [replaced, swapped])
      expect(planMembership(member, list).type).toBe('planned');
  });

  it('does not stop a group whose members have one address already', () => {
    const voters = [address('a'), { id: 'b', address: 'a' }];
    const old = { voters, votersOutgoing: [], learners: [address('l')] };
    expect(planMembership(old, [{ type: 'promote', id: 'l' }]).type).toBe('planned');
  });

  it('says so when nothing would change', () => {
    const start: Configuration = { voters: [address('a')], votersOutgoing: [], learners: [] };
    expect(planMembership(start, [])).toEqual({ type: 'unchanged' });
    expect(planMembership(start, [{ type: 'set-voters', voters: [address('a')] }])).toEqual({
      type: 'unchanged',
    });
  });
});
