import { SerfError } from '../errors.js';
import type { FlagSpec } from './flag-spec.js';
import { suggestion } from './suggestion.js';
import { formatTable } from './table.js';

/** What was typed behind a command's name. */
export interface ParsedArguments {
  /** Every text given for a flag, in order; `true` or `false` for booleans. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  readonly isHelpAsked: boolean;
}

/** Texts that Go takes for a boolean. Source: documentation of Go's strconv.ParseBool. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, 'true'] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, 'false'] as const),
]);

/**
 * Reads flags as Go's flag package does: one dash or two, `-name value` or `-name=value`, booleans
 * off only by `-name=false`. The first word that is no flag, a lone `-` or what follows `--` ends
 * the flags.
 *
 * @throws SerfError INVALID_USAGE for an unknown flag, naming the nearest, or one without its value.
 *
 * Source: documentation of Go's flag package.
 */
export function parseArguments(
  argv: readonly string[],
  flags: readonly FlagSpec[],
): ParsedArguments {
  const specs = new Map(flags.map((flag) => [flag.name, flag]));
  const values = new Map<string, string[]>();
  let isHelpAsked = false;
  let index = 0;
  for (; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word);
    if (match === null) break;
    const [, name = '', text] = match;
    const spec = specs.get(name);
    if (spec === undefined && /^(h|help)$/.test(name)) isHelpAsked = true;
    else if (spec === undefined) throw unknownFlag(name, specs.keys());
    else if (spec.kind === 'boolean') add(values, name, booleanText(name, text ?? 'true'));
    else if (text !== undefined) add(values, name, text);
    else {
      index += 1;
      const next = argv[index];
      if (next === undefined) throw usageError(`flag needs an argument: -${name}`);
      add(values, name, next);
    }
  }
  if (argv[index] === '--') index += 1;
  return { values, positionals: argv.slice(index), isHelpAsked };
}

/** The list of a command's flags, for its help. */
export function describeFlags(flags: readonly FlagSpec[]): string {
  const rows = flags
    .filter(({ isHidden }) => isHidden !== true)
    .map(({ name, kind, help }) => [`  -${name}${kind === 'boolean' ? '' : '=<value>'}`, help]);
  return formatTable(rows);
}

function add(values: Map<string, string[]>, name: string, text: string): void {
  const former = values.get(name);
  if (former === undefined) values.set(name, [text]);
  else former.push(text);
}

function booleanText(name: string, text: string): string {
  const read = BOOLEANS.get(text);
  if (read === undefined) throw usageError(`invalid boolean value "${text}" for -${name}`);
  return read;
}

function unknownFlag(name: string, known: Iterable<string>): SerfError {
  return usageError(`flag provided but not defined: -${name}${suggestion(name, known, '-')}`);
}

function usageError(detail: string): SerfError {
  return new SerfError('INVALID_USAGE', detail);
}
