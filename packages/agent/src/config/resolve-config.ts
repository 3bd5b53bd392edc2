import type { AgentConfig } from './agent-config.js';
import type { ConfigHost } from './config-host.js';
import { crossCheck } from './cross-checks.js';
import type { Findings } from './findings.js';
import { resolveAddresses } from './resolve-addresses.js';
import { resolveTls } from './resolve-tls.js';
import type { AgentSettings } from './settings.js';

/** How far a configuration is tried. */
export interface ResolveOptions {
  readonly host: ConfigHost;
  readonly findings: Findings;
}

/**
 * Works the settings out into a configuration. What is wrong with them goes to the findings; the
 * result is to be used only when there are no problems among them.
 */
export function resolveConfig(settings: AgentSettings, options: ResolveOptions): AgentConfig {
  const { host, findings } = options;
  crossCheck(settings, findings);
  checkDataDirectory(settings, findings);
  const nodeName = settings.nodeName ?? host.hostname();
  if (!/^[A-Za-z0-9-]+$/.test(nodeName)) {
    const text = `"${nodeName}" cannot be found by DNS, which allows letters, digits and -`;
    findings.warning('nodeName', 'node_name', text);
  }
  const datacenter = settings.datacenter.toLowerCase();
  const addresses = resolveAddresses(settings, host, findings);
  const tls = resolveTls(settings, findings);
  const isLoneServer = settings.isBootstrap || settings.bootstrapExpect === 1;
  return {
    ...settings,
    ...addresses,
    tls,
    datacenter,
    primaryDatacenter: (settings.primaryDatacenter ?? datacenter).toLowerCase(),
    nodeName,
    nodeId: settings.nodeId?.toLowerCase(),
    domain: withDot(settings.domain),
    altDomain: settings.altDomain === undefined ? undefined : withDot(settings.altDomain),
    isBootstrap: isLoneServer,
    bootstrapExpect: isLoneServer ? 0 : settings.bootstrapExpect,
    leaveOnTerminate: settings.leaveOnTerminate ?? !settings.isServer,
    skipLeaveOnInterrupt: settings.skipLeaveOnInterrupt ?? settings.isServer,
    warnings: findings.warnings,
  };
}

function withDot(domain: string): string {
  const lower = domain.toLowerCase();
  return lower.endsWith('.') ? lower : `${lower}.`;
}

function checkDataDirectory({ dataDirectory, isDev }: AgentSettings, findings: Findings): void {
  const isMissing = dataDirectory === undefined || dataDirectory === '';
  if (isMissing && !isDev)
    findings.problem('dataDirectory', 'data_dir', 'must be given (or use -dev)');
}
