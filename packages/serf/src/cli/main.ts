import { randomBytes } from 'node:crypto';
import { systemClock } from '@konsul/runtime';
import { machineHost } from './agent/agent-host.js';
import type { CliHost, ProcessSignal } from './command.js';
import { runCli } from './program.js';

const SIGNALS: readonly ProcessSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** This process as the place where commands run. */
export const processHost: CliHost = {
  env: process.env,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  clock: systemClock,
  randomBytes: (count) => randomBytes(count),
  agentHost: machineHost,
  onSignal(listener) {
    const handlers = SIGNALS.map((signal) => [signal, () => listener(signal)] as const);
    for (const [signal, handler] of handlers) process.on(signal, handler);
    return () => {
      for (const [signal, handler] of handlers) process.off(signal, handler);
    };
  },
};

/** Runs the command line of this process. @returns the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  return runCli(argv, processHost);
}

/** Whoever read the output has seen enough (`konsul-serf members | head`): that is no failure. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
