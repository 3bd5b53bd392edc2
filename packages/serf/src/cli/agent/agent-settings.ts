import type { SwimProfile } from '@konsul/swim';
import type { LogLevel } from '../../ipc/log-level.js';

/** Everything that an agent can be told by flags and files. Durations are in milliseconds. */
export interface AgentSettings {
  readonly nodeName: string | undefined;
  readonly role: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly tagsFile: string | undefined;
  readonly bind: string;
  readonly networkInterface: string | undefined;
  readonly advertise: string | undefined;
  readonly encryptKey: string | undefined;
  readonly keyringFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly rpcAddress: string;
  readonly rpcAuthKey: string | undefined;
  readonly protocolVersion: number;
  readonly profile: SwimProfile;
  readonly snapshotPath: string | undefined;
  readonly isRejoinAfterLeave: boolean;
  readonly startJoin: readonly string[];
  readonly isReplayingOnJoin: boolean;
  readonly retryJoin: readonly string[];
  readonly retryIntervalMs: number;
  /** 0 never gives up. */
  readonly retryCountMax: number;
  readonly eventHandlers: readonly string[];
  readonly leavesOnTerminate: boolean;
  readonly skipsLeaveOnInterrupt: boolean;
  readonly broadcastTimeoutMs: number;
  readonly reconnectIntervalMs: number | undefined;
  readonly reconnectTimeoutMs: number | undefined;
  readonly tombstoneTimeoutMs: number | undefined;
  readonly isConflictResolutionDisabled: boolean;
  readonly isCoordinatesDisabled: boolean;
  readonly isCompressionEnabled: boolean;
  readonly isNameValidated: boolean;
  readonly userEventBytesMax: number | undefined;
  readonly queryBytesMax: number | undefined;
  readonly queryResponseBytesMax: number | undefined;
}

/** What one file, or the flags, say. */
export type SettingsFragment = Partial<AgentSettings>;

/** What an agent does when it is told nothing. Source: Serf's agent. */
export const defaultAgentSettings: AgentSettings = {
  nodeName: undefined,
  role: undefined,
  tags: {},
  tagsFile: undefined,
  bind: '0.0.0.0',
  networkInterface: undefined,
  advertise: undefined,
  encryptKey: undefined,
  keyringFile: undefined,
  logLevel: 'INFO',
  rpcAddress: '127.0.0.1:7373',
  rpcAuthKey: undefined,
  protocolVersion: 5,
  profile: 'lan',
  snapshotPath: undefined,
  isRejoinAfterLeave: false,
  startJoin: [],
  isReplayingOnJoin: false,
  retryJoin: [],
  retryIntervalMs: 30_000,
  retryCountMax: 0,
  eventHandlers: [],
  leavesOnTerminate: false,
  skipsLeaveOnInterrupt: false,
  broadcastTimeoutMs: 5_000,
  reconnectIntervalMs: undefined,
  reconnectTimeoutMs: undefined,
  tombstoneTimeoutMs: undefined,
  isConflictResolutionDisabled: false,
  isCoordinatesDisabled: false,
  isCompressionEnabled: true,
  isNameValidated: false,
  userEventBytesMax: undefined,
  queryBytesMax: undefined,
  queryResponseBytesMax: undefined,
};
