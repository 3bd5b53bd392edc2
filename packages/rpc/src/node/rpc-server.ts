import {
  type Clock,
  checkOptions,
  type Logger,
  type Metrics,
  type OptionRules,
  option,
  silentLogger,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import {
  boundedOption,
  COUNT_BOUNDS,
  DEFAULT_CALL_COUNT_MAX,
  DEFAULT_FRAME_BYTES_MAX,
  DEFAULT_KEEP_ALIVE_INTERVAL_MS,
  DEFAULT_KEEP_ALIVE_TIMEOUT_MS,
  DEFAULT_REQUEST_BYTES_MAX,
  FRAME_BYTES_BOUNDS,
  TIMEOUT_BOUNDS,
} from '../config.js';
import { refuseOption } from '../errors.js';
import { AnswererConnection } from './answerer-connection.js';
import type { RpcHandler } from './call-context.js';
import type { AcceptedConnection } from './port-listener.js';

export interface RpcServerOptions {
  /** Handlers by method name. Looked up at each call, so that it may change at any time. */
  readonly methods: ReadonlyMap<string, RpcHandler>;
  /** Calls running at one time per connection; more are refused as not run. Default 16384. */
  readonly callCountMax?: number;
  /** Bytes of their requests, per connection. Default 64 MiB. */
  readonly requestBytesMax?: number;
  /** Largest frame taken; say the same in the listener's identity. Default 16 MiB. */
  readonly frameBytesMax?: number;
  /** Silence after which a caller is tested, in milliseconds. Default 30 s. */
  readonly keepAliveIntervalMs?: number;
  /** How long it may then stay silent, in milliseconds. Default 10 s. */
  readonly keepAliveTimeoutMs?: number;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** Answers calls; register `accept` with a port listener for protocol `rpc`. */
export interface RpcServer {
  /** Serves the calls of one connection until it closes. */
  accept(connection: AcceptedConnection): void;
  /** Connections that are open. */
  readonly connectionCount: number;
  /** Calls whose handlers have not ended. */
  readonly callCount: number;
  /**
   * Tells callers to go elsewhere, lets running calls end for as long as `drainTimeoutMs`
   * (default 5 s), and then closes every connection. Repeated, it waits for the first to end.
   */
  close(options?: { readonly drainTimeoutMs?: number }): Promise<void>;
}

const RULES: OptionRules<RpcServerOptions> = {
  required: { methods: option.rule('a Map of handlers by method name', isMap) },
  optional: {
    callCountMax: option.anything,
    requestBytesMax: option.anything,
    frameBytesMax: option.anything,
    keepAliveIntervalMs: option.anything,
    keepAliveTimeoutMs: option.anything,
    clock: option.clock,
    logger: option.logger,
    metrics: option.metrics,
  },
};

const DEFAULT_DRAIN_TIMEOUT_MS = 5_000;

/**
 * Counts `rpc.server.calls`, `rpc.server.failed_calls`, `rpc.server.unknown_method` and
 * `rpc.session.rejected`, and gauges `rpc.server.connections`.
 *
 * @throws RpcError `INVALID_CONFIG`.
 */
export function createRpcServer(options: RpcServerOptions): RpcServer {
  checkOptions(options, RULES, refuseOption);
  const { clock = systemClock, logger = silentLogger, metrics = silentMetrics } = options;
  const resolved = resolveLimits(options);
  const connections = new Set<AnswererConnection>();
  let onEmpty: (() => void) | undefined;
  let closing: Promise<void> | undefined;

  const remove = (connection: AnswererConnection): void => {
    connections.delete(connection);
    metrics.gauge('rpc.server.connections', connections.size);
    if (connections.size === 0) onEmpty?.();
  };

  const drain = async (timeoutMs: number): Promise<void> => {
    if (connections.size === 0) return;
    const drained = new Promise<void>((resolve) => {
      onEmpty = resolve;
    });
    const cancel = clock.schedule(clock.nowMs() + timeoutMs, () => {
      for (const connection of connections) connection.destroy();
    });
    for (const connection of connections) connection.drain('the server is going away');
    await drained;
    cancel();
  };

  return {
    accept(accepted) {
      if (closing !== undefined) {
        accepted.stream.destroy();
        return;
      }
      const { methods } = options;
      const connection: AnswererConnection = new AnswererConnection({
        ...resolved,
        connection: accepted,
        methods,
        clock,
        logger,
        metrics,
        onClosed: () => remove(connection),
      });
      connections.add(connection);
      metrics.gauge('rpc.server.connections', connections.size);
    },
    get connectionCount() {
      return connections.size;
    },
    get callCount() {
      let count = 0;
      for (const connection of connections) count += connection.callCount;
      return count;
    },
    close({ drainTimeoutMs = DEFAULT_DRAIN_TIMEOUT_MS } = {}) {
      closing ??= drain(drainTimeoutMs);
      return closing;
    },
  };
}

type ResolvedLimits = Required<
  Pick<RpcServerOptions, 'callCountMax' | 'requestBytesMax' | 'frameBytesMax'>
> & { readonly keepAlive: { readonly intervalMs: number; readonly timeoutMs: number } };

function resolveLimits(options: RpcServerOptions): ResolvedLimits {
  const { callCountMax, requestBytesMax, frameBytesMax } = options;
  const { keepAliveIntervalMs, keepAliveTimeoutMs } = options;
  return {
    callCountMax: boundedOption({ callCountMax }, DEFAULT_CALL_COUNT_MAX, COUNT_BOUNDS),
    requestBytesMax: boundedOption({ requestBytesMax }, DEFAULT_REQUEST_BYTES_MAX, {
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    }),
    frameBytesMax: boundedOption({ frameBytesMax }, DEFAULT_FRAME_BYTES_MAX, FRAME_BYTES_BOUNDS),
    keepAlive: {
      intervalMs: boundedOption(
        { keepAliveIntervalMs },
        DEFAULT_KEEP_ALIVE_INTERVAL_MS,
        TIMEOUT_BOUNDS,
      ),
      timeoutMs: boundedOption(
        { keepAliveTimeoutMs },
        DEFAULT_KEEP_ALIVE_TIMEOUT_MS,
        TIMEOUT_BOUNDS,
      ),
    },
  };
}

/** A Map, also one of another realm, or what looks methods up as a Map does. */
function isMap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'get') === 'function';
}
