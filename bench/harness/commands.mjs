import { createInterface } from 'node:readline';

const FLUSH_MS = 2;
let lines = '';

/** Tells the driver something, within two milliseconds: a write for each event would cost too much. */
export function emit(event) {
  if (lines === '') setTimeout(flush, FLUSH_MS);
  lines += `${JSON.stringify(event)}\n`;
}

function flush() {
  process.stdout.write(lines);
  lines = '';
}

/** What the driver said this process should be. */
export function startArgument() {
  return JSON.parse(process.argv[2] ?? '{}');
}

/**
 * Serves the driver's commands, one JSON object per line, by name. `cpu` and `stop` are there for
 * every process; one whose driver has gone ends.
 */
export function serveCommands(handlers) {
  const all = {
    cpu: () => emit({ ev: 'cpu', t: performance.now(), ...processUse() }),
    stop: end,
    ...handlers,
  };
  const input = createInterface({ input: process.stdin });
  input.on('line', async (line) => {
    const command = JSON.parse(line);
    await all[command.cmd]?.(command);
  });
  input.once('close', end);
}

function end() {
  flush();
  process.exit(0);
}

/** CPU seconds since the start, of user and system apart and together; resident memory in MB. */
export function processUse() {
  const { user, system } = process.cpuUsage();
  const rss = process.memoryUsage.rss() / 1e6;
  return { user: user / 1e6, sys: system / 1e6, cpu: (user + system) / 1e6, rss };
}
