import type { ByteString } from './byte-string.js';
import {
  entriesFrom,
  entriesOf,
  findEntry,
  findPrefix,
  type RadixEntry,
  RadixNode,
} from './radix-node.js';
import type { WatchSet } from './watch-set.js';

/**
 * An immutable, ordered map from byte strings to values. A version costs a pointer to keep and the
 * path to a key to change; everything else is shared with the version before.
 *
 * Source: the persistent radix tree idea of "The Adaptive Radix Tree" (Leis et al., 2013, section
 * III, path compression) with path copying (Driscoll et al., 1989).
 */
export class RadixTree<Value> {
  /** The table it belongs to; names it in watches. */
  readonly name: string;
  /** How many keys it holds. */
  readonly size: number;
  readonly #root: RadixNode<Value>;

  /** Use {@link emptyTree}; transactions make the rest. */
  constructor(name: string, root: RadixNode<Value>, size: number) {
    this.name = name;
    this.size = size;
    this.#root = root;
  }

  /** The value of a key. */
  get(key: ByteString): Value | undefined {
    return findEntry(this.#root, key)?.value;
  }

  /** The value of a key; the watch fires when it is put or deleted, also if it is absent now. */
  getWatched(key: ByteString, watch: WatchSet): Value | undefined {
    watch.addKey(this.name, key);
    return this.get(key);
  }

  /** The entries whose keys begin with `prefix` (all for the empty one), in byte order. */
  entries(prefix: ByteString = ''): Iterable<RadixEntry<Value>> {
    const node = findPrefix(this.#root, prefix);
    return node === undefined ? [] : entriesOf(node);
  }

  /** As {@link entries}; the watch fires when a key with that prefix is put or deleted. */
  entriesWatched(prefix: ByteString, watch: WatchSet): Iterable<RadixEntry<Value>> {
    watch.addPrefix(this.name, prefix);
    return this.entries(prefix);
  }

  /** The entries whose keys are `from` or above, in byte order. */
  entriesFrom(from: ByteString): Iterable<RadixEntry<Value>> {
    return entriesFrom(this.#root, from);
  }

  /** Starts a change; this version stays as it is. */
  begin(): RadixTransaction<Value> {
    return new RadixTransaction<Value>(this, this.#root);
  }
}

/** A tree without keys. */
export function emptyTree<Value>(name: string): RadixTree<Value> {
  return new RadixTree(name, new RadixNode<Value>(undefined, ''), 0);
}

/** What a committed transaction leaves: the next version, and which keys differ from the last. */
export interface RadixCommit<Value> {
  readonly tree: RadixTree<Value>;
  /** Every key that was put or deleted; one may stand here twice. */
  readonly keys: readonly ByteString[];
}

/**
 * A change to a tree, unseen by anybody until it commits. Nodes it has copied once are written in
 * place from then on, so many changes in one transaction are far cheaper than one each.
 */
export class RadixTransaction<Value> {
  readonly #base: RadixTree<Value>;
  #root: RadixNode<Value>;
  #size: number;
  #keys: ByteString[] = [];
  /** Marks the nodes this transaction made. */
  #owner: object = {};

  /** Use {@link RadixTree.begin}. */
  constructor(base: RadixTree<Value>, root: RadixNode<Value>) {
    this.#base = base;
    this.#root = root;
    this.#size = base.size;
  }

  /** The value of a key, this transaction's own changes included. */
  get(key: ByteString): Value | undefined {
    return findEntry(this.#root, key)?.value;
  }

  /**
   * The entries whose keys begin with `prefix`, this transaction's own changes included.
   *
   * @remarks Collected at once, because changes made meanwhile would write the nodes being read.
   */
  entries(prefix: ByteString = ''): readonly RadixEntry<Value>[] {
    const node = findPrefix(this.#root, prefix);
    return node === undefined ? [] : [...entriesOf(node)];
  }

  /** Sets the value of a key. */
  put(key: ByteString, value: Value): void {
    this.#keys.push(key);
    let node = this.#ownRoot();
    let depth = 0;
    while (depth < key.length) {
      const position = node.childPosition(key.charCodeAt(depth));
      if (position < 0) {
        const leaf = new RadixNode<Value>(this.#owner, key.slice(depth));
        node.children.splice(-1 - position, 0, leaf);
        node = leaf;
        break;
      }
      const child = this.#ownChild(node, position);
      const shared = sharedLength(child.edge, key, depth);
      depth += shared;
      node = shared === child.edge.length ? child : this.#split(node, position, shared);
    }
    if (node.entry === undefined) this.#size += 1;
    node.entry = { key, value };
  }

  /** Removes a key. @returns whether it was there. */
  delete(key: ByteString): boolean {
    if (findEntry(this.#root, key) === undefined) return false;
    this.#keys.push(key);
    this.#size -= 1;
    const path = this.#ownPath(key);
    const node = path[path.length - 1] as RadixNode<Value>;
    node.entry = undefined;
    this.#contract(path);
    return true;
  }

  /** Removes every key that begins with `prefix`. @returns how many there were. */
  deletePrefix(prefix: ByteString): number {
    const doomed = findPrefix(this.#root, prefix);
    if (doomed === undefined) return 0;
    let count = 0;
    for (const entry of entriesOf(doomed)) {
      this.#keys.push(entry.key);
      count += 1;
    }
    this.#size -= count;
    if (doomed === this.#root) {
      this.#root = new RadixNode<Value>(this.#owner, '');
      return count;
    }
    const path = this.#ownPath(prefix);
    const node = path[path.length - 1] as RadixNode<Value>;
    node.entry = undefined;
    node.children = [];
    this.#contract(path);
    return count;
  }

  /** Ends the transaction. It may go on to be used: what follows changes a version of its own. */
  commit(): RadixCommit<Value> {
    const keys = this.#keys;
    if (keys.length === 0) return { tree: this.#base, keys };
    this.#owner = {};
    this.#keys = [];
    return { tree: new RadixTree(this.#base.name, this.#root, this.#size), keys };
  }

  #ownRoot(): RadixNode<Value> {
    if (this.#root.owner !== this.#owner) this.#root = this.#root.copyFor(this.#owner);
    return this.#root;
  }

  #ownChild(parent: RadixNode<Value>, position: number): RadixNode<Value> {
    const child = parent.children[position] as RadixNode<Value>;
    if (child.owner === this.#owner) return child;
    const copy = child.copyFor(this.#owner);
    parent.children[position] = copy;
    return copy;
  }

  /** Owns the nodes from the root to the one where `prefix`, which must lead to one, ends. */
  #ownPath(prefix: ByteString): RadixNode<Value>[] {
    let node = this.#ownRoot();
    const path = [node];
    for (let depth = 0; depth < prefix.length; depth += node.edge.length) {
      node = this.#ownChild(node, node.childPosition(prefix.charCodeAt(depth)));
      path.push(node);
    }
    return path;
  }

  /** Puts a node between a parent and its (owned) child, after `shared` bytes of the edge. */
  #split(parent: RadixNode<Value>, position: number, shared: number): RadixNode<Value> {
    const child = parent.children[position] as RadixNode<Value>;
    const fork = new RadixNode<Value>(this.#owner, child.edge.slice(0, shared));
    child.edge = child.edge.slice(shared);
    fork.children.push(child);
    parent.children[position] = fork;
    return fork;
  }

  /** Restores the shape after a removal at the end of an owned path: no useless nodes. */
  #contract(path: readonly RadixNode<Value>[]): void {
    let node = path[path.length - 1] as RadixNode<Value>;
    const parent = path[path.length - 2];
    if (parent === undefined) return;
    if (node.entry === undefined && node.children.length === 0) {
      parent.children.splice(parent.childPosition(node.edge.charCodeAt(0)), 1);
      node = parent;
    }
    const isRoot = node === path[0];
    if (isRoot || node.entry !== undefined || node.children.length !== 1) return;
    const only = this.#ownChild(node, 0);
    node.edge += only.edge;
    node.entry = only.entry;
    node.children = only.children;
  }
}

/** How many leading bytes of `edge` stand in `key` at `depth`. */
function sharedLength(edge: ByteString, key: ByteString, depth: number): number {
  if (key.startsWith(edge, depth)) return edge.length;
  let shared = 0;
  while (edge.charCodeAt(shared) === key.charCodeAt(depth + shared)) shared += 1;
  return shared;
}
