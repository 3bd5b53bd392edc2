import { AgentError } from '../errors.js';

/** What a flag's text becomes before the file's rules are applied to it. */
export type AgentFlagKind = 'boolean' | 'text' | 'number' | 'list' | 'pairs';

/** A flag of `konsul agent` that stands for a key of the configuration file. */
export interface AgentFlag {
  readonly name: string;
  readonly kind: AgentFlagKind;
  /** Path of the key, for example `ports.http`. */
  readonly key: string;
  readonly help: string;
}

function flags(
  kind: AgentFlagKind,
  rows: readonly (readonly [name: string, key: string, help: string])[],
): AgentFlag[] {
  return rows.map(([name, key, help]) => ({ name, kind, key, help }));
}

/** Every flag that stands for a key, in Consul's spelling. */
export const agentFlags: readonly AgentFlag[] = [
  ...flags('boolean', [
    ['bootstrap', 'bootstrap', 'Elect itself while it is the only server.'],
    ['disable-host-node-id', 'disable_host_node_id', 'Draw a random node id.'],
    ['disable-keyring-file', 'disable_keyring_file', 'Keep the key ring in memory only.'],
    ['enable-local-script-checks', 'enable_local_script_checks', 'Allow script checks of files.'],
    ['enable-script-checks', 'enable_script_checks', 'Allow script checks of files and the API.'],
    ['log-json', 'log_json', 'Log one JSON object per line.'],
    ['non-voting-server', 'non_voting_server', 'Older spelling of -read-replica.'],
    ['read-replica', 'read_replica', 'A server that never votes.'],
    ['rejoin', 'rejoin_after_leave', 'Join again what was left before.'],
    ['server', 'server', 'Take part in consensus.'],
    ['syslog', 'enable_syslog', 'Accepted without effect.'],
    ['ui', 'ui', 'Serve the web interface.'],
  ]),
  ...flags('number', [
    ['bootstrap-expect', 'bootstrap_expect', 'Servers to wait for before the first election.'],
    ['check_output_max_size', 'check_output_max_size', 'Bytes kept of a check output.'],
    ['dns-port', 'ports.dns', 'DNS port, -1 disables.'],
    ['grpc-port', 'ports.grpc', 'Accepted without effect.'],
    ['grpc-tls-port', 'ports.grpc_tls', 'Accepted without effect.'],
    ['http-port', 'ports.http', 'HTTP port, -1 disables.'],
    ['https-port', 'ports.https', 'HTTPS port, -1 disables.'],
    ['protocol', 'protocol', 'Accepted without effect.'],
    ['raft-protocol', 'raft_protocol', 'Must be 3.'],
    ['retry-max', 'retry_max', 'Attempts of -retry-join; 0 never gives up.'],
    ['retry-max-wan', 'retry_max_wan', 'Attempts of -retry-join-wan; 0 never gives up.'],
    ['serf-lan-port', 'ports.serf_lan', 'LAN gossip port.'],
    ['serf-wan-port', 'ports.serf_wan', 'WAN gossip port, -1 disables.'],
    ['server-port', 'ports.server', 'Port between servers.'],
  ]),
  ...flags('text', [
    ['advertise', 'advertise_addr', 'Address told to others.'],
    ['advertise-wan', 'advertise_addr_wan', 'Address told to other datacenters.'],
    ['alt-domain', 'alt_domain', 'A second DNS domain.'],
    ['bind', 'bind_addr', 'Address for gossip and server traffic.'],
    ['client', 'client_addr', 'Address for HTTP, HTTPS and DNS.'],
    ['data-dir', 'data_dir', 'Where state is kept.'],
    ['datacenter', 'datacenter', 'Datacenter of this agent.'],
    ['default-query-time', 'default_query_time', 'Blocking query without wait.'],
    ['domain', 'domain', 'DNS domain.'],
    ['encrypt', 'encrypt', 'Gossip key.'],
    ['log-file', 'log_file', 'Log to this file as well.'],
    ['log-level', 'log_level', 'trace, debug, info, warn or error.'],
    ['max-query-time', 'max_query_time', 'Longest blocking query.'],
    ['node', 'node_name', 'Name of this node.'],
    ['node-id', 'node_id', 'UUID of this node.'],
    ['pid-file', 'pid_file', 'Write the process id here.'],
    ['primary-gateway', 'primary_gateways', 'Not supported.'],
    ['retry-interval', 'retry_interval', 'Between attempts of -retry-join.'],
    ['retry-interval-wan', 'retry_interval_wan', 'Between attempts of -retry-join-wan.'],
    ['segment', 'segment', 'Segment of a client.'],
    ['serf-lan-bind', 'serf_lan', 'Address for LAN gossip.'],
    ['serf-wan-bind', 'serf_wan', 'Address for WAN gossip.'],
    ['ui-content-path', 'ui_config.content_path', 'Path of the web interface.'],
    ['ui-dir', 'ui_dir', 'Serve these files as web interface.'],
  ]),
  ...flags('list', [
    ['allow-write-http-from', 'http_config.allow_write_http_from', 'Network that may write.'],
    ['join', 'start_join', 'Address joined once at start.'],
    ['join-wan', 'start_join_wan', 'Address joined once at start, WAN.'],
    ['recursor', 'recursors', 'DNS server for other names.'],
    ['retry-join', 'retry_join', 'Address tried until it works.'],
    ['retry-join-wan', 'retry_join_wan', 'Address tried until it works, WAN.'],
  ]),
  ...flags('pairs', [['node-meta', 'node_meta', 'key:value shown in the catalogue.']]),
];

/**
 * What a flag would look like in a file.
 *
 * @param values - every text given for the flag, in order.
 * @throws AgentError `INVALID_CONFIG` for a pair without a key or without a colon.
 */
export function flagDocument(
  flag: AgentFlag,
  values: readonly string[],
): Readonly<Record<string, unknown>> {
  const last = values.at(-1) ?? '';
  const read = (): unknown => {
    switch (flag.kind) {
      case 'boolean':
        return last === 'true';
      case 'number':
        // What is no number is left to the key's own rule, which knows the bound to name.
        return /^-?\d+$/.test(last) ? Number(last) : last;
      case 'list':
        return values;
      case 'pairs':
        return Object.fromEntries(values.map((text) => splitPair(flag.name, text)));
      case 'text':
        return last;
      default:
        return flag.kind satisfies never;
    }
  };
  return flag.key
    .split('.')
    .reduceRight<unknown>((inner, step) => ({ [step]: inner }), read()) as Record<string, unknown>;
}

function splitPair(name: string, text: string): [string, string] {
  const colon = text.indexOf(':');
  if (colon > 0) return [text.slice(0, colon), text.slice(colon + 1)];
  throw new AgentError('INVALID_CONFIG', `flag -${name}: must be key:value, got "${text}"`);
}
