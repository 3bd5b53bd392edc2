import { describe, expect, it } from 'vitest';
import type { Entry, RaftMessage } from '../../src/core/index.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

// Claims of section 5.3, "Log replication", of the extended Raft paper.

const three = (): InteractionGroup => new InteractionGroup({ voters: ['a', 'b', 'c'] });

function entry(index: number, term: number): Entry {
  return { index, term, kind: 'command', data: Uint8Array.of(index, term) };
}

function append(
  previous: readonly [index: number, term: number],
  entries: readonly Entry[],
  fields: Partial<Extract<RaftMessage, { type: 'append-request' }>> = {},
): RaftMessage {
  return {
    type: 'append-request',
    from: 'b',
    to: 'a',
    term: 5,
    session: 1,
    round: 1,
    previousIndex: previous[0],
    previousTerm: previous[1],
    commitIndex: 0,
    entries,
    ...fields,
  };
}

function lastSaid(group: InteractionGroup, from: string): RaftMessage | undefined {
  let last: RaftMessage | undefined;
  for (const effect of group.effects) {
    if (effect.type === 'send' && effect.message.from === from) last = effect.message;
  }
  return last;
}

/** A server `a` whose log, behind the bootstrap entry, has these terms. */
function withLog(...terms: number[]): InteractionGroup {
  const group = three();
  const term = Math.max(1, ...terms);
  group.receive(
    append(
      [1, 1],
      terms.map((each, at) => entry(at + 2, each)),
      { term },
    ),
  );
  group.sync('a');
  return group;
}

describe('5.3 Log replication', () => {
  it('the leader appends the command and sends it to the others in parallel with its own disk', () => {
    const group = three();
    group.elect('a');
    const effects = group.propose('a', 'x');
    const types = effects.map((effect) => effect.type);
    expect(types).toEqual(['proposal-outcome', 'send', 'send', 'persist']);
  });

  it('an entry is committed once a majority holds it, which then lets it be applied', () => {
    const group = three();
    group.elect('a');
    const { commitIndex } = group.status('a');
    group.propose('a', 'x');
    group.sync('a');
    expect(group.status('a').commitIndex).toBe(commitIndex);
    group.deliver('a', 'b');
    group.sync('b');
    group.deliver('b', 'a');
    expect(group.status('a').commitIndex).toBe(commitIndex + 1);
  });

  it('the leader may be the last to have it on disk, but applies only then (R25)', () => {
    const group = three();
    group.elect('a');
    group.propose('a', 'x');
    group.deliver();
    group.sync('b');
    group.sync('c');
    group.deliver();
    const { commitIndex, durableIndex } = group.status('a');
    expect(commitIndex).toBe(durableIndex + 1);
    group.work('a');
    expect(group.status('a').appliedIndex).toBeLessThan(commitIndex);
    group.sync('a');
    group.work('a');
    expect(group.status('a').appliedIndex).toBe(commitIndex);
  });

  it('a group of one shows nothing that its disk could lose (R25)', () => {
    const group = new InteractionGroup({ voters: ['a'] });
    group.elect('a');
    group.propose('a', 'x');
    expect(group.effects.at(-1)).toMatchObject({ type: 'persist' });
    expect(group.status('a').commitIndex).toBe(2);
    group.sync('a');
    expect(group.status('a').commitIndex).toBe(3);
  });

  it('the leader retries for ever, even when all answers were lost (R32)', () => {
    const group = three();
    group.elect('a');
    group.propose('a', 'x');
    group.drop();
    for (let beat = 0; beat < 4; beat += 1) {
      group.tick('a');
      group.stabilize();
    }
    for (const id of ['b', 'c'])
      expect(group.status(id).lastIndex).toBe(group.status('a').lastIndex);
  });

  it('followers learn of commits with appends or heartbeats, and apply in log order', () => {
    const group = three();
    group.elect('a');
    group.propose('a', 'x', 'y');
    group.stabilize();
    for (let beat = 0; beat < 2; beat += 1) {
      group.tick('a');
      group.stabilize();
    }
    for (const id of ['a', 'b', 'c']) {
      const indexes = group.member(id).applied.map((applied) => applied.index);
      expect(indexes).toEqual([1, 2, 3, 4]);
    }
  });

  it('a follower that lacks the previous entry refuses', () => {
    const group = withLog(2, 2);
    group.receive(append([9, 4], [entry(10, 4)]));
    group.sync('a');
    expect(lastSaid(group, 'a')).toMatchObject({ isAccepted: false, index: 9, hintIndex: 3 });
    expect(group.status('a').lastIndex).toBe(3);
  });

  it('a follower whose previous entry has another term refuses and names the term below (R29)', () => {
    const group = withLog(2, 3, 3, 3);
    group.receive(append([5, 2], []));
    group.sync('a');
    expect(lastSaid(group, 'a')).toMatchObject({ isAccepted: false, hintIndex: 2, hintTerm: 2 });
  });

  it('conflicting entries are replaced by the leader’s', () => {
    const group = withLog(2, 2, 3);
    group.receive(append([3, 2], [entry(4, 4), entry(5, 4)]));
    expect(group.terms('a')).toEqual([1, 2, 2, 4, 4]);
  });

  it('entries that are already there are not cut by an older message (R19)', () => {
    const group = withLog(2, 2, 2, 2);
    group.receive(append([1, 1], [entry(2, 2)], { term: 2 }));
    expect(group.terms('a')).toEqual([1, 2, 2, 2, 2]);
  });

  it('the acknowledgement names what the message covers, not what the follower has (R20)', () => {
    const group = withLog(2, 2, 2);
    group.receive(append([1, 1], [entry(2, 2)]));
    group.sync('a');
    expect(lastSaid(group, 'a')).toMatchObject({ isAccepted: true, index: 2 });
  });

  it('and is said only when those entries are durable (R20)', () => {
    const group = three();
    group.receive(append([1, 1], [entry(2, 5)]));
    expect(lastSaid(group, 'a')).toBeUndefined();
    group.sync('a');
    expect(lastSaid(group, 'a')).toMatchObject({ isAccepted: true, index: 2 });
  });

  it('a follower commits no further than the message shows its log to agree (R21)', () => {
    const group = withLog(2, 2, 2);
    group.receive(append([1, 1], [entry(2, 2)], { commitIndex: 4 }));
    expect(group.status('a').commitIndex).toBe(2);
  });

  it('a heartbeat does not commit entries of which the leader knows nothing (R22)', () => {
    const group = withLog(2, 2, 2);
    group.receive({
      type: 'heartbeat',
      from: 'b',
      to: 'a',
      term: 5,
      session: 1,
      round: 1,
      commitIndex: 4,
    });
    expect(group.status('a').commitIndex).toBe(0);
  });

  it('a leader never overwrites or deletes entries of its own log', () => {
    const group = three();
    group.elect('a');
    const { lastIndex, term } = group.status('a');
    group.receive(append([1, 1], [entry(2, 1)], { term: term - 1 }));
    group.receive(append([1, 1], [entry(2, 1)], { term }));
    expect(group.status('a')).toMatchObject({ lastIndex, role: 'leader' });
  });

  it('a message whose entries are not in order is refused and changes nothing', () => {
    const group = three();
    for (const entries of [[entry(3, 5)], [entry(2, 5), entry(2, 5)], [entry(2, 6)]]) {
      group.receive(append([1, 1], entries));
      expect(group.status('a').lastIndex).toBe(1);
      expect(group.output.filter((line) => line.endsWith('malformed'))).not.toEqual([]);
      group.output = [];
    }
  });

  it.each([
    ['(a) lacks one entry', [1, 1, 4, 4, 5, 5, 6, 6]],
    ['(b) lacks many', [1, 1, 4]],
    ['(c) has one too many', [1, 1, 4, 4, 5, 5, 6, 6, 6, 6]],
    ['(d) has two of another term', [1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7]],
    ['(e) lacks and has', [1, 1, 4, 4, 4, 4]],
    ['(f) has terms nobody else knows', [1, 1, 2, 2, 2, 3, 3, 3, 3, 3]],
  ])('figure 7 %s: the follower’s log becomes the leader’s', (_, followerTerms) => {
    const leaderTerms = [1, 1, 4, 4, 5, 5, 6, 6, 6];
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    const fill = (id: string, terms: readonly number[]): void => {
      const entries = terms.map((term, at) => entry(at + 2, term));
      group.receive({ ...append([1, 1], entries, { term: 7 }), to: id, from: 'x' } as RaftMessage);
      group.sync(id);
    };
    fill('a', leaderTerms);
    fill('b', leaderTerms);
    fill('c', followerTerms);
    group.drop();
    group.elect('a');
    for (let beat = 0; beat < 3; beat += 1) {
      group.tick('a');
      group.stabilize();
    }
    expect(group.leaders).toEqual(['a']);
    expect(group.terms('c')).toEqual([1, ...leaderTerms, group.status('a').term]);
    expect(group.terms('c')).toEqual(group.terms('a'));
  });
});
