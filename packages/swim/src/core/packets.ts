import type { Endpoint } from '@konsul/runtime/core';
import type { SwimContext } from './context.js';
import type { PacketMessage } from './messages.js';

/** A compound packet's own header, and what it adds to each part. */
const COMPOUND_HEADER_BYTES = 2;
const COMPOUND_PART_BYTES = 2;
/** The type byte in front of a user message. */
const USER_TYPE_BYTES = 1;
/** A compound counts its parts in one byte. */
const COMPOUND_PART_COUNT_MAX = 255;
/** Peers that can read a checksum announce this protocol or a newer one. */
const CHECKSUM_PROTOCOL = 5;

/** Bytes for updates in a packet that holds nothing else. */
export function gossipBudgetBytes(context: SwimContext): number {
  return (
    context.config.packetBytesMax - COMPOUND_HEADER_BYTES - context.codec.packetOverheadBytes()
  );
}

/** The longest payload that finds room in a packet of its own. */
export function broadcastBytesMax(context: SwimContext): number {
  return gossipBudgetBytes(context) - COMPOUND_PART_BYTES - USER_TYPE_BYTES;
}

/**
 * Sends one message or two, and with them what waits to be spread and still fits, if a member is there.
 *
 * @remarks Pings name the address to be answered or probed. With updates added, a stranger could
 * have much sent to anybody, and use up what members ought to hear. Extension.
 */
export function sendWithPiggyback(
  context: SwimContext,
  to: Endpoint,
  ...messages: readonly PacketMessage[]
): void {
  const parts = messages.map((message) => context.codec.encodeMessage(message));
  let limitBytes = gossipBudgetBytes(context) - COMPOUND_PART_BYTES * (parts.length - 1);
  for (const part of parts) limitBytes -= part.length;
  const receiver = context.hasBroadcasts() ? context.table.at(to) : undefined;
  const updates = receiver === undefined ? [] : takeUpdates(context, limitBytes, receiver);
  sendParts(context, to, { parts: [...parts, ...updates], protocolMax: 0 });
}

/** What goes in one packet. */
export interface PacketParts {
  readonly parts: readonly Uint8Array[];
  /** The receiver's newest protocol, 0 when it is not known. */
  readonly protocolMax: number;
}

/** Sends encoded messages as one packet, or as several when they are too many for one. */
export function sendParts(context: SwimContext, to: Endpoint, packet: PacketParts): void {
  if (context.config.isNodeNameRequired && (to.name === undefined || to.name === '')) {
    context.reject(to, 'name-required');
    return;
  }
  const checksum = packet.protocolMax >= CHECKSUM_PROTOCOL;
  const { parts } = packet;
  for (let start = 0; start < parts.length; start += COMPOUND_PART_COUNT_MAX) {
    const chunk =
      parts.length <= COMPOUND_PART_COUNT_MAX
        ? parts
        : parts.slice(start, start + COMPOUND_PART_COUNT_MAX);
    context.emit({ type: 'send', to, bytes: context.codec.encodePacket(chunk, { checksum }) });
  }
}

/**
 * Encoded messages to send along, within `limitBytes` with their part headers: membership first,
 * then the host's payloads, then the delegate's. Nothing that the member is known to have.
 */
export function takeUpdates(
  context: SwimContext,
  limitBytes: number,
  member: object,
): Uint8Array[] {
  const receiver = context.config.isAudienceKept ? member : undefined;
  const taken = context.updates.take(COMPOUND_PART_BYTES, limitBytes, receiver);
  let roomBytes = limitBytes;
  for (const bytes of taken) roomBytes -= bytes.length + COMPOUND_PART_BYTES;
  const overheadBytes = COMPOUND_PART_BYTES + USER_TYPE_BYTES;
  for (const queue of context.payloadQueues) {
    for (const payload of queue.take(overheadBytes, roomBytes, receiver)) {
      roomBytes -= payload.length + overheadBytes;
      taken.push(context.codec.encodeMessage({ type: 'user', payload }));
    }
  }
  return taken;
}
