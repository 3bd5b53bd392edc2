import type { NewsOrigin, SwimContext } from './context.js';
import type { MemberRecord } from './membership-table.js';
import type { DeadMessage } from './messages.js';
import { refute, refuteAgain } from './refutation.js';
import { endSuspicion } from './suspicion-timer.js';

/**
 * Takes the verdict that a member is dead, or its own word that it leaves.
 *
 * Source: SWIM 4.2; the order of checks is memberlist's `deadNode`.
 *
 * @param origin where it comes from; absent for our own verdict.
 */
export function applyDead(
  context: SwimContext,
  message: DeadMessage,
  origin: NewsOrigin = {},
): void {
  context.count('msg.dead');
  const record = context.table.get(message.node);
  if (record === undefined) return;
  if (message.incarnation < record.incarnation) {
    if (record === context.local) refuteAgain(context, record);
    return;
  }
  endSuspicion(context, record);
  if (record.state === 'dead' || record.state === 'left') {
    if (origin.from !== undefined) context.noteEcho(record.name, origin.from);
    return;
  }
  if (record === context.local && !context.isLeaving) {
    refute(context, record, message.incarnation);
    context.noteAbsence();
    return;
  }
  context.spread(message.node, message, origin);
  record.setIncarnation(message.incarnation);
  announceEnd(context, record, message);
}

function announceEnd(context: SwimContext, record: MemberRecord, message: DeadMessage): void {
  if (message.node === message.from) {
    context.table.setState(record, 'left', context.nowMs);
    context.notifyMember({ type: 'member-left', member: record.view });
  } else {
    context.table.setState(record, 'dead', context.nowMs);
    context.notifyMember({ type: 'member-failed', member: record.view });
  }
}

/** Nobody objected in time. */
export function onSuspicionTimeout(context: SwimContext, name: string): void {
  const record = context.table.get(name);
  if (record?.suspicion === undefined) return;
  if (record.suspicion.isPoorlyConfirmed) context.count('degraded.timeout');
  applyDead(context, {
    type: 'dead',
    incarnation: record.incarnation,
    node: record.name,
    from: context.config.name,
  });
}
