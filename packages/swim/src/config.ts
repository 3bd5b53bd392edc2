import { option, unknownOption, withoutUndefined } from '@konsul/runtime';
import { isCidr } from './core/address-filter.js';
import {
  lanConfig,
  localConfig,
  PROTOCOL_VERSION_MAX,
  PROTOCOL_VERSION_MIN,
  type SwimConfig,
  wanConfig,
} from './core/config.js';
import { isMemberName, NAME_BYTES_MAX } from './core/member-name.js';
import { refuseOption } from './errors.js';

/** A named set of defaults. */
export type SwimProfile = 'lan' | 'wan' | 'local';

/** What differs from a profile's defaults; the name has none. */
export interface SwimConfigInput extends Partial<Omit<SwimConfig, 'name'>> {
  readonly name: string;
  /** Where the other defaults come from. Default `lan`. */
  readonly profile?: SwimProfile;
}

type NumberField = {
  [Key in keyof SwimConfig]: SwimConfig[Key] extends number ? Key : never;
}[keyof SwimConfig];

const PROFILES: Readonly<Record<SwimProfile, (name: string) => SwimConfig>> = {
  lan: lanConfig,
  wan: wanConfig,
  local: localConfig,
};

/** A day; no duration of this protocol makes sense beyond it. */
const DURATION_MS_MAX = 86_400_000;

/** Smallest and largest value of each number; all but durations are whole. */
const BOUNDS: Readonly<Record<NumberField, readonly [number, number]>> = {
  protocolVersion: [PROTOCOL_VERSION_MIN, PROTOCOL_VERSION_MAX],
  probeIntervalMs: [0, DURATION_MS_MAX],
  probeTimeoutMs: [1, DURATION_MS_MAX],
  indirectProbeCount: [0, 100],
  probeAttemptCount: [1, 10],
  healthMultiplierMax: [1, 100],
  suspicionMultiplier: [1, 100],
  suspicionMaxMultiplier: [1, 100],
  suspicionConfirmations: [-1, 100],
  gossipIntervalMs: [0, DURATION_MS_MAX],
  gossipFanoutCount: [1, 100],
  gossipToTheDeadMs: [0, DURATION_MS_MAX],
  retransmitMultiplier: [1, 100],
  eagerGossipDelayMs: [0, 1_000],
  eagerGossipBurstCount: [1, 1_000],
  pushPullIntervalMs: [0, DURATION_MS_MAX],
  catchUpDelayMs: [0, DURATION_MS_MAX],
  streamTimeoutMs: [1, DURATION_MS_MAX],
  acceptedStreamCountMax: [1, 65_536],
  acceptedStreamBytesMax: [65_536, Number.MAX_SAFE_INTEGER],
  packetBytesMax: [512, 65_507],
  handOffCountMax: [1, 1_048_576],
  memberCountMax: [1, 1_048_576],
  broadcastCountMax: [1, 1_048_576],
  deadNodeReclaimMs: [0, Number.MAX_SAFE_INTEGER],
  stallThresholdMs: [0, DURATION_MS_MAX],
  queueCheckIntervalMs: [0, DURATION_MS_MAX],
};

/**
 * A complete configuration from a profile and what differs from it. The input is not changed.
 *
 * @throws SwimError INVALID_CONFIG naming the field, its value and its bound.
 */
export function resolveConfig(input: SwimConfigInput): SwimConfig {
  const { profile = 'lan', ...differences } = input;
  const defaults = PROFILES[profile];
  refuse(option.oneOf(...Object.keys(PROFILES))(profile, 'profile'));
  const base = defaults(input.name);
  const config: SwimConfig = { ...base, ...withoutUndefined(differences) };
  const defaultOf = new Map<string, unknown>(Object.entries(base));
  for (const [field, value] of Object.entries(config)) {
    if (!defaultOf.has(field)) refuse(unknownOption(field, defaultOf.keys()));
    const isSwitch = typeof defaultOf.get(field) === 'boolean';
    if (isSwitch) refuse(option.flag(value, field));
  }
  checkName(config.name);
  for (const field of Object.keys(BOUNDS) as NumberField[]) checkNumber(config, field);
  checkVersions(config);
  checkRelations(config);
  refuse(option.texts(config.allowedCidrs, 'allowedCidrs'));
  for (const cidr of config.allowedCidrs) {
    if (!isCidr(cidr)) fail('allowedCidrs', cidr, 'a network such as 10.0.0.0/8');
  }
  return config;
}

function fail(field: string, value: unknown, wanted: string): never {
  // JSON has no word for NaN and the infinities, and would say null.
  const shown = typeof value === 'number' ? undefined : JSON.stringify(value);
  refuseOption(`${field} must be ${wanted}; it is ${shown ?? String(value)}`);
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) refuseOption(problem);
}

function checkName(name: string): void {
  if (typeof name !== 'string' || !isMemberName(name)) {
    fail('name', name, `1 to ${NAME_BYTES_MAX} bytes`);
  }
}

function checkNumber(config: SwimConfig, field: NumberField): void {
  const ruleOf = field.endsWith('Ms') ? option.number : option.integer;
  refuse(ruleOf(...BOUNDS[field])(config[field], field));
}

function checkVersions({ delegateVersions }: SwimConfig): void {
  refuse(option.group(delegateVersions, 'delegateVersions'));
  const { min, max, current } = delegateVersions;
  const isOrdered = min <= current && current <= max;
  const isByte = [min, max, current].every((value) => Number.isInteger(value) && value >= 0);
  if (!isOrdered || !isByte || max > 255) {
    fail('delegateVersions', delegateVersions, 'integers with 0 <= min <= current <= max <= 255');
  }
}

function checkRelations(config: SwimConfig): void {
  const { probeIntervalMs, probeTimeoutMs } = config;
  if (probeIntervalMs > 0 && probeTimeoutMs >= probeIntervalMs) {
    fail('probeTimeoutMs', probeTimeoutMs, `below probeIntervalMs ${probeIntervalMs}`);
  }
}
