import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, entryBytes } from './entry.js';
import { RaftLog } from './log.js';
import { TermRuns } from './term-runs.js';

const payload = new Uint8Array(3);

/** The log as a plain array, which is obviously right. */
class ModelLog {
  entries: Entry[] = [];
  baseIndex = 0;
  baseTerm = 0;
  durableIndex = 0;
  /** What the write under way will make durable, and what truncation has left of it. */
  writing: number | undefined;

  get lastIndex(): number {
    return this.baseIndex + this.entries.length;
  }

  termAt(index: number): number | undefined {
    if (index === this.baseIndex) return this.baseTerm;
    return this.entries[index - this.baseIndex - 1]?.term;
  }
}

type Step =
  | { type: 'append'; count: number; termStep: number }
  | { type: 'truncate'; back: number }
  | { type: 'begin-write' }
  | { type: 'end-write' }
  | { type: 'compact'; ratio: number }
  | { type: 'evict'; bytesMax: number }
  | { type: 'reset'; ahead: number; termStep: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('append' as const),
        count: fc.integer({ min: 1, max: 4 }),
        termStep: fc.nat(2),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('truncate' as const),
        back: fc.integer({ min: 1, max: 4 }),
      }),
    },
    { weight: 3, arbitrary: fc.constant({ type: 'begin-write' as const }) },
    { weight: 3, arbitrary: fc.constant({ type: 'end-write' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('compact' as const),
        ratio: fc.nat(10).map((tenths) => tenths / 10),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('evict' as const), bytesMax: fc.nat(200) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('reset' as const),
        ahead: fc.integer({ min: 1, max: 5 }),
        termStep: fc.nat(2),
      }),
    },
  ),
  { maxLength: 60 },
);

/** Runs one step on both. */
function run(log: RaftLog, model: ModelLog, step: Step): void {
  switch (step.type) {
    case 'append': {
      const term = Math.max(1, log.lastTerm) + step.termStep;
      const entries = Array.from({ length: step.count }, (_, position): Entry => {
        return {
          index: model.lastIndex + 1 + position,
          term,
          kind: 'command',
          data: payload.subarray(position % 3),
        };
      });
      log.append(entries);
      model.entries.push(...entries);
      return;
    }
    case 'truncate': {
      const index = Math.max(model.baseIndex + 1, model.lastIndex - step.back + 1);
      if (index > model.lastIndex) return;
      log.truncateFrom(index);
      model.entries = model.entries.slice(0, index - model.baseIndex - 1);
      model.durableIndex = Math.min(model.durableIndex, index - 1);
      if (model.writing !== undefined) model.writing = Math.min(model.writing, index - 1);
      return;
    }
    case 'begin-write': {
      if (model.writing !== undefined) return;
      const entries = log.takeUnwritten();
      const expected = model.entries.filter((entry) => entry.index > model.durableIndex);
      expect(entries).toEqual(expected);
      model.writing = model.lastIndex;
      return;
    }
    case 'end-write':
      if (model.writing === undefined) return;
      log.markWrittenDurable();
      model.durableIndex = Math.max(model.durableIndex, model.writing);
      model.writing = undefined;
      return;
    case 'compact': {
      const span = model.durableIndex - model.baseIndex;
      const index = model.baseIndex + Math.floor(span * step.ratio);
      if (index <= model.baseIndex) return;
      log.compactThrough(index);
      model.baseTerm = model.termAt(index)!;
      model.entries = model.entries.slice(index - model.baseIndex);
      model.baseIndex = index;
      return;
    }
    case 'evict':
      log.evict(model.durableIndex, step.bytesMax);
      return;
    case 'reset': {
      // A write under way is void; a new one must begin before anything is durable again.
      if (model.writing !== undefined) log.markWrittenDurable();
      const index = model.lastIndex + step.ahead;
      const term = Math.max(1, log.lastTerm) + step.termStep;
      log.reset(index, term);
      expect(log.durableIndex).toBe(0);
      log.markWrittenDurable();
      expect(log.durableIndex).toBe(0);
      expect(log.takeUnwritten()).toEqual([]);
      log.markWrittenDurable();
      model.baseIndex = index;
      model.baseTerm = term;
      model.entries = [];
      model.durableIndex = index;
      model.writing = undefined;
      return;
    }
  }
}

function compare(log: RaftLog, model: ModelLog): void {
  expect(log.baseIndex).toBe(model.baseIndex);
  expect(log.lastIndex).toBe(model.lastIndex);
  expect(log.lastTerm).toBe(model.termAt(model.lastIndex));
  expect(log.durableIndex).toBe(model.durableIndex);
  for (let index = model.baseIndex - 1; index <= model.lastIndex + 1; index += 1) {
    expect(log.termAt(index)).toBe(model.termAt(index));
  }
  const whole = log.slice({
    fromIndex: model.baseIndex + 1,
    toIndex: model.lastIndex,
    maxBytes: 1e9,
  });
  if (whole !== undefined) expect(whole).toEqual(model.entries);
  const held = model.entries.filter(
    ({ index }) => log.slice({ fromIndex: index, toIndex: index, maxBytes: 0 }) !== undefined,
  );
  expect(log.windowBytes).toBe(held.reduce((sum, entry) => sum + entryBytes(entry), 0));
  // What is not durable is never evicted: it exists nowhere else.
  const fromIndex = Math.max(model.durableIndex, model.baseIndex) + 1;
  const tail = log.slice({ fromIndex, toIndex: model.lastIndex, maxBytes: 1e9 });
  expect(tail).toEqual(model.entries.filter((entry) => entry.index >= fromIndex));
}

describe('the log', () => {
  it('behaves like an array of entries under any order of steps', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const log = new RaftLog(new TermRuns({ index: 0, term: 0 }, [], 0));
        const model = new ModelLog();
        for (const step of script) {
          run(log, model, step);
          compare(log, model);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds where two logs may agree as a search entry by entry does', () => {
    const terms = fc.array(fc.nat(3), { maxLength: 30 });
    fc.assert(
      fc.property(terms, fc.nat(40), fc.nat(30), (steps, index, term) => {
        const log = new RaftLog(new TermRuns({ index: 0, term: 0 }, [], 0));
        let current = 1;
        for (const step of steps) {
          current += step;
          const entry: Entry = {
            index: log.lastIndex + 1,
            term: current,
            kind: 'no-op',
            data: payload,
          };
          log.append([entry]);
        }
        let expected = Math.min(index, log.lastIndex);
        while (expected > 0 && (log.termAt(expected) ?? 0) > term) expected -= 1;
        expect(log.highestIndexOfTermAtMost(index, term)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('cuts a slice to its bytes, but never to nothing', () => {
    const log = new RaftLog(new TermRuns({ index: 0, term: 0 }, [], 0));
    const entry = (index: number): Entry => ({ index, term: 1, kind: 'command', data: payload });
    log.append([entry(1), entry(2), entry(3)]);
    const maxBytes = entryBytes(entry(1)) * 2;
    expect(log.slice({ fromIndex: 1, toIndex: 3, maxBytes })?.length).toBe(2);
    expect(log.slice({ fromIndex: 2, toIndex: 3, maxBytes: 1 })?.length).toBe(1);
    expect(log.slice({ fromIndex: 4, toIndex: 9, maxBytes })).toEqual([]);
  });

  it('has no entries in memory after a restart, and says so', () => {
    const runs = [{ firstIndex: 1, term: 2 }];
    const log = new RaftLog(new TermRuns({ index: 0, term: 0 }, runs, 5));
    expect(log.slice({ fromIndex: 5, toIndex: 5, maxBytes: 100 })).toBeUndefined();
    expect(log.termAt(5)).toBe(2);
    expect(log.durableIndex).toBe(5);
  });
});
