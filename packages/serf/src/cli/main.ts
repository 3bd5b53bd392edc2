import { createSystemRng, systemClock } from '@konsul/runtime';
import { commandProcess } from '@konsul/runtime/command-line';
import { machineHost } from './agent/agent-host.js';
import { runCli } from './program.js';

/** Runs the command line of this process. @returns the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return runCli(argv, {
    ...commandProcess(),
    clock: systemClock,
    rng: createSystemRng(),
    agentHost: machineHost,
  });
}
