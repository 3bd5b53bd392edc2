import { formatGoDuration } from '@konsul/runtime';
import type { LocalCheck } from '../../local/local-agent.js';
import type { CheckProbe, HealthCheck, ServiceHealth } from '../../state/domain.js';
import { type AddressView, nodeView } from './node-view.js';
import { nodeServiceView } from './service-view.js';

/** A check; one that is not from the catalogue has indexes of 0. */
export function checkView(check: HealthCheck | LocalCheck): Readonly<Record<string, unknown>> {
  return {
    Node: check.node,
    CheckID: check.checkId,
    Name: check.name,
    Status: check.status,
    Notes: check.notes,
    Output: check.output,
    ServiceID: check.serviceId,
    ServiceName: check.serviceName,
    ServiceTags: check.serviceTags,
    Type: check.type,
    Interval: check.interval,
    Timeout: check.timeout,
    ExposedPort: check.exposedPort,
    Definition: definitionView(check.probe),
    CreateIndex: 'createIndex' in check ? check.createIndex : 0,
    ModifyIndex: 'modifyIndex' in check ? check.modifyIndex : 0,
  };
}

/** A service instance with its node and checks. */
export function serviceHealthView(
  { node, service, checks }: ServiceHealth,
  addresses: AddressView,
): Readonly<Record<string, unknown>> {
  return {
    Node: nodeView(node, addresses),
    Service: nodeServiceView(service, addresses),
    Checks: checks.map(checkView),
  };
}

/** What is said of how the check is made; nothing at all for most. */
function definitionView(probe: CheckProbe): Readonly<Record<string, unknown>> {
  const shown = {
    HTTP: probe.http,
    TLSServerName: probe.tlsServerName,
    TLSSkipVerify: probe.tlsSkipVerify,
    Header: Object.keys(probe.header).length === 0 ? '' : probe.header,
    Method: probe.method,
    Body: probe.body,
    TCP: probe.tcp,
    UDP: probe.udp,
    GRPC: probe.grpc,
    Interval: durationView(probe.intervalMs),
    Timeout: durationView(probe.timeoutMs),
    DeregisterCriticalServiceAfter: durationView(probe.deregisterCriticalServiceAfterMs),
  };
  return Object.fromEntries(
    Object.entries(shown).filter(([, value]) => value !== '' && value !== false),
  );
}

function durationView(durationMs: number): string {
  return durationMs === 0 ? '' : formatGoDuration(durationMs * 1e6);
}
