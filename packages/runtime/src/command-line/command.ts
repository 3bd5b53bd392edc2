import type { FlagSpec } from './flag-spec.js';
import type { FlagValues } from './flag-values.js';

/** What was typed for a command, and where its words go. */
export interface CommandCall {
  readonly flags: FlagValues;
  readonly positionals: readonly string[];
  /** Prints a line. */
  readonly say: (line: string) => void;
  /** Prints a line to standard error. */
  readonly complain: (line: string) => void;
}

/** A command of a program. */
export interface Command<Context> {
  /** What comes behind the command's name, for example `[options] KEY [VALUE]`. */
  readonly usage: string;
  /** One sentence or more, for its help. */
  readonly help: string;
  readonly flags: readonly FlagSpec[];
  /** Does it. @returns the exit code. */
  run(context: Context): Promise<number>;
}

/** A command, loaded when it is called, or a group of commands. */
export type CommandNode<Context> =
  | { readonly synopsis: string; readonly load: () => Promise<Command<Context>> }
  | { readonly synopsis: string; readonly children: CommandTree<Context> };

/** Commands by name. */
export type CommandTree<Context> = Readonly<Record<string, CommandNode<Context>>>;
