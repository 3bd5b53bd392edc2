import type { Cancel, Clock, Disk, Logger, Metrics, Rng } from '@konsul/runtime';
import type { AgentConfig } from '../config/agent-config.js';
import type { CheckDefinition as CheckRegistration } from '../config/definitions.js';
import type { RequestGateway } from '../request/gateway.js';
import { RequestError } from '../request/request-error.js';
import type { ServiceDefinition } from '../state/domain.js';
import { AntiEntropy } from './anti-entropy.js';
import { CheckSupervisor } from './check-supervisor.js';
import type { AliasSource } from './checks/alias-check.js';
import { headOf } from './checks/check-output.js';
import { createRunner } from './checks/create-runner.js';
import { type ConfiguredDefinitions, localNode } from './definitions.js';
import { loadDefinitions, reloadDefinitions } from './load-definitions.js';
import type {
  LocalCheck,
  LocalServices,
  MaintenanceRequest,
  ServiceRegistration,
  TtlReport,
} from './local-agent.js';
import { LocalRegistry } from './local-registry.js';
import { LocalState } from './local-state.js';
import type { PersistedTtlState } from './persisted-files.js';
import { createDiskStore, type DefinitionStore, forgetfulStore } from './persistence.js';
import { RecordMaker } from './record-maker.js';
import {
  type CheckRecord,
  maintenanceRecordOf,
  NODE_MAINTENANCE_CHECK_ID,
  serviceMaintenanceCheckId,
} from './records.js';
import { isStatus } from './registration-rules.js';
import { createSyncTiming } from './sync-timing.js';

/** How often services are looked for that have been critical for too long. */
const SWEEP_INTERVAL_MS = 30_000;

/** The settings that services and checks of this machine depend on. */
export type LocalServicesConfig = Pick<
  AgentConfig,
  | 'datacenter'
  | 'nodeName'
  | 'nodeMeta'
  | 'segment'
  | 'advertiseAddress'
  | 'advertiseAddressWan'
  | 'isServer'
  | 'services'
  | 'checks'
  | 'acl'
  | 'enableScriptChecks'
  | 'enableLocalScriptChecks'
  | 'checkUpdateIntervalMs'
  | 'discardCheckOutput'
  | 'checkOutputBytesMax'
>;

export interface LocalServicesOptions {
  readonly config: LocalServicesConfig;
  readonly nodeId: string;
  /** The way to the catalogue. */
  readonly gateway: RequestGateway;
  /** Members of the LAN pool; the larger it is, the more this agent's questions are spread. */
  readonly clusterSize: () => number;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Where registrations survive a restart; absent: nowhere. */
  readonly dataDirectory?: { readonly path: string; readonly disk: Disk };
}

/** The services and checks of this machine, with what keeps them and the catalogue up to date. */
export interface LocalServicesRuntime extends LocalServices {
  /**
   * Takes in what is configured and what was registered before a restart, then begins to check and
   * to tell the catalogue; it does not wait for that.
   *
   * @throws AgentError `INVALID_CONFIG` for a configured service or check that cannot be.
   */
  start(): Promise<void>;
  /**
   * Makes services and checks from files be as the files now have them; other settings stay.
   *
   * @throws AgentError `INVALID_CONFIG` for a configured service or check that cannot be; nothing
   * was changed.
   */
  reload(config: ConfiguredDefinitions): Promise<void>;
  /** Ends checks and calls; the catalogue keeps what it was told. Resolves once nothing is written. */
  stop(): Promise<void>;
  /** A server can be reached that could not before: tell it soon. */
  serverAppeared(): void;
}

/** Puts the parts together; nothing happens before `start`. */
export function createLocalServices(options: LocalServicesOptions): LocalServicesRuntime {
  return new LocalServicesOfAgent(options);
}

class LocalServicesOfAgent implements LocalServicesRuntime {
  readonly #options: LocalServicesOptions;
  readonly #state: LocalState;
  readonly #registry: LocalRegistry;
  readonly #maker: RecordMaker;
  readonly #store: DefinitionStore;
  readonly #antiEntropy: AntiEntropy;
  #cancelSweep: Cancel | undefined;

  constructor(options: LocalServicesOptions) {
    const { config, clock, rng, logger, clusterSize, dataDirectory } = options;
    this.#options = options;
    this.#maker = new RecordMaker(config);
    this.#store =
      dataDirectory === undefined ? forgetfulStore : createDiskStore(dataDirectory, logger);
    const outputIntervalMs = config.checkUpdateIntervalMs;
    const timing = createSyncTiming({ rng, clusterSize, outputIntervalMs });
    const { tokens } = config.acl;
    this.#state = new LocalState({
      node: localNode(config, options.nodeId),
      outputDelayMs: timing.outputDelayMs,
    });
    this.#registry = new LocalRegistry({
      state: this.#state,
      supervisor: this.#createSupervisor(),
      clock,
      logger,
      discardsOutput: config.discardCheckOutput,
    });
    this.#antiEntropy = new AntiEntropy({
      ...options,
      state: this.#state,
      timing,
      agentToken: tokens.agent ?? tokens.default ?? '',
      defaultToken: tokens.default ?? '',
    });
    this.#registry.onChange(() => this.#antiEntropy.changed());
  }

  async start(): Promise<void> {
    await loadDefinitions({
      ...this.#options,
      maker: this.#maker,
      registry: this.#registry,
      store: this.#store,
    });
    this.#antiEntropy.start();
    this.#armSweep();
  }

  async reload(config: ConfiguredDefinitions): Promise<void> {
    await reloadDefinitions({
      ...this.#options,
      config,
      maker: this.#maker,
      registry: this.#registry,
      store: this.#store,
    });
  }

  async stop(): Promise<void> {
    this.#cancelSweep?.();
    this.#registry.stop();
    await this.#antiEntropy.stop();
    await this.#store.settled();
  }

  serverAppeared(): void {
    this.#antiEntropy.serverAppeared();
  }

  services(): ReadonlyMap<string, ServiceDefinition> {
    return this.#state.serviceViews();
  }

  checks(): ReadonlyMap<string, LocalCheck> {
    return this.#state.checkViews();
  }

  onChange(listener: () => void): () => void {
    return this.#registry.onChange(listener);
  }

  async registerService(registration: ServiceRegistration): Promise<void> {
    const records = this.#maker.ofService(registration, 'api');
    if (typeof records === 'string') throw new RequestError('INVALID', records);
    const { service, checks } = records;
    const gone = this.#registry.putService(service, checks, {
      replacesChecks: registration.replaceExistingChecks,
    });
    await this.#kept([
      this.#store.saveService(service),
      ...checks.map((check) => this.#saveCheck(check)),
      ...gone.map((checkId) => this.#store.removeCheck(checkId)),
    ]);
  }

  async deregisterService(id: string): Promise<void> {
    this.#demandService(id);
    await this.#removeService(id);
  }

  async setServiceMaintenance(id: string, request: MaintenanceRequest): Promise<void> {
    this.#demandService(id);
    await this.#setMaintenance(serviceMaintenanceCheckId(id), id, request);
  }

  async setNodeMaintenance(request: MaintenanceRequest): Promise<void> {
    await this.#setMaintenance(NODE_MAINTENANCE_CHECK_ID, '', request);
  }

  async registerCheck(check: CheckRegistration, token: string): Promise<void> {
    const record = this.#maker.ofCheck(check, token, 'api');
    if (typeof record === 'string') throw new RequestError('INVALID', record);
    const { serviceId } = record.check;
    if (serviceId !== '' && !this.#state.services.has(serviceId)) {
      throw new RequestError('NOT_FOUND', `ServiceID "${serviceId}" does not exist`);
    }
    this.#registry.putCheck(record);
    await this.#kept([this.#saveCheck(record)]);
  }

  async deregisterCheck(id: string): Promise<void> {
    this.#demandCheck(id);
    this.#registry.removeCheck(id);
    await this.#kept([this.#store.removeCheck(id)]);
  }

  async updateTtl(id: string, { status, output }: TtlReport): Promise<void> {
    const { config, clock } = this.#options;
    const { registration } = this.#demandCheck(id);
    if (!isStatus(status)) throw new RequestError('INVALID', `Invalid check status: '${status}'`);
    const ttlMs = this.#registry.renewTtl(id);
    if (ttlMs === undefined) {
      throw new RequestError('INVALID', `CheckID "${id}" does not have associated TTL`);
    }
    const bytesMax = registration.outputBytesMax ?? config.checkOutputBytesMax;
    this.#registry.report(id, { status, output: headOf(output, bytesMax) });
    const record = this.#demandCheck(id);
    const expiresAtWallMs = clock.wallMs() + ttlMs;
    const ttlState = { status, output: record.check.output, expiresAtWallMs };
    await this.#kept([this.#saveCheck(record, ttlState)]);
  }

  async #setMaintenance(
    checkId: string,
    serviceId: string,
    { isEnabled, reason, token }: MaintenanceRequest,
  ): Promise<void> {
    if (isEnabled === this.#state.checks.has(checkId)) return;
    if (!isEnabled) {
      this.#registry.removeCheck(checkId);
      await this.#kept([this.#store.removeCheck(checkId)]);
      return;
    }
    const context = this.#maker.context(token, 'api');
    const record = maintenanceRecordOf({ serviceId, reason }, context);
    this.#registry.putCheck(record);
    await this.#kept([this.#saveCheck(record)]);
  }

  async #removeService(id: string): Promise<void> {
    const checkIds = this.#registry.removeService(id);
    await this.#kept([
      this.#store.removeService(id),
      ...checkIds.map((checkId) => this.#store.removeCheck(checkId)),
    ]);
  }

  async #kept(writes: readonly Promise<void>[]): Promise<void> {
    try {
      await Promise.all(writes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const detail = `in force, but a restart will not know of it: ${reason}`;
      throw new RequestError('INTERNAL', detail, { cause: error });
    }
  }

  #saveCheck(record: CheckRecord, ttlState?: PersistedTtlState): Promise<void> {
    const { registration, token, origin } = record;
    const state = ttlState === undefined ? {} : { ttlState };
    return this.#store.saveCheck({ registration, token, origin, ...state });
  }

  #demandService(id: string): void {
    if (this.#state.services.has(id)) return;
    throw new RequestError(
      'NOT_FOUND',
      `Unknown service ID "${id}". Ensure that the service ID is passed, not the service name.`,
    );
  }

  #demandCheck(id: string): CheckRecord {
    const record = this.#state.checks.get(id);
    if (record !== undefined) return record;
    throw new RequestError(
      'NOT_FOUND',
      `Unknown check ID "${id}". Ensure that the check ID is passed, not the check name.`,
    );
  }

  #createSupervisor(): CheckSupervisor {
    const { config, clock, rng, gateway } = this.#options;
    const state = this.#state;
    const source: AliasSource = {
      hasService: (id) => state.services.has(id),
      checks: () => Array.from(state.checks.values(), ({ check }) => check),
      onChange: (listener) => this.#registry.onChange(listener),
    };
    return new CheckSupervisor(({ check, registration, token }, remainingMs) =>
      createRunner(registration, {
        clock,
        rng,
        gateway,
        token: token === '' ? (config.acl.tokens.default ?? '') : token,
        nodeName: config.nodeName,
        source,
        outputBytesMax: registration.outputBytesMax ?? config.checkOutputBytesMax,
        report: (result) => this.#registry.report(check.checkId, result),
        lastOutput: () => state.checks.get(check.checkId)?.check.output ?? '',
        ...(remainingMs === undefined ? {} : { remainingMs }),
      }),
    );
  }

  #armSweep(): void {
    const { clock } = this.#options;
    this.#cancelSweep = clock.schedule(clock.nowMs() + SWEEP_INTERVAL_MS, () => {
      this.#sweep();
      this.#armSweep();
    });
  }

  #sweep(): void {
    const { logger } = this.#options;
    for (const { serviceId, checkId } of this.#registry.overdueServices()) {
      logger.info('deregistering a service that has been critical for too long', {
        service: serviceId,
        check: checkId,
      });
      this.#removeService(serviceId).catch((error: unknown) => {
        logger.error('failed to forget a service', { service: serviceId, error });
      });
    }
  }
}
