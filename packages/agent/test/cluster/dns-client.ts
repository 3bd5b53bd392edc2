import { Buffer } from 'node:buffer';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import {
  type DecodedPacket,
  decode,
  encode,
  type Packet,
  type RecordType,
  streamEncode,
} from 'dns-packet';
import { DNS_PORT } from './cluster-harness.js';

const ANSWER_TIMEOUT_MS = 5000;
const QUERY_ID = 4711;

/** What is asked, and of whom. */
export interface DnsQuestion {
  readonly host: string;
  readonly name: string;
  readonly type: RecordType;
}

/** Asks by UDP, without EDNS. */
export async function askByDatagram(question: DnsQuestion): Promise<DecodedPacket> {
  const socket = createSocket('udp4');
  try {
    socket.send(encode(packetOf(question)), DNS_PORT, question.host);
    const [reply] = (await once(socket, 'message', {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })) as [Buffer];
    return decode(reply);
  } finally {
    socket.close();
  }
}

/** Asks by TCP. */
export async function askByStream(question: DnsQuestion): Promise<DecodedPacket> {
  const socket = connect({ port: DNS_PORT, host: question.host });
  socket.setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy(new Error('no answer')));
  try {
    socket.end(streamEncode(packetOf(question)));
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    // Two bytes of length, and then what a datagram would hold.
    return decode(Buffer.concat(chunks).subarray(2));
  } finally {
    socket.destroy();
  }
}

function packetOf({ name, type }: DnsQuestion): Packet {
  return { type: 'query', id: QUERY_ID, questions: [{ name, type }] };
}
