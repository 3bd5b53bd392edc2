import { connect, type Socket } from 'node:net';
import type { Endpoint } from '@konsul/runtime';
import { CountingMetrics, ManualClock } from '@konsul/runtime/testing';
import {
  type ConnectionPool,
  createConnectionPool,
  createPortListener,
  createRpcServer,
  FrameDecoder,
  type Peer,
  type PoolOptions,
  type PortListener,
  type PortListenerOptions,
  type RpcHandler,
  type RpcServer,
  type RpcServerOptions,
} from '../src/index.js';

export interface ServerFixture {
  readonly listener: PortListener;
  readonly server: RpcServer;
  readonly endpoint: Endpoint;
  readonly peer: Peer;
  readonly metrics: CountingMetrics;
  readonly clock: ManualClock;
}

export interface PoolFixture {
  readonly pool: ConnectionPool;
  readonly metrics: CountingMetrics;
  readonly clock: ManualClock;
}

/** Everything that a test opened, closed again after it. */
export class Cluster {
  readonly #closers: (() => Promise<unknown> | unknown)[] = [];

  async server(
    methods: Record<string, RpcHandler> = {},
    options: { listener?: Partial<PortListenerOptions>; server?: Partial<RpcServerOptions> } = {},
  ): Promise<ServerFixture> {
    const metrics = new CountingMetrics();
    const clock = new ManualClock();
    const server = createRpcServer({
      methods: new Map(Object.entries(methods)),
      clock,
      metrics,
      ...options.server,
    });
    const listener = createPortListener({
      host: '127.0.0.1',
      port: 0,
      identity: { datacenter: 'dc1', nodeName: 'alpha', nodeId: 'id-alpha' },
      clock,
      metrics,
      ...options.listener,
    });
    listener.handle({ protocol: 'rpc' }, server.accept);
    const endpoint = await listener.listen();
    this.#closers.push(() => listener.close());
    return { listener, server, endpoint, peer: { ...endpoint, datacenter: 'dc1' }, metrics, clock };
  }

  pool(options: Partial<PoolOptions> = {}): PoolFixture {
    const metrics = new CountingMetrics();
    const clock = new ManualClock();
    const identity = { datacenter: 'dc1', nodeName: 'beta', nodeId: 'id-beta' };
    const pool = createConnectionPool({ identity, clock, metrics, ...options });
    this.#closers.push(() => pool.close());
    return { pool, metrics, clock };
  }

  /** A peer that says hello properly and then only listens, as one behind a cut path seems to. */
  async mutePeer(): Promise<{ peer: Peer; receivedFrames(count: number): Promise<void> }> {
    const metrics = new CountingMetrics();
    const listener = createPortListener({
      host: '127.0.0.1',
      port: 0,
      identity: { datacenter: 'dc1', nodeName: 'mute' },
    });
    listener.handle({ protocol: 'rpc' }, ({ stream }) => {
      const decoder = new FrameDecoder({ frameBytesMax: 1_000_000 });
      stream.setHandlers({
        data: (bytes) => {
          decoder.push(bytes);
          while (decoder.next() !== undefined) metrics.increment('frames');
        },
      });
    });
    const endpoint = await listener.listen();
    this.#closers.push(() => listener.close());
    return { peer: endpoint, receivedFrames: (count) => metrics.reaches('frames', count) };
  }

  /** A plain TCP connection, with what it received and the promise of its end. */
  socket(to: Endpoint): { socket: Socket; received: () => Buffer; closed: Promise<void> } {
    const socket = connect(to.port, to.host);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    this.#closers.push(() => socket.destroy());
    return { socket, received: () => Buffer.concat(chunks), closed };
  }

  onClose(closer: () => Promise<unknown> | unknown): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    for (const closer of this.#closers.splice(0).reverse()) await closer();
  }
}

export function text(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(value));
}

export function read(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** What a promise rejects with; a promise that resolves is a failed test. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a rejection');
}
