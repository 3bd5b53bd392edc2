import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { type AnswererEffect, type AnswererInput, AnswererSession } from './answerer-session.js';
import { type CallerEffect, type CallerInput, CallerSession } from './caller-session.js';
import { ANSWER_OVERHEAD_BYTES, type Frame } from './frame.js';

const keepAlive = { intervalMs: 1_000, timeoutMs: 500 };
const CALL_COUNT_MAX = 4;

/** What the test does at each step; `pick` chooses among what is possible. */
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('call' as const),
      deadlineMs: fc.constantFrom(0, 50, 200),
      windowBytes: fc.constantFrom(0, 1, 200, 1_000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('deliver-to-answerer' as const, 'deliver-to-caller' as const),
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      pick: fc.nat(),
      bytes: fc.nat(260),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('consume' as const), pick: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('cancel' as const, 'fail' as const, 'end' as const),
      pick: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('pass-time' as const),
      ms: fc.integer({ min: 1, max: 120 }),
    }),
  },
);

type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** The peer may say at any one point of a run that it takes no more calls, or never. */
const drainAt = fc.option(fc.nat(150), { nil: undefined });

interface Running {
  readonly isStreaming: boolean;
  mayGive: boolean;
}

/** Both halves of one connection, with frames that travel only when told to. */
class Connection {
  readonly caller = new CallerSession({ keepAlive, callCountMax: 100, nowMs: 0 });
  readonly answerer = new AnswererSession({
    keepAlive,
    callCountMax: CALL_COUNT_MAX,
    requestBytesMax: 1_000,
    answerBytesMax: 250,
    nowMs: 0,
  });
  nowMs = 0;
  lastId = 0;
  toAnswerer: Frame[] = [];
  toCaller: Frame[] = [];
  readonly windows = new Map<number, number>();
  readonly outcomes = new Map<number, string>();
  readonly unread = new Map<number, number[]>();
  readonly running = new Map<number, Running>();
  readonly ran = new Set<number>();
  violations: string[] = [];
  isAnswererClosed = false;

  caller_(input: CallerInput): void {
    for (const effect of this.caller.step(input, this.nowMs)) this.onCallerEffect(effect);
  }

  answerer_(input: AnswererInput): void {
    for (const effect of this.answerer.step(input, this.nowMs)) this.onAnswererEffect(effect);
  }

  onCallerEffect(effect: CallerEffect): void {
    switch (effect.type) {
      case 'send':
        this.toAnswerer.push(effect.frame);
        return;
      case 'item': {
        const items = this.unread.get(effect.id) ?? [];
        items.push(effect.body.length + ANSWER_OVERHEAD_BYTES);
        this.unread.set(effect.id, items);
        const held = items.reduce((sum, cost) => sum + cost, 0);
        // Never more than the window and one answer beyond it.
        const window = this.windows.get(effect.id) ?? 0;
        expect(held).toBeLessThan(window + 250 + ANSWER_OVERHEAD_BYTES);
        expect(this.outcomes.has(effect.id)).toBe(false);
        return;
      }
      case 'answered':
      case 'ended':
        this.settle(effect.id, effect.type);
        expect(this.ran.has(effect.id)).toBe(true);
        return;
      case 'failed':
        this.settle(effect.id, effect.failure.code);
        if (!effect.failure.mayHaveRun) expect(this.ran.has(effect.id)).toBe(false);
        return;
      case 'close':
        if (effect.reason === 'protocol-violation') this.violations.push(effect.detail);
        return;
      case 'draining':
        return;
    }
  }

  onAnswererEffect(effect: AnswererEffect): void {
    switch (effect.type) {
      case 'send':
        this.toCaller.push(effect.frame);
        return;
      case 'run':
        expect(this.ran.has(effect.id)).toBe(false);
        this.ran.add(effect.id);
        this.running.set(effect.id, { isStreaming: effect.isStreaming, mayGive: false });
        expect(this.running.size).toBeLessThanOrEqual(CALL_COUNT_MAX);
        if (effect.isStreaming) this.answerer_({ type: 'ready', id: effect.id });
        return;
      case 'pull': {
        const call = this.running.get(effect.id);
        expect(call?.isStreaming).toBe(true);
        if (call !== undefined) call.mayGive = true;
        return;
      }
      case 'close':
        this.isAnswererClosed = true;
        if (effect.reason === 'protocol-violation') this.violations.push(effect.detail);
        return;
      case 'abort':
        return;
    }
  }

  settle(id: number, outcome: string): void {
    expect(this.outcomes.get(id)).toBeUndefined();
    this.outcomes.set(id, outcome);
  }

  deliver(to: 'answerer' | 'caller'): boolean {
    const frame = to === 'answerer' ? this.toAnswerer.shift() : this.toCaller.shift();
    if (frame === undefined) return false;
    if (to === 'answerer') this.answerer_({ type: 'frame', frame });
    else this.caller_({ type: 'frame', frame });
    return true;
  }

  finish(id: number, input: AnswererInput): void {
    this.running.delete(id);
    this.answerer_(input);
  }
}

function choose<T>(items: readonly T[], pick: number): T | undefined {
  return items[pick % Math.max(1, items.length)];
}

function apply(connection: Connection, step: Command): void {
  switch (step.type) {
    case 'call': {
      connection.lastId += 1;
      const id = connection.lastId;
      connection.windows.set(id, step.windowBytes);
      const { deadlineMs, windowBytes } = step;
      const body = new Uint8Array(10);
      connection.caller_({ type: 'call', id, method: 'm', body, deadlineMs, windowBytes });
      return;
    }
    case 'cancel':
      connection.caller_({ type: 'cancel', id: step.pick % (connection.lastId + 2) });
      return;
    case 'deliver-to-answerer':
      for (let count = 0; count < step.count; count += 1) connection.deliver('answerer');
      return;
    case 'deliver-to-caller':
      for (let count = 0; count < step.count; count += 1) connection.deliver('caller');
      return;
    case 'answer': {
      const [id, call] = choose([...connection.running], step.pick) ?? [];
      if (id === undefined || call === undefined) return;
      const body = new Uint8Array(step.bytes);
      if (!call.isStreaming) connection.finish(id, { type: 'answer', id, body });
      else if (call.mayGive) {
        call.mayGive = false;
        connection.answerer_({ type: 'item', id, body });
      }
      return;
    }
    case 'fail': {
      const id = choose([...connection.running.keys()], step.pick);
      const error = { code: 'X', message: 'x', isNotRun: false, isByProtocol: false };
      if (id !== undefined) connection.finish(id, { type: 'error', id, error });
      return;
    }
    case 'end': {
      const [id, call] = choose([...connection.running], step.pick) ?? [];
      if (id !== undefined && call?.isStreaming) connection.finish(id, { type: 'end', id });
      return;
    }
    case 'consume': {
      const id = choose([...connection.unread.keys()], step.pick);
      const bytes = id === undefined ? undefined : connection.unread.get(id)?.shift();
      if (id !== undefined && bytes !== undefined)
        connection.caller_({ type: 'consumed', id, bytes });
      return;
    }
    case 'pass-time':
      connection.nowMs += step.ms;
      connection.caller_({ type: 'tick' });
      connection.answerer_({ type: 'tick' });
      return;
  }
}

/** Lets everything under way come to its end without any more time passing. */
function settleAll(connection: Connection): void {
  for (let isBusy = true; isBusy; ) {
    isBusy = connection.deliver('answerer') || connection.deliver('caller');
    for (const [id, call] of [...connection.running]) {
      isBusy = true;
      const body = new Uint8Array(1);
      connection.finish(id, call.isStreaming ? { type: 'end', id } : { type: 'answer', id, body });
    }
  }
}

const steps = fc.array(command, { minLength: 20, maxLength: 150, size: 'max' });

test.prop([steps, drainAt], { numRuns: 500 })(
  'in every interleaving each call ends exactly once, within its bounds, and nobody breaks a rule',
  (run, drainStep) => {
    const connection = new Connection();
    for (const [index, step] of run.entries()) {
      if (index === drainStep) connection.answerer_({ type: 'drain', reason: 'bye' });
      apply(connection, step);
    }
    settleAll(connection);
    // As long as both ends stand, an answer or its absence has reached every caller by now.
    if (!connection.isAnswererClosed) expect(connection.caller.callCount).toBe(0);
    // A peer that drained answers no more frames; what was sent to it then ends with the connection.
    connection.caller_({ type: 'closed', reason: 'gone' });
    for (let id = 1; id <= connection.lastId; id += 1)
      expect(connection.outcomes.has(id)).toBe(true);
    expect(connection.caller.callCount).toBe(0);
    expect(connection.answerer.callCount).toBe(0);
    expect(connection.violations).toEqual([]);
  },
);
