import type { SwimProfile } from '@konsul/swim';
import { USER_EVENT_BYTES_MAX } from '../../core/handlers/user-events.js';
import { LOG_LEVELS } from '../../ipc/log-level.js';
import type { AgentSettings } from './agent-settings.js';
import {
  choiceKind,
  countKind,
  durationKind,
  flagKind,
  invertedFlagKind,
  listKind,
  pairsKind,
  type SettingKind,
  textKind,
} from './setting-kinds.js';

/** Where a setting comes from, and how it is read. */
export interface Setting<Value> {
  readonly kind: SettingKind<Value>;
  /** Its name in a file. */
  readonly key: string;
  /** Its flag, if it has one, and what help says of it. */
  readonly flag?: { readonly name: string; readonly help: string };
}

type SettingTable = {
  readonly [Name in keyof AgentSettings]: Setting<Exclude<AgentSettings[Name], undefined>>;
};

const PROFILES: readonly SwimProfile[] = ['lan', 'wan', 'local'];
const QUERY_BYTES_MAX = 65_536;
const COUNT_MAX = 1_000_000;

function flag(name: string, help: string): { readonly flag: Setting<unknown>['flag'] & object } {
  return { flag: { name, help } };
}

/** Every setting. Names of flags and keys are those of Serf's agent. */
export const settingTable: SettingTable = {
  nodeName: {
    kind: textKind,
    key: 'node_name',
    ...flag('node', 'Name of this member, unique in the cluster; default the name of the host.'),
  },
  role: { kind: textKind, key: 'role', ...flag('role', 'Tag role; use -tag role=... instead.') },
  tags: { kind: pairsKind, key: 'tags', ...flag('tag', 'key=value: a tag that all members see.') },
  tagsFile: {
    kind: textKind,
    key: 'tags_file',
    ...flag('tags-file', 'File that keeps the tags over restarts; not with -tag.'),
  },
  bind: {
    kind: textKind,
    key: 'bind',
    ...flag('bind', 'Address for gossip; default 0.0.0.0, port 7946.'),
  },
  networkInterface: {
    kind: textKind,
    key: 'interface',
    ...flag('iface', 'Network interface whose address to bind.'),
  },
  advertise: {
    kind: textKind,
    key: 'advertise',
    ...flag('advertise', 'Address that others are told instead; default the one bound.'),
  },
  encryptKey: {
    kind: textKind,
    key: 'encrypt_key',
    ...flag('encrypt', 'Key of 16, 24 or 32 bytes (base64) that gossip is encrypted with.'),
  },
  keyringFile: {
    kind: textKind,
    key: 'keyring_file',
    ...flag('keyring-file', 'File that keeps the keys over restarts; not with -encrypt.'),
  },
  logLevel: {
    kind: choiceKind(LOG_LEVELS),
    key: 'log_level',
    ...flag('log-level', 'Least level that is printed: trace, debug, info, warn or err.'),
  },
  rpcAddress: {
    kind: textKind,
    key: 'rpc_addr',
    ...flag('rpc-addr', 'Address for commands; default 127.0.0.1:7373.'),
  },
  rpcAuthKey: {
    kind: textKind,
    key: 'rpc_auth',
    ...flag('rpc-auth', 'Key that commands must show; better in a file than here.'),
  },
  protocolVersion: {
    kind: countKind(2, 5),
    key: 'protocol',
    ...flag('protocol', 'Serf protocol to speak, 2 to 5; default 5.'),
  },
  profile: {
    kind: choiceKind(PROFILES),
    key: 'profile',
    ...flag('profile', 'Timing of gossip: lan, wan or local; default lan.'),
  },
  snapshotPath: {
    kind: textKind,
    key: 'snapshot_path',
    ...flag('snapshot', 'File that remembers members and clocks over restarts.'),
  },
  isRejoinAfterLeave: {
    kind: flagKind,
    key: 'rejoin_after_leave',
    ...flag('rejoin', 'Come back to the cluster of the snapshot even after a leave.'),
  },
  startJoin: {
    kind: listKind,
    key: 'start_join',
    ...flag('join', 'Member to join at the start; the agent ends if none can be.'),
  },
  isReplayingOnJoin: {
    kind: flagKind,
    key: 'replay_on_join',
    ...flag('replay', 'Deliver user events from before these joins.'),
  },
  retryJoin: {
    kind: listKind,
    key: 'retry_join',
    ...flag('retry-join', 'Member to join, tried until it works.'),
  },
  retryIntervalMs: {
    kind: durationKind,
    key: 'retry_interval',
    ...flag('retry-interval', 'Time between these tries; default 30s, at least 1s.'),
  },
  retryCountMax: {
    kind: countKind(0, COUNT_MAX),
    key: 'retry_max_attempts',
    ...flag('retry-max', 'The agent ends after so many tries; default 0: never.'),
  },
  eventHandlers: {
    kind: listKind,
    key: 'event_handlers',
    ...flag('event-handler', '[filter=]script: run this for events; see docs/serf-command.md.'),
  },
  leavesOnTerminate: {
    kind: flagKind,
    key: 'leave_on_terminate',
    ...flag('leave-on-term', 'Say goodbye to the cluster on SIGTERM too.'),
  },
  skipsLeaveOnInterrupt: {
    kind: flagKind,
    key: 'skip_leave_on_interrupt',
    ...flag('skip-leave-on-interrupt', 'Do not say goodbye on SIGINT.'),
  },
  broadcastTimeoutMs: {
    kind: durationKind,
    key: 'broadcast_timeout',
    ...flag('broadcast-timeout', 'How long leaves and tags may take to spread; default 5s.'),
  },
  isCompressionEnabled: {
    kind: invertedFlagKind,
    key: 'enable_compression',
    ...flag('disable-compression', 'Send gossip uncompressed.'),
  },
  reconnectIntervalMs: { kind: durationKind, key: 'reconnect_interval' },
  reconnectTimeoutMs: { kind: durationKind, key: 'reconnect_timeout' },
  tombstoneTimeoutMs: { kind: durationKind, key: 'tombstone_timeout' },
  isConflictResolutionDisabled: { kind: flagKind, key: 'disable_name_resolution' },
  isCoordinatesDisabled: { kind: flagKind, key: 'disable_coordinates' },
  isNameValidated: { kind: flagKind, key: 'validate_node_names' },
  userEventBytesMax: { kind: countKind(1, USER_EVENT_BYTES_MAX), key: 'user_event_size_limit' },
  queryBytesMax: { kind: countKind(1, QUERY_BYTES_MAX), key: 'query_size_limit' },
  queryResponseBytesMax: {
    kind: countKind(1, QUERY_BYTES_MAX),
    key: 'query_response_size_limit',
  },
};

const NO_MULTICAST = 'members are not looked for by multicast DNS; use -join or -retry-join';
const NO_SYSLOG = 'the log goes to standard output; hand it on from there';
const NO_STATSD = 'measurements are not sent anywhere; see konsul-serf info';

/** Flags of Serf's agent that are not offered, and why. */
export const refusedFlags: ReadonlyMap<string, string> = new Map([
  ['discover', NO_MULTICAST],
  ['mdns-iface', NO_MULTICAST],
  ['mdns-disable-ipv4', NO_MULTICAST],
  ['mdns-disable-ipv6', NO_MULTICAST],
  ['syslog', NO_SYSLOG],
]);

/** Keys of Serf's files that are not offered, and why. */
export const refusedKeys: ReadonlyMap<string, string> = new Map([
  ['discover', NO_MULTICAST],
  ['mdns', NO_MULTICAST],
  ['enable_syslog', NO_SYSLOG],
  ['syslog_facility', NO_SYSLOG],
  ['statsite_addr', NO_STATSD],
  ['statsd_addr', NO_STATSD],
]);
