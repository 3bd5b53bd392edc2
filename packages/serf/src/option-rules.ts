import { type OptionRule, type OptionRules, option } from '@konsul/runtime';
import { type Keyring, transportRule } from '@konsul/swim';
import { QUERY_TIMEOUT_MS_MAX } from './core/query-timeout.js';
import type {
  ForceLeaveOptions,
  JoinOptions,
  KeyOptions,
  QueryOptions,
  SerfOptions,
  UserEventOptions,
} from './serf.js';

/** A relay factor is one byte on the wire. */
const RELAY_FACTOR_MAX = 255;

const anyText: OptionRule = option.rule('a text', (value) => typeof value === 'string');

/** An object of texts; says which of them is none. */
const tags: OptionRule = (value, key) => {
  const problem = option.group(value, key);
  if (problem !== undefined) return problem;
  for (const [tag, text] of Object.entries(value as object)) {
    const wrong = anyText(text, `${key}.${tag}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

/** What methods of a member take. */
export const SERF_ARGUMENT_RULES: Readonly<
  Record<'name' | 'payload' | 'tags' | 'peers' | 'key', OptionRule>
> = {
  name: anyText,
  payload: option.bytes,
  tags,
  peers: option.texts,
  key: option.bytes,
};

export const QUERY_OPTION_RULES: OptionRules<QueryOptions> = {
  required: {},
  optional: {
    payload: option.bytes,
    filterNodes: option.texts,
    filterTags: tags,
    wantsAck: option.flag,
    relayFactor: option.integer(0, RELAY_FACTOR_MAX),
    timeoutMs: option.number(1, QUERY_TIMEOUT_MS_MAX),
  },
};

export const JOIN_OPTION_RULES: OptionRules<JoinOptions> = {
  required: {},
  optional: { ignoreOldEvents: option.flag },
};

export const USER_EVENT_OPTION_RULES: OptionRules<UserEventOptions> = {
  required: {},
  optional: { coalesce: option.flag },
};

export const FORCE_LEAVE_OPTION_RULES: OptionRules<ForceLeaveOptions> = {
  required: {},
  optional: { prune: option.flag },
};

export const KEY_OPTION_RULES: OptionRules<KeyOptions> = {
  required: {},
  optional: { relayFactor: option.integer(0, RELAY_FACTOR_MAX) },
};

/** What `createSerf` takes; the configuration, the wire and the announced address check themselves. */
export const SERF_OPTION_RULES: OptionRules<SerfOptions> = {
  required: { name: option.anything },
  optional: {
    tags,
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
