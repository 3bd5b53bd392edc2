import { type Configuration, emptyConfiguration } from './membership.js';

/** A configuration and the index of the entry that made it. */
export interface IndexedConfiguration {
  readonly index: number;
  readonly configuration: Configuration;
}

/**
 * Every configuration of the retained log, oldest first, so that a truncated one gives way to its
 * predecessor at once.
 *
 * Source: dissertation, section 4.1: a server uses the latest configuration in its log, committed
 * or not.
 */
export class ConfigurationStack {
  #items: IndexedConfiguration[];

  constructor(base: IndexedConfiguration = { index: 0, configuration: emptyConfiguration }) {
    this.#items = [base];
  }

  /** The configuration in force. */
  get latest(): IndexedConfiguration {
    return this.#items.at(-1) as IndexedConfiguration;
  }

  push(item: IndexedConfiguration): void {
    this.#items.push(item);
  }

  /** The configuration as of `index`: the one made last at or before it. */
  at(index: number): IndexedConfiguration {
    return this.#items[Math.max(this.#positionAt(index), 0)] as IndexedConfiguration;
  }

  /** The configurations made in (`afterIndex`, `throughIndex`], oldest first. */
  between(afterIndex: number, throughIndex: number): readonly IndexedConfiguration[] {
    if (this.latest.index <= afterIndex) return [];
    return this.#items.filter((item) => item.index > afterIndex && item.index <= throughIndex);
  }

  /** Removes what was made at or after `index`; the oldest always stays. True when any was. */
  rollbackFrom(index: number): boolean {
    const before = this.#items.length;
    while (this.#items.length > 1 && this.latest.index >= index) this.#items.pop();
    return this.#items.length !== before;
  }

  /** Forgets what nobody can roll back to: all but the last one made at or before `index`. */
  compactThrough(index: number): void {
    const keepFrom = this.#positionAt(index);
    if (keepFrom > 0) this.#items.splice(0, keepFrom);
  }

  /** Starts anew from a snapshot's configuration. */
  reset(base: IndexedConfiguration): void {
    this.#items = [base];
  }

  /** The position of the last one made at or before `index`; -1 when there is none. */
  #positionAt(index: number): number {
    let position = this.#items.length - 1;
    while (position >= 0 && (this.#items[position]?.index ?? 0) > index) position -= 1;
    return position;
  }
}
