import { connect, createServer, isIP, type Server, type Socket } from 'node:net';
import { type Endpoint, formatEndpoint } from '../core/endpoint.js';
import { dialReason } from '../dial-reason.js';
import { type Metrics, silentMetrics } from '../metrics.js';
import type { ByteStream, StreamTransport } from '../transport.js';
import { socketStream } from './socket-stream.js';

export interface TcpTransportOptions {
  /** Address to bind, for example `127.0.0.1`; outgoing streams leave from it too. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Streams accepted at one time; more are closed at once and counted. Default 1024. */
  readonly acceptedStreamCountMax?: number;
  readonly metrics?: Metrics;
}

const DEFAULT_ACCEPTED_STREAM_COUNT_MAX = 1024;

/** Silence after which the system itself tests whether the peer's machine is still there. */
const SYSTEM_KEEP_ALIVE_MS = 15_000;

/**
 * Streams over TCP. Counts `tcp.accept`, `tcp.accept_errors`, `tcp.connect` and `tcp.refused`. A dial
 * that takes too long is rejected with code ETIMEDOUT.
 */
export function createTcpTransport(options: TcpTransportOptions): StreamTransport {
  const metrics = options.metrics ?? silentMetrics;
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let isClosed = false;

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.setKeepAlive(true, SYSTEM_KEEP_ALIVE_MS);
    socket.once('close', () => sockets.delete(socket));
    // Errors reach the owner through `close`; this keeps one without handlers from being fatal.
    socket.on('error', () => undefined);
  };

  return {
    async listen(accept): Promise<Endpoint> {
      if (isClosed) throw closedError();
      server = createServer({ allowHalfOpen: true }, (socket) => {
        metrics.increment('tcp.accept');
        track(socket);
        accept(socketStream(socket, remoteOf(socket)));
      });
      server.maxConnections = options.acceptedStreamCountMax ?? DEFAULT_ACCEPTED_STREAM_COUNT_MAX;
      server.on('drop', () => metrics.increment('tcp.refused'));
      server.listen(options.port, options.host);
      await listening(server);
      // Accepting may fail for want of file handles; the listener goes on when there are some.
      server.on('error', () => metrics.increment('tcp.accept_errors'));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : options.port;
      return { host: options.host, port };
    },
    connect(to, { timeoutMs }): Promise<ByteStream> {
      if (isClosed) return Promise.reject(closedError());
      metrics.increment('tcp.connect');
      return dial(to, { timeoutMs, localHost: options.host, track });
    },
    async close(): Promise<void> {
      isClosed = true;
      const closing = [...sockets].map((socket) => closed(socket));
      if (server !== undefined) closing.push(closed(server.close()));
      server = undefined;
      for (const socket of sockets) socket.destroy();
      await Promise.all(closing);
    },
  };
}

/** A server that is closed before it listens says neither that it does nor why not. */
function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
    server.once('close', () => reject(closedError()));
  });
}

function closed(handle: Socket | Server): Promise<void> {
  return new Promise((resolve) => {
    handle.once('close', () => resolve());
  });
}

interface DialOptions {
  readonly timeoutMs: number;
  readonly localHost: string;
  readonly track: (socket: Socket) => void;
}

function dial(to: Endpoint, { timeoutMs, localHost, track }: DialOptions): Promise<ByteStream> {
  return new Promise((resolve, reject) => {
    const localAddress = leavesFrom(localHost, to.host);
    const socket = connect({
      host: to.host,
      port: to.port,
      allowHalfOpen: true,
      ...(localAddress === undefined ? {} : { localAddress }),
    });
    track(socket);
    const timer = setTimeout(() => socket.destroy(timeoutError(to)), timeoutMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socketStream(socket, to));
    });
    socket.once('error', (error) => reject(dialError(to, error)));
    socket.once('close', () => {
      clearTimeout(timer);
      reject(new Error(`dial tcp ${formatEndpoint(to)}: closed`));
    });
  });
}

/** Our own address where it says which interface to use, and the peer is of the same family. */
function leavesFrom(localHost: string, remoteHost: string): string | undefined {
  const isWildcard = localHost === '0.0.0.0' || localHost === '::';
  const isSameFamily = isIP(localHost) !== 0 && isIP(localHost) === isIP(remoteHost);
  return isWildcard || !isSameFamily ? undefined : localHost;
}

/** Keeps the system's code for programs and says it for people. */
function dialError(to: Endpoint, cause: Error): Error {
  const code = 'code' in cause ? { code: cause.code } : {};
  return Object.assign(new Error(dialReason(to, cause), { cause }), code);
}

function timeoutError(to: Endpoint): Error {
  return Object.assign(new Error(`${formatEndpoint(to)} did not answer`), { code: 'ETIMEDOUT' });
}

function closedError(): Error {
  return new Error('transport is closed');
}

function remoteOf(socket: Socket): Endpoint {
  return { host: socket.remoteAddress ?? 'unknown', port: socket.remotePort ?? 0 };
}
