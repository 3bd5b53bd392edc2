import type { z } from 'zod';
import type {
  AclSettings,
  AclTokenSettings,
  AutopilotSettings,
  LimitSettings,
  PerformanceSettings,
  RequestLimitSettings,
  TelemetrySettings,
} from '../settings-sections.js';
import { type Fragment, section } from './section.js';
import { durationMs, flag, oneOf, rate, secret, textLike, texts, whole } from './values.js';

export const performance: z.ZodType<Fragment<PerformanceSettings>> = section<PerformanceSettings>({
  raft_multiplier: ['raftMultiplier', whole(1, 10)],
  leave_drain_time: ['leaveDrainTimeMs', durationMs()],
  rpc_hold_timeout: ['rpcHoldTimeoutMs', durationMs(1)],
});

export const autopilot: z.ZodType<Fragment<AutopilotSettings>> = section<AutopilotSettings>({
  cleanup_dead_servers: ['cleanupDeadServers', flag()],
  last_contact_threshold: ['lastContactThresholdMs', durationMs(1)],
  max_trailing_logs: ['trailingLogCountMax', whole(0)],
  min_quorum: ['minQuorum', whole(0, 255)],
  server_stabilization_time: ['serverStabilizationTimeMs', durationMs()],
});

/** Largest value or transaction that may be allowed; each is one Raft entry. */
const REQUEST_BYTES_MAX = 64 * 1024 * 1024;

export const limits: z.ZodType<Fragment<LimitSettings>> = section<LimitSettings>({
  http_max_conns_per_client: ['httpMaxConnectionsPerClient', whole(1, 65_535)],
  https_handshake_timeout: ['httpsHandshakeTimeoutMs', durationMs(1)],
  rpc_handshake_timeout: ['rpcHandshakeTimeoutMs', durationMs(1)],
  rpc_client_timeout: ['rpcClientTimeoutMs', durationMs(1)],
  rpc_max_conns_per_client: ['rpcMaxConnectionsPerClient', whole(1, 65_535)],
  rpc_rate: ['rpcRate', rate()],
  rpc_max_burst: ['rpcMaxBurst', whole(1)],
  kv_max_value_size: ['kvMaxValueBytes', whole(1, REQUEST_BYTES_MAX)],
  txn_max_req_len: ['txnMaxRequestBytes', whole(1, REQUEST_BYTES_MAX)],
  request_limits: [
    'requestLimits',
    section<RequestLimitSettings>({
      mode: ['mode', oneOf('disabled', 'permissive', 'enforcing')],
      read_rate: ['readRate', rate()],
      write_rate: ['writeRate', rate()],
    }),
  ],
});

const tokens = section<AclTokenSettings>({
  initial_management: ['initialManagement', secret()],
  master: ['initialManagement', secret()],
  agent_recovery: ['agentRecovery', secret()],
  agent_master: ['agentRecovery', secret()],
  default: ['default', secret()],
  agent: ['agent', secret()],
  dns: ['dns', secret()],
  replication: ['replication', secret()],
  config_file_service_registration: ['configFileServiceRegistration', secret()],
});

export const defaultPolicy = (): z.ZodType<'allow' | 'deny'> => oneOf('allow', 'deny');

export const downPolicy = (): z.ZodType<AclSettings['downPolicy']> =>
  oneOf('allow', 'deny', 'extend-cache', 'async-cache');

export const acl: z.ZodType<Fragment<AclSettings>> = section<AclSettings>({
  enabled: ['isEnabled', flag()],
  default_policy: ['defaultPolicy', defaultPolicy()],
  down_policy: ['downPolicy', downPolicy()],
  enable_token_replication: ['enableTokenReplication', flag()],
  enable_token_persistence: ['enableTokenPersistence', flag()],
  enable_key_list_policy: ['enableKeyListPolicy', flag()],
  token_ttl: ['tokenTtlMs', durationMs()],
  policy_ttl: ['policyTtlMs', durationMs()],
  role_ttl: ['roleTtlMs', durationMs()],
  tokens: ['tokens', tokens],
});

export const telemetry: z.ZodType<Fragment<TelemetrySettings>> = section<TelemetrySettings>({
  metrics_prefix: ['metricsPrefix', textLike(/^[A-Za-z0-9_.-]*$/, 'letters, digits and . _ -')],
  disable_hostname: ['disableHostname', flag()],
  prefix_filter: ['prefixFilter', texts()],
  filter_default: ['filterDefault', flag()],
  prometheus_retention_time: ['prometheusRetentionTimeMs', durationMs()],
});
