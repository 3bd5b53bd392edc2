import {
  type Clock,
  checkOptions,
  createSystemRng,
  formatEndpoint,
  type Logger,
  type Metrics,
  type Rng,
  silentLogger,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import { DEFAULT_CALL_DEADLINE_MS, DEFAULT_WINDOW_BYTES } from '../config.js';
import { type PeerIdentity, POOLING_CAPABILITY, type ProtocolName } from '../core/index.js';
import { isRpcError, RpcError, refuseOption } from '../errors.js';
import { resolveIdentity } from '../identity.js';
import {
  CallerConnection,
  type CallOptions,
  type StreamingCallOptions,
} from './caller-connection.js';
import { ConnectionSlot, type PoolableConnection } from './connection-slot.js';
import { type DialledConnection, dial, type Peer } from './dialer.js';
import {
  POOL_RULES,
  type PoolLimits,
  type PoolOptions,
  resolvePoolLimits,
} from './pool-options.js';
import { type PooledStream, RawConnection } from './pooled-stream.js';
import { waitFor } from './wait-for.js';

/** Which connection of a peer is meant. */
export interface ConnectionOptions {
  /** The network area that the connection belongs to. Default none. */
  readonly area?: string;
  /** How long dialling may take, in milliseconds. Default the pool's. */
  readonly dialTimeoutMs?: number;
}

/** Connections to other servers, shared by everything in a process that talks to them. */
export interface ConnectionPool {
  /** Who we are to our peers. */
  readonly identity: PeerIdentity;
  /**
   * Calls a method and waits for its answer. A call that has certainly not run because its
   * connection was closing is repeated once over a new one; no other failure is.
   *
   * Rejects with RpcError; see `mayHaveRun` before repeating a write.
   */
  call(peer: Peer, method: string, body: Uint8Array, options?: CallOptions): Promise<Uint8Array>;
  /**
   * Calls a method that gives many answers. The call begins when the first is asked for; leaving
   * the loop gives it up.
   */
  callStreaming(
    peer: Peer,
    method: string,
    body: Uint8Array,
    options?: StreamingCallOptions,
  ): AsyncIterableIterator<Uint8Array>;
  /**
   * The shared connection to a peer for a protocol of whole messages, or a connection for one
   * message where the peer does not pool.
   */
  acquire(peer: Peer, protocol: ProtocolName, options?: ConnectionOptions): Promise<PooledStream>;
  /** A connection of its own, dialled at once; it belongs to the caller. */
  open(peer: Peer, protocol: ProtocolName, options?: ConnectionOptions): Promise<DialledConnection>;
  /** Connections that are kept, or lent for one message. */
  readonly connectionCount: number;
  /** Gives up dials and ends those connections; calls under way fail. What `open` gave stays. */
  close(): Promise<void>;
}

/** Slots beyond which empty ones are forgotten before another is made. */
const SLOT_COUNT_SWEPT = 256;

/** A connection for calls as the pool keeps it. */
interface CallConnection extends PoolableConnection {
  readonly calls: CallerConnection;
}

/**
 * Makes a pool. Counts `rpc.pool.dials`, `rpc.pool.dial_failures` and `rpc.pool.reaped`, samples
 * `rpc.pool.dial_ms` and gauges `rpc.pool.connections`.
 *
 * @throws RpcError `INVALID_CONFIG`.
 */
export function createConnectionPool(options: PoolOptions): ConnectionPool {
  checkOptions(options, POOL_RULES, refuseOption);
  return new Pool(options);
}

class Pool implements ConnectionPool {
  readonly identity: PeerIdentity;
  readonly #options: PoolOptions;
  readonly #limits: PoolLimits;
  readonly #clock: Clock;
  readonly #rng: Rng;
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #callSlots = new Map<string, ConnectionSlot<CallConnection>>();
  readonly #rawSlots = new Map<string, ConnectionSlot<RawConnection>>();
  /** Connections kept, or lent for one message; all of them end with the pool. */
  readonly #connections = new Set<PoolableConnection>();
  /** What gives up the dials under way. */
  readonly #dials = new Set<AbortController>();
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.identity = resolveIdentity(options.identity);
    this.#limits = resolvePoolLimits(options);
    this.#clock = options.clock ?? systemClock;
    this.#rng = options.rng ?? createSystemRng();
    this.#logger = options.logger ?? silentLogger;
    this.#metrics = options.metrics ?? silentMetrics;
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  async call(
    peer: Peer,
    method: string,
    body: Uint8Array,
    options: CallOptions = {},
  ): Promise<Uint8Array> {
    const { deadlineMs = DEFAULT_CALL_DEADLINE_MS, signal } = options;
    const untilMs = deadlineMs === 0 ? undefined : this.#clock.nowMs() + deadlineMs;
    for (let attempt = 0; ; attempt += 1) {
      const connection = await this.#callConnection(peer, { untilMs, signal });
      const leftMs = this.#leftMs(untilMs);
      connection.lastUsedAtMs = this.#clock.nowMs();
      try {
        return await connection.calls.call({ method, body, deadlineMs: leftMs, signal });
      } catch (error) {
        if (attempt > 0 || !isSafeToRepeat(error)) throw error;
      } finally {
        if (!connection.isPooling) connection.retire();
      }
    }
  }

  async *callStreaming(
    peer: Peer,
    method: string,
    body: Uint8Array,
    options: StreamingCallOptions = {},
  ): AsyncGenerator<Uint8Array, undefined> {
    const { deadlineMs = DEFAULT_CALL_DEADLINE_MS, signal } = options;
    const { windowBytes = DEFAULT_WINDOW_BYTES } = options;
    const untilMs = deadlineMs === 0 ? undefined : this.#clock.nowMs() + deadlineMs;
    const connection = await this.#callConnection(peer, { untilMs, signal });
    const leftMs = this.#leftMs(untilMs);
    try {
      const call = { method, body, deadlineMs: leftMs, signal };
      yield* connection.calls.callStreaming(call, windowBytes);
    } finally {
      connection.lastUsedAtMs = this.#clock.nowMs();
      if (!connection.isPooling) connection.retire();
    }
    return undefined;
  }

  async acquire(
    peer: Peer,
    protocol: ProtocolName,
    options: ConnectionOptions = {},
  ): Promise<PooledStream> {
    this.#assertOpen();
    const key = slotKey(peer, protocol, options.area);
    const slot = this.#slot(this.#rawSlots, key, async () => {
      const dialled = await this.open(peer, protocol, options);
      const { writeStallTimeoutMs } = this.#limits;
      const connection = new RawConnection({ dialled, writeStallTimeoutMs, clock: this.#clock });
      this.#add(connection);
      connection.onClosed(() => this.#remove(connection));
      return connection;
    });
    return await slot.acquire();
  }

  async open(
    peer: Peer,
    protocol: ProtocolName,
    options: ConnectionOptions = {},
  ): Promise<DialledConnection> {
    this.#assertOpen();
    const { area = '', dialTimeoutMs: timeoutMs = this.#limits.dialTimeoutMs } = options;
    const { tls } = this.#options;
    const startedAtMs = this.#clock.nowMs();
    this.#metrics.increment('rpc.pool.dials', 1, { protocol });
    const giveUp = new AbortController();
    this.#dials.add(giveUp);
    try {
      const { signal } = giveUp;
      const { identity } = this;
      const clock = this.#clock;
      const dialled = await dial({ peer, protocol, area, identity, tls, timeoutMs, signal, clock });
      if (this.#isClosed) dialled.stream.destroy();
      this.#assertOpen();
      this.#metrics.sample('rpc.pool.dial_ms', clock.nowMs() - startedAtMs, { protocol });
      return dialled;
    } catch (error) {
      this.#assertOpen();
      this.#metrics.increment('rpc.pool.dial_failures', 1, { protocol });
      this.#logger.debug('dial failed', { peer: formatEndpoint(peer), protocol, error });
      throw error;
    } finally {
      this.#dials.delete(giveUp);
    }
  }

  close(): Promise<void> {
    this.#isClosed = true;
    for (const dialUnderWay of this.#dials) dialUnderWay.abort();
    for (const slots of [this.#callSlots, this.#rawSlots]) {
      for (const slot of slots.values()) slot.close();
      slots.clear();
    }
    for (const connection of this.#connections) connection.destroy();
    return Promise.resolve();
  }

  #callConnection(
    peer: Peer,
    wait: { readonly untilMs: number | undefined; readonly signal: AbortSignal | undefined },
  ): Promise<CallConnection> {
    this.#assertOpen();
    const slot = this.#slot(this.#callSlots, slotKey(peer, 'rpc', undefined), () =>
      this.#dialForCalls(peer, (connection) => slot.forget(connection)),
    );
    if (slot.current !== undefined) return Promise.resolve(slot.current);
    const acquired = slot.acquire();
    return waitFor(acquired, {
      ...wait,
      clock: this.#clock,
      // One that takes a single call was dialled for this caller alone.
      onUnwanted: (connection) => {
        if (!connection.isPooling) connection.retire();
      },
    });
  }

  async #dialForCalls(
    peer: Peer,
    onRetired: (connection: CallConnection) => void,
  ): Promise<CallConnection> {
    const { stream, identity } = await this.open(peer, 'rpc');
    const { requestBytesMax, callCountMax, keepAlive } = this.#limits;
    const calls = new CallerConnection({
      stream,
      peer: identity,
      frameBytesMax: this.identity.frameBytesMax,
      callCountMax,
      requestBytesMax,
      keepAlive,
      clock: this.#clock,
      logger: this.#logger,
      metrics: this.#metrics,
      onRetired: () => onRetired(connection),
      onClosed: () => this.#remove(connection),
    });
    const connection: CallConnection = {
      calls,
      get isOpen() {
        return calls.isOpen;
      },
      get isBusy() {
        return calls.callCount > 0;
      },
      isPooling: identity.capabilities.includes(POOLING_CAPABILITY),
      lastUsedAtMs: this.#clock.nowMs(),
      retire: () => calls.drain(),
      destroy: () => calls.destroy(),
    };
    this.#add(connection);
    return connection;
  }

  #slot<T extends PoolableConnection>(
    slots: Map<string, ConnectionSlot<T>>,
    key: string,
    dialOne: () => Promise<T>,
  ): ConnectionSlot<T> {
    const known = slots.get(key);
    if (known !== undefined) return known;
    if (slots.size >= SLOT_COUNT_SWEPT) this.#sweep(slots);
    const slot = new ConnectionSlot<T>({
      dial: dialOne,
      idleTimeoutMs: this.#limits.idleTimeoutMs,
      reconnect: this.#limits.reconnect,
      clock: this.#clock,
      rng: this.#rng,
      onReaped: () => this.#metrics.increment('rpc.pool.reaped'),
    });
    slots.set(key, slot);
    return slot;
  }

  #sweep<T extends PoolableConnection>(slots: Map<string, ConnectionSlot<T>>): void {
    const nowMs = this.#clock.nowMs();
    for (const [key, slot] of slots) if (slot.isForgettable(nowMs)) slots.delete(key);
  }

  #add(connection: PoolableConnection): void {
    this.#connections.add(connection);
    this.#metrics.gauge('rpc.pool.connections', this.#connections.size);
  }

  #remove(connection: PoolableConnection): void {
    this.#connections.delete(connection);
    this.#metrics.gauge('rpc.pool.connections', this.#connections.size);
  }

  /** What is left of a deadline; a call that has used it up in dialling still gets one moment. */
  #leftMs(untilMs: number | undefined): number {
    return untilMs === undefined ? 0 : Math.max(1, Math.ceil(untilMs - this.#clock.nowMs()));
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new RpcError('CLOSED', 'the connection pool has been closed');
  }
}

function slotKey(peer: Peer, protocol: ProtocolName, area: string | undefined): string {
  const { name = '', datacenter = '', useTls = true } = peer;
  return [formatEndpoint(peer), name, datacenter, useTls, protocol, area ?? ''].join('|');
}

function isSafeToRepeat(error: unknown): boolean {
  return isRpcError(error) && error.code === 'CONNECTION_CLOSED' && !error.mayHaveRun;
}
