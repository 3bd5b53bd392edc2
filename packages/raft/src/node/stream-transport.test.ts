import { type ByteStream, type Metrics, seededRng } from '@konsul/runtime';
import { MemoryNetwork, VirtualClock } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { writeFrame } from '../wire/frame.js';
import { encodeHello, type Hello, helloBytesMax } from '../wire/hello-codec.js';
import { encodeMessage } from '../wire/message-codec.js';
import { encodeSnapshotSignal } from '../wire/snapshot-stream-codec.js';
import type { IncomingSnapshot, RaftTransport } from './raft-transport.js';
import { createStreamRaftTransport, type StreamRaftTransportOptions } from './stream-transport.js';

const MICROTASKS_PER_EVENT = 20;
const addresses = new Map([
  ['a', 'one:8300'],
  ['b', 'two:8300'],
]);
const hello: Hello = {
  kind: 'messages',
  clusterId: 'c',
  group: 0,
  from: 'a',
  address: 'one:8300',
  to: 'b',
};

/** Transports on a memory network and virtual time, and what has come of them. */
class Bench {
  readonly clock = new VirtualClock();
  readonly network = new MemoryNetwork({ clock: this.clock, rng: seededRng(1) });
  readonly received: RaftMessage[] = [];
  readonly unreachable: string[] = [];
  readonly rejections: string[] = [];
  onSnapshot: (incoming: IncomingSnapshot) => void = (incoming) => incoming.refuse();

  async transport(
    nodeId: 'a' | 'b',
    options: Partial<StreamRaftTransportOptions> = {},
  ): Promise<RaftTransport> {
    const host = nodeId === 'a' ? 'one' : 'two';
    const metrics: Metrics = {
      increment: (_name, _by, labels) => {
        if (labels?.['reason'] !== undefined) this.rejections.push(labels['reason']);
      },
      gauge: () => undefined,
      sample: () => undefined,
    };
    const transport = createStreamRaftTransport({
      streams: this.network.stream({ host, port: 8300 }),
      nodeId,
      address: `${host}:8300`,
      clusterId: 'c',
      clock: this.clock,
      rng: seededRng(2),
      metrics,
      ...options,
    });
    const starting = transport.start({
      message: (message) => void this.received.push(message),
      snapshot: (incoming) => this.onSnapshot(incoming),
      unreachable: (peer) => void this.unreachable.push(peer),
    });
    await this.pass(10);
    await starting;
    return transport;
  }

  /** Dials `b` as a peer that may misbehave. */
  async dial(): Promise<{ stream: ByteStream; isClosed: () => boolean }> {
    const streams = this.network.stream({ host: 'one', port: 0 });
    const dialling = streams.connect({ host: 'two', port: 8300 }, { timeoutMs: 1000 });
    await this.pass(10);
    const stream = await dialling;
    let isClosed = false;
    stream.setHandlers({
      data: () => undefined,
      end: () => {
        isClosed = true;
      },
    });
    return { stream, isClosed: () => isClosed };
  }

  async pass(durationMs: number): Promise<void> {
    const untilMs = this.clock.nowMs() + durationMs;
    for (;;) {
      for (let count = 0; count < MICROTASKS_PER_EVENT; count += 1) await undefined;
      const nextMs = this.clock.nextEventMs();
      if (nextMs === undefined || nextMs > untilMs) break;
      this.clock.runNext();
    }
    this.clock.moveTo(untilMs);
  }
}

function heartbeat(round: number): RaftMessage {
  return { type: 'heartbeat', from: 'a', to: 'b', term: 1, session: 1, round, commitIndex: 0 };
}

function append(bytes: number): RaftMessage {
  const data = new Uint8Array(bytes);
  return {
    type: 'append-request',
    from: 'a',
    to: 'b',
    term: 1,
    session: 1,
    round: 1,
    previousIndex: 0,
    previousTerm: 0,
    commitIndex: 0,
    entries: [{ index: 1, term: 1, kind: 'command', data }],
  };
}

function frames(...bodies: ((writer: ByteWriter) => void)[]): Uint8Array {
  const writer = new ByteWriter();
  for (const body of bodies) writeFrame(writer, () => body(writer));
  return writer.detach();
}

describe('a peer that dials', () => {
  it('is cut off when it does not say who it is in time', async () => {
    const bench = new Bench();
    await bench.transport('b', { handshakeTimeoutMs: 300 });
    const { isClosed } = await bench.dial();
    await bench.pass(250);
    expect(isClosed()).toBe(false);
    await bench.pass(100);
    expect(isClosed()).toBe(true);
    expect(bench.rejections).toEqual(['handshake-timeout']);
  });

  it.each([
    ['hello-other-cluster', { ...hello, clusterId: 'other' }],
    ['hello-not-for-us', { ...hello, to: 'c' }],
    ['hello-not-for-us', { ...hello, group: 5 }],
  ])('is refused with %s', async (reason, wrong) => {
    const bench = new Bench();
    await bench.transport('b');
    const { stream, isClosed } = await bench.dial();
    stream.write(frames((writer) => encodeHello(writer, wrong)));
    await bench.pass(50);
    expect(isClosed()).toBe(true);
    expect(bench.rejections).toEqual([reason]);
  });

  it('is cut off when it speaks for somebody else', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const { stream, isClosed } = await bench.dial();
    const forged: RaftMessage = { ...heartbeat(1), from: 'c' };
    stream.write(
      frames(
        (writer) => encodeHello(writer, hello),
        (writer) => encodeMessage(writer, heartbeat(1), 0),
        (writer) => encodeMessage(writer, forged, 0),
      ),
    );
    await bench.pass(50);
    expect(bench.received).toEqual([heartbeat(1)]);
    expect(bench.rejections).toEqual(['sender-differs']);
    expect(isClosed()).toBe(true);
  });

  it('is cut off when a frame is damaged', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const { stream, isClosed } = await bench.dial();
    const bytes = frames((writer) => encodeHello(writer, hello));
    bytes[bytes.length - 1] = 0xee;
    stream.write(bytes);
    await bench.pass(50);
    expect(bench.rejections).toEqual(['frame-checksum']);
    expect(isClosed()).toBe(true);
  });

  it('is cut off when it announces a large first frame', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const { stream, isClosed } = await bench.dial();
    const announced = new ByteWriter();
    announced.u32(helloBytesMax + 1);
    announced.u32(0);
    stream.write(announced.detach());
    await bench.pass(50);
    expect(bench.rejections).toEqual(['frame-too-large']);
    expect(isClosed()).toBe(true);
  });

  it('may send large frames behind its hello, in the same piece', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const { stream } = await bench.dial();
    const message = append(2 * helloBytesMax);
    stream.write(
      frames(
        (writer) => encodeHello(writer, hello),
        (writer) => encodeMessage(writer, message, 0),
      ),
    );
    await bench.pass(50);
    expect(bench.received).toHaveLength(1);
    expect(bench.rejections).toEqual([]);
  });

  it('is answered as long as one of its connections lasts', async () => {
    const bench = new Bench();
    const b = await bench.transport('b');
    await bench.transport('a');
    const first = await bench.dial();
    const second = await bench.dial();
    for (const { stream } of [first, second]) {
      stream.write(frames((writer) => encodeHello(writer, hello)));
    }
    await bench.pass(50);
    first.stream.destroy();
    await bench.pass(50);
    const answer: RaftMessage = { type: 'timeout-now', from: 'b', to: 'a', term: 1 };
    b.send(answer);
    b.flush();
    await bench.pass(50);
    expect(bench.received).toEqual([answer]);
    expect(bench.unreachable).toEqual([]);
  });

  it('is answered where it says it is, although the configuration lacks it', async () => {
    const bench = new Bench();
    const a = await bench.transport('a');
    const b = await bench.transport('b');
    a.setPeers(addresses);
    a.send(heartbeat(1));
    a.flush();
    await bench.pass(50);
    const answer: RaftMessage = { type: 'timeout-now', from: 'b', to: 'a', term: 1 };
    b.send(answer);
    b.flush();
    await bench.pass(50);
    expect(bench.received).toEqual([heartbeat(1), answer]);
  });
});

describe('a snapshot', () => {
  const configuration = {
    voters: [{ id: 'a', address: 'one:8300' }],
    votersOutgoing: [],
    learners: [],
  };
  const sizeBytes = 100_000;
  const metadata = { id: 's', index: 9, term: 1, configuration, configurationIndex: 1, sizeBytes };
  const offer: SnapshotOffer = {
    type: 'snapshot-offer',
    from: 'a',
    to: 'b',
    term: 1,
    session: 1,
    round: 1,
    snapshot: metadata,
  };
  let closedCount = 0;

  /** All of the image in one piece. */
  async function open(): Promise<SnapshotReader> {
    async function* data(): AsyncGenerator<Uint8Array> {
      try {
        yield new Uint8Array(sizeBytes);
      } finally {
        closedCount += 1;
      }
    }
    return { metadata, data: data() };
  }

  it('may be sent so slowly that a piece of it takes longer than a stall', async () => {
    const bench = new Bench();
    let receivedBytes = 0;
    bench.onSnapshot = (incoming) => {
      const take = async (): Promise<void> => {
        for await (const bytes of incoming.accept(0)) receivedBytes += bytes.length;
      };
      void take();
    };
    await bench.transport('b');
    const a = await bench.transport('a');
    a.setPeers(addresses);
    const { signal } = new AbortController();
    const sending = a.sendSnapshot(offer, open, { signal, bytesPerSecond: 1000 });
    await bench.pass(50_000);
    expect(receivedBytes).toBeGreaterThan(45_000);
    expect(receivedBytes).toBeLessThan(55_000);
    await bench.pass(60_000);
    expect(await sending).toBe(true);
    expect(receivedBytes).toBe(sizeBytes);
  });

  it('is let go of at once when its transfer is ended', async () => {
    const bench = new Bench();
    bench.onSnapshot = (incoming) => void incoming.accept(0);
    await bench.transport('b');
    const a = await bench.transport('a');
    a.setPeers(addresses);
    const controller = new AbortController();
    const sending = a.sendSnapshot(offer, open, {
      signal: controller.signal,
      bytesPerSecond: 1,
    });
    const failed = expect(sending).rejects.toThrow('ended');
    await bench.pass(1_000);
    closedCount = 0;
    controller.abort();
    await failed;
    await bench.pass(0);
    expect(closedCount).toBe(1);
  });

  it('ends when it is accepted twice', async () => {
    const bench = new Bench();
    const a = await bench.transport('a');
    a.setPeers(addresses);
    const b = bench.network.stream({ host: 'two', port: 8300 });
    const listening = b.listen((stream) => {
      const accept = (writer: ByteWriter): void =>
        encodeSnapshotSignal(writer, { type: 'accept', offsetBytes: 0 });
      stream.setHandlers({ data: () => undefined });
      stream.write(frames(accept, accept));
    });
    await bench.pass(10);
    await listening;
    const { signal } = new AbortController();
    const sending = a.sendSnapshot(offer, open, { signal, bytesPerSecond: 0 });
    const failed = expect(sending).rejects.toThrow('broke the protocol');
    await bench.pass(50);
    await failed;
  });
});

describe('a peer that is dialled', () => {
  it('gets its heartbeats when there is no room for more entries', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const a = await bench.transport('a', { queueBytesMax: 1000 });
    a.setPeers(addresses);
    for (const message of [append(900), append(900), append(900), heartbeat(9)]) a.send(message);
    a.flush();
    await bench.pass(50);
    expect(bench.received.map(({ type }) => type)).toEqual([
      'append-request',
      'append-request',
      'heartbeat',
    ]);
    expect(bench.unreachable).toEqual(['b']);
  });

  it('is left alone for a while when it cannot be reached, and then tried again', async () => {
    const bench = new Bench();
    const a = await bench.transport('a', { connectTimeoutMs: 100 });
    a.setPeers(addresses);
    a.send(heartbeat(1));
    a.flush();
    await bench.pass(120);
    expect(bench.unreachable).toEqual(['b']);
    await bench.transport('b');
    await bench.pass(1000);
    a.send(heartbeat(2));
    a.flush();
    await bench.pass(50);
    expect(bench.received).toEqual([heartbeat(2)]);
  });

  it('gets what is said after a long silence, even if what was said before it went unanswered', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const a = await bench.transport('a', { unansweredMs: 500 });
    a.setPeers(addresses);
    for (const round of [1, 2]) {
      a.send(heartbeat(round));
      a.flush();
      await bench.pass(50);
    }
    await bench.pass(60_000);
    a.send(heartbeat(3));
    a.flush();
    await bench.pass(50);
    expect(bench.received).toEqual([heartbeat(1), heartbeat(2), heartbeat(3)]);
    expect(bench.unreachable).toEqual([]);
  });

  it('is dialled anew when it never answers on a connection that seems fine', async () => {
    const bench = new Bench();
    await bench.transport('b');
    const a = await bench.transport('a', { unansweredMs: 500 });
    a.setPeers(addresses);
    for (let round = 1; round <= 20; round += 1) {
      a.send(heartbeat(round));
      a.flush();
      await bench.pass(50);
    }
    expect(bench.network.count('stream-opened')).toBeGreaterThan(1);
    expect(bench.unreachable).toContain('b');
  });
});
