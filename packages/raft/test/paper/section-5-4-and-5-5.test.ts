import { describe, expect, it } from 'vitest';
import type { Entry, PlantedBug, RaftMessage } from '../../src/core/index.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

// Claims of section 5.4, "Safety", and 5.5 of the extended Raft paper.

function entry(index: number, term: number): Entry {
  return { index, term, kind: 'command', data: Uint8Array.of(index, term) };
}

/** Gives a server entries of these terms behind the bootstrap entry. */
function fill(group: InteractionGroup, id: string, terms: readonly number[], term: number): void {
  group.receive({
    type: 'append-request',
    from: 'x',
    to: id,
    term,
    session: 1,
    round: 1,
    previousIndex: 1,
    previousTerm: 1,
    commitIndex: 0,
    entries: terms.map((each, at) => entry(at + 2, each)),
  });
  group.sync(id);
  group.drop();
}

/** Asks `a`, whose log has these terms, for its vote on behalf of a log that ends so. */
function isVoteGiven(
  ownTerms: readonly number[],
  last: readonly [index: number, term: number],
  plantedBug?: PlantedBug,
): boolean {
  const group = new InteractionGroup({
    voters: ['a', 'b', 'c'],
    ...(plantedBug === undefined ? {} : { plantedBug }),
  });
  fill(group, 'a', ownTerms, Math.max(1, ...ownTerms));
  group.nowMs += 1_000;
  group.receive({
    type: 'vote-request',
    from: 'b',
    to: 'a',
    term: 9,
    isPreVote: false,
    isTransfer: false,
    lastIndex: last[0],
    lastTerm: last[1],
  });
  group.sync('a');
  return group.inflight.some((message) => message.type === 'vote-response' && message.isGranted);
}

describe('5.4.1 Election restriction', () => {
  it('if the logs end in different terms, the later term is more up to date (R3)', () => {
    expect(isVoteGiven([2, 2, 2], [2, 3])).toBe(true);
    expect(isVoteGiven([3], [9, 2])).toBe(false);
  });

  it('if they end in the same term, the longer log is (R3)', () => {
    expect(isVoteGiven([2, 2], [3, 2])).toBe(true);
    expect(isVoteGiven([2, 2], [4, 2])).toBe(true);
    expect(isVoteGiven([2, 2], [2, 2])).toBe(false);
  });

  it('comparing lengths first, as some have done, would elect a log that lacks commits', () => {
    expect(isVoteGiven([3], [9, 2], 'vote-compare-index-first')).toBe(true);
  });

  it('the same holds for pre-votes (R15)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    fill(group, 'a', [2, 2], 2);
    group.nowMs += 1_000;
    const ask = (lastIndex: number): RaftMessage => ({
      type: 'vote-request',
      from: 'b',
      to: 'a',
      term: 3,
      isPreVote: true,
      isTransfer: false,
      lastIndex,
      lastTerm: 2,
    });
    group.receive(ask(2));
    group.receive(ask(3));
    expect(group.inflight.map((message) => 'isGranted' in message && message.isGranted)).toEqual([
      false,
      true,
    ]);
  });
});

/**
 * Figure 8: an entry of term 2 is on a majority, but the server with an entry of term 3 can still
 * win and overwrite it.
 */
function figure8(plantedBug?: PlantedBug): { group: InteractionGroup; commitIndex: number } {
  const group = new InteractionGroup({
    voters: ['s1', 's2', 's3', 's4', 's5'],
    config: { messageBytesMax: 1 },
    ...(plantedBug === undefined ? {} : { plantedBug }),
  });
  fill(group, 's1', [2], 2);
  fill(group, 's2', [2], 2);
  fill(group, 's5', [3], 3);
  // S1 leads term 4 with S2 and S3, and has copied the old entry to S3, not yet its own no-op.
  group.isolate('s4');
  group.isolate('s5');
  group.nowMs += 2_000;
  group.timeout('s1');
  for (let round = 0; round < 40; round += 1) {
    const hasOldOnly = group.status('s3').lastIndex === 2;
    if (hasOldOnly) break;
    group.deliver();
    for (const id of ['s1', 's2', 's3']) group.sync(id);
    group.inflight = group.inflight.filter(
      (message) => message.type !== 'append-request' || message.entries.every((e) => e.term < 4),
    );
  }
  group.sync('s1');
  group.sync('s3');
  group.inflight = group.inflight.filter((message) => message.type === 'append-response');
  group.deliver();
  return { group, commitIndex: group.status('s1').commitIndex };
}

describe('5.4.2 Committing entries from previous terms', () => {
  it('figure 8: an entry of an earlier term is not committed by counting copies (R23)', () => {
    const { group, commitIndex } = figure8();
    expect(group.leaders).toContain('s1');
    expect(group.terms('s3')).toEqual([1, 2]);
    expect(commitIndex).toBeLessThan(2);
  });

  it('figure 8: counting would commit it', () => {
    expect(figure8('old-term-commit').commitIndex).toBe(2);
  });

  it('figure 8: once an entry of the own term is committed, the earlier one is too', () => {
    const { group } = figure8();
    for (let beat = 0; beat < 3; beat += 1) {
      group.tick('s1');
      group.stabilize();
    }
    expect(group.status('s1').commitIndex).toBe(3);
    group.heal();
    for (let beat = 0; beat < 4; beat += 1) {
      group.tick('s1');
      group.stabilize();
    }
    expect(group.terms('s5')).toEqual(group.terms('s1'));
  });

  it('a new leader begins its term with an entry of its own (R24)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.elect('a');
    expect(group.status('a').lastTerm).toBe(group.status('a').term);
  });
});

describe('5.5 Follower and candidate crashes', () => {
  it('a crashed follower catches up after its restart', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.elect('a');
    group.crash('c');
    group.propose('a', 'x', 'y');
    group.stabilize();
    group.restart('c');
    for (let beat = 0; beat < 3; beat += 1) {
      group.tick('a');
      group.stabilize();
    }
    expect(group.terms('c')).toEqual(group.terms('a'));
  });

  it('requests may be repeated: an append that arrives twice changes nothing more', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.elect('a');
    group.propose('a', 'x');
    const repeated = group.inflight.filter((message) => message.to === 'b');
    group.stabilize();
    const before = group.terms('b');
    for (const message of repeated) group.receive(message);
    group.stabilize();
    expect(group.terms('b')).toEqual(before);
    expect(group.status('b').lastIndex).toBe(group.status('a').lastIndex);
  });
});
