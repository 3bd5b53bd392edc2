export * from './core/index.js';
export type { SerfErrorCode } from './errors.js';
export { SerfError } from './errors.js';
export type { SerfEvents } from './events.js';
export type {
  IncomingQuery,
  JoinOptions,
  KeyManager,
  KeyResult,
  OutgoingQuery,
  QueryOptions,
  QueryReply,
  QueryResult,
  Serf,
  SerfOptions,
  SerfState,
} from './serf.js';
