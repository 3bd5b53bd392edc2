import type { SwimContext } from './context.js';
import type { MemberRecord } from './membership-table.js';

/** Incarnations are 32 bits wide. */
const INCARNATION_MAX = 0xffffffff;

/**
 * The incarnation in which we contradict what is believed of us at this one. At the end of the
 * number range nobody can be contradicted any more; saying the last number again is all that is left.
 */
export function nextIncarnation(incarnation: number): number {
  return Math.min(incarnation + 1, INCARNATION_MAX);
}

/**
 * Objects to what was said of us by speaking with a higher incarnation. That it was said at all is
 * a sign that we answer badly.
 *
 * Source: SWIM 4.2, Lifeguard IV-A.
 */
export function refute(
  context: SwimContext,
  local: MemberRecord,
  accusedIncarnation: number,
): void {
  local.setIncarnation(nextIncarnation(Math.max(local.incarnation, accusedIncarnation)));
  context.applyHealth(1);
  announce(context, local);
}

/**
 * We are still accused of what we have objected to: the objection was lost. It is said again, as
 * long as it was not said just now. Extension: memberlist objects to each accusation only once, so
 * a member that was unheard for as long as gossip lasts is buried although it is well.
 */
export function refuteAgain(context: SwimContext, local: MemberRecord): void {
  const { nowMs, config, isLeaving, announcedAtMs } = context;
  if (!config.isRecoveryEager || isLeaving || nowMs - announcedAtMs < config.probeTimeoutMs) return;
  announce(context, local);
}

/** Spreads our own entry as it stands. */
function announce(context: SwimContext, local: MemberRecord): void {
  context.announcedAtMs = context.nowMs;
  context.spread(local.name, {
    type: 'alive',
    incarnation: local.incarnation,
    node: local.name,
    address: local.address,
    port: local.port,
    meta: local.meta,
    versions: local.versions,
  });
}
