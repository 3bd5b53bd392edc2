import { Buffer } from 'node:buffer';
import type { z } from 'zod';
import { DATACENTER_NAME, DATACENTER_NAME_WORDS } from '../datacenter-name.js';
import type { AgentSettings, LogLevel } from '../settings.js';
import { checks, meta, services } from './definition-keys.js';
import {
  addresses,
  dns,
  gossip,
  http,
  ports,
  segments,
  tls,
  tlsVersion,
  ui,
} from './network-keys.js';
import { type Fragment, type KeyTable, section } from './section.js';
import {
  acl,
  autopilot,
  defaultPolicy,
  downPolicy,
  limits,
  performance,
  telemetry,
} from './server-keys.js';
import { durationMs, flag, secret, text, textLike, texts, value, whole } from './values.js';

/** Least time for which a failed member is remembered. */
const RECONNECT_TIMEOUT_MIN_MS = 8 * 3_600_000;

const datacenterName = (): z.ZodType<string> => textLike(DATACENTER_NAME, DATACENTER_NAME_WORDS);

const nodeName = (): z.ZodType<string> =>
  textLike(/^[^\s/\p{Cc}]{1,255}$/u, '1 to 255 characters without spaces and /');

const domainName = (): z.ZodType<string> =>
  textLike(/^([A-Za-z0-9_-]{1,63}\.)*[A-Za-z0-9_-]{1,63}\.?$/, 'a domain name');

const uuid = (): z.ZodType<string> =>
  textLike(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, 'a UUID');

const gossipKey = (): z.ZodType<string> =>
  value({
    expected: 'base64 of 16, 24 or 32 bytes (make one with "konsul keygen")',
    isSecret: true,
    read: (input) =>
      typeof input === 'string' &&
      /^[A-Za-z0-9+/]+={0,2}$/.test(input) &&
      [16, 24, 32].includes(Buffer.from(input, 'base64').length)
        ? input
        : undefined,
  });

const logLevel = (): z.ZodType<LogLevel> =>
  value({
    expected: 'one of trace, debug, info, warn, error',
    read: (input) => {
      if (typeof input !== 'string') return undefined;
      const word = input.toLowerCase();
      if (word === 'err') return 'error';
      if (word === 'warning') return 'warn';
      return (['trace', 'debug', 'info', 'warn', 'error'] as const).find((level) => level === word);
    },
  });

/** Keys of earlier releases; each means the newer one it leads to. */
const olderKeys: KeyTable<AgentSettings> = {
  ca_file: ['tls.defaults.caFile', text()],
  ca_path: ['tls.defaults.caPath', text()],
  cert_file: ['tls.defaults.certFile', text()],
  key_file: ['tls.defaults.keyFile', text()],
  tls_min_version: ['tls.defaults.minVersion', tlsVersion()],
  verify_incoming: ['tls.defaults.verifyIncoming', flag()],
  verify_incoming_rpc: ['tls.internalRpc.verifyIncoming', flag()],
  verify_incoming_https: ['tls.https.verifyIncoming', flag()],
  verify_outgoing: ['tls.defaults.verifyOutgoing', flag()],
  verify_server_hostname: ['tls.internalRpc.verifyServerHostname', flag()],
  acl_default_policy: ['acl.defaultPolicy', defaultPolicy()],
  acl_down_policy: ['acl.downPolicy', downPolicy()],
  acl_master_token: ['acl.tokens.initialManagement', secret()],
  acl_agent_token: ['acl.tokens.agent', secret()],
  acl_agent_master_token: ['acl.tokens.agentRecovery', secret()],
  acl_token: ['acl.tokens.default', secret()],
  acl_replication_token: ['acl.tokens.replication', secret()],
  ui: ['ui.isEnabled', flag()],
  ui_dir: ['ui.directory', text()],
  recursor: ['recursors', texts()],
  start_join: ['startJoin', texts()],
  start_join_wan: ['startJoinWan', texts()],
  non_voting_server: ['isReadReplica', flag()],
};

const keys: KeyTable<AgentSettings> = {
  ...olderKeys,
  datacenter: ['datacenter', datacenterName()],
  primary_datacenter: ['primaryDatacenter', datacenterName()],
  node_name: ['nodeName', nodeName()],
  node_id: ['nodeId', uuid()],
  node_meta: ['nodeMeta', meta],
  server: ['isServer', flag()],
  bootstrap: ['isBootstrap', flag()],
  bootstrap_expect: ['bootstrapExpect', whole(0, 255)],
  data_dir: ['dataDirectory', text()],
  bind_addr: ['bindAddress', text()],
  client_addr: ['clientAddress', text()],
  advertise_addr: ['advertiseAddress', text()],
  advertise_addr_wan: ['advertiseAddressWan', text()],
  serf_lan: ['serfLanBindAddress', text()],
  serf_wan: ['serfWanBindAddress', text()],
  addresses: ['addresses', addresses],
  ports: ['ports', ports],
  translate_wan_addrs: ['translateWanAddresses', flag()],
  retry_join: ['retryJoin', texts()],
  retry_join_wan: ['retryJoinWan', texts()],
  retry_interval: ['retryIntervalMs', durationMs(1000)],
  retry_interval_wan: ['retryIntervalWanMs', durationMs(1000)],
  retry_max: ['retryMax', whole(0)],
  retry_max_wan: ['retryMaxWan', whole(0)],
  rejoin_after_leave: ['rejoinAfterLeave', flag()],
  encrypt: ['encryptKey', gossipKey()],
  encrypt_verify_incoming: ['encryptVerifyIncoming', flag()],
  encrypt_verify_outgoing: ['encryptVerifyOutgoing', flag()],
  disable_keyring_file: ['disableKeyringFile', flag()],
  segment: ['segment', text()],
  segments: ['segments', segments],
  gossip_lan: ['gossipLan', gossip],
  gossip_wan: ['gossipWan', gossip],
  reconnect_timeout: ['reconnectTimeoutMs', durationMs(RECONNECT_TIMEOUT_MIN_MS)],
  reconnect_timeout_wan: ['reconnectTimeoutWanMs', durationMs(RECONNECT_TIMEOUT_MIN_MS)],
  disable_coordinates: ['disableCoordinates', flag()],
  raft_protocol: ['raftProtocol', whole(3, 3)],
  raft_snapshot_threshold: ['raftSnapshotThreshold', whole(1)],
  raft_snapshot_interval: ['raftSnapshotIntervalMs', durationMs(1000)],
  raft_trailing_logs: ['raftTrailingLogCount', whole(1)],
  read_replica: ['isReadReplica', flag()],
  performance: ['performance', performance],
  autopilot: ['autopilot', autopilot],
  limits: ['limits', limits],
  domain: ['domain', domainName()],
  alt_domain: ['altDomain', domainName()],
  recursors: ['recursors', texts()],
  dns_config: ['dns', dns],
  http_config: ['http', http],
  ui_config: ['ui', ui],
  tls: ['tls', tls],
  acl: ['acl', acl],
  telemetry: ['telemetry', telemetry],
  discovery_max_stale: ['discoveryMaxStaleMs', durationMs()],
  max_query_time: ['maxQueryTimeMs', durationMs(1)],
  default_query_time: ['defaultQueryTimeMs', durationMs(1)],
  session_ttl_min: ['sessionTtlMinMs', durationMs(1)],
  service: ['services', services],
  services: ['services', services],
  check: ['checks', checks],
  checks: ['checks', checks],
  enable_script_checks: ['enableScriptChecks', flag()],
  enable_local_script_checks: ['enableLocalScriptChecks', flag()],
  check_update_interval: ['checkUpdateIntervalMs', durationMs()],
  discard_check_output: ['discardCheckOutput', flag()],
  check_output_max_size: ['checkOutputBytesMax', whole(1, 1_048_576)],
  log_level: ['logLevel', logLevel()],
  log_json: ['logJson', flag()],
  log_file: ['logFile', text()],
  pid_file: ['pidFile', text()],
  leave_on_terminate: ['leaveOnTerminate', flag()],
  skip_leave_on_interrupt: ['skipLeaveOnInterrupt', flag()],
  disable_remote_exec: ['disableRemoteExec', flag()],
  disable_host_node_id: ['disableHostNodeId', flag()],
};

/** One file, one `-hcl` text or one flag. */
export const agentSchema: z.ZodType<Fragment<AgentSettings>> = section<AgentSettings>(keys);
