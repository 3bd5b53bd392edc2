import { setTimeout as delay } from 'node:timers/promises';
import { randomBelow, seededRng } from '@konsul/runtime/core';
import { beforeAll, expect, test } from 'vitest';
import {
  type AgentProcess,
  clusterOfThisFile,
  eventually,
  leaderKnownBy,
  SERVER_PORT,
} from './cluster-harness.js';

const SEED = 20_260_101;
const KILL_COUNT = 10;
const WRITER_COUNT = 4;
/** So many writes must be acknowledged while a server is down before it comes back. */
const WRITES_WITHOUT_IT = 20;
const PAUSE_MS = 20;

const rng = seededRng(SEED);
const cluster = await clusterOfThisFile();
// Snapshots and compaction happen again and again, so that a restart is never from the log alone.
const servers = cluster.servers(['127.0.3.121', '127.0.3.122', '127.0.3.123'], {
  config: { raft_snapshot_threshold: 150, raft_trailing_logs: 30, raft_snapshot_interval: '1s' },
});
const client = cluster.client('127.0.3.124', servers);

beforeAll(async () => {
  await Promise.all(cluster.agents.map((agent) => agent.start()));
  await leaderKnownBy(client);
}, 60_000);

/** Writes unique keys until told to stop, and remembers which were acknowledged. */
class Writers {
  readonly acknowledged = new Map<string, string>();
  attemptCount = 0;
  #isStopping = false;
  readonly #running: Promise<void>[];

  constructor(agent: AgentProcess) {
    this.#running = Array.from({ length: WRITER_COUNT }, () => this.#write(agent));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#running);
  }

  async #write(agent: AgentProcess): Promise<void> {
    while (!this.#isStopping) {
      this.attemptCount += 1;
      const key = `durable/${String(this.attemptCount).padStart(6, '0')}`;
      const value = `value of ${key}`;
      const isAcknowledged = await agent.put(`/v1/kv/${key}`, value).then(
        (text) => text === 'true',
        () => false,
      );
      if (isAcknowledged) this.acknowledged.set(key, value);
      // What counts is that writes go on all the time; at full speed they would starve the restarts.
      await delay(PAUSE_MS);
    }
  }
}

/** The leader or one of the others: which of them is said by the seed, not by who happens to lead. */
async function chooseVictim(): Promise<{ server: AgentProcess; isLeader: boolean }> {
  const leader = await leaderKnownBy(client);
  const isLeader = ({ host }: AgentProcess): boolean => leader === `${host}:${SERVER_PORT}`;
  const leaderFirst = [...servers].sort((a, b) => Number(isLeader(b)) - Number(isLeader(a)));
  const server = leaderFirst[randomBelow(rng, servers.length)] as AgentProcess;
  return { server, isLeader: isLeader(server) };
}

/** Everything below `durable/` that this server has applied, without asking another one. */
async function contentOf(server: AgentProcess): Promise<Map<string, string>> {
  const entries = await server.get<{ Key: string; Value: string }[]>(
    '/v1/kv/durable/?recurse&stale',
  );
  return new Map(entries.map(({ Key, Value }) => [Key, atob(Value)]));
}

test('no acknowledged write is lost, whichever servers are killed and restarted from disk', async () => {
  const writers = new Writers(client);
  const moreWrites = async (): Promise<void> => {
    const goal = writers.acknowledged.size + WRITES_WITHOUT_IT;
    await eventually(() => expect(writers.acknowledged.size).toBeGreaterThanOrEqual(goal));
  };
  const killed: string[] = [];
  await moreWrites();
  for (let round = 0; round < KILL_COUNT; round += 1) {
    const victim = await chooseVictim();
    killed.push(`${victim.server.name}${victim.isLeader ? ' (leader)' : ''}`);
    await victim.server.kill();
    await moreWrites();
    const latest = [...writers.acknowledged.keys()].at(-1);
    await victim.server.start();
    // The next one may only die when this one carries its weight again, or a majority is gone.
    await eventually(async () => {
      expect((await victim.server.http(`/v1/kv/${latest}?stale`)).status).toBe(200);
    });
  }
  await writers.stop();
  expect(killed.filter((name) => name.endsWith('(leader)'))).not.toEqual([]);

  // At last all at once, so that nothing is left but what is on the disks.
  await Promise.all(servers.map((server) => server.kill()));
  await Promise.all(servers.map((server) => server.start()));
  await leaderKnownBy(client);
  await eventually(async () => {
    const contents = await Promise.all(servers.map(contentOf));
    for (const [index, content] of contents.entries()) {
      const lost = [...writers.acknowledged].filter(([key, value]) => content.get(key) !== value);
      expect(lost, `lost on ${servers[index]?.name}, killed: ${killed.join(', ')}`).toEqual([]);
      expect(content).toEqual(contents[0]);
    }
  });
}, 60_000);
