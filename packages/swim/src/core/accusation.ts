import type { Endpoint } from '@konsul/runtime/core';
import type { SwimContext } from './context.js';
import type { MemberRecord } from './membership-table.js';
import type { AckMessage, DeadMessage, NackMessage, SuspectMessage } from './messages.js';
import { sendWithPiggyback } from './packets.js';

/** What we hold against a member; its own word when it has left. */
export function accusationOf(
  context: SwimContext,
  record: MemberRecord,
): SuspectMessage | DeadMessage {
  return {
    type: record.state === 'suspect' ? 'suspect' : 'dead',
    incarnation: record.incarnation,
    node: record.name,
    from: record.state === 'left' ? record.name : context.config.name,
  };
}

/**
 * Answers whoever probes us, or has us probe somebody. An asker whom we accuse hears of it with the
 * answer, so that it can object at once; it may have been deaf when the accusation spread, and
 * nobody talks to the dead by himself.
 *
 * Source: extension; Lifeguard's Buddy System (IV-C) the other way round.
 */
export function answerProbe(
  context: SwimContext,
  to: Endpoint,
  answer: AckMessage | NackMessage,
): void {
  const accused = accusedAt(context, to);
  if (accused === undefined) sendWithPiggyback(context, to, answer);
  else sendWithPiggyback(context, to, answer, accusationOf(context, accused));
}

/**
 * The member we accuse that this answer goes to. Only at the address it announces itself: whoever
 * writes the name of another into a ping has nothing more sent to anybody than an answer.
 */
function accusedAt(context: SwimContext, to: Endpoint): MemberRecord | undefined {
  if (!context.config.isRecoveryEager) return undefined;
  const { table } = context;
  if (table.countOf('suspect') + table.countOf('dead') === 0) return undefined;
  const record = table.at(to);
  if (record?.state !== 'suspect' && record?.state !== 'dead') return undefined;
  // A ping of an old release names nobody; it is answered where it came from.
  const isNamed = to.name !== undefined && to.name !== '';
  return isNamed && to.name !== record.name ? undefined : record;
}
