export { formatAddress, isSameAddress, parseAddress } from './address.js';
export { isCidr } from './address-filter.js';
export type { Broadcast } from './broadcast-queue.js';
export { BroadcastQueue, transmitLimit } from './broadcast-queue.js';
export type {
  EncodePacketOptions,
  EncodeStreamOptions,
  PacketDecoding,
  RejectReason,
  StreamDecoder,
  StreamDecoding,
  StreamSide,
  SwimCodec,
} from './codec.js';
export type { SwimConfig, VersionRange } from './config.js';
export {
  lanConfig,
  localConfig,
  META_BYTES_MAX,
  PROTOCOL_VERSION_MAX,
  PROTOCOL_VERSION_MIN,
  wanConfig,
} from './config.js';
export type { SwimCoreOptions } from './context.js';
export type { SwimDelegate } from './delegate.js';
export type {
  JoinFailure,
  SwimEffect,
  SwimFailureReason,
  SwimMeasurement,
  SwimOutcome,
  SwimRejectReason,
} from './effect.js';
export type { MemberEvent, SwimEvent } from './event.js';
export type {
  CommandId,
  StreamId,
  StreamOpenFailure,
  SwimCommand,
  SwimInput,
  SwimWorldInput,
} from './input.js';
export type { Member, MemberState } from './member.js';
export { isLive } from './member.js';
export type * from './messages.js';
export { SMALL_CLUSTER_COUNT_MAX } from './small-cluster.js';
export { remainingSuspicionMs, suspicionTimeoutMinMs } from './suspicion.js';
export { SwimCore } from './swim-core.js';
