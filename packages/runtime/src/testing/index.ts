// For authors of contracts: what every implementation of an interface must do, as cases to run.
export type { ContractCase, ContractSubject } from './contract.js';
export { contractCase, rejectsWith, settled } from './contract.js';
