import {
  createFileSnapshotStore,
  createMemoryLogStore,
  createMemorySnapshotStore,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  type LogStore,
  type Raft,
  type SnapshotStore,
} from '@konsul/raft';
import { type ConnectionPool, createProtocolStreamTransport, type PortListener } from '@konsul/rpc';
import { formatEndpoint } from '@konsul/runtime';
import type { DataDirectory } from '../data-directory.js';
import type { PoolContext } from '../gossip/pools.js';
import type { CommandResult } from '../state/command-result.js';
import { ReplicatedState } from './replicated-state.js';

/** A Raft group's member on this server, and the state that it keeps. */
export interface RaftGroup {
  readonly raft: Raft<CommandResult>;
  readonly replicated: ReplicatedState;
  /** How other members reach this one. */
  readonly address: string;
}

export interface RaftGroupOptions {
  readonly context: PoolContext;
  readonly listener: PortListener;
  readonly pool: ConnectionPool;
  /** Absent: everything is kept in memory and gone with the process. */
  readonly dataDirectory: DataDirectory | undefined;
}

/** Puts the Raft group together: log and snapshots, its transport over the server port, the state. */
export function createRaftGroup(options: RaftGroupOptions): RaftGroup {
  const { context, listener, pool } = options;
  const { config, nodeId, clock, rng, logger, metrics } = context;
  const address = formatEndpoint({ host: config.advertiseAddress, port: config.ports.server });
  const replicated = new ReplicatedState();
  const { logStore, snapshotStore } = createStores(options);
  const transport = createStreamRaftTransport({
    streams: createProtocolStreamTransport({ protocol: 'raft', listener, pool }),
    nodeId,
    address,
    clusterId: config.datacenter,
    portDefault: config.ports.server,
    clock,
    rng,
    logger,
    metrics,
  });
  const raft = createRaft({
    id: nodeId,
    address,
    logStore,
    snapshotStore,
    stateMachine: replicated,
    transport,
    config: {
      timeMultiplier: config.performance.raftMultiplier,
      snapshotThresholdEntries: config.raftSnapshotThreshold,
      trailingEntries: config.raftTrailingLogCount,
    },
    clock,
    rng,
    logger,
    metrics,
  });
  return { raft, replicated, address };
}

function createStores({ context, dataDirectory }: RaftGroupOptions): {
  readonly logStore: LogStore;
  readonly snapshotStore: SnapshotStore;
} {
  if (dataDirectory === undefined) {
    return { logStore: createMemoryLogStore(), snapshotStore: createMemorySnapshotStore() };
  }
  const { config, nodeId, metrics } = context;
  const { disk, path } = dataDirectory;
  return {
    logStore: createWalLogStore({
      directory: `${path}/raft/wal`,
      clusterId: config.datacenter,
      nodeId,
      disk,
      metrics,
    }),
    snapshotStore: createFileSnapshotStore({
      directory: `${path}/raft/snapshots`,
      clusterId: config.datacenter,
      nodeId,
      disk,
    }),
  };
}
