import { type OptionRule, type OptionRules, option } from '@konsul/runtime';
import { isServerText, textLengthMax } from '../core/membership-bounds.js';
import type { LogStore, SnapshotStore } from '../storage/raft-storage.js';
import type { RaftOptions } from './raft.js';
import type { RaftTransport } from './raft-transport.js';
import type { StateMachine } from './state-machine.js';

/** A server's name or address. */
export const serverText: OptionRule = option.rule(
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
