import type { Clock, Logger } from '@konsul/runtime';
import { AgentError } from '../errors.js';
import { type ConfiguredDefinitions, configuredChecks, configuredServices } from './definitions.js';
import type { LocalRegistry } from './local-registry.js';
import type { PersistedCheck } from './persisted-files.js';
import type { DefinitionStore, PersistedDefinitions } from './persistence.js';
import type { RecordMaker, ServiceRecords } from './record-maker.js';
import { type CheckRecord, isMaintenanceCheckId, maintenanceRecordOf } from './records.js';

export interface LoadOptions {
  readonly config: ConfiguredDefinitions;
  readonly maker: RecordMaker;
  readonly registry: LocalRegistry;
  readonly store: DefinitionStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Puts in place what is configured and what was registered before a restart; the configuration
 * wins. A TTL check goes on where its owner left it, if that still holds.
 *
 * @throws AgentError `INVALID_CONFIG` for a configured service or check that cannot be.
 */
export async function loadDefinitions(options: LoadOptions): Promise<void> {
  const { config, maker, registry, clock } = options;
  const persisted = await options.store.load();
  const configured = configuredRecords(config, maker);
  for (const { service } of configured.services) {
    registry.putService(service, [], { replacesChecks: false });
  }
  await loadPersistedServices(options, persisted);
  demandServices(configured, registry);
  const saved = new Map(persisted.checks.map((check) => [check.registration.id ?? '', check]));
  for (const check of configuredChecksOf(configured)) {
    const { record, remainingMs } = restoreTtl(check, saved.get(check.check.checkId), clock);
    registry.putCheck(record, remainingMs);
  }
  await loadPersistedChecks(options, persisted);
}

/**
 * Makes what came from configuration files be as they now have it. What is configured as before
 * stays in its status.
 *
 * @throws AgentError `INVALID_CONFIG` for a service or check that cannot be; nothing was changed.
 */
export async function reloadDefinitions(options: Omit<LoadOptions, 'clock'>): Promise<void> {
  const { config, maker, registry, store } = options;
  const configured = configuredRecords(config, maker);
  demandServices(configured, registry);
  const serviceIds = new Set(configured.services.map(({ service }) => service.service.id));
  const checks = configuredChecksOf(configured);
  const checkIds = new Set(checks.map(({ check }) => check.checkId));
  const removals: Promise<void>[] = [];
  for (const [id, { origin }] of [...registry.state.checks]) {
    if (origin !== 'file' || checkIds.has(id)) continue;
    registry.removeCheck(id);
    removals.push(store.removeCheck(id));
  }
  for (const [id, { origin }] of [...registry.state.services]) {
    if (origin !== 'file' || serviceIds.has(id)) continue;
    for (const checkId of registry.removeService(id)) removals.push(store.removeCheck(checkId));
    removals.push(store.removeService(id));
  }
  for (const { service } of configured.services) {
    registry.putService(service, [], { replacesChecks: false });
  }
  for (const check of checks) registry.refreshCheck(check);
  await Promise.all(removals);
}

interface ConfiguredRecords {
  readonly services: readonly ServiceRecords[];
  readonly checks: readonly CheckRecord[];
}

function configuredRecords(config: ConfiguredDefinitions, maker: RecordMaker): ConfiguredRecords {
  const services = configuredServices(config).map((registration) => {
    const records = maker.ofService(registration, 'file');
    if (typeof records !== 'string') return records;
    throw invalid(`service "${registration.service.service}"`, records);
  });
  const checks = configuredChecks(config).map(({ check, token }) => {
    const record = maker.ofCheck(check, token, 'file');
    if (typeof record !== 'string') return record;
    throw invalid(`check "${check.name ?? check.id ?? ''}"`, record);
  });
  return { services, checks };
}

function configuredChecksOf({ services, checks }: ConfiguredRecords): readonly CheckRecord[] {
  return [...services.flatMap((records) => records.checks), ...checks];
}

/** A check of a service needs one that is configured too or was registered by the API. */
function demandServices({ services, checks }: ConfiguredRecords, registry: LocalRegistry): void {
  const configured = new Set(services.map(({ service }) => service.service.id));
  for (const { check } of checks) {
    const { serviceId, name } = check;
    if (serviceId === '' || configured.has(serviceId)) continue;
    if (registry.state.services.get(serviceId)?.origin === 'api') continue;
    throw invalid(`check "${name}"`, `ServiceID "${serviceId}" does not exist`);
  }
}

async function loadPersistedServices(
  { maker, registry, store, logger }: LoadOptions,
  persisted: PersistedDefinitions,
): Promise<void> {
  for (const { service, token } of persisted.services) {
    if (registry.state.services.has(service.id)) {
      logger.debug('a configured service takes the place of a registered one', {
        service: service.id,
      });
      await store.removeService(service.id);
      continue;
    }
    const registration = { service, checks: [], token, replaceExistingChecks: false };
    const records = maker.ofService(registration, 'api');
    if (typeof records === 'string') {
      logger.warn('skipping a registered service', { service: service.id, reason: records });
    } else {
      registry.putService(records.service, [], { replacesChecks: false });
    }
  }
}

async function loadPersistedChecks(
  options: LoadOptions,
  persisted: PersistedDefinitions,
): Promise<void> {
  const { registry, store, logger, clock } = options;
  for (const found of persisted.checks) {
    const id = found.registration.id ?? '';
    const serviceId = found.registration.serviceId ?? '';
    const known = registry.state.checks.get(id);
    if (known !== undefined && found.origin === 'file') continue;
    const isOrphan = serviceId !== '' && !registry.state.services.has(serviceId);
    if (known !== undefined || found.origin === 'file' || isOrphan) {
      logger.debug('removing a registered check that has no place any more', { check: id });
      await store.removeCheck(id);
      continue;
    }
    const record = recordOf(options, found);
    if (typeof record === 'string') {
      logger.warn('skipping a registered check', { check: id, reason: record });
      continue;
    }
    const restored = restoreTtl(record, found, clock);
    registry.putCheck(restored.record, restored.remainingMs);
  }
}

function recordOf({ maker }: LoadOptions, found: PersistedCheck): CheckRecord | string {
  const { registration, token } = found;
  const { id = '', serviceId = '', notes = '' } = registration;
  if (!isMaintenanceCheckId(id)) return maker.ofCheck(registration, token, 'api');
  return maintenanceRecordOf({ serviceId, reason: notes }, maker.context(token, 'api'));
}

/** What a TTL check's owner last said, if that still holds. */
function restoreTtl(
  record: CheckRecord,
  persisted: PersistedCheck | undefined,
  clock: Clock,
): { readonly record: CheckRecord; readonly remainingMs?: number } {
  const { ttlMs } = record.registration;
  const ttlState = persisted?.ttlState;
  if (ttlMs === undefined || ttlState === undefined) return { record };
  const { status, output, expiresAtWallMs } = ttlState;
  const remainingMs = expiresAtWallMs - clock.wallMs();
  if (remainingMs <= 0) return { record };
  return {
    record: { ...record, check: { ...record.check, status, output } },
    // The wall clock may have been set back meanwhile.
    remainingMs: Math.min(remainingMs, ttlMs),
  };
}

function invalid(subject: string, problem: string): AgentError {
  return new AgentError('INVALID_CONFIG', `${subject}: ${problem}`);
}
