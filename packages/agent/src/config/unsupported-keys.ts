import { isPlainObject } from './schema/values.js';

/**
 * Keys of Consul that do nothing here; an operator's file may carry them without harm. A slash leads
 * into a section, since one of the keys has a dot in its name.
 */
const WITHOUT_EFFECT: readonly string[] = [
  'advertise_reconnect_timeout',
  'auto_reload_config',
  'autopilot/disable_upgrade_migration',
  'autopilot/redundancy_zone_tag',
  'autopilot/upgrade_version_tag',
  'acl/disabled_ttl',
  'acl/msp_disable_bootstrap',
  'acl/enable_legacy_policy',
  'cache',
  'check_output_max_age',
  'cloud',
  'connect',
  'disable_anonymous_signature',
  'disable_http_unprintable_char_filter',
  'disable_update_check',
  'dns_config/prefer_namespace',
  'enable_acl_replication',
  'enable_agent_tls_for_checks',
  'enable_central_service_config',
  'enable_debug',
  'enable_syslog',
  'experiments',
  'http_config/use_cache',
  'license_path',
  'locality',
  'log_rotate_bytes',
  'log_rotate_duration',
  'log_rotate_max_files',
  'peering',
  'performance/grpc_keepalive_interval',
  'performance/grpc_keepalive_timeout',
  'ports/grpc',
  'ports/grpc_tls',
  'ports/sidecar_max_port',
  'ports/sidecar_min_port',
  'ports/expose_max_port',
  'ports/expose_min_port',
  'addresses/grpc',
  'addresses/grpc_tls',
  'protocol',
  'raft_logstore',
  'raft_boltdb',
  'reporting',
  'rpc',
  'syslog_facility',
  'telemetry/circonus_api_token',
  'telemetry/circonus_submission_url',
  'telemetry/disable_compat_1.9',
  'telemetry/dogstatsd_addr',
  'telemetry/dogstatsd_tags',
  'telemetry/enable_host_metrics',
  'telemetry/statsd_address',
  'telemetry/statsite_address',
  'tls/grpc',
  'tls_cipher_suites',
  'tls_prefer_server_cipher_suites',
  'ui_config/dashboard_url_templates',
  'ui_config/metrics_provider',
  'ui_config/metrics_proxy',
  'unix_sockets',
  'use_streaming_backend',
  'verify_incoming_grpc',
  'xds',
];

/** Keys of Consul whose absence an operator would be hurt by; refused unless they are off. */
const REFUSED: Readonly<Record<string, string>> = {
  acl_datacenter: 'access control, which it turns on, is not built; see primary_datacenter',
  audit: 'audit logging is not supported, and going on would log nothing',
  auto_config: 'automatic configuration is not supported',
  auto_encrypt: 'automatic certificates are not supported',
  config_entries: 'configuration entries are not supported',
  partition: 'admin partitions are not supported',
  primary_gateways: 'federation through mesh gateways is not supported',
  serf_lan_allowed_cidrs: 'gossip is not restricted by network, and going on would allow all',
  serf_wan_allowed_cidrs: 'gossip is not restricted by network, and going on would allow all',
  watches: 'watches are not run by the agent',
};

/** A document without the keys that are not supported. */
export interface SupportedDocument {
  readonly document: Readonly<Record<string, unknown>>;
  /** Keys that were given and have no effect. */
  readonly ignoredKeys: readonly string[];
  /** Keys that were given, are on, and must not be ignored. */
  readonly refusedKeys: readonly { readonly key: string; readonly reason: string }[];
}

/** Takes out of a document what Consul knows and this agent does not do. */
export function dropUnsupportedKeys(
  document: Readonly<Record<string, unknown>>,
): SupportedDocument {
  const ignoredKeys: string[] = [];
  const refusedKeys: { key: string; reason: string }[] = [];
  let remaining: unknown = document;
  for (const key of WITHOUT_EFFECT) {
    const removed = without(remaining, key.split('/'));
    if (removed.values.length === 0) continue;
    remaining = removed.remaining;
    if (!removed.values.every(isOff)) ignoredKeys.push(key.replace('/', '.'));
  }
  for (const [key, reason] of Object.entries(REFUSED)) {
    const removed = without(remaining, [key]);
    remaining = removed.remaining;
    if (!removed.values.every(isOff)) refusedKeys.push({ key, reason });
  }
  return {
    document: isPlainObject(remaining) ? remaining : {},
    ignoredKeys,
    refusedKeys,
  };
}

/** Removes a path from an object, or from every object of a list of blocks. */
function without(
  node: unknown,
  path: readonly string[],
): { readonly remaining: unknown; readonly values: readonly unknown[] } {
  if (Array.isArray(node)) {
    const parts = node.map((part) => without(part, path));
    return {
      remaining: parts.map((part) => part.remaining),
      values: parts.flatMap((part) => part.values),
    };
  }
  const [head = '', ...rest] = path;
  if (!isPlainObject(node) || !Object.hasOwn(node, head)) return { remaining: node, values: [] };
  if (rest.length === 0) {
    const { [head]: value, ...remaining } = node;
    return { remaining, values: [value] };
  }
  const inner = without(node[head], rest);
  return { remaining: { ...node, [head]: inner.remaining }, values: inner.values };
}

/** Not set, empty, false, a disabled port, or a block that says `enabled = false`. */
function isOff(value: unknown): boolean {
  if (value === null || value === false || value === '' || value === 0 || value === -1) return true;
  if (Array.isArray(value)) return value.every(isOff);
  if (!isPlainObject(value)) return false;
  return value['enabled'] === false || Object.values(value).every(isOff);
}
