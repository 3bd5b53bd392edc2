import type { ByteStream, ConnectOptions, Endpoint, StreamTransport } from '@konsul/runtime';
import type { ProtocolName } from '../core/index.js';
import { isRpcError, RpcError } from '../errors.js';
import type { ConnectionPool } from './connection-pool.js';
import type { Peer } from './dialer.js';
import type { PortListener } from './port-listener.js';

export interface ProtocolStreamTransportOptions {
  readonly protocol: ProtocolName;
  /** Already listening, or told to listen by whoever owns it. */
  readonly listener: PortListener;
  readonly pool: ConnectionPool;
  /** The network area whose streams these are. Default none. */
  readonly area?: string;
  /** Where peers reach us, when that is not where we listen. */
  readonly localEndpoint?: Endpoint;
  /** What is known of a peer beyond its endpoint. Default: it is in our datacenter. */
  readonly peerOf?: (endpoint: Endpoint) => Peer;
}

/**
 * The streams of one protocol over the shared port, as a runtime `StreamTransport`: what is
 * written against that, such as consensus or gossip, runs over the server port unchanged.
 */
export function createProtocolStreamTransport(
  options: ProtocolStreamTransportOptions,
): StreamTransport {
  const { protocol, listener, pool, area = '' } = options;
  const { datacenter } = pool.identity;
  const peerOf = options.peerOf ?? ((endpoint) => ({ ...endpoint, datacenter }));
  const streams = new Set<ByteStream>();
  let stopHandling: (() => void) | undefined;
  let isClosed = false;

  const track = (stream: ByteStream): ByteStream => {
    streams.add(stream);
    return trackedStream(stream, () => streams.delete(stream));
  };

  return {
    listen(accept): Promise<Endpoint> {
      const endpoint = options.localEndpoint ?? listener.endpoint;
      if (endpoint === undefined)
        return Promise.reject(new RpcError('CLOSED', 'the port listener is not listening'));
      stopHandling = listener.handle({ protocol, area }, ({ stream }) => accept(track(stream)));
      return Promise.resolve(endpoint);
    },
    async connect(to: Endpoint, { timeoutMs }: ConnectOptions): Promise<ByteStream> {
      const dialled = pool.open(peerOf(to), protocol, { area, dialTimeoutMs: timeoutMs });
      const { stream } = await dialled.catch(throwWithSystemCode);
      if (!isClosed) return track(stream);
      stream.destroy();
      throw new RpcError('CLOSED', `the transport of protocol ${protocol} has been closed`);
    },
    close(): Promise<void> {
      isClosed = true;
      stopHandling?.();
      for (const stream of streams) stream.destroy();
      streams.clear();
      return Promise.resolve();
    },
  };
}

/**
 * Users of a stream transport look at the system's own code, as runtime's TCP transport gives it:
 * a refused connection, for example, tells that the process is gone.
 */
function throwWithSystemCode(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!isRpcError(error) || !(cause instanceof Error) || !('code' in cause)) throw error;
  throw Object.assign(new Error(error.detail, { cause: error }), { code: cause.code });
}

/** The same stream, which also tells when it has closed. */
function trackedStream(stream: ByteStream, onClosed: () => void): ByteStream {
  return {
    remote: stream.remote,
    get bufferedBytes(): number {
      return stream.bufferedBytes;
    },
    setHandlers(handlers): void {
      stream.setHandlers({
        ...handlers,
        close: (error) => {
          onClosed();
          handlers.close?.(error);
        },
      });
    },
    write: (bytes) => stream.write(bytes),
    pause: () => stream.pause(),
    resume: () => stream.resume(),
    end: () => stream.end(),
    destroy: () => stream.destroy(),
  };
}
