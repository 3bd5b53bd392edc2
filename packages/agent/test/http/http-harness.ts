import { request as sendRequest } from 'node:http';
import { type Endpoint, type Metrics, seededRng } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { createHttpServer, type HttpLimits, type HttpServer } from '../../src/http/http-server.js';
import type { HttpConfig } from '../../src/http/route.js';
import { createFakeLocal, type FakeLocal } from './fake-local.js';
import { MemoryGateway } from './memory-gateway.js';

/** An answer as it came over the wire. */
export interface HttpAnswer {
  readonly status: number;
  /** As they were spelt. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes: Uint8Array;
}

export interface HttpCall {
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface HarnessOptions {
  readonly config?: Partial<HttpConfig>;
  readonly limits?: HttpLimits;
  readonly metrics?: Metrics;
}

export const defaultConfig: HttpConfig = {
  datacenter: 'dc1',
  nodeName: 'node-1',
  isDev: false,
  translateWanAddresses: false,
  discoveryMaxStaleMs: 0,
  disableCoordinates: false,
  http: { blockEndpoints: [], responseHeaders: {}, allowWriteHttpFrom: [], headerBytesMax: 16_384 },
  limits: { httpMaxConnectionsPerClient: 200, kvMaxValueBytes: 524_288 },
  acl: { isEnabled: false, defaultPolicy: 'allow', tokens: { default: undefined } },
};

/** The HTTP API on a socket of its own, over a state in memory. */
export class HttpHarness {
  readonly clock: VirtualClock = new VirtualClock();
  readonly gateway: MemoryGateway = new MemoryGateway(this.clock);
  readonly local: FakeLocal = createFakeLocal();
  readonly server: HttpServer;
  #endpoint: Endpoint = { host: '127.0.0.1', port: 0 };

  constructor({ config = {}, limits = {}, metrics }: HarnessOptions = {}) {
    this.server = createHttpServer({
      listen: this.#endpoint,
      gateway: this.gateway,
      local: this.local,
      config: { ...defaultConfig, ...config },
      clock: this.clock,
      rng: seededRng(1),
      limits,
      ...(metrics === undefined ? {} : { metrics }),
    });
  }

  get endpoint(): Endpoint {
    return this.#endpoint;
  }

  async start(): Promise<this> {
    this.#endpoint = await this.server.start();
    return this;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  get(path: string, call: HttpCall = {}): Promise<HttpAnswer> {
    return this.send('GET', path, call);
  }

  put(path: string, body?: unknown): Promise<HttpAnswer> {
    if (body === undefined) return this.send('PUT', path);
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    return this.send('PUT', path, { body: isRaw ? body : JSON.stringify(body) });
  }

  send(method: string, path: string, call: HttpCall = {}): Promise<HttpAnswer> {
    const { body, headers = {}, signal } = call;
    return new Promise((resolve, reject) => {
      const outgoing = sendRequest(
        {
          ...this.#endpoint,
          method,
          path,
          headers,
          agent: false,
          ...(signal === undefined ? {} : { signal }),
        },
        (incoming) => {
          const chunks: Uint8Array[] = [];
          incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const bytes = Buffer.concat(chunks);
            const raw = incoming.rawHeaders;
            const pairs = raw.flatMap((name, at) =>
              at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : [],
            );
            resolve({
              status: incoming.statusCode ?? 0,
              headers: Object.fromEntries(pairs),
              body: bytes.toString(),
              bytes,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}

/** Lets the event loop turn until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100_000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it has not become so');
}

export function parse(answer: HttpAnswer): unknown {
  return JSON.parse(answer.body);
}
