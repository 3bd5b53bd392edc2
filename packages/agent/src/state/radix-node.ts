import type { ByteString } from './byte-string.js';

/** A key with its value; shared between versions of a tree for as long as neither changes. */
export interface RadixEntry<Value> {
  readonly key: ByteString;
  readonly value: Value;
}

/**
 * One node of a radix tree. Published nodes are never written; only the transaction that made a
 * node, named by `owner`, may still do so until it commits.
 */
export class RadixNode<Value> {
  owner: object | undefined;
  /** What is added to the parent's path to reach this node; empty only at the root. */
  edge: ByteString;
  entry: RadixEntry<Value> | undefined;
  /** Ordered by the first byte of their edges, which all differ. */
  children: RadixNode<Value>[];

  constructor(owner: object | undefined, edge: ByteString) {
    this.owner = owner;
    this.edge = edge;
    this.entry = undefined;
    this.children = [];
  }

  /** A copy that `owner` may write; children are shared. */
  copyFor(owner: object): RadixNode<Value> {
    const copy = new RadixNode<Value>(owner, this.edge);
    copy.entry = this.entry;
    copy.children = this.children.slice();
    return copy;
  }

  /** The child whose edge begins with `code`. */
  child(code: number): RadixNode<Value> | undefined {
    const at = this.childPosition(code);
    return at < 0 ? undefined : this.children[at];
  }

  /** The position of the child whose edge begins with `code`, or `-1 - p` if it belongs at p. */
  childPosition(code: number): number {
    const children = this.children;
    let low = 0;
    let high = children.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = (children[middle] as RadixNode<Value>).edge.charCodeAt(0);
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle - 1;
    }
    return -1 - low;
  }
}

/** The entry of `key` under `root`. */
export function findEntry<Value>(
  root: RadixNode<Value>,
  key: ByteString,
): RadixEntry<Value> | undefined {
  let node = root;
  let depth = 0;
  while (depth < key.length) {
    const child = node.child(key.charCodeAt(depth));
    if (child === undefined || !key.startsWith(child.edge, depth)) return undefined;
    node = child;
    depth += child.edge.length;
  }
  return node.entry;
}

/** The node that holds exactly the keys that begin with `prefix`. */
export function findPrefix<Value>(
  root: RadixNode<Value>,
  prefix: ByteString,
): RadixNode<Value> | undefined {
  let node = root;
  let depth = 0;
  while (depth < prefix.length) {
    const child = node.child(prefix.charCodeAt(depth));
    if (child === undefined) return undefined;
    const wanted = prefix.length - depth;
    const isMatch =
      wanted < child.edge.length
        ? child.edge.startsWith(prefix.slice(depth))
        : prefix.startsWith(child.edge, depth);
    if (!isMatch) return undefined;
    node = child;
    depth += child.edge.length;
  }
  return node;
}

/** The entries of a subtree in key order. */
export function* entriesOf<Value>(root: RadixNode<Value>): Generator<RadixEntry<Value>> {
  yield* drain([root]);
}

/** The entries of a subtree whose keys are `from` or above, in key order. */
export function* entriesFrom<Value>(
  root: RadixNode<Value>,
  from: ByteString,
): Generator<RadixEntry<Value>> {
  const stack: RadixNode<Value>[] = [];
  let node = root;
  let depth = 0;
  for (;;) {
    if (depth >= from.length) {
      stack.push(node);
      break;
    }
    const position = node.childPosition(from.charCodeAt(depth));
    const above = position < 0 ? -1 - position : position + 1;
    for (let at = node.children.length - 1; at >= above; at -= 1) {
      stack.push(node.children[at] as RadixNode<Value>);
    }
    if (position < 0) break;
    const child = node.children[position] as RadixNode<Value>;
    const wanted = from.slice(depth, depth + child.edge.length);
    if (child.edge !== wanted) {
      // The whole child is on one side of the bound: its edge decides.
      if (child.edge > wanted) stack.push(child);
      break;
    }
    node = child;
    depth += child.edge.length;
  }
  yield* drain(stack);
}

/** Empties a stack of subtrees, of which the top one comes first. */
function* drain<Value>(stack: RadixNode<Value>[]): Generator<RadixEntry<Value>> {
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const children = node.children;
    for (let at = children.length - 1; at >= 0; at -= 1) {
      stack.push(children[at] as RadixNode<Value>);
    }
    if (node.entry !== undefined) yield node.entry;
  }
}
