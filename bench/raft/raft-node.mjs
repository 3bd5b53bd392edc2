// One server of a Raft group, driven over stdin and stdout; see "The raft process" in ../README.md.
import { join } from 'node:path';
import {
  createFileSnapshotStore,
  createMemoryLogStore,
  createMemorySnapshotStore,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
} from '@konsul/raft';
import { createTcpTransport, parseEndpoint } from '@konsul/runtime';
import { emit, serveCommands, startArgument } from '../harness/commands.mjs';
import { runLoad } from '../harness/load.mjs';

const { id, addrs, dir, store } = startArgument();
const nodeId = String(id);
const address = addrs[id];
const bind = parseEndpoint(address, 0);
if (bind === undefined) throw new Error(`${address} is no address`);
const clusterId = 'bench';
const isDurable = store !== 'mem';

let appliedCount = 0;
const stateMachine = {
  apply: (entries) => entries.map(() => ++appliedCount),
  snapshot: () => ({ data: [new Uint8Array(1)] }),
  restore: () => Promise.resolve(),
};

const raft = createRaft({
  id: nodeId,
  address,
  stateMachine,
  logStore: isDurable
    ? createWalLogStore({ directory: join(dir, 'log'), clusterId, nodeId })
    : createMemoryLogStore(),
  snapshotStore: isDurable
    ? createFileSnapshotStore({ directory: join(dir, 'snapshots') })
    : createMemorySnapshotStore(),
  transport: createStreamRaftTransport({
    streams: createTcpTransport(bind),
    nodeId,
    address,
    clusterId,
  }),
  // The log is what is measured; peers are told to take no snapshots either.
  config: { snapshotThresholdEntries: 0 },
});

raft.on('role-changed', ({ role }) => emit({ ev: 'leader', is: role === 'leader', id }));
raft.on('fault', (error) => emit({ ev: 'fault', id, error: String(error) }));

if (id === 0) {
  const voters = addrs.map((voter, index) => ({ id: String(index), address: voter }));
  await raft.bootstrap({ voters, votersOutgoing: [], learners: [] });
}
await raft.start();
emit({ ev: 'up', id });

serveCommands({
  async load({ conc, secs, size }) {
    const operation = () => raft.propose(new Uint8Array(size));
    const result = await runLoad({ operation, callerCount: conc, durationMs: secs * 1_000 });
    emit({ ev: 'load', conc, ...result });
  },
});
