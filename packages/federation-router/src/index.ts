// For control planes: routing calls to datacenters.
export type { RouterConfig } from './config.js';
export { defaultRouterConfig, resolveRouterConfig } from './config.js';
// For those who bring their own loop, and for forwarding inside a datacenter.
export * from './core/index.js';
export type { RouterErrorCode } from './errors.js';
export { isRouterError, RouterError } from './errors.js';
export type { RouterEvents } from './events.js';
export type { AttachPoolOptions, GossipPool } from './node/attach-pool.js';
export { attachPool } from './node/attach-pool.js';
export type {
  FederationRouter,
  FederationRouterOptions,
  Ping,
  Route,
  SecondsTo,
} from './node/federation-router.js';
export { createFederationRouter } from './node/federation-router.js';
