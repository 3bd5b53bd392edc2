// For everybody: what a package takes from its host.

// For authors of protocol packages: options that say what is wrong with them.
export type { OptionRule, OptionRules } from './check-options.js';
export { checkOptions, nestedOptions, unknownOption, withoutUndefined } from './check-options.js';
export type { Cancel, Clock } from './clock.js';
export { systemClock } from './clock.js';
export * from './core/index.js';
export { dialReason, systemReason } from './dial-reason.js';
export type { Disk, DiskFile, DiskLock, OpenOptions } from './disk.js';
export { writeFileAtomically } from './disk.js';
// For authors of protocol packages: running a core, and the machine's own transports and disk.
export type { DriverOptions } from './driver.js';
export { Driver } from './driver.js';
export type { EventHub, EventMap, EventSource, Listener } from './events.js';
export { createEventHub } from './events.js';
export { formatGoDuration, parseGoDuration, parseGoDurationMs } from './go-duration.js';
export type { LogFields, Logger } from './logger.js';
export { silentLogger } from './logger.js';
export type { MetricLabels, Metrics } from './metrics.js';
export { silentMetrics } from './metrics.js';
export { crc32 } from './node/crc32.js';
export { createNodeDisk, type NodeDiskOptions, nodeDisk } from './node/node-disk.js';
export { socketStream } from './node/socket-stream.js';
export type { TcpTransportOptions } from './node/tcp-transport.js';
export { createTcpTransport } from './node/tcp-transport.js';
export type { UdpTransportOptions } from './node/udp-transport.js';
export { createUdpTransport } from './node/udp-transport.js';
export * as option from './option-rules.js';
export { PendingCommands } from './pending-commands.js';
export { plainAddress, SourceLimits } from './source-limits.js';
export { createSystemRng } from './system-rng.js';
export type {
  ByteStream,
  ByteStreamHandlers,
  ConnectOptions,
  DatagramHandler,
  DatagramTransport,
  StreamTransport,
} from './transport.js';
