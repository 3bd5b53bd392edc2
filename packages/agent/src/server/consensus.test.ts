import {
  createMemoryLogStore,
  createMemoryRaftNetwork,
  createMemorySnapshotStore,
  createRaft,
} from '@konsul/raft';
import { silentLogger } from '@konsul/runtime';
import { afterEach, expect, test } from 'vitest';
import { Consensus } from './consensus.js';

const SERVER_PORT = 8300;
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Lets the event loop turn until it holds; the test's own limit ends a wait in vain. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test('a server that hears its leader before it knows the members learns where the leader is', async () => {
  const network = createMemoryRaftNetwork();
  const voters = [1, 2, 3].map((n) => ({ id: `s${n}`, address: `10.0.0.${n}:${SERVER_PORT}` }));
  const servers = voters.map(({ id, address }) => {
    const raft = createRaft({
      id,
      address,
      stateMachine: {
        apply: (entries) => entries.map(() => ({ type: 'done' as const })),
        snapshot: () => ({ data: [] }),
        restore: () => Promise.resolve(),
      },
      logStore: createMemoryLogStore(),
      snapshotStore: createMemorySnapshotStore(),
      transport: network.transport(id),
    });
    closers.push(() => raft.stop());
    const handlers = { established: () => undefined, lost: () => undefined };
    const consensus = new Consensus({
      raft,
      serverPort: SERVER_PORT,
      logger: silentLogger,
      handlers,
    });
    return { id, raft, consensus };
  });
  const [first] = servers;
  // Only one of them is told who the members are; the others have it from its log.
  await first?.raft.bootstrap({ voters, votersOutgoing: [], learners: [] });
  for (const { raft } of servers) await raft.start();

  await until(() => servers.every(({ raft }) => raft.status().configurationIndex > 0));
  await until(() => servers.every(({ consensus }) => consensus.isLeaderKnown));

  const leader = servers.find(({ consensus }) => consensus.leaderEndpoint === undefined);
  const host = `10.0.0.${leader?.id.slice(1)}`;
  const known = servers.filter((server) => server !== leader);
  expect(known.map(({ consensus }) => consensus.leaderEndpoint)).toEqual([
    { host, port: SERVER_PORT },
    { host, port: SERVER_PORT },
  ]);
});
