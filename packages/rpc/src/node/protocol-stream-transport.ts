import {
  type ByteStream,
  type ConnectOptions,
  checkOptions,
  type Endpoint,
  type OptionRules,
  option,
  type StreamTransport,
} from '@konsul/runtime';
import type { ProtocolName } from '../core/index.js';
import { isRpcError, RpcError, refuseOption } from '../errors.js';
import type { ConnectionPool } from './connection-pool.js';
import type { Peer } from './dialer.js';
import { OwnedStream } from './owned-stream.js';
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

const RULES: OptionRules<ProtocolStreamTransportOptions> = {
  required: {
    protocol: option.text,
    listener: option.methods<PortListener>('handle'),
    pool: option.methods<ConnectionPool>('open'),
  },
  optional: { area: option.text, localEndpoint: option.endpoint, peerOf: option.callback },
};

/**
 * The streams of one protocol over the shared port, as a runtime `StreamTransport`: what is
 * written against that, such as consensus or gossip, runs over the server port unchanged.
 *
 * @throws RpcError `INVALID_CONFIG`.
 */
export function createProtocolStreamTransport(
  options: ProtocolStreamTransportOptions,
): StreamTransport {
  checkOptions(options, RULES, refuseOption);
  return new ProtocolStreams(options);
}

class ProtocolStreams implements StreamTransport {
  readonly #options: ProtocolStreamTransportOptions;
  readonly #peerOf: (endpoint: Endpoint) => Peer;
  readonly #streams = new Set<OwnedStream>();
  /** What rejects the dials under way. */
  readonly #dials = new Set<(error: RpcError) => void>();
  #stopHandling: (() => void) | undefined;
  #isClosed = false;

  constructor(options: ProtocolStreamTransportOptions) {
    this.#options = options;
    const { datacenter } = options.pool.identity;
    this.#peerOf = options.peerOf ?? ((endpoint) => ({ ...endpoint, datacenter }));
  }

  listen(accept: (stream: ByteStream) => void): Promise<Endpoint> {
    const { protocol, area = '', listener } = this.#options;
    const endpoint = this.#options.localEndpoint ?? listener.endpoint;
    if (endpoint === undefined)
      return Promise.reject(new RpcError('CLOSED', 'the port listener is not listening'));
    this.#stopHandling = listener.handle({ protocol, area }, ({ stream }) =>
      accept(this.#own(stream)),
    );
    return Promise.resolve(endpoint);
  }

  connect(to: Endpoint, { timeoutMs }: ConnectOptions): Promise<ByteStream> {
    const { pool, protocol, area = '' } = this.#options;
    if (this.#isClosed) return Promise.reject(this.#closedError());
    return new Promise((resolve, reject) => {
      this.#dials.add(reject);
      pool.open(this.#peerOf(to), protocol, { area, dialTimeoutMs: timeoutMs }).then(
        ({ stream }) => {
          this.#dials.delete(reject);
          if (this.#isClosed) stream.destroy();
          else resolve(this.#own(stream));
        },
        (error: unknown) => {
          this.#dials.delete(reject);
          reject(withSystemCode(error));
        },
      );
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopHandling?.();
    for (const reject of this.#dials) reject(this.#closedError());
    this.#dials.clear();
    await Promise.all([...this.#streams].map((stream) => stream.destroyed()));
  }

  #own(stream: ByteStream): OwnedStream {
    const owned: OwnedStream = new OwnedStream(stream, () => this.#streams.delete(owned));
    this.#streams.add(owned);
    return owned;
  }

  #closedError(): RpcError {
    return new RpcError('CLOSED', `the transport of protocol ${this.#options.protocol} is closed`);
  }
}

/**
 * Users of a stream transport look at the system's own code, as runtime's TCP transport gives it:
 * a refused connection, for example, tells that the process is gone.
 */
function withSystemCode(error: unknown): unknown {
  if (!isRpcError(error)) return error;
  const { cause, code } = error;
  const systemCode = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'DIAL_TIMEOUT' && systemCode === undefined) return error;
  return Object.assign(new Error(error.detail, { cause: error }), {
    code: code === 'DIAL_TIMEOUT' ? 'ETIMEDOUT' : systemCode,
  });
}
