import { pick, randomBelow, seededRng } from '@konsul/runtime';
import { expect, it } from 'vitest';
import { isRaftError } from '../../src/index.js';
import { numberFrom } from '../sim/environment.js';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const SEEDS = 20;
const ROUNDS = 25;

/** Proposes to whoever seems to lead, and notes what was acknowledged. */
function propose(
  cluster: VirtualCluster,
  key: string,
  { acknowledged }: { readonly acknowledged: Set<string> },
): void {
  const leader = [...cluster.servers.values()].find(({ raft }) => {
    const status = raft.status();
    return status.isRunning && status.role === 'leader';
  });
  leader?.raft.propose(command(key, 'x')).then(
    () => void acknowledged.add(key),
    (error: unknown) => {
      if (!isRaftError(error)) throw error;
    },
  );
}

/** Waits for a leader that can commit; the first one found may be about to learn of another. */
async function settle(cluster: VirtualCluster): Promise<void> {
  for (;;) {
    try {
      await cluster.until((await cluster.leader()).raft.barrier());
      return;
    } catch (error) {
      if (!isRaftError(error)) throw error;
    }
  }
}

/** Real nodes, real log and snapshot files on disks that forget what was not flushed. */
async function run(seed: number): Promise<number> {
  const rng = seededRng(seed);
  const config = { snapshotThresholdEntries: 20, trailingEntries: 5, laggingEntriesMax: 10 };
  const cluster = new VirtualCluster(config, seed * 1000);
  await cluster.found(['a', 'b', 'c']);
  const servers = [...cluster.servers.values()];
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = 0; at < 8; at += 1) propose(cluster, `${round}-${at}`, { acknowledged });
    await cluster.pass(randomBelow(rng, 30));
    const victim = pick(rng, servers) as VirtualServer;
    const chance = randomBelow(rng, 6);
    if (chance === 0) await cluster.restart(victim);
    if (chance === 1) for (const server of servers) await cluster.restart(server);
    if (chance === 2) cluster.network.disconnect(victim.id);
    if (chance === 3) for (const { id } of servers) cluster.network.connect(id);
    await cluster.pass(randomBelow(rng, 400));
  }
  for (const { id } of servers) cluster.network.connect(id);
  await settle(cluster);
  const isLevel = (): boolean =>
    new Set(servers.map(({ raft }) => raft.status().appliedIndex)).size === 1;
  await cluster.eventually(isLevel);
  for (const { machine } of servers) {
    for (const key of acknowledged) expect(machine.values.has(key), `SEED=${seed}`).toBe(true);
    expect([...machine.values.keys()]).toEqual([...(servers[0]?.machine.values.keys() ?? [])]);
  }
  await cluster.stop();
  return acknowledged.size;
}

it('nothing that was acknowledged is lost, whoever loses power and connection (R26)', async () => {
  const only = numberFrom(process.env, 'SEED');
  const seeds = only === undefined ? Array.from({ length: SEEDS }, (_, at) => at + 1) : [only];
  let acknowledgedCount = 0;
  for (const seed of seeds) acknowledgedCount += await run(seed);
  // Most of it must have happened between the faults, or nothing was tested.
  expect(acknowledgedCount).toBeGreaterThan(seeds.length * ROUNDS * 2);
}, 120_000);
