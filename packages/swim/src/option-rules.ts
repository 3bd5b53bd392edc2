import { nestedOptions, type OptionRule, type OptionRules, option } from '@konsul/runtime';
import type { SwimCodec } from './core/codec.js';
import type { SwimOptions } from './swim.js';
import type { SwimTransport } from './transport.js';

const TRANSPORT_RULES: OptionRules<SwimTransport> = {
  required: { datagrams: option.datagrams, streams: option.streams },
  optional: {},
};

/** Both halves of a transport, for packages that take one as an option. */
export const transportRule: OptionRule = nestedOptions(TRANSPORT_RULES);

const DAY_MS = 86_400_000;

/** What methods of a member take. */
export const SWIM_ARGUMENT_RULES: Readonly<
  Record<'payload' | 'meta' | 'name' | 'timeoutMs', OptionRule>
> = {
  payload: option.bytes,
  meta: option.bytes,
  name: option.rule('a text', (value) => value === undefined || typeof value === 'string'),
  timeoutMs: option.number(0, DAY_MS),
};

/** What `createSwim` takes; the configuration, the wire and the announced address check themselves. */
export const SWIM_OPTION_RULES: OptionRules<SwimOptions> = {
  required: { name: option.anything },
  optional: {
    profile: option.oneOf('lan', 'wan', 'local'),
    tuning: option.group,
    bind: option.endpoint,
    advertise: option.group,
    meta: option.bytes,
    wire: option.group,
    codec: option.methods<SwimCodec>(
      'encodeMessage',
      'encodePacket',
      'packetOverheadBytes',
      'decodePacket',
      'encodeStream',
      'createStreamDecoder',
    ),
    delegate: option.group,
    transport: transportRule,
    clock: option.clock,
    rng: option.rng,
    lookup: option.callback,
    logger: option.logger,
    metrics: option.metrics,
  },
};
