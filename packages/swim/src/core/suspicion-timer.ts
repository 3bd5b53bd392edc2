import type { SwimConfig } from './config.js';
import type { SwimContext } from './context.js';
import type { MemberRecord } from './membership-table.js';
import { Suspicion, suspicionTimeoutMinMs } from './suspicion.js';

/** How a suspicion comes up. */
export interface SuspicionStart {
  /** The first accuser. */
  readonly from: string;
  /** Since when the member has been missed; undefined: now. */
  readonly sinceMs: number | undefined;
}

/**
 * Begins to count down to a verdict on a member. Time in which it was missed and nothing was said yet
 * counts as well, but the member has at least half of the shortest suspicion to object.
 *
 * Source: Lifeguard IV-B; what counts before the accusation is an extension.
 */
export function startSuspicion(
  context: SwimContext,
  record: MemberRecord,
  { from, sinceMs }: SuspicionStart,
): void {
  const { config, table, nowMs } = context;
  const timeoutMinMs = suspicionTimeoutMinMs({
    multiplier: config.suspicionMultiplier,
    memberCount: table.size,
    probeIntervalMs: config.probeIntervalMs,
  });
  // In a cluster too small for this many independent accusers, waiting for them is in vain.
  const wanted = config.isSuspicionDynamic ? confirmationCountWanted(config) : 0;
  const suspicion = new Suspicion({
    from,
    startedAtMs: Math.max(sinceMs ?? nowMs, nowMs - timeoutMinMs / 2),
    timeoutMinMs,
    timeoutMaxMs: config.suspicionMaxMultiplier * timeoutMinMs,
    confirmationCountWanted: table.size - 2 < wanted ? 0 : Math.max(0, wanted),
  });
  record.suspicion = suspicion;
  record.suspicionDeadline = context.deadlines.schedule(suspicion.expiresAtMs(), {
    type: 'suspicion',
    name: record.name,
  });
}

function confirmationCountWanted(config: SwimConfig): number {
  const { suspicionConfirmations, suspicionMultiplier } = config;
  return suspicionConfirmations < 0 ? suspicionMultiplier - 2 : suspicionConfirmations;
}

/** Counts an accuser of a member already suspected. @returns whether that brought the end nearer. */
export function confirmSuspicion(
  context: SwimContext,
  record: MemberRecord,
  from: string,
): boolean {
  const { suspicion, suspicionDeadline } = record;
  if (suspicion === undefined || suspicionDeadline === undefined) return false;
  if (!suspicion.confirm(from)) return false;
  context.deadlines.reschedule(suspicionDeadline, suspicion.expiresAtMs());
  return true;
}

/** Drops the running accusation, if there is one. */
export function endSuspicion(context: SwimContext, record: MemberRecord): void {
  if (record.suspicion === undefined) return;
  record.suspicion = undefined;
  context.deadlines.cancel(record.suspicionDeadline);
  record.suspicionDeadline = undefined;
}
