import { execFile, spawn } from 'node:child_process';

/** The longest that a command may take; `serf leave` waits for others. */
const COMMAND_MS_MAX = 40_000;
const running = new Set();

/** Ends every process that was started here. */
export function endAll() {
  for (const child of running) child.kill('SIGKILL');
}

function keep(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** A process that runs until it is told to end. */
export function start([program, ...words]) {
  return keep(spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Runs a command to its end. */
export function run(program, words) {
  return new Promise((resolve) => {
    const options = { timeout: COMMAND_MS_MAX };
    keep(
      execFile(program, words, options, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : (error.code ?? error.signal), stdout, stderr });
      }),
    );
  });
}
