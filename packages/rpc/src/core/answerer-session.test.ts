import { describe, expect, test } from 'vitest';
import { type AnswererEffect, type AnswererInput, AnswererSession } from './answerer-session.js';
import type { Frame } from './frame.js';

const EMPTY = new Uint8Array(0);

function session(limits: { callCountMax?: number; requestBytesMax?: number } = {}) {
  return new AnswererSession({
    keepAlive: { intervalMs: 30_000, timeoutMs: 10_000 },
    callCountMax: limits.callCountMax ?? 10,
    requestBytesMax: limits.requestBytesMax ?? 1_000,
    answerBytesMax: 100,
    nowMs: 0,
  });
}

function request(id: number, rest: Partial<Extract<Frame, { type: 'request' }>> = {}) {
  const base = { method: 'm', deadlineMs: 0, windowBytes: 0, body: EMPTY };
  const input: AnswererInput = { type: 'frame', frame: { type: 'request', id, ...base, ...rest } };
  return input;
}

function frame(value: Frame): AnswererInput {
  return { type: 'frame', frame: value };
}

function types(effects: readonly AnswererEffect[]): string[] {
  return effects.map((effect) => (effect.type === 'send' ? effect.frame.type : effect.type));
}

describe('bounds', () => {
  test('calls beyond the count are refused as not run', () => {
    const answerer = session({ callCountMax: 1 });
    answerer.step(request(1), 0);
    const effects = answerer.step(request(2), 0);
    const error = { code: 'TOO_MANY_CALLS', isNotRun: true, isByProtocol: true };
    expect(effects).toMatchObject([{ frame: { type: 'response', id: 2, error } }]);
  });

  test('requests beyond the bytes are refused until others end', () => {
    const answerer = session({ requestBytesMax: 10 });
    answerer.step(request(1, { body: new Uint8Array(8) }), 0);
    expect(types(answerer.step(request(2, { body: new Uint8Array(3) }), 0))).toEqual(['response']);
    answerer.step({ type: 'answer', id: 1, body: EMPTY }, 0);
    expect(types(answerer.step(request(3, { body: new Uint8Array(3) }), 0))).toEqual(['run']);
  });

  test('a call that was given up counts until its handler ends', () => {
    const answerer = session({ callCountMax: 1 });
    answerer.step(request(1), 0);
    expect(types(answerer.step(frame({ type: 'cancel', id: 1 }), 0))).toEqual(['abort']);
    expect(types(answerer.step(request(2), 0))).toEqual(['response']);
    expect(answerer.step({ type: 'answer', id: 1, body: EMPTY }, 0)).toEqual([]);
    expect(types(answerer.step(request(3), 0))).toEqual(['run']);
  });

  test('an answer that fits no frame becomes an error', () => {
    const answerer = session();
    answerer.step(request(1), 0);
    const effects = answerer.step({ type: 'answer', id: 1, body: new Uint8Array(101) }, 0);
    expect(effects).toMatchObject([{ frame: { error: { code: 'FRAME_TOO_LARGE' } } }]);
  });

  test('one answer of a stream that fits no frame ends the stream', () => {
    const answerer = session();
    answerer.step(request(1, { windowBytes: 1_000 }), 0);
    answerer.step({ type: 'ready', id: 1 }, 0);
    const effects = answerer.step({ type: 'item', id: 1, body: new Uint8Array(101) }, 0);
    expect(types(effects)).toEqual(['response', 'abort']);
    expect(answerer.step({ type: 'end', id: 1 }, 0)).toEqual([]);
    expect(answerer.callCount).toBe(0);
  });
});

describe('streaming answers', () => {
  test('are asked for only while the caller has room', () => {
    const answerer = session();
    answerer.step(request(1, { windowBytes: 100 }), 0);
    expect(types(answerer.step({ type: 'ready', id: 1 }, 0))).toEqual(['pull']);
    const item: AnswererInput = { type: 'item', id: 1, body: new Uint8Array(30) };
    expect(types(answerer.step(item, 0))).toEqual(['response', 'pull']);
    expect(types(answerer.step(item, 0))).toEqual(['response']);
    expect(types(answerer.step(frame({ type: 'credit', id: 1, bytes: 88 }), 0))).toEqual([]);
    expect(types(answerer.step(frame({ type: 'credit', id: 1, bytes: 94 }), 0))).toEqual(['pull']);
  });
});

describe('time', () => {
  test('a call whose deadline has come is aborted and its answer kept back', () => {
    const answerer = session();
    answerer.step(request(1, { deadlineMs: 50 }), 0);
    expect(answerer.step({ type: 'tick' }, 50)).toEqual([
      { type: 'abort', id: 1, reason: 'deadline' },
    ]);
    expect(answerer.step({ type: 'answer', id: 1, body: EMPTY }, 60)).toEqual([]);
  });

  test('a silent caller is asked, and its calls are aborted when it is gone', () => {
    const answerer = session();
    answerer.step(request(1), 0);
    expect(types(answerer.step({ type: 'tick' }, 30_000))).toEqual(['ping']);
    expect(types(answerer.step({ type: 'tick' }, 40_000))).toEqual(['abort', 'close']);
  });
});

describe('draining', () => {
  test('says which calls still run, drops later ones and closes behind the last', () => {
    const answerer = session();
    answerer.step(request(4), 0);
    const effects = answerer.step({ type: 'drain', reason: 'bye' }, 0);
    expect(effects).toMatchObject([{ frame: { type: 'go-away', lastId: 4 } }]);
    expect(answerer.step(request(5), 0)).toEqual([]);
    const last = answerer.step({ type: 'answer', id: 4, body: EMPTY }, 0);
    expect(types(last)).toEqual(['response', 'close']);
  });
});

describe('what a caller may not say', () => {
  test('an id that does not grow', () => {
    const answerer = session();
    answerer.step(request(2), 0);
    expect(types(answerer.step(request(2), 0))).toEqual(['abort', 'close']);
  });

  test('an id of zero, a window above the bound, credit above the window', () => {
    expect(types(session().step(request(0), 0))).toEqual(['close']);
    expect(types(session().step(request(1, { windowBytes: 2 ** 21 }), 0))).toEqual(['close']);
    const answerer = session();
    answerer.step(request(1, { windowBytes: 10 }), 0);
    const effects = answerer.step(frame({ type: 'credit', id: 1, bytes: 1 }), 0);
    expect(types(effects)).toEqual(['abort', 'close']);
  });

  test.each<Frame>([
    { type: 'response', id: 1, more: false, body: EMPTY },
    { type: 'go-away', lastId: 1, reason: '' },
  ])('$type', (value) => {
    expect(types(session().step(frame(value), 0))).toEqual(['close']);
  });
});
