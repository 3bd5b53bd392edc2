import type { Endpoint } from '@konsul/runtime/core';
import { accusationOf } from './accusation.js';
import { formatAddress, isAddress, isSameAddress, isSameBytes } from './address.js';
import { META_BYTES_MAX } from './config.js';
import type { SwimContext } from './context.js';
import type { SwimRejectReason } from './effect.js';
import { isLive, type Member } from './member.js';
import { isMemberName } from './member-name.js';
import { MemberRecord, VERSION_BYTES } from './membership-table.js';
import type { AliveMessage } from './messages.js';
import { sendParts } from './packets.js';
import { refute } from './refutation.js';
import { endSuspicion } from './suspicion-timer.js';

/** Where an announcement comes from. */
export interface AliveSource {
  /** The peer that sent it, for rejects. */
  readonly from: Endpoint;
  /** It is our own announcement, so it is not for us to object to. */
  readonly isOwn?: boolean;
  /** See {@link NewsOrigin}. */
  readonly isSecondHand?: boolean;
  /** Called when the announcement was spread often enough or replaced. */
  readonly onSpread?: () => void;
}

/**
 * Takes an announcement that a member is alive.
 *
 * Source: SWIM 4.2; the order of checks is memberlist's `aliveNode`.
 */
export function applyAlive(
  context: SwimContext,
  received: AliveMessage,
  source: AliveSource,
): void {
  context.count('msg.alive');
  if (context.isLeaving && context.isLocal(received.node)) return;
  const message = withPort(context, received);
  const flaw = findFlaw(context, message);
  if (flaw !== undefined) {
    context.reject(source.from, flaw);
    return;
  }
  const known = context.table.get(message.node);
  if (known === undefined) {
    welcome(context, message, source);
  } else if (isSamePlace(known, message)) {
    update(context, known, { message, source, isMove: false });
  } else {
    move(context, known, { message, source });
  }
}

/** Port 0 stands for the cluster's usual port, which is our own. */
function withPort(context: SwimContext, message: AliveMessage): AliveMessage {
  if (message.port !== 0 || context.local === undefined) return message;
  return { ...message, port: context.local.port };
}

/** What makes an announcement unfit, whoever it is about. */
function findFlaw(context: SwimContext, message: AliveMessage): SwimRejectReason | undefined {
  if (!isMemberName(message.node)) return 'bad-name';
  if (!isAddress(message.address)) return 'bad-address';
  if (message.meta.length > META_BYTES_MAX) return 'meta-too-large';
  if (!hasVersions(message)) return 'bad-versions';
  if (context.delegate.vetoAlive === undefined) return undefined;
  const veto = context.delegate.vetoAlive(announcedMember(context, message));
  return veto === undefined ? undefined : 'vetoed';
}

/**
 * Every memberlist release announces six version bytes. One member without them, passed on, stops
 * members of old releases and makes every full exchange fail (memberlist#180), so it is not let in.
 */
function hasVersions({ versions }: AliveMessage): boolean {
  const [min = 0, max = 0] = versions;
  return versions.length >= VERSION_BYTES && min > 0 && max > 0 && min <= max;
}

/** The member as it would be if it were believed. */
function announcedMember(context: SwimContext, message: AliveMessage): Member {
  return {
    name: message.node,
    address: message.address,
    host: formatAddress(message.address),
    port: message.port,
    meta: message.meta,
    state: 'alive',
    incarnation: message.incarnation,
    versions: message.versions,
    stateChangedAtMs: context.nowMs,
  };
}

/** A member never heard of. */
function welcome(context: SwimContext, message: AliveMessage, source: AliveSource): void {
  // No member ever announces incarnation 0, so it would stay an entry that is dead from birth.
  if (message.incarnation === 0) return;
  if (!context.filter.allows(message.address)) {
    context.reject(source.from, 'not-allowed');
    return;
  }
  if (context.table.size >= context.config.memberCountMax) {
    context.reject(source.from, 'member-limit');
    return;
  }
  const record = new MemberRecord(message.node, { ...message, nowMs: context.nowMs });
  context.table.insert(record, context.rng);
  accept(context, record, { message, source });
}

function isSamePlace(record: MemberRecord, message: AliveMessage): boolean {
  return record.port === message.port && isSameAddress(record.address, message.address);
}

/** A known name at a new address: a member that moved, or a second one of that name. */
function move(
  context: SwimContext,
  record: MemberRecord,
  heard: { message: AliveMessage; source: AliveSource },
): void {
  const { message, source } = heard;
  if (!context.filter.allows(message.address)) {
    context.reject(source.from, 'not-allowed');
    return;
  }
  if (mayReturnElsewhere(context, record)) {
    update(context, record, { message, source, isMove: true });
    return;
  }
  const other = announcedMember(context, message);
  context.delegate.onConflict?.(record.view, other);
  context.notify({ type: 'member-conflict', existing: record.view, other });
  context.reject(source.from, 'name-conflict');
}

function mayReturnElsewhere(context: SwimContext, record: MemberRecord): boolean {
  if (record.state === 'left') return true;
  const { deadNodeReclaimMs } = context.config;
  const deadForMs = context.nowMs - record.stateChangedAtMs;
  return record.state === 'dead' && deadNodeReclaimMs > 0 && deadForMs > deadNodeReclaimMs;
}

function update(
  context: SwimContext,
  record: MemberRecord,
  heard: { message: AliveMessage; source: AliveSource; isMove: boolean },
): void {
  const { message, source } = heard;
  if (record === context.local) {
    updateLocal(context, record, message, source);
    return;
  }
  if (message.incarnation <= record.incarnation && !heard.isMove) {
    const isEcho = record.state === 'alive' && message.incarnation === record.incarnation;
    if (isEcho) context.noteEcho(record.name, source.from);
    else answerStale(context, record);
    return;
  }
  accept(context, record, { message, source });
}

function updateLocal(
  context: SwimContext,
  record: MemberRecord,
  message: AliveMessage,
  source: AliveSource,
): void {
  if (message.incarnation < record.incarnation) return;
  if (source.isOwn === true) {
    accept(context, record, { message, source });
    return;
  }
  const isEcho =
    message.incarnation === record.incarnation &&
    isSameBytes(message.meta, record.meta) &&
    isSameBytes(message.versions, record.versions);
  if (!isEcho) refute(context, record, message.incarnation);
}

/** Believes the announcement and spreads it. */
function accept(
  context: SwimContext,
  record: MemberRecord,
  heard: { message: AliveMessage; source: AliveSource },
): void {
  const { message, source } = heard;
  const before = { state: record.state, meta: record.meta };
  endSuspicion(context, record);
  context.spread(message.node, message, source);
  context.table.take(record, message);
  if (record.state !== 'alive') context.table.setState(record, 'alive', context.nowMs);
  const member = record.view;
  if (!isLive(before.state)) context.notifyMember({ type: 'member-joined', member });
  else if (!isSameBytes(before.meta, message.meta)) {
    context.notifyMember({ type: 'member-updated', member });
  }
  if (before.state === 'suspect') context.notifyMember({ type: 'member-recovered', member });
}

/**
 * A member announces itself with an incarnation that an accusation has already overtaken: after a
 * restart it may not know that it is taken for dead. Telling it lets it object; silence would leave
 * it dead for ever. Extension: memberlist stays silent (memberlist#311).
 */
function answerStale(context: SwimContext, record: MemberRecord): void {
  if (!context.config.isRecoveryEager) return;
  if (record.state === 'alive' || context.local === undefined) return;
  const waitMs = context.config.probeIntervalMs;
  if (context.nowMs - record.answeredStaleAtMs < waitMs) return;
  record.answeredStaleAtMs = context.nowMs;
  const parts = [context.codec.encodeMessage(accusationOf(context, record))];
  sendParts(context, record.endpoint, { parts, protocolMax: record.protocolMax });
}
