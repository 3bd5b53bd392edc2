import { describe, expect, test } from 'vitest';
import { type CallerEffect, type CallerInput, CallerSession } from './caller-session.js';
import type { Frame } from './frame.js';

const keepAlive = { intervalMs: 30_000, timeoutMs: 10_000 };
const EMPTY = new Uint8Array(0);

function session(callCountMax = 10): CallerSession {
  return new CallerSession({ keepAlive, callCountMax, nowMs: 0 });
}

function call(id: number, options: { deadlineMs?: number; windowBytes?: number } = {}) {
  const { deadlineMs = 0, windowBytes = 0 } = options;
  const input: CallerInput = {
    type: 'call',
    id,
    method: 'm',
    body: EMPTY,
    deadlineMs,
    windowBytes,
  };
  return input;
}

function response(id: number, rest: { more?: boolean; body?: Uint8Array } = {}): CallerInput {
  const { more = false, body = EMPTY } = rest;
  return { type: 'frame', frame: { type: 'response', id, more, body } };
}

function types(effects: readonly CallerEffect[]): string[] {
  return effects.map((effect) => (effect.type === 'send' ? effect.frame.type : effect.type));
}

describe('deadlines', () => {
  test('a call whose time is over fails, and the peer is told to stop', () => {
    const caller = session();
    caller.step(call(1, { deadlineMs: 100 }), 0);
    expect(caller.nextDeadlineMs()).toBe(100);
    expect(caller.step({ type: 'tick' }, 99)).toEqual([]);
    const effects = caller.step({ type: 'tick' }, 100);
    expect(types(effects)).toEqual(['cancel', 'failed']);
    expect(effects[1]).toMatchObject({ failure: { code: 'DEADLINE_EXCEEDED', mayHaveRun: true } });
    expect(types(caller.step(response(1), 101))).toEqual([]);
  });

  test('an answer takes the deadline with it', () => {
    const caller = session();
    caller.step(call(1, { deadlineMs: 100 }), 0);
    expect(types(caller.step(response(1), 50))).toEqual(['answered']);
    expect(caller.nextDeadlineMs()).toBe(30_000);
  });
});

describe('bounds', () => {
  test('one call more than allowed fails as not run', () => {
    const caller = session(1);
    caller.step(call(1), 0);
    const effects = caller.step(call(2), 0);
    expect(effects).toMatchObject([{ failure: { code: 'TOO_MANY_CALLS', mayHaveRun: false } }]);
  });

  test('a peer that sends past the window is cut off', () => {
    const caller = session();
    caller.step(call(1, { windowBytes: 100 }), 0);
    caller.step(response(1, { more: true, body: new Uint8Array(100) }), 0);
    const effects = caller.step(response(1, { more: true }), 0);
    expect(types(effects)).toEqual(['failed', 'close']);
    expect(effects[1]).toMatchObject({ reason: 'protocol-violation' });
  });

  test('credit returns when half of the window has been taken', () => {
    const caller = session();
    caller.step(call(1, { windowBytes: 400 }), 0);
    expect(caller.step({ type: 'consumed', id: 1, bytes: 199 }, 0)).toEqual([]);
    const effects = caller.step({ type: 'consumed', id: 1, bytes: 1 }, 0);
    expect(effects).toEqual([{ type: 'send', frame: { type: 'credit', id: 1, bytes: 200 } }]);
  });
});

describe('the end of a connection', () => {
  test('calls above the last id of a go-away have not run, others go on', () => {
    const caller = session();
    caller.step(call(1), 0);
    caller.step(call(2), 0);
    const goAway: Frame = { type: 'go-away', lastId: 1, reason: 'bye' };
    const effects = caller.step({ type: 'frame', frame: goAway }, 0);
    expect(effects).toMatchObject([
      { type: 'draining' },
      { type: 'failed', id: 2, failure: { code: 'CONNECTION_CLOSED', mayHaveRun: false } },
    ]);
    const refused = caller.step(call(3), 0);
    expect(refused).toMatchObject([{ failure: { code: 'CONNECTION_CLOSED', mayHaveRun: false } }]);
    expect(types(caller.step(response(1), 0))).toEqual(['answered', 'close']);
  });

  test('calls under way when it breaks may have run', () => {
    const caller = session();
    caller.step(call(1), 0);
    const effects = caller.step({ type: 'closed', reason: 'reset' }, 0);
    expect(effects).toMatchObject([{ failure: { code: 'CONNECTION_CLOSED', mayHaveRun: true } }]);
    expect(caller.nextDeadlineMs()).toBeUndefined();
    expect(caller.step({ type: 'tick' }, 99_999)).toEqual([]);
  });

  test('a silent peer is asked once and then given up', () => {
    const caller = session();
    caller.step(call(1), 0);
    expect(types(caller.step({ type: 'tick' }, 30_000))).toEqual(['ping']);
    expect(types(caller.step({ type: 'tick' }, 40_000))).toEqual(['failed', 'close']);
  });

  test('draining waits for the last call', () => {
    const caller = session();
    caller.step(call(1), 0);
    expect(caller.step({ type: 'drain' }, 0)).toEqual([]);
    expect(types(caller.step(response(1), 0))).toEqual(['answered', 'close']);
  });
});

describe('what a peer may not say', () => {
  test.each<Frame>([
    { type: 'request', id: 1, method: 'm', deadlineMs: 0, windowBytes: 0, body: EMPTY },
    { type: 'cancel', id: 1 },
    { type: 'credit', id: 1, bytes: 1 },
    { type: 'response', id: 7, more: false, body: EMPTY },
  ])('$type is a violation', (frame) => {
    const effects = session().step({ type: 'frame', frame }, 0);
    expect(effects).toMatchObject([{ type: 'close', reason: 'protocol-violation' }]);
  });

  test('more than one answer to a call without a window is a violation', () => {
    const caller = session();
    caller.step(call(1), 0);
    expect(types(caller.step(response(1, { more: true }), 0))).toEqual(['failed', 'close']);
  });
});

describe('errors of the peer', () => {
  test.each([
    { isByProtocol: true, code: 'UNKNOWN_METHOD', becomes: 'UNKNOWN_METHOD' },
    { isByProtocol: false, code: 'UNKNOWN_METHOD', becomes: 'REMOTE' },
    { isByProtocol: true, code: 'OF_A_NEWER_RELEASE', becomes: 'REMOTE' },
  ])('$code by protocol: $isByProtocol is $becomes', ({ isByProtocol, code, becomes }) => {
    const caller = session();
    caller.step(call(1), 0);
    const error = { code, message: 'no', isNotRun: true, isByProtocol };
    const frame: Frame = { type: 'response', id: 1, more: false, error, body: EMPTY };
    const effects = caller.step({ type: 'frame', frame }, 0);
    expect(effects).toMatchObject([{ failure: { code: becomes, mayHaveRun: false } }]);
  });
});
