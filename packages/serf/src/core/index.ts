export type { SerfConfig } from './config.js';
export {
  defaultSerfConfig,
  SERF_PROTOCOL_VERSION_MAX,
  SERF_PROTOCOL_VERSION_MIN,
} from './config.js';
export * from './coordinate.js';
export type { MemberEvent, MemberEventType, QueryEvent, SerfEvent, UserEvent } from './event.js';
export type { SerfMember, SerfMemberStatus } from './member.js';
export type * from './messages.js';
export type { SerfStats } from './stats.js';
export * from './vivaldi.js';
