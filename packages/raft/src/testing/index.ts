// What every store and transport must hold to, as cases that any test runner can run.
export type { ContractCase, ContractOutcome, ContractRunOptions } from './contract.js';
export { logStoreContract } from './log-store-contract.js';
export type { LogStoreMedium } from './log-store-medium.js';
export { raftTransportContract } from './raft-transport-contract.js';
export { snapshotStoreContract } from './snapshot-store-contract.js';
export type { RaftTransportPair } from './transport-bench.js';
