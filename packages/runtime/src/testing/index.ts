// For authors of contracts: what every implementation of an interface must do, as cases to run.
export type { ContractCase, ContractSubject } from './contract.js';
export { contractCase, rejectsWith, settled } from './contract.js';
// For tests with real sockets: time that passes when told to, and counts to wait for.
export { CountingMetrics } from './counting-metrics.js';
// What every transport must do.
export type { DatagramSubject } from './datagram-transport-contract.js';
export {
  datagramExchangeContract,
  datagramTransportContract,
} from './datagram-transport-contract.js';
export { ManualClock } from './manual-clock.js';
export type { SilentListener } from './silent-listener.js';
export { createSilentListener } from './silent-listener.js';
export type { StreamPairSubject, StreamSubject } from './stream-probe.js';
export type { SilentSubject } from './stream-transport-contract.js';
export {
  streamExchangeContract,
  streamSilenceContract,
  streamTransportContract,
} from './stream-transport-contract.js';
