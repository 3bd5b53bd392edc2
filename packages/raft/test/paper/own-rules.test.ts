import { describe, expect, it } from 'vitest';
import { defaultCoreConfig, type RaftEffect, type RaftMessage } from '../../src/core/index.js';
import type { AppendRequest } from '../../src/core/message.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

// Rules that go beyond the paper's text, each with the section of the dissertation it serves.

const three = (): InteractionGroup => new InteractionGroup({ voters: ['a', 'b', 'c'] });

function led(options: ConstructorParameters<typeof InteractionGroup>[0]): InteractionGroup {
  const group = new InteractionGroup(options);
  group.elect('a');
  return group;
}

function sent<Type extends RaftMessage['type']>(
  effects: readonly RaftEffect[],
  type: Type,
): Extract<RaftMessage, { type: Type }>[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'send' || effect.message.type !== type) return [];
    return [effect.message as Extract<RaftMessage, { type: Type }>];
  });
}

function preVote(from: string, to: string, fields: { term: number; last: readonly number[] }) {
  const [lastIndex = 0, lastTerm = 0] = fields.last;
  const { term } = fields;
  const flags = { isPreVote: true, isTransfer: false };
  return { type: 'vote-request', from, to, term, ...flags, lastIndex, lastTerm } as const;
}

describe('elections (chapters 3, 4 and 9)', () => {
  it('the answer to a pre-vote carries the term asked for, or the own one when refused (R16)', () => {
    const group = three();
    const { lastIndex, lastTerm, term } = group.status('b');
    const granted = group.receive(
      preVote('a', 'b', { term: term + 1, last: [lastIndex, lastTerm] }),
    );
    expect(sent(granted, 'vote-response')).toMatchObject([{ isGranted: true, term: term + 1 }]);
    const refused = group.receive(preVote('a', 'b', { term: term + 1, last: [0, 0] }));
    expect(sent(refused, 'vote-response')).toMatchObject([{ isGranted: false, term }]);
    const newer = { isPreVote: true, isGranted: false, term: term + 5 } as const;
    group.receive({ type: 'vote-response', from: 'b', to: 'a', ...newer });
    expect(group.status('a')).toMatchObject({ role: 'follower', term: term + 5 });
  });

  it('a peer that cannot be reached grants nothing (R18)', () => {
    const group = three();
    group.timeout('a');
    group.drop();
    for (const peer of ['b', 'c']) group.input('a', { type: 'peer-unreachable', peer });
    expect(group.status('a')).toMatchObject({ role: 'pre-candidate', term: 1 });
  });

  it('a server that knows of no group yet keeps the vote it gave over a restart (R13)', () => {
    const group = new InteractionGroup({ voters: ['a'], others: ['d'] });
    const ask = { type: 'vote-request', to: 'd', term: 3, isPreVote: false } as const;
    const log = { isTransfer: false, lastIndex: 4, lastTerm: 2 };
    const early = group.receive({ ...ask, ...log, from: 'x' });
    expect(sent(early, 'vote-response')).toEqual([]);
    group.sync('d');
    group.crash('d');
    group.restart('d');
    expect(group.status('d')).toMatchObject({ term: 3, votedFor: 'x' });
    group.receive({ ...ask, ...log, from: 'y' });
    group.stabilize();
    expect(group.status('d').votedFor).toBe('x');
  });

  it('a removed server campaigns while its removal could be taken back, and wins (R11)', () => {
    const group = led({ voters: ['a', 'b', 'c'] });
    group.isolate('a');
    group.change('a', { type: 'remove', id: 'a' });
    group.sync('a');
    expect(group.status('a').configuration.voters.map(({ id }) => id)).toEqual(['b', 'c']);
    group.crash('a');
    group.restart('a');
    group.heal();
    group.drop();
    group.elect('a');
    // Nobody else has the entry, so only this server can see the removal through.
    group.nowMs += defaultCoreConfig.heartbeatIntervalMs;
    for (let round = 0; round < 5; round += 1) {
      group.tick('a');
      group.stabilize();
    }
    expect(group.status('b').configuration.voters.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(group.status('a').role).not.toBe('leader');
  });
});

describe('replication (section 3.5 and chapter 10)', () => {
  function appendsTo(effects: readonly RaftEffect[], to: string): AppendRequest[] {
    return sent(effects, 'append-request').filter((message) => message.to === to);
  }

  it('a follower is probed with one message, then sent ahead up to the window (R27)', () => {
    const config = { inflightMessagesMax: 2, messageBytesMax: 1 };
    const group = led({ voters: ['a', 'b'], config });
    group.cut('b', 'a');
    const ahead = group.propose('a', '1', '2', '3', '4', '5');
    expect(appendsTo(ahead, 'b')).toHaveLength(2);
    group.input('a', { type: 'peer-unreachable', peer: 'b' });
    const probes = [...group.tick('a'), ...group.tick('a')];
    expect(appendsTo(probes, 'b').length).toBeLessThanOrEqual(2);
    for (const probe of appendsTo(probes, 'b')) expect(probe.entries.length).toBeLessThan(2);
    group.heal();
    for (let round = 0; round < 4; round += 1) {
      group.tick('a');
      group.stabilize();
    }
    expect(group.status('b').lastIndex).toBe(group.status('a').lastIndex);
  });

  it('a full window does not stop the heartbeat that finds out what was lost (R27, R32)', () => {
    const group = led({ voters: ['a', 'b'], config: { inflightMessagesMax: 1 } });
    group.propose('a', '1');
    group.drop();
    group.propose('a', '2');
    group.drop();
    for (let round = 0; round < 3; round += 1) {
      group.tick('a');
      group.stabilize();
    }
    expect(group.status('a').commitIndex).toBe(group.status('a').lastIndex);
  });

  it('a refusal of what is acknowledged, or of another probe, changes nothing (R28)', () => {
    const group = led({ voters: ['a', 'b', 'c'] });
    group.propose('a', '1', '2');
    group.stabilize();
    const [peer] = group.status('a').peers;
    const answer = {
      type: 'append-response',
      from: 'b',
      to: 'a',
      term: group.status('a').term,
      session: 1,
      round: 1,
      isAccepted: false,
      hintIndex: 0,
      hintTerm: 0,
    } as const;
    for (const effect of group.effects) {
      if (effect.type !== 'send' || effect.message.type !== 'append-request') continue;
      if (effect.message.to !== 'b') continue;
      const { session } = effect.message;
      group.receive({ ...answer, session, index: 1 });
    }
    expect(group.status('a').peers[0]).toMatchObject({ state: 'replicate', ...pick(peer) });
  });

  it('a follower that lost its disk is reported, brought level again, and brings nobody down (R31)', () => {
    const group = led({ voters: ['a', 'b', 'c'] });
    group.propose('a', '1', '2', '3');
    group.stabilize();
    const lost = new InteractionGroup({ voters: ['x'], others: ['b'] });
    const member = group.member('b');
    group.crash('b');
    group.members.set('b', { ...lost.member('b'), isUp: true });
    for (let round = 0; round < 12; round += 1) {
      group.propose('a', `more ${round}`);
      group.tick('a');
      group.stabilize();
    }
    expect(group.output.some((line) => line.includes('peer-regressed'))).toBe(true);
    expect(group.leaders).toEqual(['a']);
    expect(group.status('b').lastIndex).toBe(group.status('a').lastIndex);
    expect(member.id).toBe('b');
  });
});

function pick(peer: { matchIndex: number; nextIndex: number } | undefined) {
  return { matchIndex: peer?.matchIndex, nextIndex: peer?.nextIndex };
}

describe('entries that are no longer in memory', () => {
  it('are read once at a time per follower, within the size of a message', () => {
    const config = { cacheBytesMax: 0, messageBytesMax: 100 };
    const group = led({ voters: ['a', 'b', 'c'], config });
    group.isolate('c');
    for (let at = 0; at < 50; at += 1) group.propose('a', `entry ${at}`);
    group.stabilize();
    group.heal();
    let [open, openMost, loadCount] = [0, 0, 0];
    for (let round = 0; round < 200; round += 1) {
      group.effects = [];
      group.tick('a');
      for (let beat = 0; beat < 3; beat += 1) group.deliver();
      for (const id of ['a', 'b', 'c']) group.sync(id);
      for (const effect of group.effects) {
        if (effect.type !== 'load') continue;
        expect(effect.maxBytes).toBeLessThanOrEqual(4 * 1024 * 1024);
        open += 1;
        loadCount += 1;
      }
      openMost = Math.max(openMost, open);
      open = 0;
      for (const id of ['a', 'b', 'c']) group.work(id);
    }
    group.stabilize();
    expect(group.status('c').lastIndex).toBe(group.status('a').lastIndex);
    expect(loadCount).toBeGreaterThan(2);
    // One for each of two followers, and one for each server's state machine.
    expect(openMost).toBeLessThanOrEqual(5);
  });
});

describe('membership (chapter 4)', () => {
  it('a server that moves keeps its progress: another address is no removal (R42)', () => {
    const group = led({ voters: ['a', 'b', 'c'] });
    const before = group.status('a').peers;
    group.change('a', { type: 'set-address', id: 'b', address: 'elsewhere' });
    group.stabilize();
    const { configuration, peers } = group.status('a');
    expect(configuration.voters).toContainEqual({ id: 'b', address: 'elsewhere' });
    expect(peers.map(({ matchIndex }) => matchIndex)).toEqual(
      before.map(({ matchIndex }) => matchIndex + 1),
    );
  });

  it('a transfer under a stream of writes ends, and writes go on after it (R52, R53)', () => {
    const group = led({ voters: ['a', 'b', 'c'] });
    for (let at = 0; at < 5; at += 1) group.propose('a', `${at}`);
    group.input('a', { type: 'transfer-leadership', id: 1, to: 'b' });
    group.propose('a', 'meanwhile');
    group.input('a', { type: 'read-index', token: 1 });
    expect(group.output.some((line) => line.includes('transfer-in-progress'))).toBe(true);
    group.stabilize();
    expect(group.leaders).toEqual(['b']);
    group.propose('b', 'after');
    group.stabilize();
    group.tick('b');
    group.stabilize();
    expect(group.status('a').commitIndex).toBe(group.status('b').lastIndex);
  });

  it('reads do not keep a transfer alive that its target does not take up (R53)', () => {
    const group = led({ voters: ['a', 'b', 'c'] });
    group.isolate('b');
    group.input('a', { type: 'transfer-leadership', id: 1, to: 'b' });
    for (let waitedMs = 0; waitedMs < 2 * defaultCoreConfig.transferTimeoutMs; waitedMs += 50) {
      group.input('a', { type: 'read-index', token: waitedMs + 1 });
      group.tick('a');
      group.stabilize();
    }
    expect(group.output).toContain('a: transfer: timed-out');
    group.propose('a', 'goes on');
    group.stabilize();
    expect(group.status('a').commitIndex).toBe(group.status('a').lastIndex);
  });
});

describe('compaction (chapter 5)', () => {
  const config = { trailingEntries: 0, laggingEntriesMax: 4 };

  it('the membership survives any number of compactions and a restart from the last (R55)', () => {
    const group = led({ voters: ['a', 'b', 'c'], config });
    group.change('a', { type: 'demote', id: 'c' });
    group.stabilize();
    for (let round = 0; round < 5; round += 1) {
      group.propose('a', `${round}`);
      group.tick('a');
      group.stabilize();
      group.takeSnapshot('a');
      group.stabilize();
    }
    const { configuration, configurationIndex } = group.status('a');
    group.crash('a');
    group.restart('a');
    expect(group.status('a')).toMatchObject({ configuration, configurationIndex });
    expect(configuration.learners.map(({ id }) => id)).toEqual(['c']);
  });

  it('keeps entries that a follower in contact still needs, up to a bound (R59)', () => {
    const group = led({ voters: ['a', 'b', 'c'], config });
    group.propose('a', '1', '2');
    group.stabilize();
    const heldIndex = group.status('a').lastIndex;
    group.cut('a', 'c');
    group.propose('a', '3', '4');
    group.stabilize();
    group.takeSnapshot('a');
    expect(group.status('a').baseIndex).toBe(heldIndex);
    for (let at = 0; at < 10; at += 1) group.propose('a', `${at}`);
    group.stabilize();
    group.takeSnapshot('a');
    const { baseIndex, snapshotIndex } = group.status('a');
    expect(snapshotIndex - baseIndex).toBe(config.laggingEntriesMax);
  });
});
