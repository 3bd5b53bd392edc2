import { describe, expect, it } from 'vitest';
import { bootstrapState, type RaftEffect, type RaftMessage } from '../../src/core/index.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

// Claims of sections 6 (membership), 7 (log compaction) and 8 (clients) of the extended Raft paper,
// and of chapters 3.10, 4, 5 and 6 of Ongaro's dissertation, which supersede them.

function settled(...voters: string[]): InteractionGroup {
  const group = new InteractionGroup({
    voters,
    others: ['x', 'y'],
    config: { trailingEntries: 0 },
  });
  group.elect(voters[0]!);
  beat(group, voters[0]!, 2);
  return group;
}

function beat(group: InteractionGroup, leader: string, count: number): void {
  for (let at = 0; at < count; at += 1) {
    if (group.member(leader).core.leader !== leader) return;
    group.tick(leader);
    group.stabilize();
  }
}

function outcome(effects: readonly RaftEffect[]): unknown {
  const found = effects.find((effect) => effect.type === 'membership-outcome');
  return found?.type === 'membership-outcome' ? found.outcome : undefined;
}

const rejected = (reason: string): unknown => ({ type: 'rejected', reason });
const addVoter = (id: string): { type: 'add-voter'; id: string; address: string } => ({
  type: 'add-voter',
  id,
  address: id,
});

describe('6 Cluster membership changes', () => {
  it('a server uses the latest configuration in its log, committed or not (R33, R37)', () => {
    const group = settled('a', 'b', 'c');
    group.change('a', { type: 'remove', id: 'c' });
    expect(group.status('a').configuration.voters.map((voter) => voter.id)).toEqual(['a', 'b']);
    expect(group.status('a').configurationIndex).toBeGreaterThan(group.status('a').commitIndex);
  });

  it('a truncated configuration gives way to the one before (R33)', () => {
    const group = settled('a', 'b', 'c');
    group.isolate('a');
    group.change('a', { type: 'remove', id: 'c' });
    group.sync('a');
    group.elect('b');
    group.heal();
    beat(group, 'b', 3);
    expect(group.status('a').configuration.voters).toHaveLength(3);
    expect(group.terms('a')).toEqual(group.terms('b'));
  });

  it('only one change may be under way, and none before a commit of the own term (R34)', () => {
    const group = settled('a', 'b', 'c');
    group.change('a', { type: 'remove', id: 'c' });
    const second = group.change('a', { type: 'remove', id: 'b' });
    expect(outcome(second)).toEqual(rejected('change-in-progress'));

    const fresh = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    fresh.timeout('a');
    while (fresh.leaders.length === 0) {
      fresh.deliver();
      for (const id of ['a', 'b', 'c']) fresh.sync(id);
    }
    fresh.drop();
    expect(outcome(fresh.change('a', { type: 'remove', id: 'c' }))).toEqual(
      rejected('change-in-progress'),
    );
  });

  it('joint consensus needs majorities of both configurations (R35)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'], learners: ['d', 'e'] });
    group.elect('a');
    beat(group, 'a', 2);
    const { commitIndex } = group.status('a');
    for (const id of ['b', 'c']) group.isolate(id);
    const voters = ['a', 'd', 'e'].map((id) => ({ id, address: id }));
    group.change('a', { type: 'set-voters', voters });
    group.stabilize();
    expect(group.status('a').commitIndex).toBe(commitIndex);
    group.heal();
    beat(group, 'a', 4);
    expect(group.status('a').configuration.votersOutgoing).toEqual([]);
    expect(group.status('a').configuration.voters.map((voter) => voter.id)).toEqual([
      'a',
      'd',
      'e',
    ]);
  });

  it('a joint configuration is left by whoever leads, not only by who entered it (R36)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'], learners: ['d', 'e'] });
    group.elect('a');
    beat(group, 'a', 2);
    const voters = ['b', 'd', 'e'].map((id) => ({ id, address: id }));
    group.change('a', { type: 'set-voters', voters });
    group.deliver();
    for (const id of ['a', 'b', 'c', 'd', 'e']) group.sync(id);
    group.crash('a');
    group.drop();
    group.elect('b');
    beat(group, 'b', 3);
    expect(group.status('b').configuration.votersOutgoing).toEqual([]);
    expect(group.status('b').configurationIndex).toBe(group.status('b').commitIndex);
  });

  it('new servers join as non-voting members and get a vote when caught up (R38)', () => {
    const group = settled('a', 'b', 'c');
    group.change('a', addVoter('x'));
    expect(group.status('a').configuration.voters).toHaveLength(3);
    group.stabilize();
    beat(group, 'a', 3);
    expect(group.status('a').configuration.voters.map((voter) => voter.id)).toContain('x');
  });

  it('a learner that never answers is given up, and a server without data gets no vote (R38)', () => {
    const group = settled('a', 'b', 'c');
    group.crash('x');
    group.change('a', addVoter('x'));
    beat(group, 'a', 150);
    expect(group.output.some((line) => line.includes('promotion-failed x'))).toBe(true);
    const effects = group.change('a', { type: 'promote', id: 'x' });
    expect(outcome(effects)).toEqual({
      type: 'rejected',
      reason: 'not-caught-up',
      server: 'x',
    });
  });

  it('a leader that removes itself does not count itself, and hands over (R39)', () => {
    const group = settled('a', 'b', 'c');
    group.change('a', { type: 'remove', id: 'a' });
    group.sync('a');
    group.deliver('a', 'b');
    group.sync('b');
    group.deliver('b', 'a');
    expect(group.leaders).toEqual(['a']);
    group.stabilize();
    expect(group.leaders).toHaveLength(1);
    expect(group.leaders).not.toContain('a');
  });

  it('the last voter cannot be removed, and the expected configuration is compared (R40)', () => {
    const group = new InteractionGroup({ voters: ['a'] });
    group.elect('a');
    expect(outcome(group.change('a', { type: 'remove', id: 'a' }))).toEqual(rejected('no-voters'));
    const stale = group.input('a', {
      type: 'change-membership',
      id: 1,
      changes: [addVoter('x')],
      expectedConfigurationIndex: 99,
    });
    expect(outcome(stale)).toEqual(rejected('configuration-changed'));
  });

  it('a change whose new voters cannot be reached is refused (R40)', () => {
    const group = settled('a', 'b', 'c');
    group.isolate('c');
    for (let at = 0; at < 12; at += 1) beat(group, 'a', 1);
    const effects = group.change('a', { type: 'remove', id: 'b' });
    expect(outcome(effects)).toEqual(rejected('quorum-unreachable'));
  });

  it('an answer from before a removal says nothing about the server that came back (R30)', () => {
    const group = settled('a', 'b', 'c');
    const status = group.status('a');
    const sessions = group.effects.flatMap((effect) => {
      if (effect.type !== 'send' || effect.message.type !== 'append-response') return [];
      return effect.message.from === 'c' ? [effect.message.session] : [];
    });
    const session = sessions.at(-1)!;
    group.change('a', { type: 'remove', id: 'c' });
    group.stabilize();
    group.change('a', { type: 'add-learner', id: 'c', address: 'c' });
    group.drop();
    const late: RaftMessage = {
      type: 'append-response',
      from: 'c',
      to: 'a',
      term: status.term,
      session,
      round: 1,
      isAccepted: true,
      index: status.lastIndex,
      hintIndex: 0,
      hintTerm: 0,
    };
    group.receive(late);
    const peer = group.status('a').peers.find((each) => each.id === 'c');
    expect(peer?.matchIndex).toBe(0);
  });

  it('removed servers cannot disrupt the group', () => {
    const group = settled('a', 'b', 'c');
    group.isolate('c');
    group.change('a', { type: 'remove', id: 'c' });
    group.stabilize();
    group.heal();
    const { term } = group.status('a');
    for (let at = 0; at < 10; at += 1) {
      group.tick('c');
      beat(group, 'a', 1);
    }
    expect(group.leaders).toEqual(['a']);
    expect(group.status('a').term).toBe(term);
  });
});

describe('3.10 (dissertation) Leadership transfer', () => {
  it('the target first gets everything, then campaigns without waiting (R52, R54)', () => {
    const group = settled('a', 'b', 'c');
    group.propose('a', 'x');
    group.drop();
    group.input('a', { type: 'transfer-leadership', id: 1, to: 'b' });
    expect(group.inflight.some((message) => message.type === 'timeout-now')).toBe(false);
    beat(group, 'a', 3);
    expect(group.leaders).toEqual(['b']);
    expect(group.terms('b').length).toBeGreaterThan(3);
  });

  it('is called off after an election timeout, and proposals are taken again (R52)', () => {
    const group = settled('a', 'b', 'c');
    group.input('a', { type: 'transfer-leadership', id: 1, to: 'b' });
    group.isolate('b');
    group.drop();
    expect(group.propose('a', 'x')[0]).toMatchObject({ reason: 'transfer-in-progress' });
    beat(group, 'a', 12);
    expect(group.output).toContain('a: transfer: timed-out');
    expect(group.propose('a', 'x')[0]).toMatchObject({ appendedCount: 1 });
  });

  it.each([
    ['a', 'target-is-self'],
    ['x', 'target-not-voter'],
  ])('is refused towards %s: %s', (to, reason) => {
    const group = settled('a', 'b', 'c');
    const effects = group.input('a', { type: 'transfer-leadership', id: 1, to });
    expect(effects[0]).toMatchObject({ outcome: { type: 'failed', reason } });
  });
});

describe('7 Log compaction', () => {
  it('a follower whose next entry is compacted gets the snapshot and goes on from there', () => {
    const group = settled('a', 'b', 'c');
    group.isolate('c');
    group.propose('a', 'x', 'y');
    group.stabilize();
    beat(group, 'a', 14);
    group.takeSnapshot('a');
    group.heal();
    beat(group, 'a', 3);
    expect(group.status('c').snapshotIndex).toBe(group.status('a').snapshotIndex);
    group.propose('a', 'z');
    group.stabilize();
    expect(group.status('c').lastIndex).toBe(group.status('a').lastIndex);
  });

  it('a snapshot that describes a prefix of the log keeps what follows it (R56)', () => {
    const group = settled('a', 'b', 'c');
    group.propose('a', 'x', 'y', 'z');
    group.stabilize();
    const { term, lastIndex, configuration } = group.status('a');
    group.receive({
      type: 'snapshot-offer',
      from: 'a',
      to: 'b',
      term,
      session: 2,
      round: 1,
      snapshot: { index: 3, term, configuration, configurationIndex: 1, sizeBytes: 1, id: 's' },
    });
    expect(group.status('b').lastIndex).toBe(lastIndex);
    expect(group.output.some((line) => line.includes('receive snapshot'))).toBe(false);
  });

  it('a snapshot that the log contradicts replaces the whole of it (R56)', () => {
    const group = settled('a', 'b', 'c');
    const { configuration } = group.status('a');
    const term = 9;
    const snapshot = {
      index: 2,
      term: 8,
      configuration,
      configurationIndex: 1,
      sizeBytes: 1,
      id: 's',
    };
    const ask: RaftMessage = {
      type: 'snapshot-offer',
      from: 'b',
      to: 'x',
      term,
      session: 2,
      round: 1,
      snapshot,
    };
    group.receive({
      type: 'append-request',
      from: 'b',
      to: 'x',
      term: 3,
      session: 1,
      round: 1,
      previousIndex: 0,
      previousTerm: 0,
      commitIndex: 0,
      entries: [1, 2, 3, 4].map((index) => ({
        index,
        term: 2,
        kind: 'command' as const,
        data: new Uint8Array(1),
      })),
    });
    group.sync('x');
    group.receive(ask);
    while (group.member('x').work.length > 0 || group.member('x').isWriting) {
      group.sync('x');
      group.work('x');
    }
    expect(group.status('x')).toMatchObject({
      lastIndex: 2,
      lastTerm: 8,
      appliedIndex: 2,
      commitIndex: 2,
    });
    expect(group.output.at(-1)).toContain('snapshot-response t9 ok 2');
  });

  it('the state machine follows only when log and metadata are durable (R57)', () => {
    const group = settled('a', 'b', 'c');
    group.isolate('c');
    group.propose('a', 'x', 'y');
    group.stabilize();
    beat(group, 'a', 14);
    group.takeSnapshot('a');
    group.heal();
    const isRestoring = (): boolean => group.output.some((line) => line.startsWith('c: install'));
    for (let round = 0; round < 60 && !isRestoring(); round += 1) {
      group.tick('a');
      group.deliver();
      group.work('a');
      group.work('c');
      if (group.output.some((line) => /^c: persist .* reset to/.test(line))) {
        expect(isRestoring()).toBe(false);
      }
      for (const id of ['a', 'b', 'c']) group.sync(id);
    }
    expect(isRestoring()).toBe(true);
  });

  it.each([
    ['its confirmation is lost', 'response'],
    ['the follower forgets it in a restart', 'restart'],
  ])('a snapshot is not waited for until its deadline when %s (R60, R61)', (_, accident) => {
    const group = settled('a', 'b', 'c');
    group.isolate('c');
    group.propose('a', 'x', 'y');
    group.stabilize();
    beat(group, 'a', 14);
    group.takeSnapshot('a');
    group.heal();
    const hasHappened = (text: string): boolean => group.output.some((line) => line.includes(text));
    const isDue = (): boolean =>
      hasHappened(accident === 'restart' ? 'receive snapshot' : 'snapshot-response');
    while (!isDue()) {
      group.tick('a');
      for (let step = 0; step < 12 && !isDue(); step += 1) {
        group.deliver();
        group.work('a');
        if (accident === 'response') group.work('c');
        for (const id of ['a', 'b', 'c']) group.sync(id);
      }
    }
    group.work('a');
    if (accident === 'restart') {
      group.crash('c');
      group.restart('c');
    }
    group.drop();
    const lostAtMs = group.nowMs;
    for (let at = 0; at < 30; at += 1) beat(group, 'a', 1);
    expect(group.nowMs - lostAtMs).toBeLessThan(5_000);
    expect(group.status('c').commitIndex).toBe(group.status('a').commitIndex);
  });

  it('nobody campaigns while a snapshot is being put in place (R12)', () => {
    const group = settled('a', 'b', 'c');
    const { configuration, term } = group.status('a');
    group.isolate('c');
    group.receive({
      type: 'snapshot-offer',
      from: 'a',
      to: 'c',
      term,
      session: 2,
      round: 1,
      snapshot: { index: 50, term, configuration, configurationIndex: 1, sizeBytes: 1, id: 's' },
    });
    group.work('c');
    for (let at = 0; at < 5; at += 1) group.tick('c');
    expect(group.status('c').role).toBe('follower');
  });
});

describe('8 Client interaction', () => {
  it('a leader answers reads only after a commit of its own term (R45)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.timeout('a');
    while (group.leaders.length === 0) {
      group.deliver();
      for (const id of ['a', 'b', 'c']) group.sync(id);
    }
    group.input('a', { type: 'read-index', token: 1 });
    expect(group.inflight.some((message) => message.type === 'heartbeat')).toBe(false);
    group.stabilize();
    expect(group.output.some((line) => line.startsWith('a: read 1 at'))).toBe(true);
  });

  it('and after a round of heartbeats that began after the read (R45, R46)', () => {
    const group = settled('a', 'b', 'c');
    group.tick('a');
    const earlier = group.inflight.filter((message) => message.type === 'heartbeat');
    group.drop();
    group.input('a', { type: 'read-index', token: 1 });
    group.drop();
    for (const message of earlier) group.receive(message);
    group.deliver();
    expect(group.output.some((line) => line.startsWith('a: read 1'))).toBe(false);
  });

  it('an answer meant for an earlier life of a follower does not confirm its reads (R46)', () => {
    const group = settled('a', 'b', 'c');
    group.input('b', { type: 'read-index', token: 1 });
    group.deliver('b', 'a');
    group.deliver('a', 'c');
    group.deliver('c', 'a');
    const late = group.inflight.filter((message) => message.type === 'read-index-response');
    expect(late).toHaveLength(1);
    group.drop();
    group.crash('b');
    group.propose('a', 'x');
    group.stabilize();
    group.restart('b');
    for (let at = 0; at < 2; at += 1) group.tick('a');
    group.deliver('a', 'b');
    expect(group.status('b').leader).toBe('a');
    group.input('b', { type: 'read-index', token: 2 });
    for (const message of late) group.receive(message);
    expect(group.status('b').pendingReadCount).toBe(1);
    expect(group.output.some((line) => line.startsWith('b: read 2'))).toBe(false);
  });

  it('a confirmed read fails in time on a follower that never reaches its index', () => {
    const group = settled('a', 'b', 'c');
    group.cut('a', 'b');
    group.propose('a', 'x');
    group.stabilize();
    const { commitIndex: index, term } = group.status('a');
    group.input('b', { type: 'read-index', token: 1 });
    const request = group.inflight.find((message) => message.type === 'read-index-request');
    const readId = request?.type === 'read-index-request' ? request.readId : 0;
    const answer = { from: 'a', to: 'b', term, readId, isConfirmed: true, index } as const;
    group.receive({ type: 'read-index-response', ...answer });
    const heartbeat = { from: 'a', to: 'b', term, session: 2, round: 0, commitIndex: 0 } as const;
    // The leader lives, so nothing else wakes the follower.
    const deadlineMs = group.nowMs + 1_000;
    while (group.nowMs < deadlineMs) {
      expect(group.output.some((line) => line.startsWith('b: read 1'))).toBe(false);
      group.receive({ type: 'heartbeat', ...heartbeat });
      const dueMs = group.member('b').core.nextDeadlineMs() ?? Number.POSITIVE_INFINITY;
      group.nowMs = Math.min(dueMs, group.nowMs + 100);
    }
    group.input('b', { type: 'tick' });
    expect(group.output).toContain('b: read 1 failed: timed-out');
    expect(group.status('b').pendingReadCount).toBe(0);
  });

  it('reads that are not confirmed fail when leadership ends (R46)', () => {
    const group = settled('a', 'b', 'c');
    group.isolate('a');
    group.input('a', { type: 'read-index', token: 1 });
    for (let at = 0; at < 14; at += 1) group.tick('a');
    expect(group.output).toContain('a: read 1 failed: leadership-lost');
  });

  it('a group of one reads without asking anybody', () => {
    const group = new InteractionGroup({ voters: ['a'] });
    group.elect('a');
    group.input('a', { type: 'read-index', token: 1 });
    expect(group.output.at(-1)).toBe('a: read 1 at 2');
  });

  it('proposals beyond the uncommitted tail are refused, those inside it appended (R71)', () => {
    const group = new InteractionGroup({
      voters: ['a', 'b', 'c'],
      config: { uncommittedBytesMax: 100, commandBytesMax: 50 },
    });
    group.elect('a');
    const effects = group.propose('a', '1234567890', '1234567890', '1234567890', '1234567890');
    expect(effects[0]).toMatchObject({ appendedCount: 2, rejectedCount: 2, reason: 'overloaded' });
    expect(group.propose('a', 'x'.repeat(51))[0]).toMatchObject({ reason: 'too-large' });
    group.stabilize();
    expect(group.propose('a', 'x')[0]).toMatchObject({ appendedCount: 1 });
  });

  it('a follower refuses proposals', () => {
    const group = settled('a', 'b', 'c');
    expect(group.propose('b', 'x')[0]).toMatchObject({ appendedCount: 0, reason: 'not-leader' });
  });
});

describe('bootstrap', () => {
  it('gives every first server the very same entry', () => {
    const configuration = {
      voters: [{ id: 'a', address: 'h:1' }],
      votersOutgoing: [],
      learners: [],
    };
    expect(bootstrapState(configuration)).toEqual(bootstrapState(configuration));
  });
});
