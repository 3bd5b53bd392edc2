import {
  type ConnectionPool,
  createConnectionPool,
  createPortListener,
  createTlsCredentials,
  type PortListener,
  type TlsMaterial,
} from '@konsul/rpc';
import type { Clock, Endpoint } from '@konsul/runtime';
import { CountingMetrics } from '@konsul/runtime/testing';
import type { SwimTransport } from '@konsul/swim';
import { type AreaTransportTuning, createAreaTransport } from '../src/index.js';

export interface ServerOptions {
  readonly datacenter: string;
  readonly peerDatacenter: string;
  readonly nodeName?: string;
  readonly tls?: TlsMaterial;
  readonly capabilities?: readonly string[];
  readonly tuning?: AreaTransportTuning;
  readonly clock?: Clock;
}

/** One server's port and pool, with an area on them. */
export interface AreaServer {
  readonly listener: PortListener;
  readonly pool: ConnectionPool;
  readonly endpoint: Endpoint;
  readonly metrics: CountingMetrics;
  readonly transport: SwimTransport;
}

/** Servers of one test, closed again after it. */
export class Servers {
  readonly #closers: (() => Promise<unknown>)[] = [];

  async start(options: ServerOptions): Promise<AreaServer> {
    const { datacenter, peerDatacenter, nodeName = 'node', tls: material, capabilities } = options;
    const metrics = new CountingMetrics();
    const tls = material === undefined ? undefined : createTlsCredentials(material);
    const identity = {
      datacenter,
      nodeName,
      ...(capabilities === undefined ? {} : { capabilities }),
    };
    const clock = options.clock === undefined ? {} : { clock: options.clock };
    const listener = createPortListener({ host: '127.0.0.1', port: 0, identity, tls, metrics });
    const endpoint = await listener.listen();
    const pool = createConnectionPool({ identity, tls, metrics, ...clock });
    const transport = createAreaTransport({
      area: { datacenter, peerDatacenter },
      pool,
      listener,
      metrics,
      ...clock,
      ...options.tuning,
    });
    this.#closers.push(async () => {
      await Promise.all([transport.datagrams.close(), transport.streams.close()]);
      await pool.close();
      await listener.close();
    });
    return { listener, pool, endpoint, metrics, transport };
  }

  onClose(closer: () => Promise<unknown>): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    for (const closer of this.#closers.splice(0).reverse()) await closer();
  }
}

/** Lets the event loop turn until it holds; the test's own limit ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
