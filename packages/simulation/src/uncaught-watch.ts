import process from 'node:process';

/** Where the worlds stand that let promises go on at the moment. */
const watched = new Set<() => string>();
let isWatching = false;

/**
 * Tells on stderr where a world stood, should an error that nobody catches end the process: what a
 * microtask throws reaches nobody else, and without its seed it cannot be had again.
 *
 * @returns what ends the watch. Called around every event, so beginning and ending cost little.
 */
export function watchUncaught(where: () => string): () => void {
  if (!isWatching) {
    isWatching = true;
    process.on('uncaughtExceptionMonitor', tell);
  }
  watched.add(where);
  return () => void watched.delete(where);
}

function tell(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  for (const where of watched) {
    process.stderr.write(`simulation: ${where()}: nobody caught: ${reason}\n`);
  }
}
