import { describe, expect, test } from 'vitest';
import type { AgentEvent } from './agent-event.js';
import { matchesFilter, parseEventFilters } from './event-filter.js';

const user: AgentEvent = {
  type: 'user-event',
  time: 1,
  name: 'deploy',
  payload: new Uint8Array(0),
  canCoalesce: true,
};

function wants(filter: string, event: AgentEvent): boolean {
  return parseEventFilters(filter)?.some((each) => matchesFilter(each, event)) ?? false;
}

describe('event filters', () => {
  test('let through everything when there is none', () => {
    expect(wants('', user)).toBe(true);
    expect(wants('*', { type: 'member-reap', members: [] })).toBe(true);
  });

  test('name kinds, and user events by their name', () => {
    expect(wants('user', user)).toBe(true);
    expect(wants('user:deploy', user)).toBe(true);
    expect(wants('user:other,query', user)).toBe(false);
    expect(wants('member-join,member-leave', { type: 'member-leave', members: [] })).toBe(true);
    expect(wants('member-join', { type: 'member-leave', members: [] })).toBe(false);
  });

  test('are refused when something in them is no kind', () => {
    for (const text of ['nonsense', 'user,', 'member-join,x', 'user-event', 'member-join:x']) {
      expect(parseEventFilters(text)).toBeUndefined();
    }
  });
});
