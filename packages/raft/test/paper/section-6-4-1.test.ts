import { describe, expect, it } from 'vitest';
import { defaultCoreConfig, type RaftEffect } from '../../src/core/index.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

const leaseClockRatioMax = 1.25;
const leaseMs = defaultCoreConfig.electionTimeoutMinMs / leaseClockRatioMax;

/** A group of three with leases, led by `a`. */
function leased(): InteractionGroup {
  const group = new InteractionGroup({ voters: ['a', 'b', 'c'], config: { leaseClockRatioMax } });
  group.elect('a');
  return group;
}

function read(group: InteractionGroup, id = 'a'): readonly RaftEffect[] {
  return group.input(id, { type: 'read-index', token: 1, isLeaseEnough: true });
}

function isAnswered(effects: readonly RaftEffect[]): boolean {
  return effects.some((effect) => effect.type === 'read-ready');
}

describe('6.4.1 (dissertation) Lease reads', () => {
  it('a leader that a quorum has answered lately reads without asking anybody (R49)', () => {
    const group = leased();
    const effects = read(group);
    expect(isAnswered(effects)).toBe(true);
    expect(effects.some((effect) => effect.type === 'send')).toBe(false);
  });

  it('the lease counts from when the answered round began, and allows for clocks (R43, R49)', () => {
    const group = leased();
    const end = group.member('a').core.leaseEndMs(group.nowMs);
    expect(end).toBe(group.nowMs + leaseMs);
    group.isolate('a');
    group.nowMs += leaseMs - 1;
    expect(isAnswered(read(group))).toBe(true);
    group.nowMs += 1;
    expect(isAnswered(read(group))).toBe(false);
  });

  it('a late answer to an old round renews nothing (R49)', () => {
    const group = leased();
    group.nowMs += defaultCoreConfig.heartbeatIntervalMs;
    const beganAtMs = group.nowMs;
    group.input('a', { type: 'tick' });
    group.nowMs += leaseMs - 1;
    group.deliver();
    group.stabilize();
    expect(group.member('a').core.leaseEndMs(group.nowMs)).toBe(beganAtMs + leaseMs);
  });

  it('a leader that was paused has no lease when it wakes (R50)', () => {
    const group = leased();
    group.nowMs += 10 * leaseMs;
    expect(isAnswered(read(group))).toBe(false);
  });

  it('the lease ends before a successor is invited, and does not return in this term (R49)', () => {
    const group = leased();
    group.isolate('b');
    group.input('a', { type: 'transfer-leadership', id: 1, to: 'b' });
    expect(isAnswered(read(group))).toBe(false);
    const { term } = group.status('a');
    for (let waitedMs = 0; waitedMs < 2 * defaultCoreConfig.transferTimeoutMs; waitedMs += 50) {
      group.tick('a');
      group.stabilize();
    }
    expect(group.output.some((line) => line.includes('timed-out'))).toBe(true);
    expect(group.status('a').term).toBe(term);
    expect(group.leaders).toEqual(['a']);
    expect(isAnswered(read(group))).toBe(false);
  });

  it('there is none before a commit of the own term (R45, R49)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'], config: { leaseClockRatioMax } });
    group.nowMs += 1_000;
    group.timeout('a');
    group.deliver('a');
    for (const id of ['b', 'c']) group.sync(id);
    group.deliver(undefined, 'a');
    group.sync('a');
    while (group.status('a').role !== 'leader') {
      if (group.deliver() === 0) for (const id of ['a', 'b', 'c']) group.sync(id);
    }
    expect(isAnswered(read(group))).toBe(false);
    group.stabilize();
    expect(group.member('a').core.leaseEndMs(group.nowMs)).toBeDefined();
  });

  it('who has just started gives no vote for a whole election timeout (R50)', () => {
    const group = leased();
    group.isolate('a');
    for (const id of ['b', 'c']) {
      group.crash(id);
      group.restart(id);
    }
    const ask = (isTransfer: boolean): boolean => {
      group.drop();
      const { term, lastIndex, lastTerm } = group.status('b');
      const effects = group.receive({
        type: 'vote-request',
        from: 'c',
        to: 'b',
        term: term + 1,
        isPreVote: true,
        isTransfer,
        lastIndex,
        lastTerm,
      });
      return effects.some(
        (effect) =>
          effect.type === 'send' &&
          effect.message.type === 'vote-response' &&
          effect.message.isGranted,
      );
    };
    expect(ask(false)).toBe(false);
    group.nowMs += defaultCoreConfig.electionTimeoutMinMs;
    expect(ask(false)).toBe(true);
  });

  it('with leases off, or on a follower, a round is made (R47, R49)', () => {
    const group = new InteractionGroup({ voters: ['a', 'b', 'c'] });
    group.elect('a');
    expect(isAnswered(read(group))).toBe(false);
    const other = leased();
    expect(isAnswered(read(other, 'b'))).toBe(false);
  });
});
