import type { EntryKind } from '../core/entry.js';

/** Numbers of the kinds of entries, in messages and on disk alike; never given to another kind. */
const entryKindCodes: Readonly<Record<EntryKind, number>> = {
  command: 1,
  configuration: 2,
  'no-op': 3,
  restore: 4,
};

/** The number of a kind. Nearly all entries are commands, which need not be looked up. */
export function entryKindCode(kind: EntryKind): number {
  return kind === 'command' ? 1 : entryKindCodes[kind];
}

/** The kind of a number; undefined for one that no kind has. */
export function entryKindOf(code: number): EntryKind | undefined {
  return kindsByCode[code];
}

const kindsByCode: readonly (EntryKind | undefined)[] = [
  undefined,
  'command',
  'configuration',
  'no-op',
  'restore',
];
