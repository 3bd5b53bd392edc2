import { type OptionRules, option } from '@konsul/runtime';
import { isServerText, textLengthMax } from '../core/membership-bounds.js';
import type { LogStore, SnapshotStore } from '../storage/raft-storage.js';
import { identityText } from '../storage/wal/segment-header.js';
import type { RaftOptions } from './raft.js';
import type { RaftTransport } from './raft-transport.js';
import type { StateMachine } from './state-machine.js';
import type { StreamRaftTransportOptions } from './stream-transport.js';

const HOUR_MS = 3_600_000;
const GIBIBYTE = 1024 ** 3;

const serverText = option.rule(
  `a text of 1 to ${textLengthMax} characters`,
  (value) => typeof value === 'string' && isServerText(value),
);

/** What `createRaft` takes; the configuration checks itself. */
export const RAFT_OPTION_RULES: OptionRules<RaftOptions<unknown>> = {
  required: {
    id: serverText,
    address: serverText,
    logStore: option.methods<LogStore>('open', 'append', 'read', 'compact', 'close'),
    snapshotStore: option.methods<SnapshotStore>('create', 'list', 'open', 'prune'),
    stateMachine: option.methods<StateMachine<unknown>>('apply', 'snapshot', 'restore'),
    transport: option.methods<RaftTransport>(
      'start',
      'setPeers',
      'send',
      'flush',
      'sendSnapshot',
      'close',
    ),
  },
  optional: {
    config: option.group,
    clock: option.clock,
    rng: option.rng,
    logger: option.logger,
    metrics: option.metrics,
  },
};

/** What `createStreamRaftTransport` takes. */
export const STREAM_TRANSPORT_RULES: OptionRules<StreamRaftTransportOptions> = {
  required: {
    streams: option.streams,
    nodeId: serverText,
    address: serverText,
    clusterId: identityText,
  },
  optional: {
    group: option.integer(0, 0xffff_ffff),
    portDefault: option.integer(0, 65_535),
    connectTimeoutMs: option.number(1, HOUR_MS),
    handshakeTimeoutMs: option.number(1, HOUR_MS),
    backoffMinMs: option.number(1, HOUR_MS),
    backoffMaxMs: option.number(1, HOUR_MS),
    unansweredMs: option.number(1, HOUR_MS),
    stallTimeoutMs: option.number(1, HOUR_MS),
    queueBytesMax: option.integer(1, 4 * GIBIBYTE),
    frameBytesMax: option.integer(1, 4 * GIBIBYTE),
    clock: option.clock,
    rng: option.rng,
    logger: option.logger,
    metrics: option.metrics,
  },
};
