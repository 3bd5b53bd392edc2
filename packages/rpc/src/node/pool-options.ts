import {
  type Clock,
  type Logger,
  type Metrics,
  nestedOptions,
  type OptionRules,
  option,
  type Rng,
} from '@konsul/runtime';
import {
  boundedOption,
  COUNT_BOUNDS,
  DEFAULT_CALL_COUNT_MAX,
  DEFAULT_DIAL_TIMEOUT_MS,
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_KEEP_ALIVE_INTERVAL_MS,
  DEFAULT_KEEP_ALIVE_TIMEOUT_MS,
  DEFAULT_REQUEST_BYTES_MAX,
  TIMEOUT_BOUNDS,
} from '../config.js';
import type { KeepAliveOptions, ReconnectPolicyOptions } from '../core/index.js';
import { type IdentityOptions, identityRule } from '../identity.js';
import { type TlsCredentials, tlsRule } from './tls-options.js';

export interface PoolOptions {
  /** Who we are to those whom we dial. */
  readonly identity: IdentityOptions;
  /** Dial with TLS, unless a peer says otherwise. Default none. */
  readonly tls?: TlsCredentials | undefined;
  /** How long opening a connection may take, in milliseconds. Default 10 s. */
  readonly dialTimeoutMs?: number;
  /** How long a connection may be unused before it is closed, in milliseconds. Default 2 min. */
  readonly idleTimeoutMs?: number;
  /** Silence after which a connection for calls is tested, in milliseconds. Default 30 s. */
  readonly keepAliveIntervalMs?: number;
  /** How long the peer may then stay silent, in milliseconds. Default 10 s. */
  readonly keepAliveTimeoutMs?: number;
  /** How long bytes may wait on a raw connection without any leaving, in milliseconds. Default 10 s. */
  readonly writeStallTimeoutMs?: number;
  /** Calls open at one time per connection; more are refused. Default 16384. */
  readonly callCountMax?: number;
  /** Bytes of requests that may wait to leave, per connection. Default 64 MiB. */
  readonly requestBytesMax?: number;
  /** Waits after failed dials. Defaults 100 ms, doubling to 5 s. */
  readonly reconnect?: ReconnectPolicyOptions;
  readonly clock?: Clock;
  readonly rng?: Rng;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** The same with every default filled in. */
export interface PoolLimits {
  readonly dialTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly writeStallTimeoutMs: number;
  readonly callCountMax: number;
  readonly requestBytesMax: number;
  readonly keepAlive: KeepAliveOptions;
  readonly reconnect: ReconnectPolicyOptions;
}

const RECONNECT_RULES: OptionRules<ReconnectPolicyOptions> = {
  required: {},
  optional: { delayMsMin: option.anything, delayMsMax: option.anything },
};

/** What a pool takes; bounds of numbers are checked where their defaults are filled in. */
export const POOL_RULES: OptionRules<PoolOptions> = {
  required: { identity: identityRule },
  optional: {
    tls: tlsRule,
    dialTimeoutMs: option.anything,
    idleTimeoutMs: option.anything,
    keepAliveIntervalMs: option.anything,
    keepAliveTimeoutMs: option.anything,
    writeStallTimeoutMs: option.anything,
    callCountMax: option.anything,
    requestBytesMax: option.anything,
    reconnect: nestedOptions(RECONNECT_RULES),
    clock: option.clock,
    rng: option.rng,
    logger: option.logger,
    metrics: option.metrics,
  },
};

const DEFAULT_WRITE_STALL_TIMEOUT_MS = 10_000;

/**
 * Checks and completes the limits of a pool.
 *
 * @throws RpcError `INVALID_CONFIG`.
 */
export function resolvePoolLimits(options: PoolOptions): PoolLimits {
  const timeout = (option: Record<string, number | undefined>, fallback: number): number =>
    boundedOption(option, fallback, TIMEOUT_BOUNDS);
  const { dialTimeoutMs, idleTimeoutMs, writeStallTimeoutMs } = options;
  const { keepAliveIntervalMs, keepAliveTimeoutMs, callCountMax, requestBytesMax } = options;
  const { delayMsMin, delayMsMax } = options.reconnect ?? {};
  const reconnect = {
    ...(delayMsMin === undefined ? {} : { delayMsMin: timeout({ delayMsMin }, delayMsMin) }),
    ...(delayMsMax === undefined ? {} : { delayMsMax: timeout({ delayMsMax }, delayMsMax) }),
  };
  return {
    dialTimeoutMs: timeout({ dialTimeoutMs }, DEFAULT_DIAL_TIMEOUT_MS),
    idleTimeoutMs: timeout({ idleTimeoutMs }, DEFAULT_IDLE_TIMEOUT_MS),
    writeStallTimeoutMs: timeout({ writeStallTimeoutMs }, DEFAULT_WRITE_STALL_TIMEOUT_MS),
    callCountMax: boundedOption({ callCountMax }, DEFAULT_CALL_COUNT_MAX, COUNT_BOUNDS),
    requestBytesMax: boundedOption({ requestBytesMax }, DEFAULT_REQUEST_BYTES_MAX, {
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    }),
    keepAlive: {
      intervalMs: timeout({ keepAliveIntervalMs }, DEFAULT_KEEP_ALIVE_INTERVAL_MS),
      timeoutMs: timeout({ keepAliveTimeoutMs }, DEFAULT_KEEP_ALIVE_TIMEOUT_MS),
    },
    reconnect,
  };
}
