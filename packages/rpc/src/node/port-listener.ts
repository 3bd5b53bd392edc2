import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import {
  type ByteStream,
  type Clock,
  checkOptions,
  type Endpoint,
  type Logger,
  type Metrics,
  type OptionRules,
  option,
  plainAddress,
  SourceLimits,
  silentLogger,
  silentMetrics,
  socketStream,
  systemClock,
} from '@konsul/runtime';
import {
  boundedOption,
  COUNT_BOUNDS,
  DEFAULT_HANDSHAKE_TIMEOUT_MS,
  TIMEOUT_BOUNDS,
} from '../config.js';
import {
  type AcceptRejectReason,
  encodeFrame,
  type Hello,
  type PeerIdentity,
  type ProtocolName,
} from '../core/index.js';
import { RpcError, refuseOption } from '../errors.js';
import { type IdentityOptions, identityRule, resolveIdentity } from '../identity.js';
import { handshakeCodec } from '../wire/handshake-codec.js';
import { Arrival, accept, type Greeting, refuse } from './arrival.js';
import { prepareSocket } from './handover.js';
import { type TlsCredentials, tlsRule } from './tls-options.js';

export interface PortListenerOptions {
  /** Address to bind, for example `127.0.0.1`. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Who we are to those who dial. */
  readonly identity: IdentityOptions;
  /** Serve TLS. Default none. */
  readonly tls?: TlsCredentials | undefined;
  /** Refuse connections without TLS. Default true when `tls` is given. */
  readonly isTlsRequired?: boolean;
  /** How long a dialler may take from its first byte to the end of its hello. Default 5 s. */
  readonly handshakeTimeoutMs?: number;
  /** Connections open at one time from one address. Default 100. */
  readonly connectionCountPerSourceMax?: number;
  /** Connections open at one time. Default 4096. */
  readonly connectionCountMax?: number;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** A connection that has said hello and been answered. */
export interface AcceptedConnection {
  /** What follows the hello; handlers must be set before the handler that got it returns. */
  readonly stream: ByteStream;
  readonly hello: Hello;
  readonly remote: Endpoint;
  /** The version of the port's own messages that both ends speak. */
  readonly version: number;
  readonly isEncrypted: boolean;
}

/** Which hellos a handler serves. */
export interface ProtocolRoute {
  readonly protocol: ProtocolName;
  /** The network area. Default none; hellos of an area reach only its own handlers. */
  readonly area?: string;
}

export type ConnectionHandler = (connection: AcceptedConnection) => void;

/** One port for every protocol between servers. */
export interface PortListener {
  /**
   * Begins to accept. Rejects with what the system says, or with RpcError `CLOSED` when it is
   * closed meanwhile.
   *
   * @returns where it listens.
   */
  listen(): Promise<Endpoint>;
  /** Where it listens, or undefined when it does not. */
  readonly endpoint: Endpoint | undefined;
  /**
   * Serves a protocol from now on; any time, also while connections come in.
   *
   * @returns what ends that; connections that were accepted stay with their handler.
   * @throws RpcError `INVALID_CONFIG` when the route has a handler.
   */
  handle(route: ProtocolRoute, handler: ConnectionHandler): () => void;
  /** Connections that are open, with those that have not said hello. */
  readonly connectionCount: number;
  /** Stops accepting and destroys every connection. */
  close(): Promise<void>;
}

const RULES: OptionRules<PortListenerOptions> = {
  required: { host: option.text, port: option.integer(0, 65_535), identity: identityRule },
  optional: {
    tls: tlsRule,
    isTlsRequired: option.flag,
    handshakeTimeoutMs: option.anything,
    connectionCountPerSourceMax: option.anything,
    connectionCountMax: option.anything,
    clock: option.clock,
    logger: option.logger,
    metrics: option.metrics,
  },
};

const DEFAULT_CONNECTION_COUNT_PER_SOURCE_MAX = 100;
const DEFAULT_CONNECTION_COUNT_MAX = 4096;

/**
 * Makes the listener of a server port. Counts `rpc.port.accepted` by protocol and
 * `rpc.port.rejected` by reason, and `rpc.port.accept_errors`; gauges `rpc.port.connections`.
 *
 * @throws RpcError `INVALID_CONFIG`.
 */
export function createPortListener(options: PortListenerOptions): PortListener {
  checkOptions(options, RULES, refuseOption);
  return new Listener(options);
}

class Listener implements PortListener {
  readonly #options: PortListenerOptions;
  readonly #identity: PeerIdentity;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #handshakeTimeoutMs: number;
  readonly #connectionCountMax: number;
  readonly #sources: SourceLimits;
  readonly #routes = new Map<string, ConnectionHandler>();
  readonly #sockets = new Set<Socket>();
  /** Connections in their TLS handshake, by address and port of the peer. */
  readonly #securing = new Map<string, Arrival>();
  #tlsServer: TlsServer | undefined;
  #stopReloading: (() => void) | undefined;
  #server: Server | undefined;
  #endpoint: Endpoint | undefined;

  constructor(options: PortListenerOptions) {
    this.#options = options;
    this.#identity = resolveIdentity(options.identity);
    this.#clock = options.clock ?? systemClock;
    this.#logger = options.logger ?? silentLogger;
    this.#metrics = options.metrics ?? silentMetrics;
    const { handshakeTimeoutMs, connectionCountPerSourceMax, connectionCountMax } = options;
    this.#handshakeTimeoutMs = boundedOption(
      { handshakeTimeoutMs },
      DEFAULT_HANDSHAKE_TIMEOUT_MS,
      TIMEOUT_BOUNDS,
    );
    this.#connectionCountMax = boundedOption(
      { connectionCountMax },
      DEFAULT_CONNECTION_COUNT_MAX,
      COUNT_BOUNDS,
    );
    this.#sources = new SourceLimits(
      boundedOption(
        { connectionCountPerSourceMax },
        DEFAULT_CONNECTION_COUNT_PER_SOURCE_MAX,
        COUNT_BOUNDS,
      ),
    );
  }

  get endpoint(): Endpoint | undefined {
    return this.#endpoint;
  }

  get connectionCount(): number {
    return this.#sockets.size;
  }

  async listen(): Promise<Endpoint> {
    const { host, port, tls } = this.#options;
    if (tls !== undefined) this.#prepareTls(tls);
    const server = createTcpServer({ allowHalfOpen: true }, (socket) => this.#onSocket(socket));
    this.#server = server;
    server.maxConnections = this.#connectionCountMax;
    server.on('drop', () => this.#countRejected('too-many-connections'));
    server.listen(port, host);
    await listening(server);
    // Accepting may fail for want of file handles; the port goes on when there are some.
    server.on('error', () => this.#metrics.increment('rpc.port.accept_errors'));
    const address = server.address();
    const bound = typeof address === 'object' && address !== null ? address.port : port;
    this.#endpoint = { host, port: bound };
    return this.#endpoint;
  }

  handle(route: ProtocolRoute, handler: ConnectionHandler): () => void {
    const key = routeKey(route);
    if (this.#routes.has(key))
      throw new RpcError('INVALID_CONFIG', `protocol ${key} has a handler already`);
    this.#routes.set(key, handler);
    return () => {
      if (this.#routes.get(key) === handler) this.#routes.delete(key);
    };
  }

  async close(): Promise<void> {
    this.#stopReloading?.();
    const server = this.#server;
    this.#server = undefined;
    this.#endpoint = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server === undefined) return;
    await closed(server);
  }

  #prepareTls(tls: TlsCredentials): void {
    // Never listens itself: it is given sockets whose first byte asked for TLS.
    const server = createTlsServer({ ...tls.acceptOptions(), allowHalfOpen: true });
    server.on('secureConnection', (socket) => {
      socket.on('error', () => undefined);
      this.#securing.get(peerKey(socket))?.onSecured(socket);
    });
    server.on('tlsClientError', (error) => this.#logger.debug('tls handshake failed', { error }));
    this.#stopReloading = tls.onReload(() => server.setSecureContext(tls.acceptOptions()));
    this.#tlsServer = server;
  }

  #onSocket(socket: Socket): void {
    prepareSocket(socket);
    const remote = remoteOf(socket);
    if (!this.#sources.take(remote.host)) {
      this.#countRejected('too-many-connections');
      socket.destroy();
      return;
    }
    this.#track(socket, remote);
    const { tls, isTlsRequired = tls !== undefined } = this.#options;
    const key = peerKey(socket);
    const arrival: Arrival = new Arrival({
      socket,
      remote,
      isTlsAvailable: this.#tlsServer !== undefined,
      isTlsRequired,
      handshakeTimeoutMs: this.#handshakeTimeoutMs,
      clock: this.#clock,
      startTls: (raw) => {
        this.#securing.set(key, arrival);
        raw.once('close', () => this.#securing.delete(key));
        this.#tlsServer?.emit('connection', raw);
      },
      onGreeting: (greeting) => this.#onGreeting(greeting, remote),
      onRejected: (reason) => this.#countRejected(reason),
    });
  }

  #track(socket: Socket, remote: Endpoint): void {
    this.#sockets.add(socket);
    this.#metrics.gauge('rpc.port.connections', this.#sockets.size);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.#sources.release(remote.host);
      this.#metrics.gauge('rpc.port.connections', this.#sockets.size);
    });
  }

  #onGreeting(greeting: Greeting, remote: Endpoint): void {
    const { socket, hello, version, isEncrypted } = greeting;
    const { protocol } = hello;
    const handler = this.#routes.get(routeKey(hello));
    if (handler === undefined) {
      const message = `nothing here serves protocol ${routeKey(hello)}`;
      const ack = { type: 'refused', code: 'UNKNOWN_PROTOCOL', message } as const;
      refuse(socket, encodeFrame(handshakeCodec.encodeHelloAck(ack)));
      this.#countRejected('unknown-protocol');
      return;
    }
    this.#metrics.increment('rpc.port.accepted', 1, { protocol });
    accept(greeting, this.#identity);
    try {
      handler({ stream: socketStream(socket, remote), hello, remote, version, isEncrypted });
    } catch (error) {
      this.#logger.error('connection handler threw', { protocol, error });
      socket.destroy();
    }
  }

  #countRejected(reason: AcceptRejectReason): void {
    this.#metrics.increment('rpc.port.rejected', 1, { reason });
  }
}

/** A server that is closed before it listens says neither that it does nor why not. */
function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
    server.once('close', () => {
      reject(new RpcError('CLOSED', 'the port was closed before it listened'));
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function routeKey(route: ProtocolRoute): string {
  const { protocol, area = '' } = route;
  return area === '' ? `"${protocol}"` : `"${protocol}" of area "${area}"`;
}

function peerKey(socket: Socket): string {
  return `${socket.remoteAddress} ${socket.remotePort}`;
}

function remoteOf(socket: Socket): Endpoint {
  return { host: plainAddress(socket.remoteAddress ?? 'unknown'), port: socket.remotePort ?? 0 };
}
