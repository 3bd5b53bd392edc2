import {
  type ConnectionPool,
  createProtocolStreamTransport,
  type Peer,
  type PortListener,
} from '@konsul/rpc';
import {
  type Clock,
  checkOptions,
  type DatagramHandler,
  type DatagramTransport,
  type Endpoint,
  formatEndpoint,
  type Logger,
  type Metrics,
  nestedOptions,
  type OptionRules,
  option,
  type StreamTransport,
  silentLogger,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import type { SwimTransport } from '@konsul/swim';
import { type AreaTransportTuning, resolveTuning, TUNING_RULES } from '../config.js';
import { areaKey, datacenterOfMember, encodeAnnounce } from '../core/index.js';
import { AreaTransportError, refuseOption } from '../errors.js';
import { PacketIngest } from './packet-ingest.js';
import { type PacketDropReason, PacketLink } from './packet-link.js';

export interface AreaTransportOptions extends AreaTransportTuning {
  /** The two datacenters of the area, ours first; on the wire their order does not matter. */
  readonly area: AreaPair;
  /** Shared with everything else that dials; says who we are. */
  readonly pool: ConnectionPool;
  /** Shared with everything else that is served on the port. Must be listening. */
  readonly listener: PortListener;
  /** Where servers of the other datacenter reach us. Default where the listener is bound. */
  readonly localEndpoint?: Endpoint;
  /** Dial with the pool's certificates, where it has any. Default true. */
  readonly useTls?: boolean;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

export interface AreaPair {
  readonly datacenter: string;
  readonly peerDatacenter: string;
}

const AREA_RULES: OptionRules<AreaPair> = {
  required: { datacenter: option.text, peerDatacenter: option.text },
  optional: {},
};

const RULES: OptionRules<AreaTransportOptions> = {
  required: {
    area: nestedOptions(AREA_RULES),
    pool: option.methods<ConnectionPool>('acquire', 'open'),
    listener: option.methods<PortListener>('handle'),
  },
  optional: {
    ...TUNING_RULES,
    localEndpoint: option.endpoint,
    useTls: option.flag,
    clock: option.clock,
    logger: option.logger,
    metrics: option.metrics,
  },
};

/**
 * Carries one network area's gossip over the server port: packets on one kept connection per peer,
 * each exchange of full state on a connection of its own.
 *
 * Counts `area.packets.sent`, `.received` and `.dropped` (by reason), `area.links.rejected` and
 * `.held`; `area.connections.outgoing` is the number of kept connections, or, towards peers
 * that do not keep connections, counts the connections opened. All carry the label `area`.
 *
 * @throws AreaTransportError `INVALID_CONFIG`, `NOT_LISTENING`.
 */
export function createAreaTransport(options: AreaTransportOptions): SwimTransport {
  checkOptions(options, RULES, refuseOption);
  const { area, listener, pool } = options;
  if (area.datacenter === area.peerDatacenter)
    refuseOption(`area.peerDatacenter is "${area.peerDatacenter}", which is our own datacenter`);
  const localEndpoint = options.localEndpoint ?? listener.endpoint;
  if (localEndpoint === undefined)
    throw new AreaTransportError('NOT_LISTENING', 'the port listener is not listening');
  const tuning = resolveTuning(options);
  const context: AreaContext = {
    key: areaKey(area.datacenter, area.peerDatacenter),
    pool,
    listener,
    localEndpoint,
    tuning,
    peerOf: (endpoint) => peerOf(endpoint, options),
    clock: options.clock ?? systemClock,
    logger: options.logger ?? silentLogger,
    metrics: options.metrics ?? silentMetrics,
  };
  return { datagrams: new AreaDatagrams(context), streams: createAreaStreams(context) };
}

interface AreaContext {
  /** What the area is called on the wire. */
  readonly key: string;
  readonly pool: ConnectionPool;
  readonly listener: PortListener;
  readonly localEndpoint: Endpoint;
  readonly tuning: Required<AreaTransportTuning>;
  readonly peerOf: (endpoint: Endpoint) => Peer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

function peerOf(endpoint: Endpoint, options: AreaTransportOptions): Peer {
  const { area, useTls = true } = options;
  const { host, port, name } = endpoint;
  const datacenter = datacenterOfMember(name, [area.peerDatacenter, area.datacenter]);
  // Without the name: whoever knows a member by its address only shares its connection.
  return datacenter === undefined ? { host, port, useTls } : { host, port, useTls, datacenter };
}

function createAreaStreams(context: AreaContext): StreamTransport {
  const { key, pool, listener, localEndpoint, tuning } = context;
  const streams = createProtocolStreamTransport({
    protocol: 'gossip-stream',
    area: key,
    pool,
    listener,
    localEndpoint,
    peerOf: context.peerOf,
  });
  return {
    listen: (accept) => streams.listen(accept),
    close: () => streams.close(),
    connect: (to, { timeoutMs }) =>
      streams.connect(to, { timeoutMs: Math.min(timeoutMs, tuning.dialTimeoutMs) }),
  };
}

class AreaDatagrams implements DatagramTransport {
  readonly #context: AreaContext;
  readonly #links = new Map<string, PacketLink>();
  readonly #labels: Readonly<Record<string, string>>;
  readonly #announce: Uint8Array;
  #ingest: PacketIngest | undefined;
  #stopHandling: (() => void) | undefined;
  #pooledCount = 0;
  #isClosed = false;

  constructor(context: AreaContext) {
    this.#context = context;
    this.#labels = { area: context.key };
    this.#announce = encodeAnnounce(formatEndpoint(context.localEndpoint));
  }

  listen(receive: DatagramHandler): Promise<Endpoint> {
    const { clock, key, listener, localEndpoint, metrics, tuning } = this.#context;
    const { packetBytesMax, waitingPacketCountMax } = tuning;
    const labels = this.#labels;
    const limits = { packetBytesMax, waitingPacketCountMax };
    const ingest = new PacketIngest({ receive, ...limits, clock, metrics, labels });
    this.#ingest = ingest;
    const route = { protocol: 'gossip-packet', area: key };
    this.#stopHandling = listener.handle(route, ({ stream }) => ingest.attach(stream));
    return Promise.resolve(localEndpoint);
  }

  send(to: Endpoint, bytes: Uint8Array): void {
    if (this.#isClosed) return;
    // The peer would take it for a broken frame and give up the connection, with all that follows.
    if (bytes.length > this.#context.tuning.packetBytesMax) {
      this.#onDropped('oversize', 1);
      return;
    }
    const link = this.#link(to);
    if (link === undefined) {
      this.#onDropped('too-many-peers', 1);
      return;
    }
    this.#context.metrics.increment('area.packets.sent', 1, this.#labels);
    link.send(bytes);
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#stopHandling?.();
    this.#ingest?.close();
    for (const link of this.#links.values()) link.close();
    this.#links.clear();
    return Promise.resolve();
  }

  #link(to: Endpoint): PacketLink | undefined {
    const peer = this.#context.peerOf(to);
    const key = `${formatEndpoint(peer)}|${peer.datacenter ?? ''}`;
    const known = this.#links.get(key);
    if (known !== undefined) return known;
    if (this.#links.size >= this.#context.tuning.linkCountMax) this.#forgetIdle();
    if (this.#links.size >= this.#context.tuning.linkCountMax) return undefined;
    const link = this.#createLink(peer);
    this.#links.set(key, link);
    return link;
  }

  #createLink(peer: Peer): PacketLink {
    const { clock, key, metrics, pool, tuning } = this.#context;
    const { dialTimeoutMs } = tuning;
    return new PacketLink({
      ...tuning,
      acquire: () => pool.acquire(peer, 'gossip-packet', { area: key, dialTimeoutMs }),
      announce: this.#announce,
      clock,
      onDropped: (reason, count) => this.#onDropped(reason, count),
      onPooled: (change) => {
        this.#pooledCount += change;
        metrics.gauge('area.connections.outgoing', this.#pooledCount, this.#labels);
      },
      onUnpooled: () => metrics.increment('area.connections.outgoing', 1, this.#labels),
    });
  }

  #forgetIdle(): void {
    for (const [key, link] of this.#links) if (link.isIdle) this.#links.delete(key);
  }

  #onDropped(reason: PacketDropReason, count: number): void {
    this.#context.metrics.increment('area.packets.dropped', count, { ...this.#labels, reason });
    this.#context.logger.debug('area packets dropped', { area: this.#context.key, reason, count });
  }
}
