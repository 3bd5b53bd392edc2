import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  createFileSnapshotStore,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  type Raft,
} from '@konsul/raft';
import { createTcpTransport } from '@konsul/runtime';

/** One server with its log and snapshots in a directory, reached over TCP. Its state is a list. */
function createServer(id: string, directory: string, port: number): Raft<number> {
  const address = `127.0.0.1:${port}`;
  const clusterId = 'example';
  let commands: string[] = [];
  return createRaft<number>({
    id,
    address,
    logStore: createWalLogStore({ directory: join(directory, 'log'), clusterId, nodeId: id }),
    snapshotStore: createFileSnapshotStore({
      directory: join(directory, 'snapshots'),
      clusterId,
      nodeId: id,
    }),
    transport: createStreamRaftTransport({
      streams: createTcpTransport({ host: '127.0.0.1', port }),
      nodeId: id,
      address,
      clusterId,
    }),
    stateMachine: {
      apply: (entries) => entries.map(({ data }) => commands.push(new TextDecoder().decode(data))),
      snapshot: () => ({ data: [new TextEncoder().encode(JSON.stringify(commands))] }),
      restore: async (_metadata, data) => {
        // Whole, then decoded: a chunk may end within a character, or hold nothing.
        commands = JSON.parse(await text(data));
      },
    },
  });
}

/** A port that is free. Servers on machines of their own all take the same one. */
async function freePort(): Promise<number> {
  const probe = createTcpTransport({ host: '127.0.0.1', port: 0 });
  const { port } = await probe.listen((stream) => stream.destroy());
  await probe.close();
  return port;
}

const root = await mkdtemp(join(tmpdir(), 'raft-on-disk-'));
const ports = new Map<string, number>();
for (const id of ['a', 'b', 'c']) ports.set(id, await freePort());
const voters = [...ports].map(([id, port]) => ({ id, address: `127.0.0.1:${port}` }));

async function withGroup(use: (leader: Raft<number>) => Promise<void>): Promise<void> {
  const servers = [...ports].map(([id, port]) => createServer(id, join(root, id), port));
  try {
    await Promise.all(servers.map((server) => server.start()));
    const [founder] = servers;
    // Founded once in its life; later starts find everything in the log.
    const isNew = founder?.status().lastIndex === 0;
    if (isNew) await founder?.bootstrap({ voters, votersOutgoing: [], learners: [] });
    const leaderId = (await founder?.waitForLeader())?.id;
    const leader = servers.find(({ id }) => id === leaderId);
    if (leader === undefined) throw new Error('a group with a majority must have a leader');
    await use(leader);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

await withGroup(async (leader) => {
  const count = await leader.propose(new TextEncoder().encode('first'));
  console.log(`${leader.id} leads, the list has ${count} entry`);
});
await withGroup(async (leader) => {
  const count = await leader.propose(new TextEncoder().encode('second'));
  console.log(`after a restart ${leader.id} leads, the list has ${count} entries`);
  if (count !== 2) throw new Error('the log must be there after a restart');
});
await rm(root, { recursive: true });
