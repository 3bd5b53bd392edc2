import type { CommandFailure } from './command-failure.js';

/** What applying a command came to; the same on every replica. */
export type CommandResult =
  /** The state is now as the command wants it, whether or not that took a change. */
  | { readonly type: 'done' }
  /** A conditional command; false: its condition did not hold and nothing was changed. */
  | { readonly type: 'conditional'; readonly isApplied: boolean }
  /** A command of a later release that this one may leave out. */
  | { readonly type: 'ignored' }
  | CommandFailure;
