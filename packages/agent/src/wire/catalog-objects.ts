import type {
  CatalogNode,
  CheckProbe,
  CheckStatus,
  HealthCheck,
  NodeService,
  ServiceAddress,
} from '../state/domain.js';
import type { agent } from './gen/agent.js';

/** Lets a generated encoder, which only reads, take a readonly list. */
export function asList<Item>(items: readonly Item[]): Item[] {
  return items as Item[];
}

/**
 * A map as it came, without the one name that means something else to the language.
 *
 * @throws RangeError naming the key; a codec turns it into a rejection.
 */
export function textMap<Value>(
  map: Readonly<Record<string, Value>> | null | undefined,
): Readonly<Record<string, Value>> {
  const names = map === null || map === undefined ? [] : Object.keys(map);
  if (names.includes('__proto__')) throw new RangeError('__proto__ is no name of a map entry');
  return map ?? {};
}

/** A node, or the definition of one: its indexes are then 0. */
export function readNode(wire: agent.Node.$Properties): CatalogNode {
  return {
    node: wire.node ?? '',
    id: wire.id ?? '',
    address: wire.address ?? '',
    datacenter: wire.datacenter ?? '',
    taggedAddresses: { ...textMap(wire.taggedAddresses) },
    meta: { ...textMap(wire.meta) },
    createIndex: wire.createIndex ?? 0,
    modifyIndex: wire.modifyIndex ?? 0,
  };
}

/** The message of a service instance. */
export function writeService(service: Partial<NodeService>): agent.Service.$Properties {
  return { ...service, tags: asList(service.tags ?? []) };
}

/** A service instance, or the definition of one. */
export function readService(wire: agent.Service.$Properties): NodeService {
  const taggedAddresses: Record<string, ServiceAddress> = {};
  for (const [name, tagged] of Object.entries(textMap(wire.taggedAddresses))) {
    taggedAddresses[name] = { address: tagged.address ?? '', port: tagged.port ?? 0 };
  }
  return {
    id: wire.id ?? '',
    service: wire.service ?? '',
    kind: wire.kind ?? '',
    tags: [...(wire.tags ?? [])],
    address: wire.address ?? '',
    taggedAddresses,
    meta: { ...textMap(wire.meta) },
    port: wire.port ?? 0,
    socketPath: wire.socketPath ?? '',
    weights: { passing: wire.weights?.passing ?? 0, warning: wire.weights?.warning ?? 0 },
    enableTagOverride: wire.enableTagOverride ?? false,
    node: wire.node ?? '',
    createIndex: wire.createIndex ?? 0,
    modifyIndex: wire.modifyIndex ?? 0,
  };
}

/** The message of a check. */
export function writeCheck(check: Partial<HealthCheck>): agent.Check.$Properties {
  return {
    ...check,
    serviceTags: asList(check.serviceTags ?? []),
    probe: check.probe === undefined ? null : writeProbe(check.probe),
  };
}

function writeProbe(probe: CheckProbe): agent.CheckProbe.$Properties {
  const header: Record<string, agent.HeaderValues.$Properties> = {};
  for (const [name, values] of Object.entries(probe.header)) {
    header[name] = { values: asList(values) };
  }
  return { ...probe, header };
}

/** A check, or the definition of one. */
export function readCheck(wire: agent.Check.$Properties): HealthCheck {
  return {
    node: wire.node ?? '',
    checkId: wire.checkId ?? '',
    name: wire.name ?? '',
    status: readStatus(wire.status ?? ''),
    notes: wire.notes ?? '',
    output: wire.output ?? '',
    serviceId: wire.serviceId ?? '',
    type: wire.type ?? '',
    interval: wire.interval ?? '',
    timeout: wire.timeout ?? '',
    exposedPort: wire.exposedPort ?? 0,
    probe: readProbe(wire.probe ?? {}),
    serviceName: wire.serviceName ?? '',
    serviceTags: [...(wire.serviceTags ?? [])],
    createIndex: wire.createIndex ?? 0,
    modifyIndex: wire.modifyIndex ?? 0,
  };
}

/** No status means that nothing good is known yet. */
function readStatus(status: string): CheckStatus {
  switch (status) {
    case 'passing':
    case 'warning':
    case 'critical':
      return status;
    case '':
      return 'critical';
    default:
      throw new RangeError(`Invalid check status: '${status}'`);
  }
}

function readProbe(wire: agent.CheckProbe.$Properties): CheckProbe {
  const header: Record<string, readonly string[]> = {};
  for (const [name, held] of Object.entries(textMap(wire.header))) {
    header[name] = [...(held.values ?? [])];
  }
  return {
    http: wire.http ?? '',
    method: wire.method ?? '',
    body: wire.body ?? '',
    header,
    tcp: wire.tcp ?? '',
    udp: wire.udp ?? '',
    grpc: wire.grpc ?? '',
    tlsServerName: wire.tlsServerName ?? '',
    tlsSkipVerify: wire.tlsSkipVerify ?? false,
    intervalMs: wire.intervalMs ?? 0,
    timeoutMs: wire.timeoutMs ?? 0,
    deregisterCriticalServiceAfterMs: wire.deregisterCriticalServiceAfterMs ?? 0,
  };
}
