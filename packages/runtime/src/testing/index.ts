// For authors of contracts: what every implementation of an interface must do, as cases to run.
export type { ContractCase, ContractSubject } from './contract.js';
export { contractCase, rejectsWith, settled } from './contract.js';
// For tests with real sockets: time that passes when told to, and counts to wait for.
export { CountingMetrics } from './counting-metrics.js';
export { ManualClock } from './manual-clock.js';
