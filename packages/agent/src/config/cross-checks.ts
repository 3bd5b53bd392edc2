import { isIP } from 'node:net';
import { parseEndpoint } from '@konsul/runtime';
import ipaddr from 'ipaddr.js';
import type { CheckDefinition } from './definitions.js';
import type { Findings } from './findings.js';
import type { AgentSettings } from './settings.js';

/** Segments that one server can bridge. */
const SEGMENT_COUNT_MAX = 64;

const NO_ACL = 'access control is not built, and going on would let everybody in';

/** Finds settings that are fine alone and wrong together. */
export function crossCheck(settings: AgentSettings, findings: Findings): void {
  checkRole(settings, findings);
  checkJoin(settings, findings);
  checkSegments(settings, findings);
  checkGossip(settings, findings);
  checkNames(settings, findings);
  checkAcl(settings, findings);
  checkDefinitions(settings, findings);
}

function checkRole(settings: AgentSettings, findings: Findings): void {
  const { isServer, isBootstrap, bootstrapExpect, isDev } = settings;
  if (isDev && bootstrapExpect > 0) {
    findings.problem('bootstrapExpect', 'bootstrap_expect', 'cannot be used with -dev');
  } else if (isBootstrap && bootstrapExpect > 0) {
    findings.problem('isBootstrap', 'bootstrap', 'cannot be used with bootstrap_expect');
  }
  if (isBootstrap && !isServer) {
    findings.problem('isBootstrap', 'bootstrap', 'needs server = true');
  }
  if (bootstrapExpect > 0 && !isServer) {
    findings.problem('bootstrapExpect', 'bootstrap_expect', 'needs server = true');
  }
  if (settings.isReadReplica && !isServer) {
    findings.problem('isReadReplica', 'read_replica', 'needs server = true');
  }
  if (isServer && settings.ports.server < 0) {
    findings.problem('ports', 'ports.server', 'cannot be disabled on a server');
  }
  if (settings.ports.serfLan < 0) {
    findings.problem('ports', 'ports.serf_lan', 'cannot be disabled');
  }
  if (bootstrapExpect === 2) {
    findings.warning('bootstrapExpect', 'bootstrap_expect', 'two servers survive no failure');
  } else if (bootstrapExpect > 2 && bootstrapExpect % 2 === 0) {
    const text = `an even number of servers (${bootstrapExpect}) survives no more failures than one less`;
    findings.warning('bootstrapExpect', 'bootstrap_expect', text);
  }
  if (isBootstrap && !isDev) {
    findings.warning('isBootstrap', 'bootstrap', 'on more than one server gives several clusters');
  }
}

function checkJoin(settings: AgentSettings, findings: Findings): void {
  const wanJoins = [...settings.startJoinWan, ...settings.retryJoinWan];
  if (wanJoins.length > 0 && !settings.isServer) {
    findings.problem('retryJoinWan', 'retry_join_wan', 'needs server = true');
  }
  if (wanJoins.length > 0 && settings.ports.serfWan < 0) {
    findings.problem('retryJoinWan', 'retry_join_wan', 'needs ports.serf_wan, which is disabled');
  }
  const lists = [
    ['retryJoin', 'retry_join'],
    ['retryJoinWan', 'retry_join_wan'],
    ['startJoin', 'start_join'],
    ['startJoinWan', 'start_join_wan'],
  ] as const;
  for (const [blamed, key] of lists) {
    for (const address of settings[blamed]) {
      if (/\bprovider=/.test(address)) {
        findings.problem(blamed, key, 'finding servers by a cloud provider is not supported');
      } else if (parseEndpoint(address, 0) === undefined) {
        const text = `must hold addresses such as 10.0.0.1:8301, got ${JSON.stringify(address)}`;
        findings.problem(blamed, key, text);
      }
    }
  }
}

function checkSegments(settings: AgentSettings, findings: Findings): void {
  const { segment, segments, isServer } = settings;
  if (segment !== '' && isServer) {
    findings.problem('segment', 'segment', 'can only be set on clients; servers list segments');
  }
  if (segments.length > 0 && !isServer) {
    findings.problem('segments', 'segments', 'can only be set on servers; clients set segment');
  }
  if (segments.length > SEGMENT_COUNT_MAX) {
    const text = `must have at most ${SEGMENT_COUNT_MAX} entries, got ${segments.length}`;
    findings.problem('segments', 'segments', text);
  }
  const names = new Set<string>();
  for (const [index, { name, port }] of segments.entries()) {
    const key = `segments[${index}]`;
    if (name === '') findings.problem('segments', `${key}.name`, 'must be given');
    else if (names.has(name)) {
      findings.problem('segments', `${key}.name`, `must be given once, "${name}" is repeated`);
    }
    if (port < 0) findings.problem('segments', `${key}.port`, 'must be given');
    names.add(name);
  }
}

function checkGossip(settings: AgentSettings, findings: Findings): void {
  const pools = [
    ['gossipLan', 'gossip_lan'],
    ['gossipWan', 'gossip_wan'],
  ] as const;
  for (const [blamed, key] of pools) {
    const { probeIntervalMs, probeTimeoutMs } = settings[blamed];
    if (probeTimeoutMs >= probeIntervalMs) {
      const text = `must be below probe_interval (${probeIntervalMs}ms), got ${probeTimeoutMs}ms`;
      findings.problem(blamed, `${key}.probe_timeout`, text);
    }
  }
}

function checkNames(settings: AgentSettings, findings: Findings): void {
  const bare = (domain: string | undefined): string | undefined =>
    domain?.toLowerCase().replace(/\.$/, '');
  if (settings.altDomain !== undefined && bare(settings.altDomain) === bare(settings.domain)) {
    findings.problem(
      'altDomain',
      'alt_domain',
      `must differ from domain, both are ${settings.domain}`,
    );
  }
  for (const recursor of settings.recursors) {
    const endpoint = parseEndpoint(recursor, 53);
    if (endpoint === undefined || isIP(endpoint.host) === 0) {
      const text = `must hold IP addresses with or without port, got ${JSON.stringify(recursor)}`;
      findings.problem('recursors', 'recursors', text);
    }
  }
  for (const network of settings.http.allowWriteHttpFrom) {
    if (!ipaddr.isValidCIDR(network)) {
      const text = `must hold networks such as 10.0.0.0/8, got ${JSON.stringify(network)}`;
      findings.problem('http', 'http_config.allow_write_http_from', text);
    }
  }
  for (const filter of settings.telemetry.prefixFilter) {
    if (!/^[+-]./.test(filter)) {
      const text = `must hold names begun by + or -, got ${JSON.stringify(filter)}`;
      findings.problem('telemetry', 'telemetry.prefix_filter', text);
    }
  }
}

/** Rules that nobody enforces are worse than none for whoever relies on them. */
function checkAcl({ acl }: AgentSettings, findings: Findings): void {
  if (acl.isEnabled === true) findings.problem('acl', 'acl.enabled', NO_ACL);
  else if (acl.isEnabled === undefined && acl.defaultPolicy === 'deny') {
    findings.problem('acl', 'acl.default_policy', NO_ACL);
  }
}

function checkDefinitions(settings: AgentSettings, findings: Findings): void {
  const ids = new Set<string>();
  for (const [index, service] of settings.services.entries()) {
    const id = service.id ?? service.name;
    if (ids.has(id)) {
      findings.problem('services', `services[${index}].id`, `"${id}" is given more than once`);
    }
    ids.add(id);
  }
  if (settings.enableScriptChecks || settings.enableLocalScriptChecks) return;
  const isScript = (check: CheckDefinition): boolean => check.args !== undefined;
  const text = 'scripts need enable_script_checks or enable_local_script_checks';
  if (settings.checks.some(isScript)) findings.problem('checks', 'checks', text);
  if (settings.services.some((service) => service.checks?.some(isScript) === true)) {
    findings.problem('services', 'services', text);
  }
}
