export type { Deadline } from './deadline-queue.js';
export { DeadlineQueue } from './deadline-queue.js';
export type { Endpoint } from './endpoint.js';
export { formatEndpoint, parseEndpoint } from './endpoint.js';
export { InvariantError, invariant, unreachable } from './invariant.js';
export type { ProtocolCore } from './protocol-core.js';
export type { Rng } from './rng.js';
export { pick, randomBelow, randomBetween, randomRatio, seededRng, shuffle } from './rng.js';
export { TokenBucket } from './token-bucket.js';
