import { type OptionRules, option } from '@konsul/runtime';
import { type Keyring, transportRule } from '@konsul/swim';
import { QUERY_TIMEOUT_MS_MAX } from './core/query-timeout.js';
import type { SerfOptions } from './serf.js';

/** A relay factor is one byte on the wire. */
const RELAY_FACTOR_MAX = 255;

/** The numbers of a query. */
export const QUERY_BOUND_RULES: OptionRules<{
  readonly relayFactor?: number | undefined;
  readonly timeoutMs?: number | undefined;
}> = {
  required: {},
  optional: {
    relayFactor: option.integer(0, RELAY_FACTOR_MAX),
    timeoutMs: option.number(1, QUERY_TIMEOUT_MS_MAX),
  },
};

/** What `createSerf` takes; the configuration, the wire and the announced address check themselves. */
export const SERF_OPTION_RULES: OptionRules<SerfOptions> = {
  required: { name: option.anything },
  optional: {
    tags: option.rule('an object of texts', isTags),
    profile: option.oneOf('lan', 'wan', 'local'),
    tuning: option.group,
    swim: option.group,
    bind: option.endpoint,
    advertise: option.group,
    defaultPort: option.integer(0, 65_535),
    transport: transportRule,
    wire: option.group,
    keyring: option.methods<Keyring>('list', 'add', 'use', 'remove', 'cipherKeys'),
    onKeyringChange: option.callback,
    snapshotPath: option.text,
    isRejoinAfterLeave: option.flag,
    disk: option.disk,
    validateMember: option.callback,
    onNameLost: option.oneOf('stop', 'report'),
    validateMerge: option.callback,
    reapTimeoutMs: option.callback,
    clock: option.clock,
    rng: option.rng,
    lookup: option.callback,
    logger: option.logger,
    metrics: option.metrics,
  },
};

function isTags(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
