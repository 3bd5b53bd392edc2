import { option, unknownOption, withoutUndefined } from '@konsul/runtime';
import { defaultCoreConfig, type RaftCoreConfig } from './core/core-config.js';
import { refuseOption } from './errors.js';

/** Every setting of a Raft node. Durations are in milliseconds. */
export interface RaftConfig extends RaftCoreConfig {
  /**
   * Stretches the LAN defaults of every protocol duration that is not set by hand. 1 suits a LAN
   * of healthy machines, 2 to 5 slow or overloaded ones, 5 and more a wide area.
   * Default 1; 0.01 to 1,000.
   */
  readonly timeMultiplier: number;
  /**
   * A snapshot is taken once this many entries were applied since the last one; 0 means never.
   * Default 8,192; 0 to 1,000,000,000.
   */
  readonly snapshotThresholdEntries: number;
  /**
   * A snapshot is taken as well once the commands applied since the last one are this many times
   * as large as it, but not below 64 MiB; 0 means never. Source: dissertation, section 5.1.2.
   * Default 4; 0 to 1,000.
   */
  readonly snapshotSizeFactor: number;
  /** Snapshots kept on disk, the newest ones. Default 2; 1 to 1,000. */
  readonly snapshotsKept: number;
  /**
   * Snapshot bytes sent per second and peer; 0 means as fast as the connection takes them.
   * Default 0; 0 to 9,007,199,254,740,991.
   */
  readonly snapshotBytesPerSecond: number;
}

/** The settings that a running node takes. Those of time and of agreement need a restart. */
type ReloadableKey =
  | 'snapshotThresholdEntries'
  | 'snapshotSizeFactor'
  | 'snapshotsKept'
  | 'snapshotBytesPerSecond'
  | 'trailingEntries'
  | 'laggingEntriesMax'
  | 'messageBytesMax'
  | 'inflightMessagesMax'
  | 'inflightBytesMax'
  | 'uncommittedBytesMax'
  | 'applyBytesMax'
  | 'cacheBytesMax'
  | 'pendingReadsMax'
  | 'catchUpLagEntriesMax'
  | 'promotionRoundsMax';

const reloadableKeys: Readonly<Record<ReloadableKey, true>> = {
  snapshotThresholdEntries: true,
  snapshotSizeFactor: true,
  snapshotsKept: true,
  snapshotBytesPerSecond: true,
  trailingEntries: true,
  laggingEntriesMax: true,
  messageBytesMax: true,
  inflightMessagesMax: true,
  inflightBytesMax: true,
  uncommittedBytesMax: true,
  applyBytesMax: true,
  cacheBytesMax: true,
  pendingReadsMax: true,
  catchUpLagEntriesMax: true,
  promotionRoundsMax: true,
};

/** What `reload` takes; anything left out stays as it is. */
export type ReloadableRaftConfig = Partial<Pick<RaftConfig, ReloadableKey>>;

/**
 * Checks changed settings against those in force.
 *
 * @throws RaftError `INVALID_CONFIG` naming the key; nothing has changed then.
 */
export function reloadConfig(current: RaftConfig, changes: ReloadableRaftConfig): RaftConfig {
  for (const [key, value] of Object.entries(changes)) {
    if (Object.hasOwn(reloadableKeys, key)) continue;
    if (!Object.hasOwn(bounds, key)) refuseOption(unknownOption(key, Object.keys(reloadableKeys)));
    const present = String(current[key as keyof RaftConfig]);
    refuseOption(
      `${key} cannot be changed while the node runs; it stays ${present}, not ${String(value)}`,
    );
  }
  return resolveConfig({ ...current, ...withoutUndefined(changes) });
}

/** What {@link resolveConfig} takes: anything left out has its default. */
export type RaftConfigOptions = Partial<RaftConfig>;

/** The durations that `timeMultiplier` stretches. */
const stretchedKeys = [
  'heartbeatIntervalMs',
  'electionTimeoutMinMs',
  'electionTimeoutMaxMs',
  'checkQuorumTimeoutMs',
  'storageStallTimeoutMs',
  'transferTimeoutMs',
  'readTimeoutMs',
] as const;

const mebibyte = 1024 * 1024;
const hourMs = 3_600_000;

/** Lowest and highest value of every setting, both allowed. */
const bounds: { readonly [Key in keyof RaftConfig]: readonly [min: number, max: number] } = {
  heartbeatIntervalMs: [1, hourMs],
  electionTimeoutMinMs: [1, hourMs],
  electionTimeoutMaxMs: [1, hourMs],
  checkQuorumTimeoutMs: [1, hourMs],
  storageStallTimeoutMs: [1, hourMs],
  transferTimeoutMs: [1, hourMs],
  readTimeoutMs: [1, hourMs],
  leaseClockRatioMax: [0, 10],
  commitNoticeDelayMs: [0, hourMs],
  snapshotTimeoutMs: [1, 24 * hourMs],
  snapshotRetryDelayMs: [1, hourMs],
  messageBytesMax: [1, 64 * mebibyte],
  inflightMessagesMax: [1, 65_536],
  inflightBytesMax: [1, 4_096 * mebibyte],
  uncommittedBytesMax: [1, 4_096 * mebibyte],
  commandBytesMax: [1, 64 * mebibyte],
  applyBytesMax: [1, 1_024 * mebibyte],
  cacheBytesMax: [0, 4_096 * mebibyte],
  pendingReadsMax: [1, 16_777_216],
  trailingEntries: [0, 1_000_000_000],
  laggingEntriesMax: [0, 1_000_000_000],
  catchUpLagEntriesMax: [0, 1_000_000_000],
  promotionRoundsMax: [1, 1_000],
  timeMultiplier: [0.01, 1_000],
  snapshotThresholdEntries: [0, 1_000_000_000],
  snapshotSizeFactor: [0, 1_000],
  snapshotsKept: [1, 1_000],
  snapshotBytesPerSecond: [0, Number.MAX_SAFE_INTEGER],
};

/** The settings of a LAN of healthy machines. */
export const defaultConfig: RaftConfig = {
  ...defaultCoreConfig,
  timeMultiplier: 1,
  snapshotThresholdEntries: 8_192,
  snapshotSizeFactor: 4,
  snapshotsKept: 2,
  snapshotBytesPerSecond: 0,
};

/**
 * Completes and checks settings.
 *
 * @throws RaftError `INVALID_CONFIG` naming the key, its value and its bound.
 */
export function resolveConfig(options: RaftConfigOptions = {}): RaftConfig {
  const given = withoutUndefined(options);
  // What is out of bounds by itself is named before what it would stretch.
  checkBounds(given);
  const timeMultiplier = given.timeMultiplier ?? defaultConfig.timeMultiplier;
  const stretched = Object.fromEntries(
    stretchedKeys.map((key) => [key, defaultConfig[key] * timeMultiplier]),
  );
  const config: RaftConfig = { ...defaultConfig, ...stretched, ...given };
  checkBounds(config);
  checkOrder(config, 'electionTimeoutMinMs', 'electionTimeoutMaxMs');
  checkOrder(config, 'electionTimeoutMinMs', 'checkQuorumTimeoutMs');
  checkOrder(config, 'trailingEntries', 'laggingEntriesMax');
  if (config.leaseClockRatioMax > 0 && config.leaseClockRatioMax < 1) {
    refuse('leaseClockRatioMax', config.leaseClockRatioMax, '0 (no lease reads) or at least 1');
  }
  if (config.electionTimeoutMinMs < 2 * config.heartbeatIntervalMs) {
    const wanted = `at least twice heartbeatIntervalMs (${config.heartbeatIntervalMs})`;
    refuse('electionTimeoutMinMs', config.electionTimeoutMinMs, wanted);
  }
  return config;
}

function refuse(key: string, value: number, wanted: string): never {
  refuseOption(`${key} must be ${wanted}; it is ${value}`);
}

function checkBounds(config: RaftConfigOptions): void {
  for (const [key, value] of Object.entries(config)) {
    const bound: readonly [number, number] | undefined = bounds[key as keyof RaftConfig];
    if (bound === undefined) refuseOption(unknownOption(`config.${key}`, Object.keys(bounds)));
    const problem = option.number(...bound)(value, key);
    if (problem !== undefined) refuseOption(problem);
  }
}

function checkOrder(config: RaftConfig, low: keyof RaftConfig, high: keyof RaftConfig): void {
  if (config[low] <= config[high]) return;
  refuse(low, config[low], `at most ${high} (${config[high]})`);
}
