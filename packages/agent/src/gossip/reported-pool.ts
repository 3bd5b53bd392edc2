import type { Clock, Logger, Metrics } from '@konsul/runtime';
import { createSerf, type Serf, type SerfMember, type SerfOptions } from '@konsul/serf';
import { createOccasionalLog, type OccasionalLog } from '../telemetry/occasional-log.js';

export interface PoolReporting {
  /** For log lines and the metric: `LAN`, `WAN`, a segment's or an area's name. */
  readonly poolName: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/**
 * Makes a pool that tells operators what gossip itself keeps quiet: who was refused and why, and that
 * two machines use one name. Conflicts are counted as `serf.member.conflict` by pool.
 *
 * Neither machine is stopped for a conflict, as Consul has it: the one known first stays.
 */
export function createReportedPool(options: SerfOptions, reporting: PoolReporting): Serf {
  const { validateMember, validateMerge } = options;
  const log = createOccasionalLog(reporting);
  const reported =
    <Subject>(validate: (subject: Subject) => string | undefined) =>
    (subject: Subject): string | undefined => {
      const reason = validate(subject);
      if (reason === undefined) return undefined;
      log.warn(`refused ${reason}`, 'a member was refused', { pool: reporting.poolName, reason });
      return reason;
    };
  const pool = createSerf({
    ...options,
    ...(validateMember === undefined ? {} : { validateMember: reported(validateMember) }),
    ...(validateMerge === undefined ? {} : { validateMerge: reported(validateMerge) }),
  });
  pool.on('name-conflict', (existing, other) => {
    reportConflict({ existing, other, isOwn: existing.name === options.name }, log, reporting);
  });
  return pool;
}

interface Conflict {
  readonly existing: SerfMember;
  readonly other: SerfMember;
  readonly isOwn: boolean;
}

function reportConflict(
  { existing, other, isOwn }: Conflict,
  log: OccasionalLog,
  { poolName, metrics }: PoolReporting,
): void {
  metrics.increment('serf.member.conflict', 1, { pool: poolName });
  const at = ({ endpoint }: SerfMember): string => `${endpoint.host}:${endpoint.port}`;
  const message = isOwn
    ? 'another machine uses the name of this one; give each its own with -node'
    : 'two machines use one name; the one known first is kept';
  log.warn(`conflict ${existing.name} ${at(other)}`, message, {
    pool: poolName,
    name: existing.name,
    address: at(existing),
    otherAddress: at(other),
  });
}
