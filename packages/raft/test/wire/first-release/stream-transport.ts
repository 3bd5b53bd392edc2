// Kept as the first release had it, so that a test can speak with it.
import {
  type ByteStream,
  type Clock,
  createSystemRng,
  type Endpoint,
  type Logger,
  type Metrics,
  parseEndpoint,
  type Rng,
  type StreamTransport,
  silentLogger,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import type { RaftMessage, SnapshotOffer } from '../../../src/core/message.js';
import type {
  RaftTransport,
  RaftTransportHandlers,
  SendSnapshotOptions,
} from '../../../src/node/raft-transport.js';
import { streamSnapshot } from '../../../src/node/snapshot-sender.js';
import type { SnapshotReader } from '../../../src/storage/raft-storage.js';
import type { ConnectionKind, Hello } from './hello-codec.js';
import { InboundConnection, type InboundRejection } from './inbound-connection.js';
import { PeerLink } from './peer-link.js';

/** Options of {@link createStreamRaftTransport}. Durations are in milliseconds. */
export interface StreamRaftTransportOptions {
  /** Dials and accepts; closed with the transport. */
  readonly streams: StreamTransport;
  readonly nodeId: string;
  /** Where peers reach this node; told to those that do not know it from the configuration yet. */
  readonly address: string;
  /** Peers of another cluster are refused. */
  readonly clusterId: string;
  /** Tells groups of one cluster apart. Default 0. */
  readonly group?: number;
  /** For addresses that name none. Default 8300. */
  readonly portDefault?: number;
  /** Default 10 s. */
  readonly connectTimeoutMs?: number;
  /** How long an accepted connection may take to say who it is. Default 5 s. */
  readonly handshakeTimeoutMs?: number;
  /** Waiting time after a failed dial, doubled each time, with jitter. Default 50. */
  readonly backoffMinMs?: number;
  /** Default 1 s. */
  readonly backoffMaxMs?: number;
  /** A connection whose messages go unanswered for so long is dialled anew. Default 5 s. */
  readonly unansweredMs?: number;
  /** A snapshot that makes no progress for so long fails. Default 30 s. */
  readonly stallTimeoutMs?: number;
  /** What may wait for one peer. Default 32 MiB. */
  readonly queueBytesMax?: number;
  /** Largest frame that is accepted; above every message a peer sends. Default 96 MiB. */
  readonly frameBytesMax?: number;
  readonly clock?: Clock;
  readonly rng?: Rng;
  readonly logger?: Logger;
  /** Counts `raft.transport.dropped`, `.rejected` (by reason) and `.unanswered`. */
  readonly metrics?: Metrics;
}

const MEBIBYTE = 1024 * 1024;

type Resolved = Required<StreamRaftTransportOptions>;

/**
 * Raft over streams (TCP, TLS, or what a host multiplexes): per peer one connection that we dial
 * for messages, one for each snapshot, and those that the peer dials.
 */
export function createStreamRaftTransport(options: StreamRaftTransportOptions): RaftTransport {
  return new StreamRaftTransport({
    group: 0,
    portDefault: 8300,
    connectTimeoutMs: 10_000,
    handshakeTimeoutMs: 5_000,
    backoffMinMs: 50,
    backoffMaxMs: 1_000,
    unansweredMs: 5_000,
    stallTimeoutMs: 30_000,
    queueBytesMax: 32 * MEBIBYTE,
    frameBytesMax: 96 * MEBIBYTE,
    clock: systemClock,
    rng: createSystemRng(),
    logger: silentLogger,
    metrics: silentMetrics,
    ...options,
  });
}

class StreamRaftTransport implements RaftTransport {
  readonly #options: Resolved;
  readonly #links = new Map<string, PeerLink>();
  /** Where peers that are connected to us say they are; for those the configuration lacks. */
  readonly #learned = new Map<string, string>();
  #addresses: ReadonlyMap<string, string> = new Map();
  readonly #inbound = new Set<InboundConnection>();
  readonly #unreachable = new Set<string>();
  #handlers: RaftTransportHandlers | undefined;

  constructor(options: Resolved) {
    this.#options = options;
  }

  async start(handlers: RaftTransportHandlers): Promise<void> {
    this.#handlers = handlers;
    await this.#options.streams.listen((stream) => this.#accept(stream));
  }

  setPeers(addresses: ReadonlyMap<string, string>): void {
    this.#addresses = addresses;
    for (const peer of this.#links.keys()) this.#align(peer);
  }

  send(message: RaftMessage): void {
    const link = this.#links.get(message.to) ?? this.#align(message.to);
    if (link === undefined) this.#reportUnreachable(message.to);
    else link.send(message);
  }

  flush(): void {
    this.#unreachable.clear();
    for (const link of this.#links.values()) link.flush();
  }

  async sendSnapshot(
    offer: SnapshotOffer,
    open: (offsetBytes: number) => Promise<SnapshotReader>,
    options: SendSnapshotOptions,
  ): Promise<boolean> {
    const { streams, connectTimeoutMs: timeoutMs, clock, stallTimeoutMs } = this.#options;
    const endpoint = this.#endpointOf(offer.to);
    if (endpoint === undefined) throw new Error(`no address is known for ${offer.to}`);
    const stream = await streams.connect(endpoint, { timeoutMs });
    const hello = this.#hello('snapshot', offer.to);
    return streamSnapshot({ ...options, stream, clock, hello, offer, open, stallTimeoutMs });
  }

  async close(): Promise<void> {
    this.#handlers = undefined;
    for (const link of this.#links.values()) link.close();
    for (const connection of this.#inbound) connection.close();
    this.#links.clear();
    await this.#options.streams.close();
  }

  #accept(stream: ByteStream): void {
    const connection = new InboundConnection({
      ...this.#options,
      stream,
      onHello: (peer, address) => {
        this.#learned.set(peer, address);
        this.#align(peer);
      },
      onMessage: (message) => {
        this.#links.get(message.from)?.heard();
        this.#handlers?.message(message);
      },
      onSnapshot: (incoming) => this.#handlers?.snapshot(incoming),
      onRejected: (reason) => this.#onRejected(stream, reason),
      onClosed: () => {
        this.#inbound.delete(connection);
        if (connection.peer !== undefined) this.#forget(connection.peer);
      },
    });
    this.#inbound.add(connection);
  }

  /** Makes the link to a peer agree with where it is known to be. */
  #align(peer: string): PeerLink | undefined {
    const endpoint = this.#endpointOf(peer);
    const current = this.#links.get(peer);
    const isSame =
      current?.endpoint.host === endpoint?.host && current?.endpoint.port === endpoint?.port;
    if (isSame) return current;
    current?.close();
    this.#links.delete(peer);
    if (endpoint === undefined) return undefined;
    const onUnreachable = (): void => this.#reportUnreachable(peer);
    const hello = this.#hello('messages', peer);
    const link = new PeerLink({ ...this.#options, hello, endpoint, onUnreachable });
    this.#links.set(peer, link);
    return link;
  }

  /** The configuration knows best; a peer's own word counts where it is silent. */
  #endpointOf(peer: string): Endpoint | undefined {
    const address = this.#addresses.get(peer) ?? this.#learned.get(peer);
    if (address === undefined || peer === this.#options.nodeId) return undefined;
    return parseEndpoint(address, this.#options.portDefault);
  }

  /** Where a peer said it is holds for as long as any connection of its lasts. */
  #forget(peer: string): void {
    for (const connection of this.#inbound) if (connection.peer === peer) return;
    this.#learned.delete(peer);
    this.#align(peer);
  }

  #onRejected(stream: ByteStream, reason: InboundRejection): void {
    this.#options.metrics.increment('raft.transport.rejected', 1, { reason });
    this.#options.logger.warn('a peer was refused', { reason, remote: stream.remote });
  }

  #reportUnreachable(peer: string): void {
    // Once per turn is enough, however many messages it concerns.
    if (this.#unreachable.has(peer)) return;
    this.#unreachable.add(peer);
    this.#handlers?.unreachable(peer);
  }

  #hello(kind: ConnectionKind, to: string): Hello {
    const { nodeId, address, clusterId, group } = this.#options;
    return { kind, clusterId, group, from: nodeId, address, to };
  }
}
