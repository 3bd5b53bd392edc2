import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createTcpTransport,
  type Endpoint,
  formatEndpoint,
  type Logger,
  silentLogger,
} from '@konsul/runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createFileSnapshotStore,
  createMemoryRaftNetwork,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  type IncomingSnapshot,
  type Raft,
  type RaftTransport,
  type StateMachine,
} from '../../src/index.js';
import { freeEndpoint } from './free-endpoint.js';
import { command, KeyValueMachine } from './key-value-machine.js';
import { VirtualCluster } from './virtual-cluster.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-raft-'));
});
afterEach(() => rm(directory, { recursive: true }));

function onDisk(
  address: string,
  transport: RaftTransport = createMemoryRaftNetwork().transport('a'),
): Raft<number> {
  const own = { clusterId: 'c', nodeId: 'a' };
  return createRaft<number>({
    id: 'a',
    address,
    logStore: createWalLogStore({ directory: join(directory, 'log'), segmentBytes: 8192, ...own }),
    snapshotStore: createFileSnapshotStore({ directory: join(directory, 'snapshots'), ...own }),
    stateMachine: new KeyValueMachine(),
    transport,
  });
}

describe('a node that cannot start says why', () => {
  it('when its address is in use', async () => {
    const endpoint = await freeEndpoint();
    const taken = createTcpTransport(endpoint);
    await taken.listen(() => undefined);
    const address = formatEndpoint(endpoint);
    const streams = createTcpTransport(endpoint);
    const transport = createStreamRaftTransport({ streams, nodeId: 'a', address, clusterId: 'c' });
    await expect(onDisk(address, transport).start()).rejects.toMatchObject({
      code: 'TRANSPORT_FAILED',
      message: expect.stringMatching(
        new RegExp(`reached at ${address}, cannot listen: .*EADDRINUSE`),
      ),
      cause: { code: 'EADDRINUSE' },
    });
    await taken.close();
  });

  it.each(['log', 'snapshots'])('when a file is in the place of its %s', async (name) => {
    await writeFile(join(directory, name), 'x');
    await expect(onDisk('a').start()).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining(join(directory, name)),
      cause: { code: expect.stringMatching(/EEXIST|ENOTDIR/) },
    });
  });

  it('when another node has its directory', async () => {
    await mkdir(join(directory, 'snapshots'));
    const first = onDisk('a');
    await first.start();
    const path = join(directory, 'log', 'LOCK');
    await expect(onDisk('a').start()).rejects.toMatchObject({
      code: 'STORAGE_LOCKED',
      message: `[STORAGE_LOCKED] ${path} is held by process ${process.pid}`,
    });
    await first.stop();
  });

  it('when it was started or stopped before', async () => {
    const node = onDisk('a');
    await node.start();
    await expect(node.start()).rejects.toMatchObject({ code: 'ALREADY_STARTED' });
    await node.stop();
    await expect(node.start()).rejects.toMatchObject({
      code: 'STOPPED',
      message: '[STOPPED] a has stopped for good; make another node',
    });
  });
});

describe('whoever reads the log is told', () => {
  it('which cluster a peer that was refused is of', async () => {
    const said: object[] = [];
    const ends = await Promise.all([freeEndpoint(), freeEndpoint()]);
    const [one, two] = ['red', 'blue'].map((clusterId, at) => {
      const logger: Logger = {
        ...silentLogger,
        warn: (_, fields) => void said.push(fields ?? {}),
      };
      const endpoint = ends[at] as Endpoint;
      return createStreamRaftTransport({
        streams: createTcpTransport(endpoint),
        nodeId: at === 0 ? 'a' : 'b',
        address: formatEndpoint(endpoint),
        clusterId,
        logger,
      });
    }) as [RaftTransport, RaftTransport];
    const handlers = {
      message: () => undefined,
      snapshot: (incoming: IncomingSnapshot) => incoming.refuse(),
      unreachable: () => undefined,
    };
    for (const transport of [one, two]) await transport.start(handlers);
    one.setPeers(new Map([['b', formatEndpoint(ends[1] as Endpoint)]]));
    one.send({
      type: 'vote-request',
      from: 'a',
      to: 'b',
      term: 1,
      isPreVote: true,
      isTransfer: false,
      lastIndex: 0,
      lastTerm: 0,
    });
    one.flush();
    await expect.poll(() => said.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(said[0]).toMatchObject({
      reason: 'hello-other-cluster',
      peer: 'a',
      peerClusterId: 'red',
      ownClusterId: 'blue',
    });
    for (const transport of [one, two]) await transport.close();
  });
});

describe('a caller is told', () => {
  it('how large a command is and may be, and those of the same turn are taken', async () => {
    const cluster = new VirtualCluster({ commandBytesMax: 100 });
    const { raft } = await cluster.found(['a']);
    await cluster.until(raft.barrier());
    const large = raft.propose(new Uint8Array(101));
    const next = raft.propose(command('k', 'v'));
    await expect(cluster.until(large)).rejects.toMatchObject({
      code: 'REFUSED',
      reason: 'too-large',
      message: '[REFUSED] the command has 101 bytes; commandBytesMax is 100',
    });
    await cluster.until(next);
    await cluster.stop();
  });

  it('how much may wait', async () => {
    const cluster = new VirtualCluster({ uncommittedBytesMax: 100 });
    const { raft } = await cluster.found(['a']);
    await cluster.until(raft.barrier());
    const calls = [1, 2, 3].map(() => raft.propose(command('k', 'v'.repeat(60))));
    const [, second] = await cluster.until(Promise.allSettled(calls));
    expect(second).toMatchObject({
      reason: {
        code: 'OVERLOADED',
        message: '[OVERLOADED] too many bytes wait to be committed; uncommittedBytesMax is 100',
      },
    });
    await cluster.stop();
  });

  it('which settings need a restart, what they stay at, and which there are', async () => {
    const cluster = new VirtualCluster();
    const { raft } = cluster.add('a');
    expect(() => raft.reload({ heartbeatIntervalMs: 10 } as never)).toThrow(
      'heartbeatIntervalMs cannot be changed while the node runs; it stays 50, not 10',
    );
    expect(() => raft.reload({ snapshotsKeep: 3 } as never)).toThrow(
      'there is no option snapshotsKeep; did you mean snapshotsKept?',
    );
    await cluster.stop();
  });

  it('that a state machine answers nothing, and that the node no longer leads', async () => {
    for (const [given, name] of [
      [undefined, 'undefined'],
      [5, 'a number'],
      [[], '0 results'],
    ] as const) {
      const cluster = new VirtualCluster({}, 1, (machine) => {
        const broken: StateMachine<number> = {
          apply: () => given as never,
          snapshot: () => machine.snapshot(),
          restore: (metadata, data) => machine.restore(metadata, data),
        };
        return broken;
      });
      const { raft } = await cluster.found(['a']);
      await cluster.until(raft.barrier());
      const call = raft.propose(command('k', 'v'));
      await expect(cluster.until(call)).rejects.toMatchObject({
        code: 'STOPPED',
        cause: {
          code: 'STATE_MACHINE_FAILED',
          message: expect.stringContaining(`apply gave ${name} for 1 commands`),
        },
      });
      expect(raft.status()).toMatchObject({
        isRunning: false,
        role: 'follower',
        leader: undefined,
        peers: [],
      });
      await cluster.stop();
    }
  });
});
