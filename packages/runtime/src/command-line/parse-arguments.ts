import { suggestion } from '../core/nearest-word.js';
import type { FlagSpec } from './flag-spec.js';

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

const HELP = /^--?(h|help)$/;

/**
 * Reads flags as Go's flag package does: one dash or two, `-name value` or `-name=value`, booleans
 * off only by `-name=false`. The first word that is no flag, a lone `-`, a negative number that is no
 * flag's name, or what follows `--` ends the flags. `-h` and `-help` ask for help, among the words too
 * as long as no `--` stands before them, unless a flag has that name.
 *
 * @param fail - turns what is wrong into the program's error, and throws it: a flag that is unknown
 * (the nearest is named), that lacks its value, or a boolean that is none.
 *
 * Source: documentation of Go's flag package; help among the words as Consul and Serf give it.
 */
export function parseArguments(
  argv: readonly string[],
  flags: readonly FlagSpec[],
  fail: (problem: string) => never,
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
    if (spec === undefined && /^-[\d.]/.test(word)) break;
    if (spec === undefined && /^(h|help)$/.test(name)) isHelpAsked = true;
    else if (spec === undefined) fail(unknownFlag(name, specs.keys()));
    else if (spec.kind === 'boolean') {
      const read = BOOLEANS.get(text ?? 'true');
      add(values, name, read ?? fail(`invalid boolean value "${text}" for -${name}`));
    } else if (text !== undefined) add(values, name, text);
    else {
      index += 1;
      add(values, name, argv[index] ?? fail(`flag needs an argument: -${name}`));
    }
  }
  if (argv[index] === '--') return { values, positionals: argv.slice(index + 1), isHelpAsked };
  const positionals = argv.slice(index);
  // Whoever asks for help behind the first word must not have that word written, joined or deleted.
  isHelpAsked ||= asksForHelp(positionals, specs);
  return { values, positionals, isHelpAsked };
}

function asksForHelp(words: readonly string[], specs: ReadonlyMap<string, FlagSpec>): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? words.length : end).some((word) => {
    const name = HELP.exec(word)?.[1];
    return name !== undefined && !specs.has(name);
  });
}

function add(values: Map<string, string[]>, name: string, text: string): void {
  const former = values.get(name);
  if (former === undefined) values.set(name, [text]);
  else former.push(text);
}

/** In the words of Go's flag package, and then in some of our own. */
function unknownFlag(name: string, known: Iterable<string>): string {
  const hint = suggestion(name, known, (word) => `-${word}`);
  return `flag provided but not defined: -${name}${hint}`;
}
