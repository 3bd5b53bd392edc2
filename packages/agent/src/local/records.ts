import { formatGoDuration } from '@konsul/runtime';
import type { CheckDefinition as CheckRegistration } from '../config/definitions.js';
import { emptyCheckProbe } from '../state/check-probe.js';
import type { CheckDefinition, CheckProbe, ServiceDefinition } from '../state/domain.js';

/** Where a definition came from; only what came by the API is kept on disk. */
export type Origin = 'api' | 'file';

/** A service of this machine. Never changed, only replaced. */
export interface ServiceRecord {
  readonly service: ServiceDefinition;
  /** Secret under which it is put into the catalogue; empty: the agent's own. */
  readonly token: string;
  readonly origin: Origin;
}

/** A check of this machine as it stands now. Never changed, only replaced. */
export interface CheckRecord {
  /** How it is made; of a maintenance check nothing but its id, service and notes. */
  readonly registration: CheckRegistration;
  readonly check: CheckDefinition;
  readonly token: string;
  readonly origin: Origin;
}

/** What a check's record takes from around it. */
export interface RecordContext {
  readonly nodeName: string;
  readonly token: string;
  readonly origin: Origin;
}

/** Takes the node out of use while it stands. */
export const NODE_MAINTENANCE_CHECK_ID = '_node_maintenance';
const SERVICE_MAINTENANCE_PREFIX = '_service_maintenance:';

/** The id of the check that takes a service out of use while it stands. */
export function serviceMaintenanceCheckId(serviceId: string): string {
  return `${SERVICE_MAINTENANCE_PREFIX}${serviceId}`;
}

/** Whether a check stands for maintenance and not for anything that is looked at. */
export function isMaintenanceCheckId(checkId: string): boolean {
  return checkId === NODE_MAINTENANCE_CHECK_ID || checkId.startsWith(SERVICE_MAINTENANCE_PREFIX);
}

/** The record of a check that has an id and a name. It begins critical unless it says otherwise. */
export function checkRecordOf(
  registration: CheckRegistration,
  context: RecordContext,
): CheckRecord {
  const { id = '', name = '', notes = '', serviceId = '', status = 'critical' } = registration;
  return {
    registration,
    token: context.token,
    origin: context.origin,
    check: {
      node: context.nodeName,
      checkId: id,
      name,
      status,
      notes,
      output: '',
      serviceId,
      type: checkTypeOf(registration),
      interval: durationText(registration.intervalMs),
      timeout: durationText(registration.timeoutMs),
      exposedPort: 0,
      probe: probeOf(registration),
    },
  };
}

/** The record of a maintenance check. */
export function maintenanceRecordOf(
  subject: { readonly serviceId: string; readonly reason: string },
  context: RecordContext,
): CheckRecord {
  const { serviceId, reason } = subject;
  const isNode = serviceId === '';
  const id = isNode ? NODE_MAINTENANCE_CHECK_ID : serviceMaintenanceCheckId(serviceId);
  const notes = reason === '' ? defaultReason(isNode ? 'node' : 'service') : reason;
  const registration: CheckRegistration = {
    id,
    name: isNode ? 'Node Maintenance Mode' : 'Service Maintenance Mode',
    notes,
    ...(isNode ? {} : { serviceId }),
  };
  const record = checkRecordOf(registration, context);
  return { ...record, check: { ...record.check, type: 'maintenance', interval: '', timeout: '' } };
}

/**
 * The checks of a service with the ids and names that they have by their place.
 *
 * Source: Consul HTTP API, service registration: `service:<id>`, numbered from 1 if several.
 */
export function namedServiceChecks(
  service: ServiceDefinition,
  checks: readonly CheckRegistration[],
): CheckRegistration[] {
  return checks.map((check, at) => {
    const suffix = checks.length > 1 ? `:${at + 1}` : '';
    const id = check.id ?? '';
    const name = check.name ?? '';
    return {
      ...check,
      id: id === '' ? `service:${service.id}${suffix}` : id,
      name: name === '' ? `Service '${service.service}' check` : name,
      serviceId: service.id,
    };
  });
}

function defaultReason(subject: 'node' | 'service'): string {
  return `Maintenance mode is enabled for this ${subject}, but no reason was provided. This is a default message.`;
}

function checkTypeOf(registration: CheckRegistration): string {
  const { ttlMs, http, tcp, udp, grpc, h2ping, args, dockerContainerId } = registration;
  if (grpc !== undefined) return 'grpc';
  if (http !== undefined) return 'http';
  if (ttlMs !== undefined) return 'ttl';
  if (tcp !== undefined) return 'tcp';
  if (udp !== undefined) return 'udp';
  if (h2ping !== undefined) return 'h2ping';
  if (args !== undefined) return dockerContainerId === undefined ? 'script' : 'docker';
  return 'alias';
}

function durationText(durationMs: number | undefined): string {
  return formatGoDuration((durationMs ?? 0) * 1e6);
}

function probeOf(registration: CheckRegistration): CheckProbe {
  const { http, method, body, header, tcp, udp, grpc, tlsServerName } = registration;
  return {
    ...emptyCheckProbe,
    http: http ?? '',
    method: method ?? '',
    body: body ?? '',
    header: header ?? {},
    tcp: tcp ?? '',
    udp: udp ?? '',
    grpc: grpc ?? '',
    tlsServerName: tlsServerName ?? '',
    tlsSkipVerify: registration.tlsSkipVerify ?? false,
    intervalMs: registration.intervalMs ?? 0,
    timeoutMs: registration.timeoutMs ?? 0,
    deregisterCriticalServiceAfterMs: registration.deregisterCriticalServiceAfterMs ?? 0,
  };
}
