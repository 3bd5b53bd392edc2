import { runProgram } from '@konsul/runtime/command-line';
import { AgentError, isAgentError } from '../errors.js';
import type { CliHost, CommandContext } from './command.js';
import { commandTree } from './command-tree.js';

/**
 * Runs a command line.
 *
 * @param argv - without program and script.
 * @returns the exit code; never rejects because of what was typed or what an agent answered.
 */
export function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  return runProgram<CommandContext>(argv, {
    name: 'konsul',
    commands: commandTree,
    stdout: host.stdout,
    stderr: host.stderr,
    contextOf: async (call) => {
      // Talking to an agent is loaded together with the first command that may need it.
      const { ApiClient } = await import('./http-client.js');
      return { ...call, host, client: new ApiClient(call.flags, host), runCommandLine: runCli };
    },
    fail: (problem) => {
      throw new AgentError('INVALID_USAGE', problem);
    },
    explain,
  });
}

/** The reason and where to read on, but not all of the help, which would push the reason away. */
function explain(error: unknown, command: string): string | undefined {
  if (!isAgentError(error)) return undefined;
  const isUsage = error.code === 'INVALID_USAGE';
  return isUsage ? `${error.detail}\n\nFor help: ${command} -help\n` : `${error.detail}\n`;
}
