import { type Clock, createEventHub, type EventHub, type Logger } from '@konsul/runtime';
import type { CheckSupervisor } from './check-supervisor.js';
import type { ProbeResult } from './checks/probe.js';
import type { LocalState } from './local-state.js';
import type { CheckRecord, ServiceRecord } from './records.js';

/** A service critical for longer goes even if less was asked for, so that a slow start is no end. */
const DEREGISTER_AFTER_MS_MIN = 60_000;

export interface LocalRegistryOptions {
  readonly state: LocalState;
  readonly supervisor: CheckSupervisor;
  readonly clock: Clock;
  readonly logger: Logger;
  /** No outputs are kept. */
  readonly discardsOutput: boolean;
}

/** The state of this machine together with what looks at it; tells of every change. */
export class LocalRegistry {
  readonly #options: LocalRegistryOptions;
  readonly #events: EventHub<{ change: [] }>;

  constructor(options: LocalRegistryOptions) {
    this.#options = options;
    this.#events = createEventHub(options.logger);
  }

  get state(): LocalState {
    return this.#options.state;
  }

  onChange(listener: () => void): () => void {
    // A function of its own, so that a listener that was given twice ends once at a time.
    const own = (): void => listener();
    this.#events.on('change', own);
    return () => this.#events.off('change', own);
  }

  /**
   * Adds or replaces a service with its checks. A check that was there stays in its status.
   *
   * @returns ids of checks that are gone: those not named again, if existing ones are replaced.
   */
  putService(
    record: ServiceRecord,
    checks: readonly CheckRecord[],
    options: { readonly replacesChecks: boolean },
  ): readonly string[] {
    const { state } = this.#options;
    const { id } = record.service;
    const named = new Set(checks.map(({ check }) => check.checkId));
    const gone = options.replacesChecks
      ? state.checkIdsOf(id).filter((checkId) => !named.has(checkId))
      : [];
    state.putService(record);
    for (const check of checks) this.#put(this.#withStatusSoFar(check));
    for (const checkId of gone) this.#remove(checkId);
    this.#events.emit('change');
    return gone;
  }

  /** Adds or replaces a check. @param remainingMs of a TTL check's time; absent: all. */
  putCheck(record: CheckRecord, remainingMs?: number): void {
    this.#put(record, remainingMs);
    this.#events.emit('change');
  }

  /** Adds a check, or replaces it without a change of its status. */
  refreshCheck(record: CheckRecord): void {
    this.putCheck(this.#withStatusSoFar(record));
  }

  /** Removes a service with its checks. @returns the ids of those checks. */
  removeService(id: string): readonly string[] {
    const { state, supervisor } = this.#options;
    const checkIds = state.removeService(id);
    for (const checkId of checkIds) supervisor.end(checkId);
    this.#events.emit('change');
    return checkIds;
  }

  removeCheck(id: string): void {
    this.#remove(id);
    this.#events.emit('change');
  }

  /** Takes in what a check found. */
  report(id: string, { status, output }: ProbeResult): void {
    const { state, clock, logger, discardsOutput } = this.#options;
    const before = state.checks.get(id)?.check.status;
    const result = { status, output: discardsOutput ? '' : output };
    if (!state.updateCheck(id, result, clock.nowMs())) return;
    if (before !== status) logger.info('check changed', { check: id, from: before, to: status });
    this.#events.emit('change');
  }

  /** Its owner has spoken. @returns the TTL, or undefined of a check that has none. */
  renewTtl(id: string): number | undefined {
    return this.#options.supervisor.renewTtl(id);
  }

  /** Services that a check of theirs wants gone, having been critical for too long. */
  overdueServices(): readonly { readonly serviceId: string; readonly checkId: string }[] {
    const { state, clock } = this.#options;
    const overdue = new Map<string, string>();
    for (const [checkId, { check, registration }] of state.checks) {
      const afterMs = registration.deregisterCriticalServiceAfterMs ?? 0;
      const sinceMs = state.criticalSinceMs(checkId);
      if (afterMs <= 0 || sinceMs === undefined || check.serviceId === '') continue;
      const criticalMs = clock.nowMs() - sinceMs;
      if (criticalMs > Math.max(afterMs, DEREGISTER_AFTER_MS_MIN)) {
        overdue.set(check.serviceId, checkId);
      }
    }
    return Array.from(overdue, ([serviceId, checkId]) => ({ serviceId, checkId }));
  }

  /** Looks at nothing any more. */
  stop(): void {
    this.#options.supervisor.endAll();
  }

  #put(record: CheckRecord, remainingMs?: number): void {
    const { state, supervisor, clock } = this.#options;
    state.putCheck(record, clock.nowMs());
    supervisor.begin(record, remainingMs);
  }

  #remove(id: string): void {
    const { state, supervisor } = this.#options;
    state.removeCheck(id);
    supervisor.end(id);
  }

  #withStatusSoFar(record: CheckRecord): CheckRecord {
    const before = this.#options.state.checks.get(record.check.checkId)?.check;
    if (before === undefined) return record;
    return { ...record, check: { ...record.check, status: before.status, output: before.output } };
  }
}
