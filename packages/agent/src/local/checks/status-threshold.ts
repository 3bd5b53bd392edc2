import type { CheckStatus } from '../../state/domain.js';

/** How many like results in a row a change needs; 0 and 1 both mean the first. */
export interface StatusThresholds {
  readonly successBeforePassing: number;
  readonly failuresBeforeWarning: number;
  readonly failuresBeforeCritical: number;
}

/** Holds a check's status against single results that say otherwise. */
export class StatusThreshold {
  readonly #thresholds: StatusThresholds;
  #successCount = 0;
  #failureCount = 0;

  constructor(thresholds: StatusThresholds) {
    this.#thresholds = thresholds;
  }

  /** @returns the status that is now in force, or undefined where the last one stays. */
  take(status: CheckStatus): CheckStatus | undefined {
    const { successBeforePassing, failuresBeforeWarning, failuresBeforeCritical } =
      this.#thresholds;
    if (status !== 'critical') {
      this.#successCount += 1;
      this.#failureCount = 0;
      return this.#successCount >= successBeforePassing ? status : undefined;
    }
    this.#failureCount += 1;
    this.#successCount = 0;
    if (this.#failureCount >= failuresBeforeCritical) return 'critical';
    return this.#failureCount >= failuresBeforeWarning ? 'warning' : undefined;
  }
}
