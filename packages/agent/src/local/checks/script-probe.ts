import { type ChildProcess, spawn } from 'node:child_process';
import type { CheckStatus } from '../../state/domain.js';
import { OutputTail } from './check-output.js';
import type { Probe } from './probe.js';

/**
 * Runs a program: passing when it exits with 0, warning with 1, critical with anything else or by a
 * signal. When time is up it is killed with everything that it started.
 *
 * @param command the program and its arguments; no shell comes between.
 */
export function createScriptProbe(command: readonly string[], outputBytesMax: number): Probe {
  const [program = '', ...parameters] = command;
  return (signal) =>
    new Promise((resolve, reject) => {
      const tail = new OutputTail(outputBytesMax);
      // A group of its own, so that what it started can be ended with it.
      const child = spawn(program, parameters, {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const abort = (): void => {
        killGroup(child);
        reject(new Error('killed'));
      };
      signal.addEventListener('abort', abort);
      child.stdout.on('data', (chunk: Uint8Array) => tail.add(chunk));
      child.stderr.on('data', (chunk: Uint8Array) => tail.add(chunk));
      child.once('error', (error) => {
        signal.removeEventListener('abort', abort);
        reject(error);
      });
      child.once('close', (exitCode) => {
        signal.removeEventListener('abort', abort);
        resolve({ status: statusOf(exitCode), output: outputOf(tail, outputBytesMax) });
      });
    });
}

function statusOf(exitCode: number | null): CheckStatus {
  if (exitCode === 0) return 'passing';
  return exitCode === 1 ? 'warning' : 'critical';
}

function outputOf(tail: OutputTail, bytesMax: number): string {
  const text = tail.text();
  return tail.totalBytes > bytesMax
    ? `Captured ${bytesMax} of ${tail.totalBytes} bytes\n...\n${text}`
    : text;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in this very moment.
  }
}
