import { isSame } from '../state/structural-equality.js';
import type { CheckRunner } from './checks/probe.js';
import { TtlCheck } from './checks/ttl-check.js';
import type { CheckRecord } from './records.js';

interface Supervised {
  readonly registration: CheckRecord['registration'];
  readonly runner: CheckRunner;
}

/** Creates what keeps a check up to date; undefined where nothing does. */
export type CreateRunner = (
  record: CheckRecord,
  remainingMs: number | undefined,
) => CheckRunner | undefined;

/** Runs one runner for each check that needs one. */
export class CheckSupervisor {
  readonly #createRunner: CreateRunner;
  readonly #supervised = new Map<string, Supervised>();

  constructor(createRunner: CreateRunner) {
    this.#createRunner = createRunner;
  }

  /** @param remainingMs of a TTL check's time; absent: all. */
  begin(record: CheckRecord, remainingMs?: number): void {
    const { checkId } = record.check;
    const { registration } = record;
    const before = this.#supervised.get(checkId);
    const isUnchanged = before !== undefined && isSame(before.registration, registration);
    // One that is registered again and again would otherwise never come to look at its subject.
    if (isUnchanged && !(before.runner instanceof TtlCheck)) return;
    this.end(checkId);
    const runner = this.#createRunner(record, remainingMs);
    if (runner === undefined) return;
    this.#supervised.set(checkId, { registration, runner });
    runner.start();
  }

  end(checkId: string): void {
    this.#supervised.get(checkId)?.runner.stop();
    this.#supervised.delete(checkId);
  }

  endAll(): void {
    for (const checkId of [...this.#supervised.keys()]) this.end(checkId);
  }

  /** Its owner has spoken. @returns the TTL, or undefined of a check that has none. */
  renewTtl(checkId: string): number | undefined {
    const runner = this.#supervised.get(checkId)?.runner;
    if (!(runner instanceof TtlCheck)) return undefined;
    runner.renew();
    return runner.ttlMs;
  }
}
