import { describe, expect, it } from 'vitest';
import { defaultCoreConfig, type RaftEffect, type RaftMessage } from '../../src/core/index.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

// Claims of Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm (Extended
// Version)", sections 5.1 and 5.2, in their order. R numbers name our own rules where they go further.

const three = (): InteractionGroup => new InteractionGroup({ voters: ['a', 'b', 'c'] });

function voteRequest(fields: Partial<Extract<RaftMessage, { type: 'vote-request' }>>): RaftMessage {
  return {
    type: 'vote-request',
    from: 'b',
    to: 'a',
    term: 2,
    isPreVote: false,
    isTransfer: false,
    lastIndex: 1,
    lastTerm: 1,
    ...fields,
  };
}

function heartbeat(fields: Partial<Extract<RaftMessage, { type: 'heartbeat' }>>): RaftMessage {
  return {
    type: 'heartbeat',
    from: 'b',
    to: 'a',
    term: 2,
    session: 1,
    round: 1,
    commitIndex: 0,
    ...fields,
  };
}

/** What a server has said to others since the group began. */
function said(group: InteractionGroup, from: string): RaftMessage[] {
  const messages: RaftMessage[] = [];
  for (const effect of group.effects) {
    if (effect.type === 'send' && effect.message.from === from) messages.push(effect.message);
  }
  return messages;
}

describe('what is said of leaders', () => {
  const leaders = (effects: readonly RaftEffect[]): unknown[] =>
    effects.flatMap((effect) => {
      if (effect.type !== 'notify' || effect.notification.type !== 'leader-changed') return [];
      const { leader, term } = effect.notification;
      return [{ leader, term }];
    });

  it('a follower that takes over a higher term says that it knows of no leader', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.elect('a');
    const { term } = group.status('b');
    const request = {
      type: 'vote-request',
      from: 'c',
      to: 'b',
      term: term + 1,
      isPreVote: false,
      isTransfer: true,
      lastIndex: 0,
      lastTerm: 0,
    } as const;
    expect(leaders(group.receive(request))).toEqual([{ leader: undefined, term: term + 1 }]);
  });

  it('a leader that is found in a higher term is named once, even if it led before', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.elect('a');
    const { term } = group.status('b');
    const heartbeat = { from: 'a', to: 'b', session: 2, round: 1, commitIndex: 0 } as const;
    const found = group.receive({ type: 'heartbeat', ...heartbeat, term: term + 1 });
    expect(leaders(found)).toEqual([{ leader: 'a', term: term + 1 }]);
    expect(leaders(group.receive({ type: 'heartbeat', ...heartbeat, term: term + 1 }))).toEqual([]);
  });
});

describe('5.1 Raft basics', () => {
  it('in some situations an election ends with no leader, and a new term begins shortly', () => {
    const group = new InteractionGroup({ voters: ['a', 'b'] });
    for (const id of ['a', 'b']) group.timeout(id);
    group.deliver();
    group.deliver();
    for (const id of ['a', 'b'])
      expect(group.status(id)).toMatchObject({ role: 'candidate', term: 2 });
    group.stabilize();
    expect(group.leaders).toEqual([]);
    group.timeout('a');
    group.stabilize();
    expect(group.leaders).toEqual(['a']);
    expect(group.status('a').term).toBe(3);
  });

  it('if one server’s term is smaller than the other’s, it updates to the larger value (R4)', () => {
    const group = three();
    group.receive(heartbeat({ term: 7 }));
    expect(group.status('a').term).toBe(7);
  });

  it('a leader that discovers that its term is out of date reverts to follower at once', () => {
    const group = three();
    group.elect('a');
    const { term } = group.status('a');
    group.receive({
      type: 'heartbeat-response',
      from: 'b',
      to: 'a',
      term: term + 3,
      session: 1,
      round: 1,
    });
    expect(group.status('a').role).toBe('follower');
    expect(group.status('a').term).toBe(term + 3);
  });

  it('a candidate that discovers that its term is out of date reverts to follower at once', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    expect(group.status('a').role).toBe('candidate');
    group.receive({
      type: 'vote-response',
      from: 'b',
      to: 'a',
      term: 9,
      isPreVote: false,
      isGranted: false,
    });
    expect(group.status('a').role).toBe('follower');
    expect(group.status('a').term).toBe(9);
  });

  it('a server that receives a request with a stale term rejects it', () => {
    const group = three();
    group.receive(heartbeat({ term: 5 }));
    group.sync('a');
    group.receive(voteRequest({ from: 'c', term: 4 }));
    const answer = said(group, 'a').at(-1);
    expect(answer).toMatchObject({ type: 'vote-response', isGranted: false, term: 5 });
  });

  it('a stale leader is told the newer term (R5)', () => {
    const group = three();
    group.receive(heartbeat({ term: 5 }));
    group.sync('a');
    group.receive(heartbeat({ from: 'c', term: 3 }));
    expect(said(group, 'a').at(-1)).toMatchObject({ type: 'heartbeat-response', to: 'c', term: 5 });
  });
});

describe('5.2 Leader election', () => {
  it('servers begin as followers', () => {
    const group = three();
    for (const id of ['a', 'b', 'c']) expect(group.status(id).role).toBe('follower');
  });

  it('a server remains a follower as long as it receives valid requests from a leader', () => {
    const group = three();
    for (let beat = 1; beat <= 20; beat += 1) {
      group.nowMs += defaultCoreConfig.electionTimeoutMinMs - 1;
      group.input('a', { type: 'tick' });
      group.receive(heartbeat({ round: beat }));
      expect(group.status('a').role).toBe('follower');
    }
  });

  it('leaders send periodic heartbeats to all followers', () => {
    const group = three();
    group.elect('a');
    for (let beat = 0; beat < 3; beat += 1) {
      group.drop();
      const before = group.nowMs;
      group.tick('a');
      if (!group.inflight.some((message) => message.type === 'heartbeat')) group.tick('a');
      expect(group.nowMs - before).toBeLessThanOrEqual(defaultCoreConfig.heartbeatIntervalMs + 1);
      const told = group.inflight.filter((message) => message.type === 'heartbeat');
      expect(new Set(told.map((message) => message.to))).toEqual(new Set(['b', 'c']));
    }
  });

  it('a follower that hears nothing over the election timeout begins an election', () => {
    const group = three();
    group.timeout('a');
    expect(group.nowMs).toBeGreaterThanOrEqual(defaultCoreConfig.electionTimeoutMinMs);
    expect(group.nowMs).toBeLessThanOrEqual(defaultCoreConfig.electionTimeoutMaxMs);
    expect(group.status('a').role).toBe('pre-candidate');
  });

  it('to begin an election it increments its term, votes for itself and asks all others', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    expect(group.status('a')).toMatchObject({ role: 'candidate', term: 2, votedFor: 'a' });
    group.sync('a');
    const asked = group.inflight.filter((message) => message.type === 'vote-request');
    expect(asked.map((message) => message.to)).toEqual(['b', 'c']);
  });

  it('asks nobody for a vote before its own is durable (R1, R7)', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    expect(group.inflight).toEqual([]);
    expect(group.member('a').disk.hardState.term).toBe(1);
  });

  it('a candidate wins with the votes of a majority of the full group', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c', 'd', 'e'] });
    group.isolate('e');
    group.isolate('d');
    group.elect('a');
    expect(group.leaders).toEqual(['a']);
    const minority = new InteractionGroup({ voters: ['a', 'b', 'c', 'd'] });
    minority.isolate('c');
    minority.isolate('d');
    minority.elect('a');
    expect(minority.leaders).toEqual([]);
  });

  it('each server votes for at most one candidate in a term, first come first served', () => {
    const group = three();
    group.receive(voteRequest({ from: 'b' }));
    group.sync('a');
    group.receive(voteRequest({ from: 'c' }));
    group.receive(voteRequest({ from: 'b' }));
    const answers = said(group, 'a').map((message) => [
      message.to,
      'isGranted' in message && message.isGranted,
    ]);
    expect(answers).toEqual([
      ['b', true],
      ['c', false],
      ['b', true],
    ]);
  });

  it('a vote is given only once it is durable (R1)', () => {
    const group = three();
    group.receive(voteRequest({}));
    expect(said(group, 'a')).toEqual([]);
    group.sync('a');
    expect(said(group, 'a')).toHaveLength(1);
  });

  it('remembers its vote over a restart', () => {
    const group = three();
    group.receive(voteRequest({}));
    group.sync('a');
    group.crash('a');
    group.restart('a');
    group.receive(voteRequest({ from: 'c' }));
    expect(said(group, 'a').at(-1)).toMatchObject({ to: 'c', isGranted: false });
  });

  it('a winner sends heartbeats or appends to all others at once, to prevent new elections', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    group.sync('a');
    group.deliver();
    group.sync('b');
    group.deliver();
    expect(group.leaders).toEqual(['a']);
    const appends = group.inflight.filter((message) => message.type === 'append-request');
    expect(appends.map((message) => message.to)).toEqual(['b', 'c']);
  });

  it('a candidate that hears a leader of at least its own term becomes its follower', () => {
    for (const term of [2, 3]) {
      const group = three();
      group.timeout('a');
      group.deliver();
      group.deliver();
      group.receive(heartbeat({ term }));
      expect(group.status('a')).toMatchObject({ role: 'follower', leader: 'b', term });
    }
  });

  it('a candidate rejects a leader of a smaller term and remains candidate', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    group.receive(heartbeat({ term: 1 }));
    expect(group.status('a').role).toBe('candidate');
  });

  it('a candidate that neither wins nor loses times out and asks anew', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    group.sync('a');
    group.drop();
    group.timeout('a');
    // It asks whether it could win before it takes another term (R17).
    expect(group.status('a')).toMatchObject({ role: 'pre-candidate', term: 2 });
    group.stabilize();
    expect(group.status('a')).toMatchObject({ role: 'leader', term: 3 });
  });

  it('election timeouts are drawn anew from a fixed interval (R6)', () => {
    const drawn = new Set<number>();
    const { electionTimeoutMinMs, electionTimeoutMaxMs } = defaultCoreConfig;
    const group = three();
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const before = group.nowMs;
      group.tick('a');
      group.drop();
      const waitedMs = group.nowMs - before;
      expect(waitedMs).toBeGreaterThanOrEqual(electionTimeoutMinMs);
      expect(waitedMs).toBeLessThan(electionTimeoutMaxMs + 1);
      drawn.add(Math.round(waitedMs));
    }
    expect(drawn.size).toBeGreaterThan(80);
  });

  it('a pre-vote changes neither term, vote nor timer of anybody (R14)', () => {
    const group = three();
    const before = { ...group.status('b'), deadline: group.member('b').core.nextDeadlineMs() };
    group.receive(voteRequest({ from: 'a', to: 'b', isPreVote: true }));
    expect({ ...group.status('b'), deadline: group.member('b').core.nextDeadlineMs() }).toEqual(
      before,
    );
    expect(said(group, 'b').at(-1)).toMatchObject({ isPreVote: true, isGranted: true, term: 2 });
  });

  it('a pre-vote answer is not counted as a vote (R8)', () => {
    const group = three();
    group.timeout('a');
    group.deliver();
    group.deliver();
    const grant = { type: 'vote-response', to: 'a', isPreVote: true, isGranted: true } as const;
    group.receive({ ...grant, from: 'b', term: 3 });
    group.receive({ ...grant, from: 'c', term: 3 });
    expect(group.status('a').role).toBe('candidate');
  });

  it('while a leader lives, neither vote nor term is given to others, unless it asked (R9)', () => {
    const group = three();
    group.receive(heartbeat({ from: 'c' }));
    group.sync('a');
    group.receive(voteRequest({ from: 'b', term: 9 }));
    expect(group.status('a').term).toBe(2);
    group.receive(voteRequest({ from: 'b', term: 9, isTransfer: true }));
    expect(group.status('a')).toMatchObject({ term: 9, votedFor: 'b' });
  });

  it('learners answer candidates, and strangers are voted for (R10)', () => {
    const group = new InteractionGroup({ voters: ['a'], learners: ['l'] });
    group.receive(voteRequest({ from: 'stranger', to: 'l' }));
    group.sync('l');
    expect(said(group, 'l').at(-1)).toMatchObject({ to: 'stranger', isGranted: true });
  });

  it('a learner does not campaign', () => {
    const group = new InteractionGroup({ voters: ['a'], learners: ['l'] });
    for (let attempt = 0; attempt < 5; attempt += 1) group.tick('l');
    expect(group.status('l').role).toBe('follower');
  });

  it('a process that slept does not campaign before it has read its mail', () => {
    const group = three();
    group.nowMs += 10_000;
    group.input('a', { type: 'tick' });
    expect(group.status('a').role).toBe('follower');
    group.receive(heartbeat({}));
    group.nowMs += defaultCoreConfig.heartbeatIntervalMs;
    group.input('a', { type: 'tick' });
    expect(group.status('a').role).toBe('follower');
  });

  it('a leader that hears from no quorum stops leading (R43)', () => {
    const group = three();
    group.elect('a');
    group.isolate('a');
    for (let beat = 0; beat < 12; beat += 1) group.tick('a');
    expect(group.leaders).toEqual([]);
  });

  it('a leader whose disk stalls gives up and names a successor (R44)', () => {
    const group = three();
    group.elect('a');
    group.propose('a', 'x');
    let isTold = false;
    for (let beat = 0; beat < 60 && group.leaders.length > 0; beat += 1) {
      group.tick('a');
      isTold = group.inflight.some((message) => message.type === 'timeout-now');
      if (isTold) break;
      group.deliver();
      for (const id of ['b', 'c']) group.sync(id);
      group.deliver();
    }
    expect(group.status('a').role).toBe('follower');
    expect(isTold).toBe(true);
  });
});
