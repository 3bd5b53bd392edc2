import { parseEndpoint } from '@konsul/runtime';
import { SerfError } from '../errors.js';
import { IpcClient } from '../ipc/ipc-client.js';
import { reasonOf } from '../ipc/reason-of.js';
import { describeFlags, parseArguments } from './argv.js';
import { attempt } from './attempt.js';
import type { CliCommand, CliHost, CommandContext } from './command.js';
import { commands } from './command-tree.js';
import { FlagValues } from './flag-spec.js';
import { suggestion } from './suggestion.js';

/** Exit code of a command that does not exist, as of a shell. */
const EXIT_UNKNOWN_COMMAND = 127;
const PROGRAM_NAME = 'konsul-serf';
const DEFAULT_RPC_ADDRESS = '127.0.0.1:7373';
const DEFAULT_RPC_PORT = 7_373;

/**
 * Runs a command line.
 *
 * @param argv - without program and script.
 * @returns the exit code; never rejects because of what was typed or what an agent answered.
 */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const [name = '', ...rest] = argv;
  if (/^--?(v|version)$/.test(name)) return runCli(['version', ...rest], host);
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry !== undefined) return await runCommand(name, await entry.load(), { argv: rest, host });
  const isHelpAsked = /^(-h|--?help)$/.test(name);
  if (name !== '' && !isHelpAsked) {
    host.stderr(`unknown command ${name}${suggestion(name, Object.keys(commands))}\n\n`);
  }
  (isHelpAsked ? host.stdout : host.stderr)(programHelp());
  return isHelpAsked ? 0 : EXIT_UNKNOWN_COMMAND;
}

interface Invocation {
  readonly argv: readonly string[];
  readonly host: CliHost;
}

async function runCommand(
  name: string,
  command: CliCommand,
  { argv, host }: Invocation,
): Promise<number> {
  try {
    const { values, positionals, isHelpAsked } = parseArguments(argv, command.flags);
    if (isHelpAsked) {
      host.stdout(commandHelp(name, command));
      return 0;
    }
    return await command.run(contextOf(host, new FlagValues(values), positionals));
  } catch (error) {
    if (!(error instanceof SerfError)) throw error;
    const hint = error.code === 'INVALID_USAGE' ? ` (see ${PROGRAM_NAME} ${name} -help)` : '';
    host.stderr(`${reasonOf(error)}${hint}\n`);
    return 1;
  }
}

function contextOf(
  host: CliHost,
  flags: FlagValues,
  positionals: readonly string[],
): CommandContext {
  return {
    host,
    flags,
    positionals,
    withAgent: async (use) => {
      const client = await attempt('Error connecting to Serf agent', connect(host, flags));
      try {
        return await use(client);
      } finally {
        client.close();
      }
    },
    say: (line) => host.stdout(`${line}\n`),
    complain: (line) => host.stderr(`${line}\n`),
  };
}

async function connect({ env }: CliHost, flags: FlagValues): Promise<IpcClient> {
  const address = flags.text('rpc-addr') ?? (env['SERF_RPC_ADDR'] || DEFAULT_RPC_ADDRESS);
  const authKey = flags.text('rpc-auth') ?? env['SERF_RPC_AUTH'] ?? '';
  const endpoint = parseEndpoint(address, DEFAULT_RPC_PORT);
  if (endpoint === undefined) {
    throw new SerfError('INVALID_USAGE', `-rpc-addr=${address} is no host with a port`);
  }
  return await IpcClient.connect({ endpoint, authKey });
}

function commandHelp(name: string, { usage, help, flags }: CliCommand): string {
  const options = flags.length === 0 ? '' : `\n\n${describeFlags(flags)}`;
  return `Usage: ${PROGRAM_NAME} ${name} ${usage}\n\n  ${help}${options}\n`;
}

function programHelp(): string {
  const names = Object.keys(commands);
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `    ${name.padEnd(width)}  ${commands[name]?.synopsis}`);
  return `Usage: ${PROGRAM_NAME} <command> [options]\n\nCommands:\n${lines.join('\n')}\n`;
}
