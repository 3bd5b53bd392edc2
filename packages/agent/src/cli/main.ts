import { Buffer } from 'node:buffer';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createSystemRng } from '@konsul/runtime';
import { nodeConfigHost } from '../config/config-host.js';
import type { AgentSignal, CliHost } from './command.js';
import { nodeHttpTransport } from './http-transport.js';
import { runCli } from './program.js';

/** Commands that end in order; they are told when nobody reads what they print any more. */
const signalListeners = new Set<(signal: AgentSignal) => void>();

const SIGNALS: readonly AgentSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** This process as the place where commands run. */
export const processHost: CliHost = {
  env: process.env,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  http: nodeHttpTransport,
  readFile,
  readStdin,
  writeFile,
  removeFile: (path) => rm(path, { force: true }),
  configHost: nodeConfigHost,
  rng: createSystemRng(),
  processId: process.pid,
  // Loaded only when it runs, so that the other commands start quickly.
  startAgent: async (config, load) =>
    await (await import('../start-agent.js')).startProcessAgent(config, load),
  onSignal(listener) {
    const handlers = SIGNALS.map((signal) => [signal, () => listener(signal)] as const);
    for (const [signal, handler] of handlers) process.on(signal, handler);
    signalListeners.add(listener);
    return () => {
      signalListeners.delete(listener);
      for (const [signal, handler] of handlers) process.off(signal, handler);
    };
  },
};

/** Every further line fails like the first one that did. */
let isReaderGone = false;

/** Runs the command line of this process. @returns the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  return runCli(argv, processHost);
}

/**
 * Whoever read the output has seen enough (`konsul info | head`) or has closed the terminal: that is
 * no failure. What has something to clean up, does so.
 */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    if (isReaderGone) return;
    isReaderGone = true;
    if (signalListeners.size === 0) process.exit();
    for (const listener of [...signalListeners]) listener('SIGTERM');
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
