import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  createServer as createTlsServer,
  type ServerOptions as TlsServerOptions,
} from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  type Clock,
  type Endpoint,
  type Logger,
  type Metrics,
  plainAddress,
  type Rng,
  SourceLimits,
  silentLogger,
  silentMetrics,
} from '@konsul/runtime';
import type { LocalAgent } from '../local/local-agent.js';
import { openListener } from '../open-listener.js';
import type { RequestGateway } from '../request/gateway.js';
import { type ApiResponse, text } from './api-response.js';
import { Dispatcher } from './dispatcher.js';
import type { HttpHeaders } from './http-error.js';
import type { JsonLayout } from './json-text.js';
import { acceptsGzip, writeResponse } from './response-writer.js';
import type { HttpConfig } from './route.js';
import { allRoutes } from './routes/all-routes.js';
import { splitTarget, type UrlTarget } from './url-path.js';

/** Bounds on what a listener's clients may use, besides those of the configuration. */
export interface HttpLimits {
  /** From a connection, or the first byte of a further request on it, to the end of the headers. Default 10 s. */
  readonly headerTimeoutMs?: number;
  /** From the first byte of a request to the end of its body. Default 60 s. */
  readonly requestTimeoutMs?: number;
  /** How long a connection stays open between requests. Default 2 min. */
  readonly keepAliveTimeoutMs?: number;
  /** Requests being answered at one time, waiting ones included. Default 16384. */
  readonly requestCountMax?: number;
  /** What requests under way are given to finish when the server stops. Default 5 s. */
  readonly stopTimeoutMs?: number;
}

/** What an HTTP listener is made of. */
export interface HttpServerOptions {
  /** Port 0 lets the system choose. */
  readonly listen: Endpoint;
  /** Makes it HTTPS. */
  readonly tls?: Pick<
    TlsServerOptions,
    'cert' | 'key' | 'ca' | 'requestCert' | 'rejectUnauthorized' | 'minVersion' | 'handshakeTimeout'
  >;
  readonly gateway: RequestGateway;
  readonly local: LocalAgent;
  readonly config: HttpConfig;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly limits?: HttpLimits;
}

/**
 * The HTTP API on one address. Counts `http.connections_refused`, `http.requests_refused`,
 * `http.tls_handshakes_failed`, and `http.requests_malformed` by reason.
 */
export interface HttpServer {
  /** Begins to answer. Rejects with AgentError LISTEN_FAILED where the address cannot be bound. */
  start(): Promise<Endpoint>;
  /** Takes no more requests, lets those under way finish, and resolves when all connections are gone. */
  stop(): Promise<void>;
}

const DEFAULT_LIMITS: Required<HttpLimits> = {
  headerTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  keepAliveTimeoutMs: 120_000,
  requestCountMax: 16_384,
  stopTimeoutMs: 5000,
};

/** How exactly the time limits are kept; Node looks at its connections only every so often. */
const TIME_LIMIT_GRANULARITY_MS = 1000;

/** Connections whose other end has vanished are noticed by TCP, since answers may take minutes. */
const KEEP_ALIVE_PROBE_MS = 30_000;

const TOO_MANY_CONNECTIONS =
  'HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n' +
  'Your IP is issuing too many concurrent connections, please rate limit your calls\n';

/** What a connection that breaks a rule of HTTP is told last, by what the parser calls it. */
const BREACHES: Readonly<Record<string, { readonly reason: string; readonly status: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { reason: 'timeout', status: '408 Request Timeout' },
  HPE_HEADER_OVERFLOW: { reason: 'headers', status: '431 Request Header Fields Too Large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { reason: 'chunks', status: '413 Payload Too Large' },
};
const MALFORMED = { reason: 'malformed', status: '400 Bad Request' };

/** Makes an HTTP listener; it does nothing until it is started. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  return new NodeHttpServer(options);
}

/** A request under way. */
interface Exchange {
  readonly message: IncomingMessage;
  readonly target: UrlTarget;
  readonly abort: AbortController;
}

class NodeHttpServer implements HttpServer {
  readonly #options: HttpServerOptions;
  readonly #limits: Required<HttpLimits>;
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #server: Server;
  readonly #dispatcher: Dispatcher;
  readonly #sources: SourceLimits;
  readonly #exchanges = new Set<Exchange>();
  readonly #headers: HttpHeaders;
  #isStopping = false;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#logger = options.logger ?? silentLogger;
    this.#metrics = options.metrics ?? silentMetrics;
    const { gateway, local, config, clock, rng } = options;
    const context = { gateway, local, config, clock, rng, logger: this.#logger };
    this.#dispatcher = new Dispatcher(context, {
      routes: allRoutes(context),
      metrics: this.#metrics,
    });
    this.#sources = new SourceLimits(config.limits.httpMaxConnectionsPerClient);
    this.#headers = commonHeaders(config);
    this.#server = this.#createServer();
  }

  async start(): Promise<Endpoint> {
    const { listen, tls } = this.#options;
    return await openListener(tls === undefined ? 'HTTP' : 'HTTPS', listen, () => this.#listen());
  }

  #listen(): Promise<Endpoint> {
    const { host, port } = this.#options.listen;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host, port }, () => {
        this.#server.off('error', reject);
        this.#server.on('error', (error) => {
          this.#logger.error('an HTTP connection could not be taken', { error });
        });
        const address = this.#server.address();
        resolve({ host, port: typeof address === 'object' && address ? address.port : port });
      });
    });
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#isStopping = true;
    const { clock } = this.#options;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    // Whoever waits for a change is not kept waiting; a write that has begun may finish.
    for (const { message, abort } of this.#exchanges) if (message.method === 'GET') abort.abort();
    const cancel = clock.schedule(clock.nowMs() + this.#limits.stopTimeoutMs, () =>
      this.#server.closeAllConnections(),
    );
    await closed;
    cancel();
  }

  #createServer(): Server {
    const { tls, config } = this.#options;
    const settings = {
      headersTimeout: this.#limits.headerTimeoutMs,
      requestTimeout: this.#limits.requestTimeoutMs,
      keepAliveTimeout: this.#limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: Math.min(
        TIME_LIMIT_GRANULARITY_MS,
        this.#limits.headerTimeoutMs,
      ),
      maxHeaderSize: config.http.headerBytesMax,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_PROBE_MS,
    };
    const onRequest = (message: IncomingMessage, response: ServerResponse): void => {
      void this.#onRequest(message, response);
    };
    const server =
      tls === undefined
        ? createServer(settings, onRequest)
        : createTlsServer({ ...settings, ...tls }, onRequest);
    return server
      .on('connection', (socket: Socket) => this.#onConnection(socket))
      .on('clientError', (error, socket) => this.#onBreach(error, socket))
      .on('tlsClientError', () => this.#metrics.increment('http.tls_handshakes_failed'));
  }

  /** A request that never came whole, or was none. Its connection is closed; others go on. */
  #onBreach({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
    if (!socket.writable || code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const { reason, status } = BREACHES[code] ?? MALFORMED;
    this.#metrics.increment('http.requests_malformed', 1, { reason });
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
  }

  #onConnection(socket: Socket): void {
    const source = plainAddress(socket.remoteAddress ?? '');
    if (this.#sources.take(source)) {
      socket.once('close', () => this.#sources.release(source));
      return;
    }
    this.#metrics.increment('http.connections_refused');
    if (this.#options.tls !== undefined) socket.destroy();
    else socket.end(TOO_MANY_CONNECTIONS, () => socket.destroy());
  }

  async #onRequest(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = splitTarget(message.url ?? '');
    const exchange = { message, target, abort: new AbortController() };
    const { signal } = exchange.abort;
    response.once('close', () => {
      this.#exchanges.delete(exchange);
      // After a whole answer nobody listens any more, and an abort costs as much as the answer.
      if (!response.writableFinished) exchange.abort.abort();
    });
    const startedAtMs = this.#options.clock.nowMs();
    try {
      const answer = await this.#answer(exchange);
      if (response.destroyed) return;
      await writeResponse(response, this.#unlessStopped(answer, signal), {
        headers: this.#isStopping ? { ...this.#headers, Connection: 'close' } : this.#headers,
        layout: layoutOf(target, this.#options.config),
        acceptsGzip: acceptsGzip(String(message.headers['accept-encoding'] ?? '')),
        signal,
      });
    } catch (error) {
      this.#logger.error('an answer could not be written', { error });
      response.destroy();
    }
    this.#logger.debug('request', {
      method: message.method,
      url: withoutToken(message.url ?? ''),
      from: message.socket.remoteAddress,
      latencyMs: Math.round((this.#options.clock.nowMs() - startedAtMs) * 1000) / 1000,
    });
  }

  #answer(exchange: Exchange): Promise<ApiResponse> | ApiResponse {
    if (this.#exchanges.size >= this.#limits.requestCountMax) {
      this.#metrics.increment('http.requests_refused');
      return text(429, 'rate limit exceeded, try again later or against a different server');
    }
    this.#exchanges.add(exchange);
    const { message, target, abort } = exchange;
    const callerAddress = plainAddress(message.socket.remoteAddress ?? '');
    return this.#dispatcher.answer({ message, target, callerAddress, signal: abort.signal });
  }

  /** An answer that was cut short because of the stop says so. */
  #unlessStopped(answer: ApiResponse, signal: AbortSignal): ApiResponse {
    const isCut = this.#isStopping && signal.aborted && answer.status === 500;
    return isCut ? text(500, 'the agent is shutting down') : answer;
  }
}

function commonHeaders({ acl, translateWanAddresses, http }: HttpConfig): HttpHeaders {
  return {
    Vary: 'Accept-Encoding',
    'X-Consul-Default-Acl-Policy': acl.isEnabled ? acl.defaultPolicy : 'allow',
    ...(translateWanAddresses ? { 'X-Consul-Translate-Addresses': 'true' } : {}),
    ...http.responseHeaders,
  };
}

function layoutOf(target: UrlTarget, config: HttpConfig): JsonLayout {
  if (target.query.has('pretty')) return 'pretty';
  return config.isDev ? 'indented' : 'compact';
}

function withoutToken(url: string): string {
  return url.replace(/([?&]token=)[^&]*/g, '$1<hidden>');
}
