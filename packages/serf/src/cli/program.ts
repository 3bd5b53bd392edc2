import { parseEndpoint } from '@konsul/runtime';
import { type FlagValues, runProgram } from '@konsul/runtime/command-line';
import { isSerfError, SerfError } from '../errors.js';
import { IpcClient } from '../ipc/ipc-client.js';
import { reasonOf } from '../ipc/reason-of.js';
import { attempt } from './attempt.js';
import type { CliHost, CommandContext } from './command.js';
import { commands } from './command-tree.js';

const DEFAULT_RPC_ADDRESS = '127.0.0.1:7373';
const DEFAULT_RPC_PORT = 7_373;

/**
 * Runs a command line.
 *
 * @param argv - without program and script.
 * @returns the exit code; never rejects because of what was typed or what an agent answered.
 */
export function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  return runProgram<CommandContext>(argv, {
    name: 'konsul-serf',
    commands,
    stdout: host.stdout,
    stderr: host.stderr,
    contextOf: (call) => ({
      ...call,
      host,
      withAgent: async (use) => {
        const client = await attempt('Error connecting to Serf agent', connect(host, call.flags));
        try {
          return await use(client);
        } finally {
          client.close();
        }
      },
    }),
    fail: (problem) => {
      throw new SerfError('INVALID_USAGE', problem);
    },
    explain,
  });
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

/** The reason in one line, and of wrong use where to read on. */
function explain(error: unknown, command: string): string | undefined {
  if (!isSerfError(error)) return undefined;
  const hint = error.code === 'INVALID_USAGE' ? ` (see ${command} -help)` : '';
  return `${reasonOf(error)}${hint}\n`;
}
