import { type Rng, randomBelow, randomBetween, seededRng, shuffle } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import { checkLinearizability, type Operation } from './linearizability.js';
import {
  type AppendInput,
  type AppendOutput,
  appendModel,
  type RegisterInput,
  type RegisterOutput,
  type RegisterState,
  registerModel,
} from './linearizability-models.js';

type RegisterOperation = Operation<RegisterInput, RegisterOutput>;

let clientCount = 0;
const at = (calledAtMs: number, returnedAtMs: number | undefined) => ({
  client: `c${clientCount++}`,
  key: 'k',
  calledAtMs,
  returnedAtMs,
});

const read = (value: string | undefined, from: number, to: number): RegisterOperation => ({
  ...at(from, to),
  input: { type: 'read' },
  output: { type: 'read', value },
});
const write = (value: string, from: number, to?: number): RegisterOperation => ({
  ...at(from, to),
  input: { type: 'write', value },
  output: { type: 'written' },
});
const cas = (
  [expected, value]: readonly [string, string],
  isSwapped: boolean,
  [from, to]: readonly [number, number | undefined],
): RegisterOperation => ({
  ...at(from, to),
  input: { type: 'cas', expected, value },
  output: { type: 'cas', isSwapped },
});

const verdictOf = (history: readonly RegisterOperation[]): string =>
  checkLinearizability(history, registerModel).type;

describe('histories of a register that are linearizable', () => {
  it.each<[string, RegisterOperation[]]>([
    ['nothing at all', []],
    ['one after another', [read(undefined, 0, 1), write('a', 2, 3), read('a', 4, 5)]],
    ['a read during a write, before it', [write('a', 0, 10), read(undefined, 2, 3)]],
    ['a read during a write, after it', [write('a', 0, 10), read('a', 2, 3)]],
    [
      'two writes at once, read in either order',
      [write('a', 0, 10), write('b', 0, 10), read('b', 11, 12), read('b', 13, 14)],
    ],
    [
      'a write with unknown outcome that is seen late',
      [write('a', 0, 1), write('b', 2), read('a', 5, 6), read('b', 50, 60)],
    ],
    [
      'a write with unknown outcome that is never seen',
      [write('a', 0, 1), write('b', 2), read('a', 100, 101)],
    ],
    [
      'a swap that fails because of another',
      [
        write('a', 0, 1),
        cas(['a', 'b'], true, [2, 10]),
        cas(['a', 'c'], false, [2, 10]),
        read('b', 11, 12),
      ],
    ],
    [
      'a swap with unknown outcome that must have happened',
      [write('a', 0, 1), cas(['a', 'b'], false, [2, undefined]), read('b', 11, 12)],
    ],
    [
      'a return at the instant of the next call, in either order',
      [write('a', 0, 5), read(undefined, 5, 6)],
    ],
  ])('%s', (_name, history) => {
    expect(verdictOf(history)).toBe('linearizable');
  });
});

describe('histories of a register that are not', () => {
  it.each<[string, RegisterOperation[]]>([
    ['a stale read', [write('a', 0, 1), write('b', 2, 3), read('a', 4, 5)]],
    ['a value from nowhere', [read('x', 0, 1)]],
    ['a value from the future', [read('a', 0, 1), write('a', 2, 3)]],
    [
      'a value seen and then unseen',
      [write('a', 0, 1), write('b', 2, 20), read('b', 3, 4), read('a', 5, 6)],
    ],
    [
      'two readers who disagree on the order',
      [write('a', 0, 10), write('b', 0, 10), read('a', 11, 12), read('b', 13, 14)],
    ],
    ['a lost write', [write('a', 0, 1), read(undefined, 2, 3)]],
    ['a swap that cannot have worked', [write('a', 0, 1), cas(['b', 'c'], true, [2, 3])]],
    [
      'one value swapped twice',
      [write('a', 0, 1), cas(['a', 'b'], true, [2, 10]), cas(['a', 'c'], true, [2, 10])],
    ],
    [
      'an unknown write that flickers',
      [write('a', 0, 1), write('b', 2), read('b', 3, 4), read('a', 5, 6)],
    ],
  ])('%s', (_name, history) => {
    expect(verdictOf(history)).toBe('violation');
  });

  it('are explained by the longest order and what could not follow', () => {
    const [first, second, stale] = [write('a', 0, 1), write('b', 2, 3), read('a', 4, 5)];
    expect(checkLinearizability([first, second, stale], registerModel)).toEqual({
      type: 'violation',
      key: 'k',
      longestOrder: [first, second],
      stuckOn: [stale],
    });
  });
});

describe('keys', () => {
  it('are checked apart', () => {
    const history = [write('a', 0, 1), { ...read(undefined, 2, 3), key: 'other' }];
    expect(verdictOf(history)).toBe('linearizable');
    const verdict = checkLinearizability(
      [...history, { ...read('z', 4, 5), key: 'other' }],
      registerModel,
    );
    expect(verdict).toMatchObject({ type: 'violation', key: 'other' });
  });
});

describe('limits', () => {
  it('end a search that is too large without an answer', () => {
    const writes = Array.from({ length: 12 }, (_, index) => write(`${index}`, 0, 100));
    const history = [...writes, read('none', 200, 201)];
    expect(checkLinearizability(history, registerModel, { configurationCountMax: 500 })).toEqual({
      type: 'unknown',
      key: 'k',
      configurationCount: 500,
    });
  });

  it('reject an operation that returns before it is called', () => {
    expect(() => verdictOf([write('a', 5, 4)])).toThrow('[OPTION_INVALID]');
  });
});

describe('append-only lists', () => {
  type AppendOperation = Operation<AppendInput, AppendOutput>;
  const append = (value: string, from: number, to?: number): AppendOperation => ({
    ...at(from, to),
    input: { type: 'append', value },
  });
  const readAll = (output: string[], from: number, to: number): AppendOperation => ({
    ...at(from, to),
    input: { type: 'read' },
    output,
  });

  it('must be read as some order of the appends', () => {
    const appends = [append('a', 0, 10), append('b', 0, 10), append('c', 0)];
    const verdict = (list: string[]): string =>
      checkLinearizability([...appends, readAll(list, 11, 12)], appendModel).type;
    expect(verdict(['a', 'b'])).toBe('linearizable');
    expect(verdict(['c', 'b', 'a'])).toBe('linearizable');
    expect(verdict(['a'])).toBe('violation');
    expect(verdict(['a', 'b', 'b'])).toBe('violation');
  });
});

describe('random histories', () => {
  /** Runs operations one by one, each at an instant within its own call and return. */
  function sequentialHistory(rng: Rng, count: number): RegisterOperation[] {
    let state: RegisterState = registerModel.initial;
    const history: RegisterOperation[] = [];
    for (let index = 0; index < count; index += 1) {
      const instantMs = index * 10;
      const from = instantMs - randomBetween(rng, 0, 40);
      const isUnknown = randomBelow(rng, 10) === 0;
      const times = at(from, isUnknown ? undefined : instantMs + randomBetween(rng, 0, 40));
      const value = `${randomBelow(rng, 3)}`;
      const kind = randomBelow(rng, 3);
      if (kind === 0) {
        history.push({
          ...times,
          input: { type: 'read' },
          output: { type: 'read', value: state.value },
        });
      } else if (kind === 1) {
        history.push({ ...times, input: { type: 'write', value }, output: { type: 'written' } });
        state = { value };
      } else {
        const expected = `${randomBelow(rng, 3)}`;
        const isSwapped = state.value === expected;
        const output = { type: 'cas', isSwapped } as const;
        history.push({ ...times, input: { type: 'cas', expected, value }, output });
        if (isSwapped) state = { value };
      }
    }
    return shuffle(rng, history);
  }

  /** Tries every order, for histories short enough. */
  function isLinearizableByForce(rest: RegisterOperation[], state: RegisterState): boolean {
    if (rest.every(({ returnedAtMs }) => returnedAtMs === undefined)) return true;
    return rest.some((operation) => {
      const others = rest.filter((other) => other !== operation);
      const mustWait = others.some(
        ({ returnedAtMs }) => returnedAtMs !== undefined && returnedAtMs < operation.calledAtMs,
      );
      if (mustWait) return false;
      const output = operation.returnedAtMs === undefined ? undefined : operation.output;
      const next = registerModel.step(state, operation.input, output);
      return next !== undefined && isLinearizableByForce(others, next);
    });
  }

  it('that came from one register are accepted', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      expect(verdictOf(sequentialHistory(seededRng(seed), 200)), `seed ${seed}`).toBe(
        'linearizable',
      );
    }
  });

  it('are judged as by trying every order', () => {
    const verdicts = { linearizable: 0, violation: 0 };
    for (let seed = 0; seed < 1000; seed += 1) {
      const rng = seededRng(seed);
      const history = sequentialHistory(rng, 6).map((operation) =>
        operation.output?.type === 'read' && randomBelow(rng, 2) === 0
          ? { ...operation, output: { type: 'read' as const, value: `${randomBelow(rng, 3)}` } }
          : operation,
      );
      const isLinearizable = isLinearizableByForce(history, registerModel.initial);
      const expected = isLinearizable ? 'linearizable' : 'violation';
      expect(verdictOf(history), `seed ${seed}`).toBe(expected);
      verdicts[expected] += 1;
    }
    expect(verdicts.linearizable).toBeGreaterThan(100);
    expect(verdicts.violation).toBeGreaterThan(100);
  });
});
