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
import { createNodeDisk, createTcpTransport, parseEndpoint } from '@konsul/runtime';
import { emit, serveCommands, startArgument } from '../harness/commands.mjs';
import { runLoad } from '../harness/load.mjs';

const { id, addrs, dir, store, snapshots = false } = startArgument();
const nodeId = String(id);
const address = addrs[id];
const bind = parseEndpoint(address, 0);
if (bind === undefined) throw new Error(`${address} is no address`);
const clusterId = 'bench';
const isDurable = store !== 'mem';
const disk = createNodeDisk({ waitsForSmallWrites: store === 'loop' });

let appliedCount = 0;
const stateMachine = {
  apply: (entries) => entries.map(() => ++appliedCount),
  snapshot: () => ({ data: [new Uint8Array(8)] }),
  restore: () => Promise.resolve(),
};

const raft = createRaft({
  id: nodeId,
  address,
  stateMachine,
  logStore: isDurable
    ? createWalLogStore({ directory: join(dir, 'log'), clusterId, nodeId, disk })
    : createMemoryLogStore(),
  snapshotStore: isDurable
    ? createFileSnapshotStore({ directory: join(dir, 'snapshots'), clusterId, nodeId, disk })
    : createMemorySnapshotStore(),
  transport: createStreamRaftTransport({
    streams: createTcpTransport(bind),
    nodeId,
    address,
    clusterId,
  }),
  // Where the log is what is measured, peers are told to take no snapshots either.
  config: snapshots ? {} : { snapshotThresholdEntries: 0 },
});

let isLeader = false;
raft.on('role-changed', ({ role }) => {
  isLeader = role === 'leader';
  emit({ ev: 'leader', is: isLeader, id });
});
raft.on('fault', (error) => emit({ ev: 'fault', id, error: String(error) }));

if (id === 0) {
  const voters = addrs.map((voter, index) => ({ id: String(index), address: voter }));
  await raft.bootstrap({ voters, votersOutgoing: [], learners: [] }).catch((error) => {
    if (error.code !== 'ALREADY_BOOTSTRAPPED') throw error;
  });
}
await raft.start();
emit({ ev: 'up', id });

const SAID_INTERVAL_MS = 500;

/**
 * Writes with a pause after each for as long as this server leads, and tells of the first that is
 * committed and then of one twice a second.
 */
function trickle({ conc, size, pauseMs }) {
  const command = new Uint8Array(size);
  let saidAtMs = Number.NEGATIVE_INFINITY;
  const write = async () => {
    const isCommitted =
      isLeader &&
      (await raft.propose(command).then(
        () => true,
        () => false,
      ));
    const nowMs = performance.now();
    if (!isLeader) saidAtMs = Number.NEGATIVE_INFINITY;
    else if (isCommitted && nowMs - saidAtMs >= SAID_INTERVAL_MS) {
      saidAtMs = nowMs;
      emit({ ev: 'committed', id });
    }
    setTimeout(write, pauseMs);
  };
  for (let caller = 0; caller < conc; caller += 1) void write();
}

serveCommands({
  async load({ conc, secs, size }) {
    const command = new Uint8Array(size);
    const operation = () => raft.propose(command);
    const result = await runLoad({ operation, callerCount: conc, durationMs: secs * 1_000 });
    emit({ ev: 'load', conc, ...result });
  },
  trickle,
  applied: () => emit({ ev: 'applied', index: raft.status().appliedIndex }),
});
