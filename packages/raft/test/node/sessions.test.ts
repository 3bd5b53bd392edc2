import { pick, randomBelow, seededRng } from '@konsul/runtime';
import { expect, it } from 'vitest';
import {
  createSessionClient,
  isRaftError,
  type SessionClient,
  type SessionResult,
  withSessions,
} from '../../src/index.js';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const SEEDS = 6;
const CLIENTS = 3;

const results = {
  encode: (result: number): Uint8Array => new TextEncoder().encode(String(result)),
  decode: (bytes: Uint8Array): number => Number(new TextDecoder().decode(bytes)),
};

type Cluster = VirtualCluster<SessionResult<number>>;
type Server = VirtualServer<SessionResult<number>>;

/** Sends to whoever seems to lead; an answer may be lost on its way back. */
function connect(cluster: Cluster, rng: { uint32(): number }): SessionClient<number> {
  const propose = async (bytes: Uint8Array): Promise<SessionResult<number>> => {
    const servers = [...cluster.servers.values()];
    const leading = servers.filter(({ raft }) => raft.status().role === 'leader');
    const server = pick(rng, leading) ?? servers[0];
    const answer = await (server as Server).raft.propose(bytes);
    if (randomBelow(rng, 4) > 0) return answer;
    // What a caller beyond a connection sees when that breaks.
    throw Object.assign(new Error('lost'), { name: 'RaftError', code: 'OUTCOME_UNKNOWN' });
  };
  return createSessionClient({ propose, clock: cluster.clock, timeoutMs: 60_000 });
}

async function run(seed: number): Promise<number> {
  const rng = seededRng(seed);
  const config = { snapshotThresholdEntries: 30, trailingEntries: 5, laggingEntriesMax: 10 };
  const cluster: Cluster = new VirtualCluster(config, seed * 100, (machine) =>
    withSessions(machine, { results }),
  );
  await cluster.found(['a', 'b', 'c']);
  const answered: string[] = [];
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async (_, name) => {
    const client = connect(cluster, rng);
    for (let at = 0; !isOver; at += 1) {
      const key = `${name}-${at}`;
      await client.run(command(key, 'x'));
      answered.push(key);
      await new Promise<void>((resolve) => {
        cluster.clock.schedule(cluster.clock.nowMs() + 20, resolve);
      });
    }
  });
  const servers = [...cluster.servers.values()];
  for (let round = 0; round < 15; round += 1) {
    await cluster.pass(randomBelow(rng, 400));
    const victim = pick(rng, servers) as Server;
    const chance = randomBelow(rng, 4);
    if (chance === 0) await cluster.restart(victim);
    if (chance === 1) cluster.network.disconnect(victim.id);
    if (chance === 2) for (const { id } of servers) cluster.network.connect(id);
  }
  for (const { id } of servers) cluster.network.connect(id);
  isOver = true;
  await cluster.until(Promise.all(clients));
  await cluster.eventually(
    () => new Set(servers.map(({ raft }) => raft.status().appliedIndex)).size === 1,
  );
  for (const { machine } of servers) {
    // Every command has a key of its own, so one that took effect twice was counted twice.
    expect(machine.appliedCount, `SEED=${seed}`).toBe(machine.values.size);
    for (const key of answered) expect(machine.values.has(key), `SEED=${seed}`).toBe(true);
  }
  await cluster.stop();
  return answered.length;
}

it('whatever is repeated takes effect once, over lost answers, leaders and restarts (R68, R69)', async () => {
  let answeredCount = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) answeredCount += await run(seed);
  expect(answeredCount).toBeGreaterThan(SEEDS * 30);
}, 60_000);

it('without a session a repeated command takes effect twice, which is what sessions are for', async () => {
  const cluster = new VirtualCluster();
  const leader = await cluster.found(['a', 'b', 'c']);
  const bytes = command('k', 'v');
  await cluster.until(leader.raft.propose(bytes));
  await cluster.until(leader.raft.propose(bytes));
  expect(leader.machine.appliedCount).toBe(2);
  await cluster.stop();
});

it('a client gives up in time, says that it cannot know, and begins anew', async () => {
  const cluster: Cluster = new VirtualCluster({}, 1, (machine) =>
    withSessions(machine, { results }),
  );
  const leader = await cluster.found(['a', 'b', 'c']);
  const client = createSessionClient<number>({
    propose: (bytes) => leader.raft.propose(bytes),
    clock: cluster.clock,
    timeoutMs: 2_000,
  });
  expect(await cluster.until(client.run(command('k', '1')))).toBe(1);
  cluster.network.disconnect(leader.id);
  const lost = client.run(command('k', '2'));
  await expect(cluster.until(lost)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  const refused = client.run(command('k', '3'));
  await expect(cluster.until(refused)).rejects.toSatisfy((error) => isRaftError(error));
  await cluster.stop();
});
