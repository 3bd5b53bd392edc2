import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTcpTransport, type Endpoint, formatEndpoint } from '@konsul/runtime';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createFileSnapshotStore,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  isRaftError,
  type Raft,
} from '../../src/index.js';
import { freeEndpoint } from './free-endpoint.js';
import { command, KeyValueMachine } from './key-value-machine.js';

interface Server {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly machine: KeyValueMachine;
  readonly raft: Raft<number>;
}

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-raft-tcp-'));
});
afterEach(() => rm(directory, { recursive: true }));

function makeServer(id: string, endpoint: Endpoint): Server {
  const machine = new KeyValueMachine();
  const clusterId = 'test';
  const address = formatEndpoint(endpoint);
  const raft = createRaft({
    id,
    address,
    logStore: createWalLogStore({
      directory: join(directory, id, 'log'),
      clusterId,
      nodeId: id,
      segmentBytes: 65_536,
    }),
    snapshotStore: createFileSnapshotStore({
      directory: join(directory, id, 'snapshots'),
      clusterId,
      nodeId: id,
    }),
    stateMachine: machine,
    transport: createStreamRaftTransport({
      streams: createTcpTransport(endpoint),
      nodeId: id,
      clusterId,
      address,
    }),
    // Test machines are shared: a slow flush must not look like a dead leader.
    config: {
      timeMultiplier: 4,
      storageStallTimeoutMs: 60_000,
      snapshotThresholdEntries: 400,
      trailingEntries: 20,
      laggingEntriesMax: 20,
    },
  });
  return { id, endpoint, machine, raft };
}

/** Proposes to whoever leads, and again when that failed: these commands may happen twice. */
async function proposeAll(servers: readonly Server[], from: number, to: number): Promise<void> {
  const propose = async (key: number): Promise<void> => {
    for (;;) {
      const leader = await leaderOf(servers);
      try {
        await leader.raft.propose(command(`${key}`, 'x'));
        return;
      } catch (error) {
        if (!isRaftError(error)) throw error;
      }
    }
  };
  for (let at = from; at <= to; at += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, offset) => propose(at + offset)));
  }
}

async function leaderOf(servers: readonly Server[]): Promise<Server> {
  let leader: Server | undefined;
  await eventually(() => {
    leader = servers.find(({ raft }) => raft.status().role === 'leader');
    return leader !== undefined;
  });
  return leader as Server;
}

/** Bounded by the runner's time limit for a test. */
async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

it('three servers over TCP elect, replicate, survive their leader and catch up by snapshot', async () => {
  const servers: Server[] = [];
  for (const id of ['a', 'b', 'c']) servers.push(makeServer(id, await freeEndpoint()));
  const voters = servers.map(({ id, endpoint }) => ({ id, address: formatEndpoint(endpoint) }));
  for (const { raft } of servers) {
    await raft.bootstrap({ voters, votersOutgoing: [], learners: [] });
    await raft.start();
  }
  await proposeAll(servers, 1, 1000);

  const killed = await leaderOf(servers);
  await killed.raft.stop();
  const rest = servers.filter((server) => server !== killed);
  await proposeAll(rest, 1001, 2000);

  const back = makeServer(killed.id, killed.endpoint);
  await back.raft.start();
  const all = [...rest, back];
  await eventually(() => all.every(({ machine }) => machine.values.size === 2000));
  // Once from its own snapshot at the start, once from the leader's.
  expect(back.machine.restoredCount).toBe(2);
  for (const { raft } of all) await raft.stop();
});
