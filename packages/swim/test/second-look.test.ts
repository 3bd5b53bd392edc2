import { describe, expect, test } from 'vitest';
import { alive, type CoreBench, dead, suspect } from './support/core-bench.js';
import { ack, namesTo, Watcher } from './support/watcher.js';

describe('a member that a look does not find', () => {
  test('is looked at again in the next round, and accused when it is not found then either', () => {
    const watcher = new Watcher(namesTo(4));
    watcher.runTo(1_999);
    expect(watcher.pings.map(({ atMs }) => atMs)).toEqual([0, 1_000]);
    expect(watcher.bench.eventTypes()).not.toContain('member-suspected');
    watcher.runTo(2_000);
    expect(watcher.bench.state('m1')).toBe('suspect');
    expect(watcher.bench.core.healthScore).toBe(0);
  });

  test('is accused after as many looks as are wanted', () => {
    for (const probeAttemptCount of [1, 2, 3, 5]) {
      const watcher = new Watcher(namesTo(4), { probeAttemptCount });
      expect(watcher.untilState('suspect')).toBe(probeAttemptCount * 1_000);
      expect(watcher.pings).toHaveLength(probeAttemptCount);
    }
  });

  test('is sought with other helpers, as far as there are any', () => {
    const many = new Watcher(namesTo(9));
    many.runTo(1_600);
    const [first = [], second = []] = [...many.helpers.values()];
    expect(first).toHaveLength(3);
    expect(second).toHaveLength(3);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    const few = new Watcher(namesTo(5));
    few.runTo(1_600);
    const [early = [], late = []] = [...few.helpers.values()];
    expect(new Set([...early, ...late]).size).toBe(4);
    expect(new Set(late).size).toBe(3);
  });

  test('is not accused when the answer to the first look comes during the second', () => {
    for (const from of ['m1', 'm2']) {
      const watcher = new Watcher(namesTo(4));
      watcher.runTo(1_400);
      watcher.bench.hear(from, ack(watcher.seqNo(0)));
      watcher.runTo(2_500);
      expect(watcher.bench.eventTypes()).not.toContain('member-suspected');
    }
  });

  test('tells nobody the round trip by an answer to a look that is over', () => {
    const watcher = new Watcher(namesTo(4));
    watcher.runTo(1_400);
    const isRoundTrip = (effect: CoreBench['effects'][number]): boolean =>
      effect.type === 'measure' && effect.measurement.name === 'probeNode';
    const count = watcher.bench.effects.filter(isRoundTrip).length;
    watcher.bench.hear('m1', ack(watcher.seqNo(0)));
    expect(watcher.bench.effects.filter(isRoundTrip)).toHaveLength(count);
  });

  test('is not accused when the stream of the first look is answered during the second', () => {
    const watcher = new Watcher(namesTo(4));
    watcher.runTo(1_400);
    const opened = watcher.bench.effects.find(({ type }) => type === 'open-stream');
    // A lost first packet of a connection is sent again after a second: it is waited for.
    expect(opened).toMatchObject({ streamId: 1, timeoutMs: 1_500 });
    watcher.answerStream(1, watcher.seqNo(0));
    watcher.runTo(2_000);
    expect(watcher.bench.state('m1')).toBe('alive');
  });

  test('is accused at once when a stream is refused, whichever it was', () => {
    const early = new Watcher(namesTo(4));
    early.runTo(600);
    early.refuseStream(1);
    expect(early.bench.state('m1')).toBe('suspect');
    const late = new Watcher(namesTo(4));
    late.runTo(1_100);
    late.refuseStream(1);
    expect(late.bench.state('m1')).toBe('suspect');
    const second = new Watcher(namesTo(4));
    second.runTo(1_600);
    second.refuseStream(2);
    expect(second.bench.state('m1')).toBe('suspect');
  });

  test('is accused at once when others miss it too', () => {
    const watcher = new Watcher(namesTo(4));
    watcher.runTo(700);
    watcher.bench.hear('m2', suspect('m1', 1, 'm2'));
    // Of two words that are wanted besides the first, ours is one: 24 s become 11.4.
    expect(watcher.untilState('dead')).toBe(700 + 11_381);
    expect(watcher.pings.map(({ atMs }) => atMs)).not.toContain(1_000);
  });

  test('is no longer in doubt when it has announced itself afresh or left meanwhile', () => {
    const fresh = new Watcher(namesTo(4));
    fresh.runTo(700);
    fresh.bench.hear('m2', alive('m1', 2));
    fresh.runTo(1_900);
    expect(fresh.pings).toHaveLength(1);
    const gone = new Watcher(namesTo(4));
    gone.runTo(1_200);
    gone.bench.hear('m2', dead('m1', 1, 'm1'));
    gone.runTo(10_000);
    expect(gone.pings).toHaveLength(2);
    expect(gone.bench.state('m1')).toBe('left');
  });

  test('leaves nothing behind when it is found', () => {
    const watcher = new Watcher(namesTo(4));
    watcher.runTo(1_600);
    watcher.bench.hear('m1', ack(watcher.seqNo(1)));
    const closed = watcher.bench.effects.filter(({ type }) => type === 'close-stream');
    expect(closed).toMatchObject([{ streamId: 2 }, { streamId: 1 }]);
    // An answer that nobody waits for any more says nothing.
    const { healthScore } = watcher.bench.core;
    watcher.bench.hear('m1', ack(watcher.seqNo(0)));
    expect(watcher.bench.core.healthScore).toBe(healthScore);
  });
});

describe('the suspicion of a member that two looks did not find', () => {
  test('ends as early as if it had been accused after the first', () => {
    for (const memberCount of [2, 3, 4, 9]) {
      const once = new Watcher(namesTo(memberCount - 1), { probeAttemptCount: 1 });
      const twice = new Watcher(namesTo(memberCount - 1));
      expect(twice.untilState('dead')).toBe(once.untilState('dead'));
    }
  });

  test('leaves the accused at least half of the shortest suspicion to object', () => {
    const watcher = new Watcher(namesTo(2), { suspicionMultiplier: 1 });
    expect(watcher.untilState('suspect')).toBe(2_000);
    expect(watcher.untilState('dead')).toBe(2_500);
  });

  test('in a cluster of two comes after a second look that our own doubt makes longer', () => {
    const watcher = new Watcher(['m1']);
    expect(watcher.untilState('suspect')).toBe(3_000);
    expect(watcher.untilState('dead')).toBe(5_000);
  });

  test('comes one interval later than after one look, however ill we are', () => {
    for (const healthScore of [0, 1, 3, 7]) {
      const once = new Watcher(['m1'], { probeAttemptCount: 1 }, { healthScore });
      const twice = new Watcher(['m1'], {}, { healthScore });
      const lookMs = (healthScore + 1) * 1_000;
      expect(once.untilState('suspect')).toBe(lookMs);
      // The look that fails makes us doubt ourselves more, as long as that goes.
      const moreMs = healthScore === 7 ? 0 : 1_000;
      expect(twice.untilState('suspect')).toBe(lookMs + moreMs + 1_000);
    }
  });

  test('counts from the accusation when the member has spoken between the looks', () => {
    const watcher = new Watcher(namesTo(2));
    watcher.runTo(1_200);
    watcher.bench.hear('m2', alive('m1', 2));
    expect(watcher.untilState('suspect')).toBe(2_000);
    expect(watcher.untilState('dead')).toBe(6_000);
  });
});
