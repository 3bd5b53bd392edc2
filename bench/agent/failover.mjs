// How long a cluster takes no writes when its leader is killed; see ../README.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { readOptions } from '../harness/options.mjs';
import { withDirectory } from '../harness/paths.mjs';
import { compare, sidesWithPeer } from '../harness/series.mjs';
import { quantile, sorted } from '../harness/statistics.mjs';
import { ownAgentCommand, withCluster } from './agent-cluster.mjs';
import { HttpConnection } from './http-connection.mjs';

const options = readOptions({ runs: 1, kills: 20, writers: 2, port: 27_500 });

/** Between the writes of one writer: a load that leaves the machine room for an election. */
const WRITE_INTERVAL_MS = 2;
const STEADY_MS = 1_500;
const RECOVERY_TIMEOUT_MS = 30_000;
const value = Buffer.alloc(256, 'x');

/** Writes through every agent all the time, and remembers the longest pause between commits. */
class Writers {
  #isStopped = false;
  #lastCommitMs = performance.now();
  #failureCount = 0;
  #onCommit = (_sentAtMs, _nowMs) => undefined;
  #loops;

  constructor(cluster) {
    const numbers = cluster.numbers.flatMap((number) => Array(options.writers).fill(number));
    this.#loops = numbers.map((number, writer) => this.#write(cluster.http(number), writer));
  }

  get lastCommitMs() {
    return this.#lastCommitMs;
  }

  get failureCount() {
    return this.#failureCount;
  }

  /** Resolves with the time of the first commit of a write that is sent from now on. */
  nextCommit() {
    const askedAtMs = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no write for ${RECOVERY_TIMEOUT_MS} ms`)),
        RECOVERY_TIMEOUT_MS,
      );
      this.#onCommit = (sentAtMs, nowMs) => {
        if (sentAtMs < askedAtMs) return;
        clearTimeout(timer);
        resolve(nowMs);
      };
    });
  }

  async stop() {
    this.#isStopped = true;
    await Promise.all(this.#loops);
  }

  async #write(endpoint, writer) {
    const connection = new HttpConnection(endpoint);
    while (!this.#isStopped) {
      const sentAtMs = performance.now();
      const isCommitted = await connection.request('PUT', `/v1/kv/bench/w${writer}`, value).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (isCommitted) {
        this.#lastCommitMs = performance.now();
        this.#onCommit(sentAtMs, this.#lastCommitMs);
      } else this.#failureCount += 1;
      await sleep(WRITE_INTERVAL_MS);
    }
    connection.close();
  }
}

/** Kills the leader; resolves with the pause between commits that it makes, in milliseconds. */
async function measureKill(cluster, writers) {
  const leader = await cluster.leader(0);
  if (leader === undefined) throw new Error('there is no leader to kill');
  await cluster.kill(leader);
  const lastBeforeMs = writers.lastCommitMs;
  const pauseMs = (await writers.nextCommit()) - lastBeforeMs;
  cluster.startAgent(leader);
  await cluster.writable();
  await sleep(STEADY_MS);
  return pauseMs;
}

async function measureCluster(cluster) {
  const writers = new Writers(cluster);
  const pausesMs = [];
  await sleep(STEADY_MS);
  for (let kill = 0; kill < options.kills; kill += 1) {
    pausesMs.push(await measureKill(cluster, writers));
  }
  await writers.stop();
  const ordered = sorted(pausesMs);
  return {
    'leader killed': {
      'without writes p50 ms': quantile(ordered, 0.5),
      'p99 ms': quantile(ordered, 0.99),
      'min ms': quantile(ordered, 0),
      'failed attempts': writers.failureCount,
    },
  };
}

const measure = (command) =>
  withDirectory((directory) =>
    withCluster({ command, directory, basePort: options.port, size: 3 }, measureCluster),
  );

await compare({
  bench: 'failover',
  runCount: options.runs,
  sides: sidesWithPeer(measure, options.peer, ownAgentCommand()),
  settings: { kills: options.kills },
});
