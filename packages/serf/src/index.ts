export type { SerfConfigInput } from './config.js';
export { resolveConfig } from './config.js';
export * from './core/index.js';
export type { SerfErrorCode, SerfErrorOptions } from './errors.js';
export { isSerfError, SerfError } from './errors.js';
export type { SerfEvents } from './events.js';
export type { IncomingQuery } from './incoming-query.js';
export { createSerf } from './node/serf-node.js';
export type {
  ForceLeaveOptions,
  JoinOptions,
  KeyManager,
  KeyOptions,
  KeyResult,
  OutgoingQuery,
  QueryOptions,
  QueryResult,
  Serf,
  SerfOptions,
  SerfState,
  UserEventOptions,
} from './serf.js';
export { createSerfCodec } from './wire/serf-codec.js';
