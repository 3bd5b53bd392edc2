import type { Deadline } from '@konsul/runtime/core';
import { accusationOf } from './accusation.js';
import type { SwimContext } from './context.js';
import type { StreamId } from './input.js';
import type { MemberRecord } from './membership-table.js';
import type { PingMessage } from './messages.js';
import { sendParts, sendWithPiggyback } from './packets.js';
import { localProbeSource } from './ping.js';
import type { SwimTimer } from './timer.js';

/** Peers that send nacks announce this protocol or a newer one. */
const NACK_PROTOCOL = 4;

/** One look at one member, from the first ping to the verdict. */
export interface Look {
  readonly record: MemberRecord;
  /** What the member had said last when we began to look. */
  readonly incarnation: number;
  readonly seqNo: number;
  readonly startedAtMs: number;
  /** The looks at it that have failed just before, this one's answers besides. */
  readonly previous: Look | undefined;
  /** How many it is in a row, from 1. */
  readonly attempt: number;
  /** When the first of them began. */
  readonly firstAtMs: number;
  /** The verdict falls here at the latest. */
  deadlineMs: number;
  /** Direct acks are late from now on; others have been asked. */
  isDirectOver: boolean;
  /** Who was asked to look in our place. */
  helpers: readonly MemberRecord[];
  nackCountExpected: number;
  nackCount: number;
  /** The target answered on a stream. */
  isStreamAnswered: boolean;
  streamId: StreamId | undefined;
  timer: Deadline<SwimTimer> | undefined;
}

/**
 * A look that begins now and fails an interval later, or more when we are ill. All looks in a row take
 * as long together as one would take for a member as ill as we are, and an interval more for each but
 * the first: who hears nobody still comes to an end. Extension.
 */
export function newLook(
  context: SwimContext,
  record: MemberRecord,
  previous: Look | undefined,
): Look {
  const { config, nowMs, health } = context;
  const { probeIntervalMs } = config;
  const attempt = (previous?.attempt ?? 0) + 1;
  const firstAtMs = previous?.firstAtMs ?? nowMs;
  const togetherMs = probeIntervalMs * (health.multiplier + attempt - 1);
  return {
    record,
    incarnation: record.incarnation,
    seqNo: context.nextSeqNo(),
    startedAtMs: nowMs,
    previous,
    attempt,
    firstAtMs,
    deadlineMs: Math.max(firstAtMs + togetherMs, nowMs + probeIntervalMs),
    isDirectOver: false,
    helpers: [],
    nackCountExpected: 0,
    nackCount: 0,
    isStreamAnswered: false,
    streamId: undefined,
    timer: undefined,
  };
}

/** A look and those before it, the latest first. */
export function* looksOf(latest: Look | undefined): Generator<Look> {
  for (let look = latest; look !== undefined; look = look.previous) yield look;
}

/** What the target is asked, in a datagram or on a stream. */
export function pingOf(context: SwimContext, { record, seqNo }: Look): PingMessage {
  return { type: 'ping', seqNo, node: record.name, ...localProbeSource(context) };
}

/** Pings the target, and tells it if it is accused. */
export function pingTarget(context: SwimContext, look: Look): void {
  const { record } = look;
  const ping = pingOf(context, look);
  if (record.state === 'alive' || !context.config.isBuddySystemEnabled) {
    sendWithPiggyback(context, record.endpoint, ping);
    return;
  }
  const { codec } = context;
  const accusation = accusationOf(context, record);
  sendParts(context, record.endpoint, {
    parts: [codec.encodeMessage(ping), codec.encodeMessage(accusation)],
    protocolMax: record.protocolMax,
  });
}

/** Has others ping the target in our place. */
export function askHelpers(context: SwimContext, look: Look): void {
  const { record } = look;
  look.helpers = chooseHelpers(context, look);
  for (const helper of look.helpers) {
    const wantsNack = context.config.isProbeHealthAware && helper.protocolMax >= NACK_PROTOCOL;
    if (wantsNack) look.nackCountExpected += 1;
    sendWithPiggyback(context, helper.endpoint, {
      type: 'indirect-ping',
      seqNo: look.seqNo,
      target: record.address,
      port: record.port,
      node: record.name,
      wantsNack,
      ...localProbeSource(context),
    });
  }
}

/** Those first who have not been asked yet: whatever kept the others from helping may still do so. */
function chooseHelpers(context: SwimContext, look: Look): readonly MemberRecord[] {
  const { table, config, rng, local } = context;
  const { record } = look;
  const asked = new Set([...looksOf(look.previous)].flatMap(({ helpers }) => helpers));
  const isHelper = (helper: MemberRecord): boolean =>
    helper !== record && helper !== local && helper.state === 'alive';
  const pick = (count: number, isAsked: boolean): MemberRecord[] =>
    table.pickRandom(count, rng, (helper) => isHelper(helper) && asked.has(helper) === isAsked);
  const fresh = pick(config.indirectProbeCount, false);
  const missing = config.indirectProbeCount - fresh.length;
  return asked.size === 0 || missing === 0 ? fresh : [...fresh, ...pick(missing, true)];
}
