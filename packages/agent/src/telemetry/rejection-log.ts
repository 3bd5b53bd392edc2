import type { Clock, Logger, Metrics } from '@konsul/runtime';
import { gossipKeyHint } from '../gossip/join-reason.js';
import { createOccasionalLog } from './occasional-log.js';

/** Counters of what was refused, and what that is in a log line. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['memberlist.reject', 'gossip was refused'],
  ['serf.reject', 'gossip was refused'],
  ['rpc.port.rejected', 'a connection to the server port was refused'],
  ['rpc.session.rejected', 'a message on the server port was refused'],
]);

/** Happens to everybody, or is told by whoever refused, with more to say about it. */
const UNREMARKABLE: ReadonlySet<string> = new Set([
  'closed-early',
  'unknown-protocol',
  'wrong-node',
  'vetoed',
  'name-conflict',
  'remote-error',
  'incompatible',
  'serf-event-too-old',
  'serf-query-too-old',
]);

/** Measurements that go on to `metrics`; those of refused messages are logged too, now and then. */
export function watchRejections(
  metrics: Metrics,
  parts: { readonly logger: Logger; readonly clock: Clock },
): Metrics {
  const log = createOccasionalLog(parts);
  return {
    gauge: (name, value, labels) => metrics.gauge(name, value, labels),
    sample: (name, value, labels) => metrics.sample(name, value, labels),
    increment(name, by, labels) {
      metrics.increment(name, by, labels);
      const message = REFUSALS.get(name);
      const reason = labels?.['reason'] ?? '';
      if (message === undefined || UNREMARKABLE.has(reason)) return;
      const hint = gossipKeyHint(reason);
      log.warn(`${name} ${reason}`, message, hint === undefined ? { reason } : { reason, hint });
    },
  };
}
