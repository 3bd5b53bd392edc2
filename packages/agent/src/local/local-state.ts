import type { NodeDefinition, ServiceDefinition } from '../state/domain.js';
import { isSame } from '../state/structural-equality.js';
import type { LocalCheck, TtlReport } from './local-agent.js';
import type { CheckRecord, ServiceRecord } from './records.js';
import type { Comparison, LocalCatalog, OutOfSync, SyncOperation } from './sync-plan.js';

export interface LocalStateOptions {
  readonly node: NodeDefinition;
  /** How long a new output is held back when a check's status stays; 0: not at all. */
  readonly outputDelayMs: () => number;
}

/**
 * The services and checks of this machine, and what of them the catalogue must still be told.
 *
 * Holds no clock and does nothing by itself: whoever changes it says what time it is.
 */
export class LocalState implements LocalCatalog {
  readonly node: NodeDefinition;
  readonly #outputDelayMs: () => number;
  readonly #services = new Map<string, ServiceRecord>();
  readonly #checks = new Map<string, CheckRecord>();
  readonly #checkIdsByService = new Map<string, Set<string>>();
  /** When a check's held output is due in the catalogue. */
  readonly #heldOutputs = new Map<string, number>();
  readonly #criticalSinceMs = new Map<string, number>();
  #isNodeStale = true;
  #isCompared = false;
  readonly #staleServices = new Set<string>();
  readonly #staleChecks = new Set<string>();
  readonly #goneServices = new Map<string, string>();
  readonly #goneChecks = new Map<string, string>();
  #serviceViews: ReadonlyMap<string, ServiceDefinition> | undefined;
  #checkViews: ReadonlyMap<string, LocalCheck> | undefined;

  constructor({ node, outputDelayMs }: LocalStateOptions) {
    this.node = node;
    this.#outputDelayMs = outputDelayMs;
  }

  get services(): ReadonlyMap<string, ServiceRecord> {
    return this.#services;
  }

  get checks(): ReadonlyMap<string, CheckRecord> {
    return this.#checks;
  }

  get heldOutputs(): ReadonlyMap<string, number> {
    return this.#heldOutputs;
  }

  /** What the catalogue must still be told, as far as is known. */
  get outOfSync(): OutOfSync {
    return {
      isNodeStale: this.#isNodeStale,
      services: this.#staleServices,
      checks: this.#staleChecks,
      goneServices: this.#goneServices,
      goneChecks: this.#goneChecks,
    };
  }

  /** Whether it has been compared with the catalogue; before, no change is known to be one. */
  get isCompared(): boolean {
    return this.#isCompared;
  }

  /** The services as others see them; a new map after each change. */
  serviceViews(): ReadonlyMap<string, ServiceDefinition> {
    this.#serviceViews ??= new Map([...this.#services].map(([id, { service }]) => [id, service]));
    return this.#serviceViews;
  }

  /** The checks as others see them; a new map after each change. */
  checkViews(): ReadonlyMap<string, LocalCheck> {
    this.#checkViews ??= new Map([...this.#checks].map(([id, record]) => [id, this.#view(record)]));
    return this.#checkViews;
  }

  /** Ids of the checks of a service, or of the node where `serviceId` is empty. */
  checkIdsOf(serviceId: string): readonly string[] {
    return [...(this.#checkIdsByService.get(serviceId) ?? [])];
  }

  /** Since when a check has been critical without a break; undefined when it is not. */
  criticalSinceMs(checkId: string): number | undefined {
    return this.#criticalSinceMs.get(checkId);
  }

  /** Adds or replaces a service. Its checks stay. */
  putService(record: ServiceRecord): void {
    const { id } = record.service;
    const before = this.#services.get(id);
    this.#services.set(id, record);
    this.#goneServices.delete(id);
    if (!isSame(before?.service, record.service)) this.#staleServices.add(id);
    this.#forgetViews();
  }

  /** Adds or replaces a check. */
  putCheck(record: CheckRecord, nowMs: number): void {
    const { checkId, serviceId } = record.check;
    const before = this.#checks.get(checkId);
    if (before !== undefined) this.#unlink(before);
    const siblings = this.#checkIdsByService.get(serviceId) ?? new Set();
    this.#checkIdsByService.set(serviceId, siblings.add(checkId));
    this.#setCheck(record, nowMs);
    this.#goneChecks.delete(checkId);
    if (!isSame(before?.check, record.check)) this.#staleChecks.add(checkId);
  }

  /** Removes a service with its checks. @returns the ids of those checks. */
  removeService(id: string): readonly string[] {
    const record = this.#services.get(id);
    if (record === undefined) return [];
    const checkIds = this.checkIdsOf(id);
    for (const checkId of checkIds) this.removeCheck(checkId);
    // The catalogue removes a service's checks by itself.
    for (const checkId of checkIds) this.#goneChecks.delete(checkId);
    this.#services.delete(id);
    this.#staleServices.delete(id);
    this.#goneServices.set(id, record.token);
    this.#forgetViews();
    return checkIds;
  }

  /** Removes a check. */
  removeCheck(id: string): void {
    const record = this.#checks.get(id);
    if (record === undefined) return;
    this.#unlink(record);
    this.#checks.delete(id);
    this.#heldOutputs.delete(id);
    this.#criticalSinceMs.delete(id);
    this.#staleChecks.delete(id);
    this.#goneChecks.set(id, record.token);
    this.#forgetViews();
  }

  /** Takes in what a check found. @returns whether anything is other than before. */
  updateCheck(id: string, { status, output }: TtlReport, nowMs: number): boolean {
    const record = this.#checks.get(id);
    if (record === undefined) return false;
    const { check } = record;
    if (check.status === status && check.output === output) return false;
    this.#setCheck({ ...record, check: { ...check, status, output } }, nowMs);
    const delayMs = check.status === status ? this.#outputDelayMs() : 0;
    if (delayMs === 0) this.#staleChecks.add(id);
    else if (!this.#staleChecks.has(id) && !this.#heldOutputs.has(id)) {
      this.#heldOutputs.set(id, nowMs + delayMs);
    }
    return true;
  }

  /** When the next held output is due, or undefined. */
  nextDeadlineMs(): number | undefined {
    let nextMs: number | undefined;
    for (const dueAtMs of this.#heldOutputs.values()) nextMs = Math.min(nextMs ?? dueAtMs, dueAtMs);
    return nextMs;
  }

  /** Holds back no longer what is due. */
  releaseOutputs(nowMs: number): void {
    for (const [id, dueAtMs] of this.#heldOutputs) {
      if (dueAtMs > nowMs) continue;
      this.#heldOutputs.delete(id);
      this.#staleChecks.add(id);
    }
  }

  /** Takes in a comparison that was made with this very state. */
  applyComparison(comparison: Comparison): void {
    this.#isNodeStale = comparison.isNodeStale;
    if (!this.#isCompared) {
      // What was loaded or registered before is new only if the catalogue does not have it.
      this.#staleServices.clear();
      this.#staleChecks.clear();
      this.#isCompared = true;
    }
    for (const [id, tags] of comparison.adoptedTags) {
      const record = this.#services.get(id);
      if (record === undefined) continue;
      this.#services.set(id, { ...record, service: { ...record.service, tags } });
      this.#forgetViews();
    }
    // Later on, what has not been sent stays to be sent: the answer may be older than our own words.
    for (const id of comparison.services) this.#staleServices.add(id);
    for (const id of comparison.checks) this.#staleChecks.add(id);
    addMissing(this.#goneServices, comparison.goneServices);
    addMissing(this.#goneChecks, comparison.goneChecks);
  }

  /** Notes that the catalogue knows, or will never take, what an operation said. */
  settle(operation: SyncOperation): void {
    switch (operation.type) {
      case 'deregister-service':
        this.#goneServices.delete(operation.id);
        return;
      case 'deregister-check':
        this.#goneChecks.delete(operation.id);
        return;
      case 'register-node':
        this.#isNodeStale = false;
        return;
      case 'register':
        this.#settleRegistration(operation);
    }
  }

  /** What was replaced while the call was under way is as stale as before. */
  #settleRegistration({ service, checks }: SyncOperation & { readonly type: 'register' }): void {
    if (service !== undefined && this.#services.get(service.service.id) === service) {
      this.#staleServices.delete(service.service.id);
    }
    for (const record of checks) {
      const { checkId } = record.check;
      if (this.#checks.get(checkId) !== record) continue;
      this.#staleChecks.delete(checkId);
      this.#heldOutputs.delete(checkId);
    }
  }

  #setCheck(record: CheckRecord, nowMs: number): void {
    const { checkId, status } = record.check;
    this.#checks.set(checkId, record);
    if (status !== 'critical') this.#criticalSinceMs.delete(checkId);
    else if (!this.#criticalSinceMs.has(checkId)) this.#criticalSinceMs.set(checkId, nowMs);
    this.#forgetViews();
  }

  #unlink({ check }: CheckRecord): void {
    const siblings = this.#checkIdsByService.get(check.serviceId);
    siblings?.delete(check.checkId);
    if (siblings?.size === 0) this.#checkIdsByService.delete(check.serviceId);
  }

  #view({ check }: CheckRecord): LocalCheck {
    const service = this.#services.get(check.serviceId)?.service;
    return { ...check, serviceName: service?.service ?? '', serviceTags: service?.tags ?? [] };
  }

  #forgetViews(): void {
    this.#serviceViews = undefined;
    this.#checkViews = undefined;
  }
}

function addMissing(target: Map<string, string>, items: ReadonlyMap<string, string>): void {
  for (const [id, token] of items) if (!target.has(id)) target.set(id, token);
}
