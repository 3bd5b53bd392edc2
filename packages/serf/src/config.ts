import { type OptionRule, option, unknownOption, withoutUndefined } from '@konsul/runtime';
import {
  isSwimError,
  resolveConfig as resolveSwimConfig,
  type SwimConfig,
  type SwimProfile,
} from '@konsul/swim';
import {
  defaultSerfConfig,
  SERF_PROTOCOL_VERSION_MAX,
  SERF_PROTOCOL_VERSION_MIN,
  type SerfConfig,
} from './core/config.js';
import { USER_EVENT_BYTES_MAX } from './core/handlers/user-events.js';
import { refuseOption, SerfError } from './errors.js';

/** What differs from the defaults; the name has none. */
export interface SerfConfigInput {
  readonly name: string;
  /** Where the defaults of the gossip below come from. Default `lan`. */
  readonly profile?: SwimProfile;
  /** What differs from the profile. `isReconnectEnabled` is false unless it is given. */
  readonly swim?: Partial<Omit<SwimConfig, 'name' | 'delegateVersions'>>;
  /** What differs from this layer's defaults. */
  readonly tuning?: Partial<Omit<SerfConfig, 'swim'>>;
}

type NumberField = {
  [Key in keyof SerfConfig]: SerfConfig[Key] extends number ? Key : never;
}[keyof SerfConfig];

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

/** Smallest and largest value of each number; all but durations are whole. */
const BOUNDS: Readonly<Record<NumberField, readonly [number, number]>> = {
  protocolVersion: [SERF_PROTOCOL_VERSION_MIN, SERF_PROTOCOL_VERSION_MAX],
  broadcastTimeoutMs: [1, HOUR_MS],
  leavePropagateDelayMs: [0, HOUR_MS],
  reapIntervalMs: [0, 24 * HOUR_MS],
  reconnectIntervalMs: [0, 24 * HOUR_MS],
  reconnectTimeoutMs: [0, YEAR_MS],
  tombstoneTimeoutMs: [0, YEAR_MS],
  flapTimeoutMs: [0, YEAR_MS],
  recentIntentTimeoutMs: [0, YEAR_MS],
  eventBufferCount: [1, 65_536],
  queryBufferCount: [1, 65_536],
  userEventBytesMax: [1, USER_EVENT_BYTES_MAX],
  queryBytesMax: [1, 65_536],
  queryResponseBytesMax: [1, 65_536],
  queryTimeoutMultiplier: [1, 1_000],
  openQueryCountMax: [1, 1_048_576],
  pendingQueryCountMax: [1, 1_048_576],
  queueCheckIntervalMs: [0, 24 * HOUR_MS],
  queueDepthWarning: [1, 1_048_576],
  queueDepthMax: [1, 1_048_576],
  queueDepthMin: [0, 1_048_576],
  memberCoalesceMs: [0, HOUR_MS],
  memberQuiescentMs: [0, HOUR_MS],
  userCoalesceMs: [0, HOUR_MS],
  userQuiescentMs: [0, HOUR_MS],
  conflictIntervalMs: [0, YEAR_MS],
};

/**
 * A complete configuration from a profile and what differs from it. The input is not changed.
 *
 * @throws SerfError INVALID_CONFIG naming the field, its value and its bound.
 */
export function resolveConfig(input: SerfConfigInput): SerfConfig {
  const tuning = withoutUndefined(input.tuning ?? {});
  const protocolVersion = input.tuning?.protocolVersion ?? SERF_PROTOCOL_VERSION_MAX;
  checkNumber('protocolVersion', protocolVersion);
  const defaults = defaultSerfConfig(resolveBelow(input, protocolVersion));
  for (const [field, value] of Object.entries(tuning)) {
    if (!Object.hasOwn(defaults, field) || field === 'swim') {
      refuseOption(unknownOption(`tuning.${field}`, Object.keys(defaults)));
    }
    if (!Object.hasOwn(BOUNDS, field)) check(field, value, option.flag);
  }
  const config: SerfConfig = { ...defaults, ...tuning };
  for (const field of Object.keys(BOUNDS) as NumberField[]) checkNumber(field, config[field]);
  return config;
}

function resolveBelow(input: SerfConfigInput, protocolVersion: number): SwimConfig {
  return asSerf(() =>
    resolveSwimConfig({
      // This layer tries failed members itself, at a rate that does not grow with the pool.
      isReconnectEnabled: false,
      ...input.swim,
      name: input.name,
      profile: input.profile ?? 'lan',
      delegateVersions: {
        min: SERF_PROTOCOL_VERSION_MIN,
        max: SERF_PROTOCOL_VERSION_MAX,
        current: protocolVersion,
      },
    }),
  );
}

/** Does what the layer below may refuse, as an error of this one. */
export function asSerf<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!isSwimError(error, 'INVALID_CONFIG')) throw error;
    throw new SerfError('INVALID_CONFIG', error.detail, { cause: error });
  }
}

function checkNumber(field: NumberField, value: number): void {
  const [min, max] = BOUNDS[field];
  const ruleOf = field.endsWith('Ms') ? option.number : option.integer;
  check(field, value, ruleOf(min, max));
}

function check(field: string, value: unknown, rule: OptionRule): void {
  const problem = rule(value, field);
  if (problem !== undefined) refuseOption(problem);
}
