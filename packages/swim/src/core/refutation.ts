import type { SwimContext } from './context.js';
import type { MemberRecord } from './membership-table.js';

/** Incarnations are 32 bits wide. */
const INCARNATION_MAX = 0xffffffff;

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
  const incarnation = Math.max(local.incarnation, accusedIncarnation) + 1;
  // At the end of the number range nobody can be contradicted any more; saying the last number
  // again is all that is left.
  local.setIncarnation(Math.min(incarnation, INCARNATION_MAX));
  context.applyHealth(1);
  announce(context, local);
}

/** Spreads our own entry as it stands. */
export function announce(context: SwimContext, local: MemberRecord): void {
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
