import { describe, expect, test } from 'vitest';
import { CoalesceWindow } from './coalesce-window.js';
import type { UserEvent } from './event.js';
import type { SerfMember } from './member.js';
import { MemberCoalescer } from './member-coalescer.js';
import { UserEventCoalescer } from './user-event-coalescer.js';

const member = (name: string): SerfMember => ({
  name,
  endpoint: { host: '10.0.0.1', port: 1, name },
  addressBytes: Uint8Array.of(10, 0, 0, 1),
  tags: {},
  status: 'alive',
  statusTime: 0,
  gossipVersions: { min: 1, max: 5, current: 2 },
  serfVersions: { min: 2, max: 5, current: 5 },
});

const userEvent = (name: string, time: number, byte = 0): UserEvent => ({
  type: 'user-event',
  time,
  name,
  payload: Uint8Array.of(byte),
  canCoalesce: true,
});

describe('a coalesce window', () => {
  test('closes when it is quiet, or has been open for long enough', () => {
    const window = new CoalesceWindow({ coalesceMs: 100, quiescentMs: 40 });
    expect(window.onEvent(0)).toBe(40);
    expect(window.onEvent(30)).toBe(70);
    expect(window.onEvent(65)).toBe(100);
    window.close();
    expect(window.onEvent(200)).toBe(240);
  });

  test('is off unless both times are given', () => {
    expect(new CoalesceWindow({ coalesceMs: 0, quiescentMs: 1 }).isEnabled).toBe(false);
    expect(new CoalesceWindow({ coalesceMs: 1, quiescentMs: 0 }).isEnabled).toBe(false);
  });
});

describe('coalesced member events', () => {
  test('are one per type, with the last of each member', () => {
    const coalescer = new MemberCoalescer();
    coalescer.add({ type: 'member-join', members: [member('a'), member('b')] });
    coalescer.add({ type: 'member-failed', members: [member('b')] });
    coalescer.add({ type: 'member-join', members: [member('c')] });
    const flushed = coalescer
      .flush()
      .map(({ type, members }) => [type, ...members.map(({ name }) => name)]);
    expect(flushed).toEqual([
      ['member-join', 'a', 'c'],
      ['member-failed', 'b'],
    ]);
    expect(coalescer.flush()).toEqual([]);
  });

  test('are not told again when nothing has changed in the end, but for updates', () => {
    const coalescer = new MemberCoalescer();
    coalescer.add({ type: 'member-join', members: [member('a')] });
    coalescer.flush();
    coalescer.add({ type: 'member-failed', members: [member('a')] });
    coalescer.add({ type: 'member-join', members: [member('a')] });
    expect(coalescer.flush()).toEqual([]);
    for (let round = 0; round < 2; round += 1) {
      coalescer.add({ type: 'member-update', members: [member('a')] });
      expect(coalescer.flush()).toHaveLength(1);
    }
  });
});

describe('coalesced user events', () => {
  test('are those of the highest time of each name', () => {
    const coalescer = new UserEventCoalescer();
    for (const event of [
      userEvent('deploy', 2),
      userEvent('deploy', 5, 1),
      userEvent('deploy', 5, 2),
      userEvent('deploy', 3),
      userEvent('restart', 1),
    ]) {
      coalescer.add(event);
    }
    const flushed = coalescer.flush().map(({ name, time, payload }) => [name, time, payload[0]]);
    expect(flushed).toEqual([
      ['deploy', 5, 1],
      ['deploy', 5, 2],
      ['restart', 1, 0],
    ]);
    expect(coalescer.flush()).toEqual([]);
  });
});
