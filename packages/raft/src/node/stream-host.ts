import {
  type ByteStream,
  type Clock,
  type Endpoint,
  type Logger,
  type Metrics,
  parseEndpoint,
  type Rng,
  type StreamTransport,
} from '@konsul/runtime';
import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import { RaftError } from '../errors.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import { firstProtocol, ownProtocol, type PeerProtocol } from '../wire/capability.js';
import type { ConnectionKind, Hello } from '../wire/hello-codec.js';
import { InboundConnection, type InboundRejection } from './inbound-connection.js';
import { PeerLink } from './peer-link.js';
import type {
  RaftTransport,
  RaftTransportHandlers,
  SendSnapshotOptions,
} from './raft-transport.js';
import { streamSnapshot } from './snapshot-sender.js';

/** What a host goes by. Durations are in milliseconds. */
export interface StreamHostSettings {
  readonly streams: StreamTransport;
  readonly nodeId: string;
  readonly address: string;
  readonly clusterId: string;
  readonly portDefault: number;
  readonly connectTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  readonly backoffMinMs: number;
  readonly backoffMaxMs: number;
  readonly unansweredMs: number;
  readonly stallTimeoutMs: number;
  readonly queueBytesMax: number;
  readonly frameBytesMax: number;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What one group's member has said and wants to hear. */
interface GroupPort {
  readonly group: number;
  addresses: ReadonlyMap<string, string>;
  handlers: RaftTransportHandlers | undefined;
  /** Peers reported since the last flush; once is enough, however many messages it concerns. */
  readonly unreachable: Set<string>;
}

const groupMax = 0xffff_ffff;

/** Connections of one process, shared by the groups that have a member in it. */
export class StreamRaftHost {
  readonly #settings: StreamHostSettings;
  readonly #isShared: boolean;
  readonly #groups = new Map<number, GroupPort>();
  /** By peer; and by peer and group, for groups that the peer's first connection cannot carry. */
  readonly #links = new Map<string, PeerLink>();
  readonly #extraLinks = new Map<string, Map<number, PeerLink>>();
  /** Where peers that are connected to us say they are; for those the configuration lacks. */
  readonly #learned = new Map<string, string>();
  readonly #inbound = new Set<InboundConnection>();
  /** What peers have said that they speak, last. */
  readonly #protocols = new Map<string, PeerProtocol>();
  #listening: Promise<unknown> | undefined;

  constructor(settings: StreamHostSettings, isShared: boolean) {
    this.#settings = settings;
    this.#isShared = isShared;
  }

  transport(group: number): RaftTransport {
    const isNumber = Number.isSafeInteger(group) && group >= 0 && group <= groupMax;
    if (!isNumber || this.#groups.has(group)) {
      const problem = isNumber ? 'has a member here already' : `must be 0 to ${groupMax}`;
      throw new RaftError('INVALID_CONFIG', `group ${group} ${problem}`);
    }
    const port: GroupPort = {
      group,
      addresses: new Map(),
      handlers: undefined,
      unreachable: new Set(),
    };
    this.#groups.set(group, port);
    return {
      start: async (handlers) => {
        port.handlers = handlers;
        this.#listening ??= this.#settings.streams.listen((stream) => this.#accept(stream));
        await this.#listening;
      },
      setPeers: (addresses) => {
        port.addresses = addresses;
        for (const peer of this.#links.keys()) this.#align(peer, group);
      },
      send: (message) => this.#send(port, message),
      flush: () => this.#flush(port),
      sendSnapshot: (offer, open, options) => this.#sendSnapshot(port, { offer, open, options }),
      peerProtocol: (peer) => this.peerProtocol(peer),
      close: async () => {
        port.handlers = undefined;
        this.#groups.delete(group);
      },
    };
  }

  peerProtocol(peer: string): PeerProtocol | undefined {
    return this.#protocols.get(peer);
  }

  async close(): Promise<void> {
    // Whoever still sends is told nothing any more.
    for (const port of this.#groups.values()) port.handlers = undefined;
    this.#groups.clear();
    this.#learned.clear();
    for (const link of this.#links.values()) link.close();
    for (const peer of this.#extraLinks.keys()) this.#closeExtraLinks(peer);
    for (const connection of this.#inbound) connection.close();
    this.#links.clear();
    await this.#settings.streams.close();
  }

  #send(port: GroupPort, message: RaftMessage): void {
    const link = this.#linkFor(message.to, port.group);
    if (link === undefined) this.#reportUnreachable(port, message.to);
    else link.send(message, port.group);
  }

  #flush(port: GroupPort): void {
    port.unreachable.clear();
    for (const link of this.#links.values()) link.flush();
    for (const links of this.#extraLinks.values()) for (const link of links.values()) link.flush();
  }

  async #sendSnapshot(
    port: GroupPort,
    transfer: {
      readonly offer: SnapshotOffer;
      readonly open: (offsetBytes: number) => Promise<SnapshotReader>;
      readonly options: SendSnapshotOptions;
    },
  ): Promise<boolean> {
    const { streams, connectTimeoutMs: timeoutMs, clock, stallTimeoutMs } = this.#settings;
    const { offer, open, options } = transfer;
    const endpoint = this.#endpointOf(offer.to);
    if (endpoint === undefined) throw new Error(`no address is known for ${offer.to}`);
    const stream = await streams.connect(endpoint, { timeoutMs });
    const hello = this.#hello('snapshot', offer.to, port.group);
    return streamSnapshot({ ...options, stream, clock, hello, offer, open, stallTimeoutMs });
  }

  #accept(stream: ByteStream): void {
    const connection = new InboundConnection({
      ...this.#settings,
      hasGroup: (group) => this.#groups.get(group)?.handlers !== undefined,
      isShared: this.#isShared,
      stream,
      onHello: (hello) => {
        this.#learned.set(hello.from, hello.address);
        this.#noteProtocol(hello);
        this.#align(hello.from, hello.group);
      },
      onMessage: (message, group) => {
        this.#links.get(message.from)?.heard();
        this.#extraLinks.get(message.from)?.get(group)?.heard();
        this.#groups.get(group)?.handlers?.message(message);
      },
      onSnapshot: (incoming, group) => {
        const handlers = this.#groups.get(group)?.handlers;
        if (handlers === undefined) incoming.refuse();
        else handlers.snapshot(incoming);
      },
      onRejected: (reason, hello) => this.#onRejected(stream, reason, hello),
      onClosed: () => {
        this.#inbound.delete(connection);
        if (connection.peer !== undefined) this.#forget(connection.peer);
      },
    });
    this.#inbound.add(connection);
  }

  /** The connection that carries a group's messages to a peer. */
  #linkFor(peer: string, group: number): PeerLink | undefined {
    const link = this.#links.get(peer) ?? this.#align(peer, group);
    if (link === undefined || link.group === group || this.#isManyGroups(peer)) return link;
    const extra = this.#extraLinks.get(peer) ?? new Map<number, PeerLink>();
    this.#extraLinks.set(peer, extra);
    const own = extra.get(group) ?? this.#createLink(peer, group, link.endpoint);
    extra.set(group, own);
    return own;
  }

  #isManyGroups(peer: string): boolean {
    return this.#protocols.get(peer)?.capabilities.has('many-groups') === true;
  }

  /** Makes the link to a peer agree with where it is known to be. */
  #align(peer: string, group: number): PeerLink | undefined {
    const endpoint = this.#endpointOf(peer);
    const current = this.#links.get(peer);
    const isSame =
      current?.endpoint.host === endpoint?.host && current?.endpoint.port === endpoint?.port;
    if (isSame) return current;
    current?.close();
    this.#closeExtraLinks(peer);
    this.#links.delete(peer);
    if (endpoint === undefined) return undefined;
    const link = this.#createLink(peer, current?.group ?? group, endpoint);
    this.#links.set(peer, link);
    return link;
  }

  #createLink(peer: string, group: number, endpoint: Endpoint): PeerLink {
    return new PeerLink({
      ...this.#settings,
      hello: this.#hello('messages', peer, group),
      endpoint,
      onUnreachable: () => {
        for (const port of this.#groups.values()) this.#reportUnreachable(port, peer);
      },
      onAnswer: (answer) => this.#noteProtocol(answer),
    });
  }

  #closeExtraLinks(peer: string): void {
    for (const link of this.#extraLinks.get(peer)?.values() ?? []) link.close();
    this.#extraLinks.delete(peer);
  }

  /** Configurations know best; a peer's own word counts where they are silent. */
  #endpointOf(peer: string): Endpoint | undefined {
    let address = this.#learned.get(peer);
    for (const port of this.#groups.values()) address = port.addresses.get(peer) ?? address;
    if (address === undefined || peer === this.#settings.nodeId) return undefined;
    return parseEndpoint(address, this.#settings.portDefault);
  }

  /** Where a peer said it is holds for as long as any connection of its lasts. */
  #forget(peer: string): void {
    for (const connection of this.#inbound) if (connection.peer === peer) return;
    this.#learned.delete(peer);
    const link = this.#links.get(peer);
    if (link !== undefined) this.#align(peer, link.group);
  }

  #noteProtocol({ from, protocol }: Hello): void {
    this.#protocols.set(from, protocol ?? firstProtocol);
    // What still waits there is lost like anything else on a connection, and sent again.
    if (this.#isManyGroups(from)) this.#closeExtraLinks(from);
  }

  #onRejected(stream: ByteStream, reason: InboundRejection, hello: Hello | undefined): void {
    this.#settings.metrics.increment('raft.transport.rejected', 1, { reason });
    const { clusterId, nodeId, logger } = this.#settings;
    logger.warn('a peer was refused', {
      reason,
      remote: stream.remote,
      ...(hello !== undefined && {
        peer: hello.from,
        peerClusterId: hello.clusterId,
        ownClusterId: clusterId,
        wantedId: hello.to,
        ownId: nodeId,
      }),
    });
  }

  #reportUnreachable(port: GroupPort, peer: string): void {
    if (port.unreachable.has(peer)) return;
    port.unreachable.add(peer);
    port.handlers?.unreachable(peer);
  }

  #hello(kind: ConnectionKind, to: string, group: number): Hello {
    const { nodeId, address, clusterId } = this.#settings;
    return { kind, clusterId, group, from: nodeId, address, to, protocol: ownProtocol };
  }
}
