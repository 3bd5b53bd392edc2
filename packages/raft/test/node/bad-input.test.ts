import { type ByteStream, type Metrics, seededRng } from '@konsul/runtime';
import { MemoryNetwork, VirtualClock } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import {
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  type RaftMessage,
  type RaftNodeStatus,
} from '../../src/index.js';
import { ByteWriter } from '../../src/wire/byte-writer.js';
import { ownProtocol } from '../../src/wire/capability.js';
import { writeFrame } from '../../src/wire/frame.js';
import { encodeHello, type Hello } from '../../src/wire/hello-codec.js';
import { encodeMessage } from '../../src/wire/message-codec.js';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const hello: Hello = {
  kind: 'messages',
  clusterId: 'dc1',
  group: 3,
  from: 'stranger',
  address: 'one:8300',
  to: 'target',
  protocol: ownProtocol,
};
const vote: RaftMessage = {
  type: 'vote-request',
  from: 'stranger',
  to: 'target',
  term: 99,
  isPreVote: false,
  isTransfer: true,
  lastIndex: 99,
  lastTerm: 99,
};

function frames(...bodies: ((writer: ByteWriter) => void)[]): Uint8Array {
  const writer = new ByteWriter();
  for (const body of bodies) writeFrame(writer, () => body(writer));
  return writer.detach();
}

const says = (said: Hello, message: RaftMessage = vote, group = said.group): Uint8Array =>
  frames(
    (writer) => encodeHello(writer, said),
    (writer) => encodeMessage(writer, message, group),
  );

/** A transport that is spoken to by whoever likes. */
async function listening(): Promise<{
  say: (bytes: Uint8Array) => Promise<boolean>;
  received: RaftMessage[];
  reasons: string[];
}> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork({ clock, rng: seededRng(1) });
  const received: RaftMessage[] = [];
  const reasons: string[] = [];
  const ignore = (): void => undefined;
  const metrics: Metrics = {
    increment: (name, _by, labels) => {
      if (name === 'raft.transport.rejected') reasons.push(labels?.['reason'] ?? '');
    },
    gauge: ignore,
    sample: ignore,
  };
  const transport = createStreamRaftTransport({
    streams: network.stream({ host: 'two', port: 8300 }),
    nodeId: 'target',
    address: 'two:8300',
    clusterId: 'dc1',
    group: 3,
    frameBytesMax: 1_000,
    clock,
    rng: seededRng(2),
    metrics,
  });
  const pass = async (): Promise<void> => {
    const untilMs = clock.nowMs() + 50;
    while ((clock.nextEventMs() ?? untilMs + 1) <= untilMs) {
      clock.runNext();
      for (let turn = 0; turn < 20; turn += 1) await undefined;
    }
    clock.moveTo(untilMs);
  };
  const starting = transport.start({
    message: (message) => void received.push(message),
    snapshot: (incoming) => incoming.refuse(),
    unreachable: ignore,
  });
  await pass();
  await starting;
  const say = async (bytes: Uint8Array): Promise<boolean> => {
    const streams = network.stream({ host: 'one', port: 0 });
    const dialling = streams.connect({ host: 'two', port: 8300 }, { timeoutMs: 1_000 });
    for (let turn = 0; turn < 20; turn += 1) await undefined;
    await pass();
    const stream: ByteStream = await dialling;
    let isClosed = false;
    const close = (): void => {
      isClosed = true;
    };
    stream.setHandlers({ data: ignore, end: close, close });
    stream.write(bytes);
    await pass();
    return isClosed;
  };
  return { say, received, reasons };
}

function garbled(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 0xff;
  return copy;
}

const newer = { ...ownProtocol, versionMin: 7, versionMax: 9 };
const large = { ...vote, type: 'append-request', session: 1, round: 1, previousIndex: 0 } as const;

describe('a peer', () => {
  const bad: readonly (readonly [name: string, reason: string, bytes: Uint8Array])[] = [
    ['of another cluster', 'hello-other-cluster', says({ ...hello, clusterId: 'dc2' })],
    ['of another group', 'hello-not-for-us', says({ ...hello, group: 4 })],
    ['that means another server', 'hello-not-for-us', says({ ...hello, to: 'somebody' })],
    ['that speaks no version of ours', 'hello-other-version', says({ ...hello, protocol: newer })],
    ['that speaks for another', 'sender-differs', says(hello, { ...vote, from: 'leader' })],
    ['that speaks in another group than it said', 'other-group', says(hello, vote, 4)],
    [
      'whose hello is noise',
      'hello-malformed',
      frames((writer) => writer.bytes(new Uint8Array(40))),
    ],
    ['whose frame is damaged', 'frame-checksum', garbled(says(hello))],
    [
      'whose frame is above the cap',
      'frame-too-large',
      says(hello, {
        ...large,
        previousTerm: 0,
        commitIndex: 0,
        entries: [{ index: 1, term: 1, kind: 'command', data: new Uint8Array(2_000) }],
      }),
    ],
  ];

  it.each(bad)('%s is refused and counted: %s', async (_, reason, bytes) => {
    const { say, received, reasons } = await listening();
    expect(await say(bytes)).toBe(true);
    expect(reasons).toEqual([reason]);
    expect(received).toEqual([]);
  });

  it('that does nothing wrong is heard', async () => {
    const { say, received, reasons } = await listening();
    expect(await say(says(hello))).toBe(false);
    expect(reasons).toEqual([]);
    expect(received).toEqual([vote]);
  });
});

/** What must not have changed. */
function essence({ term, lastIndex, configuration, configurationIndex }: RaftNodeStatus): unknown {
  return { term, lastIndex, configuration, configurationIndex };
}

describe('a caller', () => {
  it('who proposes more than a command may be, or nothing, is refused', async () => {
    const cluster = new VirtualCluster({ commandBytesMax: 100 });
    const { raft, machine } = await cluster.found(['a']);
    await cluster.until(raft.barrier());
    const before = essence(raft.status());
    for (const size of [101, 0]) {
      const call = raft.propose(new Uint8Array(size));
      await expect(cluster.until(call)).rejects.toMatchObject({ code: 'REFUSED' });
    }
    expect(essence(raft.status())).toEqual(before);
    expect(machine.appliedCount).toBe(0);
    await cluster.stop();
  });

  it('who founds a group on a log that is there already is refused', async () => {
    const cluster = new VirtualCluster();
    const { raft } = await cluster.found(['a']);
    const before = essence(raft.status());
    const other = { voters: [{ id: 'x', address: 'x:1' }], votersOutgoing: [], learners: [] };
    const again = raft.bootstrap(other);
    await expect(cluster.until(again)).rejects.toMatchObject({ code: 'ALREADY_BOOTSTRAPPED' });
    expect(essence(raft.status())).toEqual(before);
    await cluster.stop();
  });

  it('who removes or demotes the last voter is refused (R40)', async () => {
    const cluster = new VirtualCluster();
    const { raft } = await cluster.found(['a']);
    await cluster.until(raft.barrier());
    const before = essence(raft.status());
    for (const call of [raft.removeServer('a'), raft.demote('a')]) {
      await expect(cluster.until(call)).rejects.toMatchObject({ code: 'REFUSED' });
    }
    expect(essence(raft.status())).toEqual(before);
    await cluster.stop();
  });

  it('who gives a node the directory of another, or of another cluster, is refused (R41)', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    await cluster.stop();
    const bytes = await server.disk.readFile('/raft/log/0000000001.wal');
    const owners = [
      { clusterId: 'test', nodeId: 'b' },
      { clusterId: 'other', nodeId: 'a' },
    ];
    for (const owner of owners) {
      const disk = server.disk.session();
      const store = createWalLogStore({ directory: '/raft/log', disk, ...owner });
      await expect(store.open()).rejects.toMatchObject({ code: 'STORAGE_FOREIGN' });
    }
    expect(await server.disk.readFile('/raft/log/0000000001.wal')).toEqual(bytes);
  });

  it('who names a server with nothing, or too much, is refused', () => {
    expect(() => createRaft({ id: '', address: 'a' } as never)).toThrow(/INVALID_CONFIG/);
  });
});

describe('a damaged snapshot', () => {
  it('stops a server whose log begins behind it, and the server says what to do', async () => {
    const cluster = new VirtualCluster({
      snapshotThresholdEntries: 20,
      trailingEntries: 0,
      laggingEntriesMax: 0,
    });
    const server = await cluster.found(['a']);
    for (let at = 0; at < 60; at += 1) {
      await cluster.until(server.raft.propose(command(`${at}`, 'v')));
    }
    await cluster.pass(500);
    await cluster.until(server.raft.stop());
    for (const name of await server.disk.list('/raft/snapshots')) {
      for (let bit = 0; bit < 40; bit += 1) server.disk.rot(`/raft/snapshots/${name}`);
    }
    // Nobody else is there to let time pass.
    for (let at = 1; at < 100; at += 1) {
      cluster.clock.schedule(cluster.clock.nowMs() + at, () => undefined);
    }
    await expect(cluster.restart(server)).rejects.toMatchObject({
      code: 'STORAGE_CORRUPT',
      message: expect.stringContaining('new id'),
    });
  });
});

/** Fills a group of one, lets its disk fail, and tells what it said from then on. */
async function failing(fault: {
  operation: 'write' | 'sync';
  code: 'ENOSPC' | 'EIO';
}): Promise<{ cluster: VirtualCluster; server: VirtualServer; undo: () => void }> {
  const cluster = new VirtualCluster();
  const server = await cluster.found(['a']);
  await cluster.until(server.raft.propose(command('before', 'v')));
  const faults: unknown[] = [];
  server.raft.on('fault', (error) => faults.push(error));
  const undo = server.disk.inject({ ...fault, pathPart: '/raft/log', failCount: 1 });
  const call = server.raft.propose(command('during', 'v'));
  await expect(cluster.until(call)).rejects.toMatchObject({ code: 'STOPPED' });
  expect(faults).toMatchObject([{ code: 'STORAGE_FAILED' }]);
  return { cluster, server, undo };
}

describe('a disk that is full or fails', () => {
  it.each([
    { operation: 'write', code: 'ENOSPC' },
    { operation: 'sync', code: 'ENOSPC' },
    { operation: 'sync', code: 'EIO' },
  ] as const)(
    'at $operation with $code ends the node for good, and is not tried again (R64)',
    async (fault) => {
      const { cluster, server } = await failing(fault);
      // The fault was for one operation only: whoever tried again would be told that all is well.
      const later = server.raft.propose(command('later', 'v'));
      await expect(cluster.until(later)).rejects.toMatchObject({ code: 'STOPPED' });
      expect(server.raft.status().isRunning).toBe(false);
      await cluster.restart(server);
      await cluster.leader();
      await cluster.until(server.raft.barrier());
      expect(server.machine.values.has('before')).toBe(true);
      expect(server.machine.values.has('later')).toBe(false);
      await cluster.stop();
    },
  );

  it('refuses everything at the store after the first failure, and never flushes again (R64)', async () => {
    const cluster = new VirtualCluster();
    const { disk } = cluster.add('x');
    const store = createWalLogStore({ directory: '/own', clusterId: 'c', nodeId: 'n', disk });
    await store.open();
    const batch = (index: number) => {
      const entry = { index, term: 1, kind: 'command', data: new Uint8Array(9) } as const;
      return { entries: [entry], mustSync: true };
    };
    await store.append(batch(1));
    disk.inject({ operation: 'sync', code: 'EIO', failCount: 1 });
    await expect(store.append(batch(2))).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    for (const call of [store.append(batch(2)), store.append(batch(3)), store.compact(1)]) {
      await expect(call).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    }
    disk.crash();
    const again = createWalLogStore({ directory: '/own', clusterId: 'c', nodeId: 'n', disk });
    expect((await again.open()).lastIndex).toBeLessThan(3);
  });

  it('has no room for a snapshot, and the node goes on without', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    await cluster.until(server.raft.propose(command('k', 'v')));
    const undo = server.disk.inject({ operation: 'write', code: 'ENOSPC', pathPart: 'snapshots' });
    const taking = server.raft.takeSnapshot();
    await expect(cluster.until(taking)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await cluster.until(server.raft.propose(command('k', 'w')));
    undo();
    expect(await cluster.until(server.raft.takeSnapshot())).toMatchObject({ term: 2 });
    await cluster.stop();
  });
});
