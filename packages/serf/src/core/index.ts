export type { SerfCodec, SerfDecoding, SerfRejectReason } from './codec.js';
export type { SerfConfig } from './config.js';
export {
  defaultSerfConfig,
  SERF_PROTOCOL_VERSION_MAX,
  SERF_PROTOCOL_VERSION_MIN,
} from './config.js';
export type { SerfCoreOptions, SerfCoreState } from './context.js';
export * from './coordinate.js';
export type {
  KeyTally,
  QueryReply,
  SerfEffect,
  SerfFailureReason,
  SerfLogLevel,
  SerfOutcome,
  SwimPassedEffect,
} from './effect.js';
export type { MemberEvent, MemberEventType, QueryEvent, SerfEvent, UserEvent } from './event.js';
export { USER_EVENT_BYTES_MAX } from './handlers/user-events.js';
export type {
  KeyOperation,
  KeyringSavedInput,
  QueryId,
  SerfCommand,
  SerfInput,
  SnapshotFailedInput,
} from './input.js';
export type { KeyringAccess, KeyringFailure } from './keyring-access.js';
export type { SerfMember, SerfMemberStatus } from './member.js';
export type * from './messages.js';
export type { LinearPattern } from './pattern/linear-pattern.js';
export { compilePattern } from './pattern/linear-pattern.js';
export { SerfCore } from './serf-core.js';
export type { RecoveredState } from './snapshot-replay.js';
export { replaySnapshot } from './snapshot-replay.js';
export type { SerfStats } from './stats.js';
export * from './vivaldi.js';
