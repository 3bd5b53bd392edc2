import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Endpoint, formatEndpoint } from '../core/endpoint.js';
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

/** Streams over TCP. Counts `tcp.accept`, `tcp.connect` and `tcp.refused`. */
export function createTcpTransport(options: TcpTransportOptions): StreamTransport {
  const metrics = options.metrics ?? silentMetrics;
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Errors reach the owner through `close`; this keeps one without handlers from being fatal.
    socket.on('error', () => undefined);
  };

  return {
    async listen(accept): Promise<Endpoint> {
      server = createServer({ allowHalfOpen: true }, (socket) => {
        metrics.increment('tcp.accept');
        track(socket);
        accept(socketStream(socket, remoteOf(socket)));
      });
      server.maxConnections = options.acceptedStreamCountMax ?? DEFAULT_ACCEPTED_STREAM_COUNT_MAX;
      server.on('drop', () => metrics.increment('tcp.refused'));
      server.listen(options.port, options.host);
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : options.port;
      return { host: options.host, port };
    },
    connect(to, { timeoutMs }): Promise<ByteStream> {
      metrics.increment('tcp.connect');
      return new Promise((resolve, reject) => {
        const socket = connect({ host: to.host, port: to.port, allowHalfOpen: true });
        track(socket);
        const timer = setTimeout(() => {
          socket.destroy(new Error(`dial tcp ${formatEndpoint(to)}: i/o timeout`));
        }, timeoutMs);
        socket.once('connect', () => {
          clearTimeout(timer);
          socket.off('error', reject);
          resolve(socketStream(socket, to));
        });
        socket.once('error', reject);
        socket.once('close', () => {
          clearTimeout(timer);
          reject(new Error(`dial tcp ${formatEndpoint(to)}: closed`));
        });
      });
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      if (server === undefined) return;
      const closing = server;
      server = undefined;
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
}

function remoteOf(socket: Socket): Endpoint {
  return { host: socket.remoteAddress ?? 'unknown', port: socket.remotePort ?? 0 };
}
