export type { ForwardAttempt, ForwardFailure } from './forwarding.js';
export { retryDelayMs } from './forwarding.js';
export type { DistanceOf } from './route-selection.js';
export { orderByDistance, upperMedian } from './route-selection.js';
export type {
  RouteResult,
  RouterCoreOptions,
  RouterEffect,
  RouterInput,
  RouterTimings,
  ServerKey,
} from './router-core.js';
export { RouterCore } from './router-core.js';
export type { RouterServer } from './router-server.js';
