import type { NewsOrigin, SwimContext } from './context.js';
import type { SuspectMessage } from './messages.js';
import { refute, refuteAgain } from './refutation.js';
import { confirmSuspicion, startSuspicion } from './suspicion-timer.js';

/**
 * Takes an accusation that a member does not answer.
 *
 * Source: SWIM 4.2, Lifeguard IV-B; the order of checks is memberlist's `suspectNode`.
 *
 * @param origin where it comes from; absent for our own verdict.
 */
export function applySuspect(
  context: SwimContext,
  message: SuspectMessage,
  origin: NewsOrigin = {},
): void {
  context.count('msg.suspect');
  const record = context.table.get(message.node);
  if (record === undefined) return;
  if (message.incarnation < record.incarnation) {
    if (record === context.local) refuteAgain(context, record);
    return;
  }
  if (record.suspicion !== undefined) {
    if (confirmSuspicion(context, record, message.from)) {
      context.spread(message.node, message, origin);
    }
    return;
  }
  if (record.state !== 'alive') return;
  if (record === context.local) {
    refute(context, record, message.incarnation);
    return;
  }
  context.spread(message.node, message, origin);
  record.setIncarnation(message.incarnation);
  context.table.setState(record, 'suspect', context.nowMs);
  startSuspicion(context, record, { from: message.from, sinceMs: origin.sinceMs });
  context.notifyMember({ type: 'member-suspected', member: record.view, from: message.from });
}
