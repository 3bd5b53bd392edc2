import { nestedOptions, type OptionRule, type OptionRules, option } from '@konsul/runtime';
import type { ReconnectPolicyOptions } from '../core/index.js';
import type { IdentityOptions } from '../identity.js';
import type { ConnectionPool } from './connection-pool.js';
import type { PoolOptions } from './pool-options.js';
import type { PortListener, PortListenerOptions } from './port-listener.js';
import type { ProtocolStreamTransportOptions } from './protocol-stream-transport.js';
import type { RpcServerOptions } from './rpc-server.js';
import type { TlsCredentials, TlsOptions } from './tls-options.js';

// Bounds of numbers are checked where their defaults are filled in.

const IDENTITY_RULES: OptionRules<IdentityOptions> = {
  required: { datacenter: option.text, nodeName: option.text },
  optional: {
    nodeId: option.rule('a text', (value) => typeof value === 'string'),
    capabilities: option.texts,
    frameBytesMax: option.anything,
  },
};

const RECONNECT_RULES: OptionRules<ReconnectPolicyOptions> = {
  required: {},
  optional: { delayMsMin: option.anything, delayMsMax: option.anything },
};

const identity: OptionRule = nestedOptions(IDENTITY_RULES);
const tls: OptionRule = option.methods<TlsCredentials>('acceptOptions', 'dialOptions', 'onReload');

/** What `createPortListener` takes. */
export const PORT_LISTENER_RULES: OptionRules<PortListenerOptions> = {
  required: { host: option.text, port: option.integer(0, 65_535), identity },
  optional: {
    tls,
    isTlsRequired: option.flag,
    handshakeTimeoutMs: option.anything,
    connectionCountPerSourceMax: option.anything,
    connectionCountMax: option.anything,
    clock: option.clock,
    logger: option.logger,
    metrics: option.metrics,
  },
};

/** What `createConnectionPool` takes. */
export const POOL_RULES: OptionRules<PoolOptions> = {
  required: { identity },
  optional: {
    tls,
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

/** What `createRpcServer` takes. */
export const RPC_SERVER_RULES: OptionRules<RpcServerOptions> = {
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

/** What `createProtocolStreamTransport` takes. */
export const STREAM_TRANSPORT_RULES: OptionRules<ProtocolStreamTransportOptions> = {
  required: {
    protocol: option.text,
    listener: option.methods<PortListener>('handle'),
    pool: option.methods<ConnectionPool>('open'),
  },
  optional: { area: option.text, localEndpoint: option.endpoint, peerOf: option.callback },
};

/** What `createTlsCredentials` takes. */
export const TLS_RULES: OptionRules<TlsOptions> = {
  required: {
    certificatePem: option.text,
    privateKeyPem: option.text,
    authorityPem: option.text,
  },
  optional: {
    domain: option.text,
    minVersion: option.oneOf('TLSv1.2', 'TLSv1.3'),
    isServerNameVerified: option.flag,
  },
};

/** A Map, also one of another realm, or what looks methods up as a Map does. */
function isMap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'get') === 'function';
}
