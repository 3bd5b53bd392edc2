import type { ByteString } from './byte-string.js';
import type { RadixEntry } from './radix-node.js';
import type { RadixTransaction } from './radix-tree.js';
import type { State, TableIndexes, TableName, TreeName, Trees, TreeValues } from './state.js';
import type { TouchedKeys } from './watch-set.js';

/** What a committed transaction leaves. */
export interface StateCommit {
  readonly state: State;
  readonly touched: readonly TouchedKeys[];
}

type OpenTrees = { [Name in TreeName]?: RadixTransaction<TreeValues[Name]> };

/**
 * A change to the state at one Raft index. Trees are opened as they are first written; dropping
 * the transaction without committing leaves no trace.
 */
export class StateTransaction {
  /** The Raft index of the command that is being applied. */
  readonly index: number;
  readonly #base: State;
  readonly #open: OpenTrees = {};
  readonly #bumped: Set<TableName> = new Set();

  constructor(base: State, index: number) {
    this.#base = base;
    this.index = index;
  }

  /** The value of a key, this transaction's own changes included. */
  get<Name extends TreeName>(name: Name, key: ByteString): TreeValues[Name] | undefined {
    const open: RadixTransaction<TreeValues[Name]> | undefined = this.#open[name];
    return (open ?? this.#base.trees[name]).get(key);
  }

  /** The entries with a prefix, this transaction's own changes included. */
  entries<Name extends TreeName>(
    name: Name,
    prefix: ByteString = '',
  ): Iterable<RadixEntry<TreeValues[Name]>> {
    const open: RadixTransaction<TreeValues[Name]> | undefined = this.#open[name];
    return (open ?? this.#base.trees[name]).entries(prefix);
  }

  /** The change to one tree. */
  tree<Name extends TreeName>(name: Name): RadixTransaction<TreeValues[Name]> {
    const open: RadixTransaction<TreeValues[Name]> | undefined = this.#open[name];
    if (open !== undefined) return open;
    const begun = this.#base.trees[name].begin() as OpenTrees[Name] &
      RadixTransaction<TreeValues[Name]>;
    this.#open[name] = begun;
    return begun;
  }

  /** Moves a table's index to this transaction's. */
  bump(table: TableName): void {
    this.#bumped.add(table);
  }

  /** Ends the transaction: the next state, and what differs from the last. */
  commit(): StateCommit {
    const trees: Record<string, unknown> = { ...this.#base.trees };
    const touched: TouchedKeys[] = [];
    for (const name in this.#open) {
      const commit = this.#open[name as TreeName]?.commit();
      if (commit === undefined || commit.keys.length === 0) continue;
      trees[name] = commit.tree;
      touched.push({ table: name, keys: commit.keys });
    }
    if (touched.length === 0) return { state: this.#base, touched };
    const tableIndexes: Record<TableName, number> = { ...this.#base.tableIndexes };
    for (const table of this.#bumped) tableIndexes[table] = this.index;
    return {
      state: { trees: trees as unknown as Trees, tableIndexes: tableIndexes as TableIndexes },
      touched,
    };
  }
}
