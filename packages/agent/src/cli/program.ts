import { nearestWord } from '@konsul/runtime';
import { isAgentError } from '../errors.js';
import type { CliCommand, CliHost, CommandContext } from './command.js';
import { type CommandNode, type CommandTree, commandTree } from './command-tree.js';
import { FlagValues } from './flag-values.js';

/** Exit code of a command that does not exist, as of a shell. */
const EXIT_UNKNOWN_COMMAND = 127;
const PROGRAM_NAME = 'konsul';

/**
 * Runs a command line.
 *
 * @param argv - without program and script.
 * @returns the exit code; never rejects because of what was typed or what an agent answered.
 */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const [first = '', ...others] = argv;
  if (/^--?(v|version)$/.test(first)) return runCli(['version', ...others], host);
  if (first === 'help') return runCli([...others, '-help'], host);
  const path: string[] = [];
  let tree: CommandTree = commandTree;
  for (const word of argv) {
    const node: CommandNode | undefined = Object.hasOwn(tree, word) ? tree[word] : undefined;
    if (node === undefined) break;
    path.push(word);
    if ('load' in node) return runCommand(await node.load(), { path, argv, host });
    tree = node.children;
  }
  const unknown = argv[path.length];
  if (unknown !== undefined && /^--?h(elp)?$/.test(unknown)) {
    host.stdout(groupHelp(path, tree));
    return 0;
  }
  host.stderr(unknown === undefined ? groupHelp(path, tree) : unknownCommand(path, tree, unknown));
  return EXIT_UNKNOWN_COMMAND;
}

interface Invocation {
  /** Words that name the command. */
  readonly path: readonly string[];
  readonly argv: readonly string[];
  readonly host: CliHost;
}

async function runCommand(command: CliCommand, invocation: Invocation): Promise<number> {
  const { path, argv, host } = invocation;
  // Parsing and talking to an agent are loaded together with the first command that needs them.
  const { parseArguments, describeFlags } = await import('./argv.js');
  const help = (): string => {
    const options = command.flags.length === 0 ? '' : `\n\n${describeFlags(command.flags)}`;
    return `Usage: ${nameOf(path)} ${command.usage}\n\n  ${command.help}${options}\n`;
  };
  try {
    const parsed = parseArguments(argv.slice(path.length), command.flags);
    if (parsed.isHelpAsked) {
      host.stdout(help());
      return 0;
    }
    const flags = new FlagValues(parsed.values);
    return await command.run(await contextOf(host, flags, parsed.positionals));
  } catch (error) {
    if (!isAgentError(error)) throw error;
    host.stderr(`${error.detail}\n`);
    // The reason and where to read on, but not all of the help, which would push the reason away.
    if (error.code === 'INVALID_USAGE') host.stderr(`\nFor help: ${nameOf(path)} -help\n`);
    return 1;
  }
}

async function contextOf(
  host: CliHost,
  flags: FlagValues,
  positionals: readonly string[],
): Promise<CommandContext> {
  const { ApiClient } = await import('./http-client.js');
  return {
    host,
    flags,
    positionals,
    client: new ApiClient(flags, host),
    runCommandLine: runCli,
    say: (line) => host.stdout(`${line}\n`),
    complain: (line) => host.stderr(`${line}\n`),
  };
}

function nameOf(path: readonly string[]): string {
  return [PROGRAM_NAME, ...path].join(' ');
}

function unknownCommand(path: readonly string[], tree: CommandTree, word: string): string {
  const name = nameOf(path);
  const near = nearestWord(word, Object.keys(tree));
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return `"${word}" is not a command of ${name}${hint}\n\nFor the list of commands: ${name} -help\n`;
}

function groupHelp(path: readonly string[], tree: CommandTree): string {
  const names = Object.keys(tree).sort();
  const width = Math.max(...names.map((command) => command.length));
  const lines = names.map((command) => `    ${command.padEnd(width)}  ${tree[command]?.synopsis}`);
  return `Usage: ${nameOf(path)} <command> [options]\n\nCommands:\n${lines.join('\n')}\n`;
}
