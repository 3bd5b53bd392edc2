import type { Cancel, Clock, Logger, Metrics } from '@konsul/runtime';
import type { DeregisterCommand, RegisterCommand } from '../commands/command.js';
import { catalogDeregister, catalogNodeServices, catalogRegister } from '../endpoints/catalog.js';
import { healthNodeChecks } from '../endpoints/health.js';
import type { ReadOptions, RequestGateway } from '../request/gateway.js';
import { RequestError, type RequestErrorCode } from '../request/request-error.js';
import type { NodeDefinition } from '../state/domain.js';
import type { LocalState } from './local-state.js';
import { compareCatalogs, planSync, type RemoteCatalog, type SyncOperation } from './sync-plan.js';
import type { SyncTiming } from './sync-timing.js';

/** How far behind the leader an answer may be that the comparison is made with. */
const READ_STALENESS_MS_MAX = 2000;

/** Refusals that concern one operation only. */
const refusals: ReadonlySet<string> = new Set<RequestErrorCode>([
  'DENIED',
  'INVALID',
  'NOT_FOUND',
  'INTERNAL',
  'TOO_LARGE',
]);

export interface AntiEntropyOptions {
  readonly state: LocalState;
  readonly gateway: RequestGateway;
  readonly timing: SyncTiming;
  /** Secret of the agent itself; empty: none. */
  readonly agentToken: string;
  /** Secret for services and checks that brought none; empty: none. */
  readonly defaultToken: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Carries this machine's services and checks to the catalogue: at once what changes, and from time
 * to time everything, compared with what the catalogue has. One pass runs at a time.
 *
 * Source: Consul's documentation of anti-entropy.
 */
export class AntiEntropy {
  readonly #options: AntiEntropyOptions;
  readonly #stopping = new AbortController();
  #wanted: 'nothing' | 'changes' | 'everything' = 'nothing';
  #running: Promise<void> | undefined;
  #isKickPending = false;
  #fullSync: { readonly atMs: number; readonly cancel: Cancel } | undefined;
  #cancelOutputTimer: Cancel | undefined;

  constructor(options: AntiEntropyOptions) {
    this.#options = options;
  }

  start(): void {
    this.#want('everything');
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#fullSync?.cancel();
    this.#cancelOutputTimer?.();
    await this.#running;
  }

  /** Something in the state is other than it was. */
  changed(): void {
    this.#armOutputTimer();
    if (this.#options.state.isCompared) this.#want('changes');
  }

  /** A server can be reached that could not before. */
  serverAppeared(): void {
    const { clock, timing } = this.#options;
    this.#scheduleFullSync(clock.nowMs() + timing.serverAppearedDelayMs());
  }

  #want(what: 'changes' | 'everything'): void {
    if (this.#wanted !== 'everything') this.#wanted = what;
    if (this.#isKickPending || this.#stopping.signal.aborted) return;
    this.#isKickPending = true;
    // Changes of one turn of the event loop go together.
    this.#options.clock.defer(() => {
      this.#isKickPending = false;
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#wanted !== 'nothing' && !signal.aborted) {
      const isFull = this.#wanted === 'everything' || this.#needsComparison();
      this.#wanted = 'nothing';
      await this.#pass(isFull);
    }
    this.#running = undefined;
  }

  async #pass(isFull: boolean): Promise<void> {
    const { clock, timing, logger, metrics } = this.#options;
    const startedAtMs = clock.nowMs();
    let isLevel = false;
    try {
      if (isFull) await this.#compare();
      isLevel = await this.#push();
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      logger.warn('failed to sync with the catalogue', { error, isFull });
    }
    metrics.sample('local.sync', clock.nowMs() - startedAtMs);
    if (!isLevel) {
      metrics.increment('local.sync.failed');
      this.#scheduleFullSync(clock.nowMs() + timing.retryDelayMs());
    } else if (isFull) {
      this.#fullSync?.cancel();
      this.#fullSync = undefined;
      this.#scheduleFullSync(clock.nowMs() + timing.fullSyncDelayMs());
    }
  }

  /**
   * Sending a service along with its check would undo tags that the catalogue was given since the
   * last comparison; where it has the last word on them, it is asked first.
   */
  #needsComparison(): boolean {
    const { state } = this.#options;
    const { outOfSync } = state;
    return planSync(state, outOfSync).some(
      (operation) =>
        operation.type === 'register' &&
        operation.service?.service.enableTagOverride === true &&
        !outOfSync.services.has(operation.service.service.id),
    );
  }

  async #compare(): Promise<void> {
    const { state } = this.#options;
    const remote = await this.#readCatalog();
    state.applyComparison(compareCatalogs(state, remote));
  }

  async #readCatalog(): Promise<RemoteCatalog> {
    const { state, gateway, agentToken } = this.#options;
    const request = { name: state.node.node };
    const options: ReadOptions = {
      consistency: 'stale',
      maxStaleMs: READ_STALENESS_MS_MAX,
      token: agentToken,
      signal: this.#stopping.signal,
    };
    const [found, checks] = await Promise.all([
      gateway.read(catalogNodeServices, request, options),
      gateway.read(healthNodeChecks, request, options),
    ]);
    return {
      node: found.value?.node,
      services: found.value?.services ?? [],
      checks: checks.value,
    };
  }

  /** @returns whether the catalogue took everything, or refused it for good. */
  async #push(): Promise<boolean> {
    const { state, logger } = this.#options;
    let isLevel = true;
    for (const operation of planSync(state, state.outOfSync)) {
      try {
        await this.#send(operation);
        state.settle(operation);
      } catch (error) {
        if (!(error instanceof RequestError) || !isRefusal(error, operation)) throw error;
        logger.warn('the catalogue refused a registration', { error, ...describe(operation) });
        // Asking again with the same rights would be refused again, by every agent all the time.
        if (error.code === 'DENIED') state.settle(operation);
        else isLevel = false;
      }
    }
    this.#armOutputTimer();
    return isLevel;
  }

  async #send(operation: SyncOperation): Promise<void> {
    const { state, gateway } = this.#options;
    const options = { token: this.#tokenOf(operation), signal: this.#stopping.signal };
    if (operation.type === 'register' || operation.type === 'register-node') {
      const command = registerCommand(state.node, operation);
      await gateway.write(catalogRegister, command, options);
    } else {
      const command = deregisterCommand(state.node, operation);
      await gateway.write(catalogDeregister, command, options);
    }
  }

  #tokenOf(operation: SyncOperation): string {
    const { agentToken, defaultToken } = this.#options;
    if (operation.type === 'register-node') return agentToken;
    if (operation.token !== '') return operation.token;
    return operation.type === 'register' && operation.service !== undefined
      ? defaultToken
      : agentToken;
  }

  /** The earlier of what is scheduled and `atMs` holds. */
  #scheduleFullSync(atMs: number): void {
    if (this.#stopping.signal.aborted) return;
    if (this.#fullSync !== undefined && this.#fullSync.atMs <= atMs) return;
    this.#fullSync?.cancel();
    const cancel = this.#options.clock.schedule(atMs, () => {
      this.#fullSync = undefined;
      this.#want('everything');
    });
    this.#fullSync = { atMs, cancel };
  }

  #armOutputTimer(): void {
    const { state, clock } = this.#options;
    this.#cancelOutputTimer?.();
    this.#cancelOutputTimer = undefined;
    const dueAtMs = state.nextDeadlineMs();
    if (dueAtMs === undefined || this.#stopping.signal.aborted) return;
    this.#cancelOutputTimer = clock.schedule(dueAtMs, () => {
      state.releaseOutputs(clock.nowMs());
      this.changed();
    });
  }
}

/** Whether the operations behind it are still worth trying, and safe. */
function isRefusal({ code }: RequestError, { type }: SyncOperation): boolean {
  // A node that is refused for anything but rights may be another machine's.
  return type === 'register-node' ? code === 'DENIED' : refusals.has(code);
}

function registerCommand(
  node: NodeDefinition,
  operation: SyncOperation & { readonly type: 'register' | 'register-node' },
): RegisterCommand {
  if (operation.type === 'register-node') {
    return { type: 'register', node, skipNodeUpdate: false, checks: [] };
  }
  return {
    type: 'register',
    node,
    skipNodeUpdate: true,
    checks: operation.checks.map(({ check }) => check),
    ...(operation.service === undefined ? {} : { service: operation.service.service }),
  };
}

function deregisterCommand(
  node: NodeDefinition,
  { type, id }: SyncOperation & { readonly type: 'deregister-service' | 'deregister-check' },
): DeregisterCommand {
  return {
    type: 'deregister',
    node: node.node,
    serviceId: type === 'deregister-service' ? id : '',
    checkId: type === 'deregister-check' ? id : '',
    datacenter: node.datacenter,
  };
}

function describe(operation: SyncOperation): Readonly<Record<string, unknown>> {
  switch (operation.type) {
    case 'register-node':
      return { operation: operation.type };
    case 'register':
      return {
        operation: operation.type,
        service: operation.service?.service.id,
        checks: operation.checks.map(({ check }) => check.checkId),
      };
    default:
      return { operation: operation.type, id: operation.id };
  }
}
