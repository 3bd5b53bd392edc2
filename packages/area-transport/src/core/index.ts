export { areaKey, datacenterOfMember } from './area-key.js';
export type { LinkFrame, LinkRejectReason } from './link-frames.js';
export {
  encodeAnnounce,
  encodePacket,
  encodePing,
  encodePong,
  joinFrames,
  LinkDecoder,
} from './link-frames.js';
export type { LinkMonitorOptions, LinkVerdict } from './link-monitor.js';
export { LinkMonitor } from './link-monitor.js';
export type { PacketQueueOptions } from './packet-queue.js';
export { PacketQueue } from './packet-queue.js';
