// For everybody: one server of a group, and what it is made from.
export type { RaftConfig, RaftConfigOptions, ReloadableRaftConfig } from './config.js';
export { defaultConfig, resolveConfig } from './config.js';
export type { Role } from './core/effect.js';
// For authors of transports and stores; `@konsul/raft/testing` checks what they write.
export type { Entry, EntryKind, HardState, SnapshotMetadata } from './core/entry.js';
export type { Configuration, LearnerAddress, ServerAddress } from './core/membership.js';
export type { MembershipChange } from './core/membership-change.js';
export type { RaftMessage, SnapshotOffer } from './core/message.js';
export type { TermRun } from './core/term-runs.js';
export type { RaftErrorCode, RaftErrorDetails, RaftErrorReason } from './errors.js';
export { isRaftError, RaftError } from './errors.js';
export type { RaftEvents } from './events.js';
export type { BackupMetadata, RaftBackup } from './node/backup.js';
// Between servers.
export type { MemoryRaftNetwork } from './node/memory-transport.js';
export { createMemoryRaftNetwork } from './node/memory-transport.js';
export type { ObserveOptions, RaftEvent, RaftObserver } from './node/observer.js';
export type {
  CallOptions,
  ChangeMembershipOptions,
  PeerSummary,
  Raft,
  RaftNodeStatus,
  RaftOptions,
  ReadConsistency,
  ReadOptions,
} from './node/raft.js';
export { createRaft } from './node/raft-node.js';
export type {
  IncomingSnapshot,
  RaftTransport,
  RaftTransportHandlers,
  SendSnapshotOptions,
} from './node/raft-transport.js';
// After the loss of a quorum.
export type { ClusterRecovery, RecoverClusterOptions } from './node/recover-cluster.js';
export { recoverCluster } from './node/recover-cluster.js';
export type { CommandEntry, StateMachine, StateMachineSnapshot } from './node/state-machine.js';
export type {
  RaftTransportHost,
  StreamRaftHostOptions,
  StreamRaftTransportOptions,
} from './node/stream-transport.js';
export { createStreamRaftHost, createStreamRaftTransport } from './node/stream-transport.js';
// Exactly-once commands.
export type { SessionClient, SessionClientOptions } from './session/session-client.js';
export { createSessionClient } from './session/session-client.js';
export type { SessionCommand } from './session/session-command.js';
export { decodeSessionCommand, encodeSessionCommand } from './session/session-command.js';
export type { ResultCodec, SessionBounds } from './session/session-table.js';
export { defaultSessionBounds } from './session/session-table.js';
export type { SessionOptions, SessionResult } from './session/with-sessions.js';
export { withSessions } from './session/with-sessions.js';
// On disk.
export type { FileSnapshotStoreOptions } from './storage/file-snapshot-store.js';
export { createFileSnapshotStore } from './storage/file-snapshot-store.js';
export { createMemoryLogStore } from './storage/memory-log-store.js';
export { createMemorySnapshotStore } from './storage/memory-snapshot-store.js';
export type {
  LogBatch,
  LogPosition,
  LogRange,
  LogState,
  LogStore,
  RepairReport,
  SnapshotDescription,
  SnapshotReader,
  SnapshotSink,
  SnapshotStore,
  StoredSnapshot,
} from './storage/raft-storage.js';
export type { WalLogStoreOptions } from './storage/wal/wal-log-store.js';
export { createWalLogStore } from './storage/wal/wal-log-store.js';
export type { PeerProtocol, RaftCapability } from './wire/capability.js';
