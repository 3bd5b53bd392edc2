import type { QueryMessage, UserEventMessage } from '../../src/index.js';
import { addressOf, PORT } from './serf-bench.js';

const NO_BYTES = new Uint8Array(0);

/** A query as `m1` would spread it. */
export function saidQuery(more: Partial<QueryMessage> = {}): QueryMessage {
  return {
    type: 'query',
    time: 5,
    id: 77,
    address: addressOf('m1'),
    port: PORT,
    sourceNode: 'm1',
    filters: [],
    wantsAck: false,
    isNoBroadcast: false,
    relayFactor: 0,
    timeoutMs: 1_000,
    name: 'uptime',
    payload: NO_BYTES,
    ...more,
  };
}

/** A user event as a member would spread it. */
export function saidEvent(more: Partial<UserEventMessage> = {}): UserEventMessage {
  return {
    type: 'user-event',
    time: 1,
    name: 'go',
    payload: NO_BYTES,
    canCoalesce: false,
    ...more,
  };
}
