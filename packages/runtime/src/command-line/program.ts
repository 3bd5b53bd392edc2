import { suggestion } from '../core/nearest-word.js';
import type { Command, CommandCall, CommandTree } from './command.js';
import { FlagValues } from './flag-values.js';
import { commandHelp, groupHelp } from './help.js';
import { parseArguments } from './parse-arguments.js';

/** A program of several commands. */
export interface Program<Context> {
  /** As it is typed. */
  readonly name: string;
  /** With a command `version`, `-v` and `--version` mean that. */
  readonly commands: CommandTree<Context>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** What the program adds to a call for its commands. What it throws is explained like their errors. */
  readonly contextOf: (call: CommandCall) => Context | Promise<Context>;
  /** Turns wrong flags into the program's error, and throws it. */
  readonly fail: (problem: string) => never;
  /**
   * What is printed of an error before the program ends with code 1; undefined for a defect, which is
   * thrown on.
   *
   * @param command - the full name of the command, for example `konsul kv put`.
   */
  readonly explain: (error: unknown, command: string) => string | undefined;
}

/** Exit code of a command that does not exist, as of a shell. */
const EXIT_UNKNOWN_COMMAND = 127;

/**
 * Runs a command line: finds the command, reads its flags, and shows help where it is asked for, by
 * `help COMMAND`, `-h` or `-help` anywhere.
 *
 * @param argv - without interpreter and script.
 * @returns the exit code; 127 when there is no such command.
 */
export async function runProgram<Context>(
  argv: readonly string[],
  program: Program<Context>,
): Promise<number> {
  const [first = '', ...others] = argv;
  if (/^--?(v|version)$/.test(first) && Object.hasOwn(program.commands, 'version')) {
    return runProgram(['version', ...others], program);
  }
  const isHelpAsked = first === 'help';
  const words = isHelpAsked ? others : argv;
  let name = program.name;
  let tree = program.commands;
  for (const [index, word] of words.entries()) {
    const node = Object.hasOwn(tree, word) ? tree[word] : undefined;
    if (node === undefined) return endWithoutCommand(program, { name, tree, word });
    name += ` ${word}`;
    if ('load' in node) {
      const rest = isHelpAsked ? ['-help'] : words.slice(index + 1);
      return runCommand(program, await node.load(), { name, argv: rest });
    }
    tree = node.children;
  }
  return endWithoutCommand(program, { name, tree, word: isHelpAsked ? 'help' : undefined });
}

/** Where the words ended without naming a command. */
interface DeadEnd {
  readonly name: string;
  readonly tree: CommandTree<never>;
  readonly word: string | undefined;
}

function endWithoutCommand(
  { stdout, stderr }: Pick<Program<never>, 'stdout' | 'stderr'>,
  { name, tree, word }: DeadEnd,
): number {
  if (word !== undefined && /^(help|--?h(elp)?)$/.test(word)) {
    stdout(groupHelp(name, tree));
    return 0;
  }
  stderr(word === undefined ? groupHelp(name, tree) : unknownCommand(name, tree, word));
  return EXIT_UNKNOWN_COMMAND;
}

/** The word and where to read on, but not all of the help, which would push the word away. */
function unknownCommand(name: string, tree: CommandTree<never>, word: string): string {
  const hint = suggestion(word, Object.keys(tree), (known) => `"${known}"`);
  return `"${word}" is not a command of ${name}${hint}\n\nFor the list of commands: ${name} -help\n`;
}

async function runCommand<Context>(
  program: Program<Context>,
  command: Command<Context>,
  { name, argv }: { readonly name: string; readonly argv: readonly string[] },
): Promise<number> {
  const { stdout, stderr } = program;
  try {
    const { values, positionals, isHelpAsked } = parseArguments(argv, command.flags, program.fail);
    if (isHelpAsked) {
      stdout(commandHelp(name, command));
      return 0;
    }
    const call: CommandCall = {
      flags: new FlagValues(values),
      positionals,
      say: (line) => stdout(`${line}\n`),
      complain: (line) => stderr(`${line}\n`),
    };
    return await command.run(await program.contextOf(call));
  } catch (error) {
    const text = program.explain(error, name);
    if (text === undefined) throw error;
    stderr(text);
    return 1;
  }
}
