import {
  type ByteStream,
  type Clock,
  type DatagramTransport,
  type Endpoint,
  type Logger,
  type Metrics,
  type StreamTransport,
  silentLogger,
  silentMetrics,
} from '@konsul/runtime';
import type { DnsSettings } from '../config/settings-sections.js';
import { encodeResponse } from './message.js';
import { type DecodedQuery, type DnsQuery, decodeQuery } from './query.js';
import type { DnsRecursor } from './recursor.js';
import type { DnsResolver } from './resolver.js';
import { emptyResponse, RCODE } from './response.js';
import { TcpSession } from './tcp-session.js';
import { encodeTrimmed } from './trim.js';

/** What a DNS server is made of, and its bounds. */
export interface DnsServerOptions {
  readonly datagrams: DatagramTransport;
  readonly streams: StreamTransport;
  readonly resolver: DnsResolver;
  /** Takes questions about other names. */
  readonly recursor?: DnsRecursor;
  readonly settings: Pick<DnsSettings, 'udpAnswerLimit' | 'enableTruncate' | 'disableCompression'>;
  readonly clock: Clock;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  /** Questions being answered at one time; more are dropped and counted. Default 4096. */
  readonly queryCountMax?: number;
  /** TCP connections of one source. Default 64. */
  readonly connectionsPerSourceMax?: number;
  /** Default 10 s. */
  readonly tcpIdleTimeoutMs?: number;
  /** Questions of one TCP connection being answered at one time. Default 32. */
  readonly pipelinedQueryCountMax?: number;
}

/** Where a server listens. */
export interface DnsEndpoints {
  readonly udp: Endpoint;
  readonly tcp: Endpoint;
}

const DEFAULT_QUERY_COUNT_MAX = 4096;
const DEFAULT_CONNECTIONS_PER_SOURCE_MAX = 64;
const DEFAULT_TCP_IDLE_TIMEOUT_MS = 10_000;
const DEFAULT_PIPELINED_QUERY_COUNT_MAX = 32;
/** One answer of the largest size may wait unsent, and a little more. */
const TCP_BUFFERED_BYTES_MAX = 256 * 1024;

type Transport = 'udp' | 'tcp';

/**
 * Answers DNS over UDP and TCP. Counts `dns.queries` by transport and type, `dns.dropped` and
 * `dns.rejected` by reason, and samples `dns.query_time`.
 */
export class DnsServer {
  readonly #options: DnsServerOptions;
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #sessions = new Set<TcpSession>();
  readonly #connectionCounts = new Map<string, number>();
  #queryCount = 0;

  constructor(options: DnsServerOptions) {
    this.#options = options;
    this.#logger = options.logger ?? silentLogger;
    this.#metrics = options.metrics ?? silentMetrics;
  }

  /** Begins to answer. Rejects when an address cannot be bound; then nothing listens. */
  async start(): Promise<DnsEndpoints> {
    const { datagrams, streams } = this.#options;
    const udp = await datagrams.listen((from, bytes) => this.#onDatagram(from, bytes));
    try {
      const tcp = await streams.listen((stream) => this.#onStream(stream));
      return { udp, tcp };
    } catch (error) {
      await datagrams.close();
      throw error;
    }
  }

  /** Stops answering; questions still being answered are dropped. */
  async stop(): Promise<void> {
    for (const session of this.#sessions) session.destroy();
    await Promise.all([this.#options.datagrams.close(), this.#options.streams.close()]);
  }

  #onDatagram(from: Endpoint, bytes: Uint8Array): void {
    void this.#answer(bytes, 'udp', from).then((answer) => {
      if (answer !== undefined) this.#options.datagrams.send(from, answer);
    });
  }

  #onStream(stream: ByteStream): void {
    const options = this.#options;
    const source = stream.remote.host;
    const count = (this.#connectionCounts.get(source) ?? 0) + 1;
    if (count > (options.connectionsPerSourceMax ?? DEFAULT_CONNECTIONS_PER_SOURCE_MAX)) {
      this.#metrics.increment('dns.dropped', 1, { reason: 'connections' });
      stream.destroy();
      return;
    }
    this.#connectionCounts.set(source, count);
    const session = new TcpSession(stream, {
      clock: options.clock,
      idleTimeoutMs: options.tcpIdleTimeoutMs ?? DEFAULT_TCP_IDLE_TIMEOUT_MS,
      pipelinedQueryCountMax: options.pipelinedQueryCountMax ?? DEFAULT_PIPELINED_QUERY_COUNT_MAX,
      bufferedBytesMax: TCP_BUFFERED_BYTES_MAX,
      answer: (message) => this.#answer(message, 'tcp', stream.remote),
      onBreach: (reason) => this.#metrics.increment('dns.dropped', 1, { reason }),
      onClose: () => this.#onStreamClose(session, source),
    });
    this.#sessions.add(session);
  }

  #onStreamClose(session: TcpSession, source: string): void {
    this.#sessions.delete(session);
    const left = (this.#connectionCounts.get(source) ?? 1) - 1;
    if (left === 0) this.#connectionCounts.delete(source);
    else this.#connectionCounts.set(source, left);
  }

  async #answer(
    bytes: Uint8Array,
    transport: Transport,
    from: Endpoint,
  ): Promise<Uint8Array | undefined> {
    const decoded = decodeQuery(bytes);
    if (decoded.type !== 'query') return this.#reject(decoded);
    const { clock, queryCountMax } = this.#options;
    if (this.#queryCount >= (queryCountMax ?? DEFAULT_QUERY_COUNT_MAX)) {
      this.#metrics.increment('dns.dropped', 1, { reason: 'overload' });
      return undefined;
    }
    const startedAtMs = clock.nowMs();
    this.#queryCount += 1;
    try {
      return await this.#resolve(decoded.query, { bytes, transport, from });
    } catch (error) {
      // Nothing that a name leads to may end the agent; the asker is told that it failed.
      this.#logger.error('question could not be answered', { name: decoded.query.name, error });
      return this.#failure(decoded.query, transport);
    } finally {
      this.#queryCount -= 1;
      this.#metrics.sample('dns.query_time', clock.nowMs() - startedAtMs, { transport });
    }
  }

  async #resolve(
    query: DnsQuery,
    asked: { readonly bytes: Uint8Array; readonly transport: Transport; readonly from: Endpoint },
  ): Promise<Uint8Array> {
    const { resolver, recursor } = this.#options;
    const { transport, from } = asked;
    this.#metrics.increment('dns.queries', 1, { transport });
    const resolution = await resolver.resolve(query, from.host);
    if (resolution.type === 'answered') {
      return encodeTrimmed(resolution.response, this.#trimSettings(transport));
    }
    const answer = await recursor?.forward(asked.bytes, transport);
    return answer ?? this.#failure(query, transport);
  }

  #reject(decoded: Exclude<DecodedQuery, { type: 'query' }>): Uint8Array | undefined {
    if (decoded.type === 'drop') {
      this.#metrics.increment('dns.dropped', 1, { reason: decoded.reason });
      return undefined;
    }
    this.#metrics.increment('dns.rejected', 1, { reason: decoded.rcode });
    const rcode = decoded.rcode === 'format' ? RCODE.formatError : RCODE.notImplemented;
    const response = emptyResponse(decoded.query, rcode);
    return encodeResponse(response, { isCompressed: false, isTruncated: false }).bytes;
  }

  /** Says that the question failed. */
  #failure(query: DnsQuery, transport: Transport): Uint8Array {
    return encodeTrimmed(emptyResponse(query, RCODE.serverFailure), this.#trimSettings(transport));
  }

  #trimSettings(transport: Transport): Parameters<typeof encodeTrimmed>[1] {
    const { settings } = this.#options;
    return {
      transport,
      udpAnswerLimit: settings.udpAnswerLimit,
      isTruncationShown: settings.enableTruncate,
      isCompressed: !settings.disableCompression,
    };
  }
}
