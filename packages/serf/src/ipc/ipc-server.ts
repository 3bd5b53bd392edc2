import {
  type ByteStream,
  type Clock,
  type Endpoint,
  type Metrics,
  type StreamTransport,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import type { IpcBackend } from './ipc-backend.js';
import { defaultIpcLimits, type IpcLimits } from './ipc-limits.js';
import { IpcPeer, type IpcPeerParts } from './ipc-peer.js';
import type { LogBook } from './log-book.js';

export interface IpcServerOptions {
  readonly transport: StreamTransport;
  readonly backend: IpcBackend;
  readonly logBook: LogBook;
  /** Clients must give it. Default none is wanted. */
  readonly authKey?: string;
  /** Clients at one time; more are closed at once and counted. Default 256. */
  readonly connectionCountMax?: number;
  /** A client must have greeted, and shown its key, within this time. Default 10,000. */
  readonly greetingTimeoutMs?: number;
  readonly limits?: Partial<IpcLimits>;
  readonly clock?: Clock;
  /** Counts `agent.ipc.accept`, `agent.ipc.refused` and `agent.ipc.dropped` (records of slow readers). */
  readonly metrics?: Metrics;
}

const CONNECTION_COUNT_MAX = 256;
const GREETING_TIMEOUT_MS = 10_000;
/** How long clients may take to read what was sent before the end. */
const FAREWELL_MS = 500;

/** The clients of an agent: answers them, and tells them what happens. */
export class IpcServer {
  readonly #options: IpcServerOptions;
  readonly #parts: IpcPeerParts;
  readonly #peers = new Set<IpcPeer>();
  #stopListening: (() => void)[] = [];
  #onEmpty: (() => void) | undefined;

  constructor(options: IpcServerOptions) {
    this.#options = options;
    this.#parts = {
      backend: options.backend,
      logBook: options.logBook,
      authKey: options.authKey ?? '',
      limits: { ...defaultIpcLimits, ...options.limits },
      clock: options.clock ?? systemClock,
      metrics: options.metrics ?? silentMetrics,
      greetingTimeoutMs: options.greetingTimeoutMs ?? GREETING_TIMEOUT_MS,
    };
  }

  /** Begins to accept clients. @returns where they reach it. */
  async start(): Promise<Endpoint> {
    const { backend, logBook } = this.#parts;
    const bound = await this.#options.transport.listen((stream) => this.#accept(stream));
    this.#stopListening = [
      backend.onEvent((event) => {
        for (const peer of this.#peers) peer.event(event);
      }),
      logBook.listen((line) => {
        for (const peer of this.#peers) peer.log(line);
      }),
    ];
    return bound;
  }

  /** Lets clients read what they were sent, for half a second at most, and closes everything. */
  async close(): Promise<void> {
    for (const stop of this.#stopListening.splice(0)) stop();
    const { clock } = this.#parts;
    if (this.#peers.size > 0) {
      await new Promise<void>((resolve) => {
        const cancel = clock.schedule(clock.nowMs() + FAREWELL_MS, resolve);
        this.#onEmpty = () => {
          cancel();
          resolve();
        };
        for (const peer of this.#peers) peer.end();
      });
    }
    await this.#options.transport.close();
  }

  #accept(stream: ByteStream): void {
    const { metrics, logBook } = this.#parts;
    if (this.#peers.size >= (this.#options.connectionCountMax ?? CONNECTION_COUNT_MAX)) {
      metrics.increment('agent.ipc.refused');
      stream.destroy();
      return;
    }
    metrics.increment('agent.ipc.accept');
    const peer = new IpcPeer(stream, this.#parts, (gone) => this.#forget(gone));
    logBook.write('INFO', `agent.ipc: Accepted client: ${peer.name}`);
    this.#peers.add(peer);
  }

  #forget(peer: IpcPeer): void {
    this.#peers.delete(peer);
    if (this.#peers.size === 0) this.#onEmpty?.();
  }
}
