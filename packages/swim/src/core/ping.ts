import type { Endpoint } from '@konsul/runtime/core';
import { answerProbe } from './accusation.js';
import { formatAddress } from './address.js';
import type { SwimContext } from './context.js';
import type { PingMessage, ProbeSource } from './messages.js';

const NO_PAYLOAD: Uint8Array = new Uint8Array(0);

/** Our own address, as pings carry it; empty before the start. */
export function localProbeSource(context: SwimContext): { readonly source?: ProbeSource } {
  const { local } = context;
  if (local === undefined) return {};
  return { source: { address: local.address, port: local.port, node: local.name } };
}

/** Where the answer to a probe goes: the address it names, or where it came from. */
export function answerTo(source: ProbeSource | undefined, from: Endpoint): Endpoint {
  if (source === undefined || source.address.length === 0 || source.port === 0) return from;
  return { host: formatAddress(source.address), port: source.port, name: source.node };
}

/** Answers a ping, unless it is meant for somebody else who had this address before. */
export function onPing(context: SwimContext, ping: PingMessage, from: Endpoint): void {
  if (isForOther(context, ping)) {
    context.reject(from, 'wrong-node');
    return;
  }
  answerProbe(context, answerTo(ping.source, from), {
    type: 'ack',
    seqNo: ping.seqNo,
    payload: context.delegate.ackPayload?.() ?? NO_PAYLOAD,
  });
}

/** Whether a ping names somebody else; an empty name means whoever receives it. */
export function isForOther(context: SwimContext, ping: PingMessage): boolean {
  return ping.node !== '' && !context.isLocal(ping.node);
}
