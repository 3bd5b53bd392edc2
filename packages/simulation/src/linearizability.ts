import { SimulationError } from './simulation-error.js';

/** One call of one client, with the instants between which it took effect if it did. */
export interface Operation<Input, Output> {
  /** Whoever called; only for messages. */
  readonly client: string;
  /** What it was about; operations of different keys are checked apart. */
  readonly key: string;
  readonly input: Input;
  readonly calledAtMs: number;
  /**
   * When the answer came. Undefined for a call whose outcome is unknown: it may take effect at any
   * time from its call on, or never.
   */
  readonly returnedAtMs?: number | undefined;
  /** The answer; without meaning while `returnedAtMs` is undefined. */
  readonly output?: Output | undefined;
}

/** What one key does when it is used by one client at a time. Pure. */
export interface SequentialModel<State, Input, Output> {
  readonly initial: State;
  /**
   * The state after an operation, or undefined when it could not have given this output.
   * `output` is undefined for an operation whose outcome is unknown.
   */
  step(state: State, input: Input, output: Output | undefined): State | undefined;
  /** Text that is equal for equal states only. Default JSON. */
  stateKey?(state: State): string;
}

export interface CheckOptions {
  /** Configurations that are tried for one key before giving up. Default 1,000,000. */
  readonly configurationCountMax?: number;
}

/** `unknown`: the limit was reached before the answer was found. */
export type Verdict<Input, Output> =
  | { readonly type: 'linearizable' }
  | {
      readonly type: 'violation';
      readonly key: string;
      /** The longest order that could be found. */
      readonly longestOrder: readonly Operation<Input, Output>[];
      /** Operations that had to come next, none of which could. */
      readonly stuckOn: readonly Operation<Input, Output>[];
    }
  | { readonly type: 'unknown'; readonly key: string; readonly configurationCount: number };

const DEFAULT_CONFIGURATION_COUNT_MAX = 1_000_000;

/**
 * Decides whether a history looks as if every operation took effect at one instant between its
 * call and its return.
 *
 * Source: Wing and Gong, "Testing and Verifying Concurrent Objects", JPDC 17, 1993, with the memory
 * of configurations by Lowe, "Testing for Linearizability", 2017; keys are checked apart, which
 * Herlihy and Wing's locality theorem (1990) allows.
 *
 * @throws SimulationError `OPTION_INVALID` when an operation returns before it is called.
 */
export function checkLinearizability<State, Input, Output>(
  history: readonly Operation<Input, Output>[],
  model: SequentialModel<State, Input, Output>,
  options: CheckOptions = {},
): Verdict<Input, Output> {
  const ofKey = new Map<string, Operation<Input, Output>[]>();
  for (const operation of history) {
    const { client, key, calledAtMs, returnedAtMs } = operation;
    if (returnedAtMs !== undefined && returnedAtMs < calledAtMs) {
      const message = `operation of ${client} returns at ${returnedAtMs}, called at ${calledAtMs}`;
      throw new SimulationError('OPTION_INVALID', message);
    }
    const operations = ofKey.get(key);
    if (operations === undefined) ofKey.set(key, [operation]);
    else operations.push(operation);
  }
  const configurationCountMax = options.configurationCountMax ?? DEFAULT_CONFIGURATION_COUNT_MAX;
  for (const [key, operations] of ofKey) {
    const search = new Search(operations, model, configurationCountMax);
    const verdict = search.run(key);
    if (verdict.type !== 'linearizable') return verdict;
  }
  return { type: 'linearizable' };
}

/** A call or a return, in a list from which both are taken once the operation is put in order. */
interface Entry {
  readonly index: number;
  readonly isCall: boolean;
  next: Entry | undefined;
  previous: Entry | undefined;
}

interface Choice<State> {
  readonly call: Entry;
  readonly previousState: State;
}

/** The search for one key: tries calls in front, goes back when a return is in the way. */
class Search<State, Input, Output> {
  readonly #operations: readonly Operation<Input, Output>[];
  readonly #model: SequentialModel<State, Input, Output>;
  readonly #configurationCountMax: number;
  readonly #head: Entry;
  readonly #returns: (Entry | undefined)[] = [];
  readonly #placed: Uint8Array;
  readonly #seen = new Set<string>();
  readonly #choices: Choice<State>[] = [];
  #completedCount = 0;
  #longestOrder: number[] = [];
  #stuckOn: number[] = [];

  constructor(
    operations: readonly Operation<Input, Output>[],
    model: SequentialModel<State, Input, Output>,
    configurationCountMax: number,
  ) {
    this.#operations = operations;
    this.#model = model;
    this.#configurationCountMax = configurationCountMax;
    this.#placed = new Uint8Array(operations.length);
    this.#head = this.#createEntries();
  }

  run(key: string): Verdict<Input, Output> {
    const neededCount = this.#operations.filter(hasReturned).length;
    let state = this.#model.initial;
    let entry = this.#head.next;
    this.#note();
    while (this.#completedCount < neededCount) {
      if (this.#seen.size >= this.#configurationCountMax) {
        return { type: 'unknown', key, configurationCount: this.#seen.size };
      }
      const after = entry?.isCall === true ? this.#tryPlacing(entry, state) : undefined;
      if (after !== undefined && entry !== undefined) {
        this.#choices.push({ call: entry, previousState: state });
        state = after.state;
        this.#take(entry);
        this.#note();
        entry = this.#head.next;
      } else if (entry?.isCall === true) {
        entry = entry.next;
      } else {
        const choice = this.#choices.pop();
        if (choice === undefined) return this.#violation(key);
        state = choice.previousState;
        this.#putBack(choice.call);
        entry = choice.call.next;
      }
    }
    return { type: 'linearizable' };
  }

  /** The state after an operation if it is possible now and this has not been tried before. */
  #tryPlacing(call: Entry, state: State): { readonly state: State } | undefined {
    const operation = this.#operations[call.index] as Operation<Input, Output>;
    const output = hasReturned(operation) ? operation.output : undefined;
    const next = this.#model.step(state, operation.input, output);
    if (next === undefined) return undefined;
    this.#placed[call.index] = 1;
    const configuration = `${String.fromCharCode(...this.#packedPlaces())}${this.#stateKey(next)}`;
    this.#placed[call.index] = 0;
    if (this.#seen.has(configuration)) return undefined;
    this.#seen.add(configuration);
    return { state: next };
  }

  #packedPlaces(): Uint16Array {
    const packed = new Uint16Array(Math.ceil(this.#placed.length / 16));
    this.#placed.forEach((isPlaced, index) => {
      if (isPlaced === 1) packed[index >> 4] = (packed[index >> 4] ?? 0) | (1 << (index & 15));
    });
    return packed;
  }

  #stateKey(state: State): string {
    return this.#model.stateKey?.(state) ?? JSON.stringify(state);
  }

  #take(call: Entry): void {
    this.#placed[call.index] = 1;
    unlink(call);
    const returned = this.#returns[call.index];
    if (returned === undefined) return;
    unlink(returned);
    this.#completedCount += 1;
  }

  /** In reverse order of taking, so that both neighbours are in the list again. */
  #putBack(call: Entry): void {
    const returned = this.#returns[call.index];
    if (returned !== undefined) {
      relink(returned);
      this.#completedCount -= 1;
    }
    relink(call);
    this.#placed[call.index] = 0;
  }

  /** Remembers the longest order so far and what could have come next. */
  #note(): void {
    if (this.#choices.length < this.#longestOrder.length) return;
    this.#longestOrder = this.#choices.map(({ call }) => call.index);
    this.#stuckOn = [];
    for (let entry = this.#head.next; entry?.isCall === true; entry = entry.next) {
      this.#stuckOn.push(entry.index);
    }
  }

  #violation(key: string): Verdict<Input, Output> {
    const pick = (index: number): Operation<Input, Output> =>
      this.#operations[index] as Operation<Input, Output>;
    return {
      type: 'violation',
      key,
      longestOrder: this.#longestOrder.map(pick),
      stuckOn: this.#stuckOn.map(pick),
    };
  }

  /** All calls and returns by time; at one instant calls first, which allows the most orders. */
  #createEntries(): Entry {
    const events = this.#operations.flatMap((operation, index) => {
      const call = { index, isCall: true, atMs: operation.calledAtMs };
      const { returnedAtMs } = operation;
      if (returnedAtMs === undefined) return [call];
      return [call, { index, isCall: false, atMs: returnedAtMs }];
    });
    events.sort(
      (left, right) =>
        left.atMs - right.atMs ||
        Number(right.isCall) - Number(left.isCall) ||
        left.index - right.index,
    );
    const head: Entry = { index: -1, isCall: true, next: undefined, previous: undefined };
    let last = head;
    for (const { index, isCall } of events) {
      const entry: Entry = { index, isCall, next: undefined, previous: last };
      last.next = entry;
      last = entry;
      if (!isCall) this.#returns[index] = entry;
    }
    return head;
  }
}

function hasReturned({ returnedAtMs }: { readonly returnedAtMs?: number | undefined }): boolean {
  return returnedAtMs !== undefined;
}

function unlink(entry: Entry): void {
  if (entry.previous !== undefined) entry.previous.next = entry.next;
  if (entry.next !== undefined) entry.next.previous = entry.previous;
}

function relink(entry: Entry): void {
  if (entry.previous !== undefined) entry.previous.next = entry;
  if (entry.next !== undefined) entry.next.previous = entry;
}
