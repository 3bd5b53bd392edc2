export type { SwimTransportCase, SwimTransportSubject } from './swim-transport-contract.js';
export { swimTransportContract } from './swim-transport-contract.js';
