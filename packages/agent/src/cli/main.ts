import { Buffer } from 'node:buffer';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createSystemRng } from '@konsul/runtime';
import { type CommandProcess, commandProcess } from '@konsul/runtime/command-line';
import { nodeConfigHost } from '../config/config-host.js';
import type { CliHost } from './command.js';
import { nodeHttpTransport } from './http-transport.js';
import { runCli } from './program.js';

/** Runs the command line of this process. @returns the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return runCli(argv, machineHost(commandProcess()));
}

function machineHost(around: CommandProcess): CliHost {
  return {
    ...around,
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
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
