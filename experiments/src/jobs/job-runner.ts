import { fileURLToPath } from 'node:url';
import type { Options } from '../options.js';
import { type Finished, runJobs } from './run-jobs.js';

/** Runs jobs of one kind with what the command line says of workers, time and cache. */
export type RunKind = <Job extends object, Outcome>(
  kind: string,
  jobs: readonly Job[],
) => Promise<readonly Finished<Job, Outcome>[]>;

export function jobRunner(options: Options): RunKind {
  return (kind, jobs) =>
    runJobs({
      kind,
      jobs,
      workerCount: options.isReportOnly ? 0 : options.workerCount,
      // Both from the bundle's place.
      workerFile: new URL('./worker.js', import.meta.url),
      cacheFolder: fileURLToPath(new URL('../.cache', import.meta.url)),
      budgetMs: options.budgetMs,
      progress: (line) => console.error(line),
    });
}
