import type { CommandResult } from './command-result.js';
import { emptyState, type State } from './state.js';
import { WatchRegistry, type WatchRegistryOptions } from './watch-registry.js';
import type { TouchedKeys, WaitableWatchSet } from './watch-set.js';

/** How a log entry changes the state. */
export type Reducer = (
  state: State,
  bytes: Uint8Array,
  raftIndex: number,
) => {
  readonly state: State;
  readonly result: CommandResult;
  readonly touched: readonly TouchedKeys[];
};

/** The one place where a state is replaced by the next; everything else about it is immutable. */
export class StateHolder {
  readonly #reducer: Reducer;
  readonly #registry: WatchRegistry;
  #state: State = emptyState();
  #appliedIndex = 0;

  constructor(reducer: Reducer, options: WatchRegistryOptions = {}) {
    this.#reducer = reducer;
    this.#registry = new WatchRegistry(options);
  }

  /** The current state; keep it for as long as a point in time is needed. */
  get state(): State {
    return this.#state;
  }

  /** The index of the last log entry that the state holds; 0 before the first. */
  get appliedIndex(): number {
    return this.#appliedIndex;
  }

  /** How many waiters there are. */
  get waiterCount(): number {
    return this.#registry.waiterCount;
  }

  /** A watch set for a query on the current state, to be waited on in this turn. */
  createWatchSet(): WaitableWatchSet {
    return this.#registry.createWatchSet();
  }

  /** Applies a log entry, then calls back whoever waits for what it changed. */
  apply(bytes: Uint8Array, raftIndex: number): CommandResult {
    const { state, result, touched } = this.#reducer(this.#state, bytes, raftIndex);
    this.#state = state;
    this.#appliedIndex = raftIndex;
    this.#registry.fire(touched);
    return result;
  }

  /** Replaces the state by one from a snapshot and calls back everybody who waits. */
  abandon(state: State, raftIndex: number): void {
    this.#state = state;
    this.#appliedIndex = raftIndex;
    this.#registry.fireAll();
  }
}
