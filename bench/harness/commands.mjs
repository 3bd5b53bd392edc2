import { createInterface } from 'node:readline';

/** Tells the driver something. */
export function emit(event) {
  process.stdout.write(`${JSON.stringify(event)}\n`);
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
    stop: () => process.exit(0),
    ...handlers,
  };
  const lines = createInterface({ input: process.stdin });
  lines.on('line', async (line) => {
    const command = JSON.parse(line);
    await all[command.cmd]?.(command);
  });
  lines.once('close', () => process.exit(0));
}

/** CPU seconds since the start, of user and system apart and together; resident memory in MB. */
export function processUse() {
  const { user, system } = process.cpuUsage();
  const rss = process.memoryUsage.rss() / 1e6;
  return { user: user / 1e6, sys: system / 1e6, cpu: (user + system) / 1e6, rss };
}
