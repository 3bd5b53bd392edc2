import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A kind of run that a worker knows, and what it is to be run with. */
export interface JobRequest {
  readonly kind: string;
  readonly job: object;
}

export interface RunJobsOptions<Job extends object> {
  readonly kind: string;
  readonly jobs: readonly Job[];
  readonly workerCount: number;
  readonly workerFile: URL;
  /** Where outcomes are kept, so that a run that was stopped goes on where it was. */
  readonly cacheFolder: string;
  readonly progress: (line: string) => void;
  /** Stops handing out jobs after this long. Default never. */
  readonly budgetMs?: number;
}

/** A job and what it came to. */
export interface Finished<Job, Outcome> {
  readonly job: Job;
  readonly outcome: Outcome;
}

const YOUNG_GENERATION_MB = 128;
const PROGRESS_EVERY_MS = 10_000;

/**
 * Runs jobs on worker threads, those whose outcome is kept already excepted.
 *
 * @returns the outcomes in the order of the jobs; without those that the budget left no time for.
 */
export async function runJobs<Job extends object, Outcome>(
  options: RunJobsOptions<Job>,
): Promise<readonly Finished<Job, Outcome>[]> {
  const { jobs, kind, cacheFolder } = options;
  mkdirSync(cacheFolder, { recursive: true });
  const files = jobs.map((job) => join(cacheFolder, `${kind}-${digest(job)}.json`));
  const missing = jobs.map((_, index) => index).filter((index) => !existsSync(files[index] ?? ''));
  const startedAtMs = performance.now();
  let doneCount = 0;
  let saidAtMs = startedAtMs;
  const say = (): void => {
    const elapsedMs = performance.now() - startedAtMs;
    const leftMs = doneCount === 0 ? 0 : (elapsedMs / doneCount) * (missing.length - doneCount);
    const known = jobs.length - missing.length;
    options.progress(
      `${kind}: ${known + doneCount} of ${jobs.length} runs, ${known} of them from earlier, ` +
        `about ${(leftMs / 60_000).toFixed(0)} min to go`,
    );
  };
  say();
  const queue = [...missing];
  const work = async (): Promise<void> => {
    // Most of what a simulation allocates dies young; room for it saves a tenth of the time.
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
    const worker = new Worker(options.workerFile, { resourceLimits });
    try {
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        const file = files[index] ?? '';
        const outcome = await ask(worker, { kind, job: jobs[index] ?? {} });
        // Renamed when it is whole, so that a kept outcome is never half of one.
        writeFileSync(`${file}.new`, JSON.stringify(outcome));
        renameSync(`${file}.new`, file);
        doneCount += 1;
        const nowMs = performance.now();
        if (nowMs - saidAtMs > PROGRESS_EVERY_MS) {
          saidAtMs = nowMs;
          say();
        }
        if (nowMs - startedAtMs > (options.budgetMs ?? Number.POSITIVE_INFINITY)) return;
      }
    } finally {
      await worker.terminate();
    }
  };
  const workerCount = Math.min(options.workerCount, missing.length);
  await Promise.all(Array.from({ length: workerCount }, work));
  return jobs.flatMap((job, index) => {
    const file = files[index] ?? '';
    if (!existsSync(file)) return [];
    return [{ job, outcome: JSON.parse(readFileSync(file, 'utf8')) as Outcome }];
  });
}

function ask(worker: Worker, request: JobRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (outcome: unknown): void => {
      worker.off('error', onError);
      resolve(outcome);
    };
    const onError = (error: unknown): void => {
      worker.off('message', onMessage);
      reject(new Error(`${request.kind} ${JSON.stringify(request.job)} failed`, { cause: error }));
    };
    worker.once('message', onMessage);
    worker.once('error', onError);
    worker.postMessage(request);
  });
}

function digest(job: object): string {
  const keys = Object.entries(job).sort(([left], [right]) => left.localeCompare(right));
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 24);
}
