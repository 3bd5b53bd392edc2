import type { SwimConfig } from '@konsul/swim';
import { MEMBERLIST_WAYS } from '../cluster/memberlist-ways.js';

/** One row of the paper's tables. */
export type ConfigurationName =
  | 'SWIM'
  | 'LHA-Probe'
  | 'LHA-Suspicion'
  | 'Buddy System'
  | 'Lifeguard'
  | 'Konsul defaults';

export const CONFIGURATION_NAMES: readonly ConfigurationName[] = [
  'SWIM',
  'LHA-Probe',
  'LHA-Suspicion',
  'Buddy System',
  'Lifeguard',
  'Konsul defaults',
];

/** How long and how often members are in trouble. */
export interface Anomaly {
  /** C: members in trouble at the same time. */
  readonly concurrentCount: number;
  /** D: how long they are. */
  readonly durationMs: number;
  /** I: how long they are well in between; undefined for one anomaly only (the Threshold experiment). */
  readonly intervalMs: number | undefined;
}

/** Everything that makes one run what it is. */
export interface LifeguardJob extends Anomaly {
  readonly configuration: ConfigurationName;
  /** Lifeguard's α, memberlist's `SuspicionMult`. */
  readonly alpha: number;
  /** Lifeguard's β, memberlist's `SuspicionMaxTimeoutMult`. */
  readonly beta: number;
  readonly seed: number;
}

/** Which runs make up a grid. */
export interface Grid {
  readonly concurrentCounts: readonly number[];
  readonly durationsMs: readonly number[];
  readonly intervalsMs: readonly number[];
  /** Only these are longer than a suspicion at α = 5, so that an anomaly can be detected. */
  readonly thresholdDurationsMs: readonly number[];
  readonly seedCount: number;
}

/** Source: Lifeguard, Tables II and III; the quick one is every third value, roughly. */
export const GRIDS: Readonly<Record<'quick' | 'full', Grid>> = {
  quick: {
    concurrentCounts: [4, 16, 32],
    durationsMs: [2_048, 8_192, 32_768],
    intervalsMs: [64, 1_024, 16_384],
    thresholdDurationsMs: [16_384, 32_768],
    seedCount: 3,
  },
  full: {
    concurrentCounts: [1, 4, 8, 12, 16, 20, 24, 28, 32],
    durationsMs: [128, 512, 2_048, 8_192, 16_384, 32_768],
    intervalsMs: [1, 4, 16, 64, 256, 1_024, 4_096, 16_384],
    thresholdDurationsMs: [16_384, 32_768],
    seedCount: 10,
  },
};

/** The part of the grid that is run with every α and β. */
export const TUNING_GRIDS: Readonly<Record<'quick' | 'full', Grid>> = {
  quick: {
    concurrentCounts: [16],
    durationsMs: [8_192, 32_768],
    intervalsMs: [64, 1_024],
    thresholdDurationsMs: [16_384],
    seedCount: 1,
  },
  full: GRIDS.full,
};

/** α and β of Table VII. */
export const TUNINGS: readonly (readonly [alpha: number, beta: number])[] = [
  [2, 2],
  [2, 4],
  [2, 6],
  [4, 2],
  [4, 4],
  [4, 6],
  [5, 2],
  [5, 4],
  [5, 6],
];

/** The α and β of Tables IV to VI. */
export const PAPER_TUNING = { alpha: 5, beta: 6 } as const;

export const MEMBER_COUNT = 128;
export const SETTLE_MS = 15_000;
export const TEST_MS = 120_000;

/** Where the paper's figures are not those of a LAN's defaults. Source: Lifeguard, Section IV. */
const PAPER_CONSTANTS: Partial<SwimConfig> = {
  // S = 8, so that an interval of one second grows to nine.
  healthMultiplierMax: 9,
  // K = 3 at every α.
  suspicionConfirmations: 3,
};

const COMPONENTS: Readonly<Record<ConfigurationName, readonly (keyof SwimConfig)[]>> = {
  SWIM: [],
  'LHA-Probe': ['isProbeHealthAware'],
  'LHA-Suspicion': ['isSuspicionDynamic'],
  'Buddy System': ['isBuddySystemEnabled'],
  Lifeguard: ['isProbeHealthAware', 'isSuspicionDynamic', 'isBuddySystemEnabled'],
  'Konsul defaults': ['isProbeHealthAware', 'isSuspicionDynamic', 'isBuddySystemEnabled'],
};

/** The switches and numbers of a run; what is not named has the default of a LAN. */
export function swimConfig({ configuration, alpha, beta }: LifeguardJob): Partial<SwimConfig> {
  const components = COMPONENTS[configuration];
  return {
    ...(configuration === 'Konsul defaults' ? {} : { ...MEMBERLIST_WAYS, ...PAPER_CONSTANTS }),
    isProbeHealthAware: components.includes('isProbeHealthAware'),
    isSuspicionDynamic: components.includes('isSuspicionDynamic'),
    isBuddySystemEnabled: components.includes('isBuddySystemEnabled'),
    suspicionMultiplier: alpha,
    suspicionMaxMultiplier: beta,
  };
}

/** The runs of an Interval experiment for some configurations. */
export function intervalJobs(grid: Grid, options: JobOptions): LifeguardJob[] {
  return grid.intervalsMs.flatMap((intervalMs) =>
    jobs(grid, grid.durationsMs, intervalMs, options),
  );
}

/** The runs of a Threshold experiment. */
export function thresholdJobs(grid: Grid, options: JobOptions): LifeguardJob[] {
  return jobs(grid, grid.thresholdDurationsMs, undefined, options);
}

export interface JobOptions {
  readonly configurations: readonly ConfigurationName[];
  readonly alpha: number;
  readonly beta: number;
  readonly firstSeed: number;
}

function jobs(
  grid: Grid,
  durationsMs: readonly number[],
  intervalMs: number | undefined,
  { configurations, alpha, beta, firstSeed }: JobOptions,
): LifeguardJob[] {
  const seeds = Array.from({ length: grid.seedCount }, (_, index) => firstSeed + index);
  return seeds.flatMap((seed) =>
    grid.concurrentCounts.flatMap((concurrentCount) =>
      durationsMs.flatMap((durationMs) =>
        configurations.map((configuration) => ({
          configuration,
          alpha,
          beta,
          seed,
          concurrentCount,
          durationMs,
          intervalMs,
        })),
      ),
    ),
  );
}
