import { parentPort } from 'node:worker_threads';
import { runElections } from './elections/elections-run.js';
import type { JobRequest } from './jobs/run-jobs.js';
import { runLifeguard } from './lifeguard/lifeguard-run.js';
import { runSpread } from './spread/spread-run.js';
import { runStability } from './stability/stability-run.js';
import { runDetection, runIdle, runSuspicion } from './swim/swim-runs.js';

/** What each kind of job does; more kinds are added here. */
const KINDS: Readonly<Record<string, (job: never) => Promise<unknown>>> = {
  elections: runElections,
  lifeguard: runLifeguard,
  spread: runSpread,
  stability: runStability,
  'swim-suspicion': runSuspicion,
  'swim-detection': runDetection,
  'swim-idle': runIdle,
};

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');
port.on('message', async ({ kind, job }: JobRequest) => {
  const run = KINDS[kind];
  if (run === undefined) throw new Error(`there is no kind of job ${kind}`);
  port.postMessage(await run(job as never));
});
