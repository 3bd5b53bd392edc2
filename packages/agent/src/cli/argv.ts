import { nearestWord } from '@konsul/runtime';
import { Command } from 'commander';
import { AgentError } from '../errors.js';
import type { FlagSpec } from './flag-spec.js';

/** What was typed behind a command's name. */
export interface ParsedArguments {
  /** Every text given for a flag, in order; `true` or `false` for booleans. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  readonly isHelpAsked: boolean;
}

/** Texts that Go takes for a boolean. Source: documentation of Go's strconv.ParseBool. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
]);

/**
 * Reads flags as Go's flag package does: one dash or two, `-name value` or `-name=value`, booleans
 * off only by `-name=false`. The first word that is no flag, a lone `-`, a negative number or what
 * follows `--` ends the flags.
 *
 * @throws AgentError `INVALID_USAGE` for an unknown flag or one without its value.
 *
 * Source: documentation of Go's flag package.
 */
export function parseArguments(
  argv: readonly string[],
  flags: readonly FlagSpec[],
): ParsedArguments {
  const normal = normaliseArguments(argv, flags);
  const values = new Map<string, string[]>();
  const command = commandOf(flags, (name, text) => {
    const former = values.get(name);
    if (former === undefined) values.set(name, [text]);
    else former.push(text);
  });
  command.parse([...normal.options, '--', ...normal.positionals], { from: 'user' });
  return { values, positionals: command.args, isHelpAsked: normal.isHelpAsked };
}

/** The list of a command's flags, for its help. */
export function describeFlags(flags: readonly FlagSpec[]): string {
  const names = flags.map(({ name, kind }) => `  -${name}${kind === 'boolean' ? '' : '=<value>'}`);
  const width = Math.max(...names.map((name) => name.length));
  return flags
    .map(({ help }, index) => `${(names[index] ?? '').padEnd(width)}  ${help}`)
    .join('\n');
}

/** Arguments in a form that every parser of long options reads alike. */
export interface NormalArguments {
  /** `--name=value` for each flag, booleans included. */
  readonly options: readonly string[];
  readonly positionals: readonly string[];
  readonly isHelpAsked: boolean;
}

/** Rewrites Go's flags, knowing which of the command's take a value. */
export function normaliseArguments(
  argv: readonly string[],
  flags: readonly FlagSpec[],
): NormalArguments {
  const kinds = new Map(flags.map(({ name, kind }) => [name, kind]));
  const options: string[] = [];
  let isHelpAsked = false;
  let index = 0;
  for (; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word === '--') {
      index += 1;
      break;
    }
    const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word);
    const name = match?.[1];
    if (name === undefined || (/^-[\d.]/.test(word) && !kinds.has(name))) break;
    const kind = kinds.get(name);
    if (kind === undefined && /^(h|help)$/.test(name)) {
      isHelpAsked = true;
      continue;
    }
    let text = match?.[2];
    if (kind === undefined) throw unknownFlag(name, [...kinds.keys()]);
    if (kind === 'boolean') {
      options.push(`--${name}=${booleanText(name, text ?? 'true')}`);
      continue;
    }
    if (text === undefined) {
      index += 1;
      text = argv[index];
      if (text === undefined) throw usageError(`flag needs an argument: -${name}`);
    }
    options.push(`--${name}=${text}`);
  }
  return { options, positionals: argv.slice(index), isHelpAsked };
}

function booleanText(name: string, text: string): string {
  const read = BOOLEANS.get(text);
  if (read === undefined) throw usageError(`invalid boolean value "${text}" for -${name}`);
  return String(read);
}

function commandOf(
  flags: readonly FlagSpec[],
  collect: (name: string, text: string) => void,
): Command {
  const command = new Command().helpOption(false).argument('[words...]').exitOverride();
  for (const { name, help } of flags) {
    command.option(`--${name} <value>`, help, (text: string) => collect(name, text));
  }
  return command;
}

/** In the words of Go's flag package, and then in some of our own. */
function unknownFlag(name: string, known: readonly string[]): AgentError {
  const near = nearestWord(name, known);
  const hint = near === undefined ? '' : `; did you mean -${near}?`;
  return usageError(`flag provided but not defined: -${name}${hint}`);
}

function usageError(detail: string): AgentError {
  return new AgentError('INVALID_USAGE', detail);
}
