import { Buffer } from 'node:buffer';
import { type DecodedPacket, decode } from 'dns-packet';
import { encodeName } from './wire-name.js';

/** EDNS0 as the asker sent it. Source: RFC 6891. */
export interface EdnsQuery {
  readonly version: number;
  /** Largest UDP response the asker takes. */
  readonly udpPayloadBytes: number;
  /** The client-subnet option's data, if there was one. Source: RFC 7871. */
  readonly clientSubnet: Uint8Array | undefined;
}

/** One question, checked. */
export interface DnsQuery {
  readonly id: number;
  /** As asked, spelling kept, ending in a dot. */
  readonly name: string;
  /** Record type by name; `UNKNOWN_65` and the like for types without one. */
  readonly type: string;
  /** The question's bytes, repeated in the response as they came. */
  readonly question: Uint8Array;
  readonly isRecursionDesired: boolean;
  readonly edns: EdnsQuery | undefined;
}

/** What came in: a question, or nothing that can be answered. */
export type DecodedQuery =
  | { readonly type: 'query'; readonly query: DnsQuery }
  /** Answer with this code and nothing else. */
  | { readonly type: 'reply'; readonly query: DnsQuery; readonly rcode: 'format' | 'unsupported' }
  /** Say nothing: a response, or too little to know whom to answer. */
  | { readonly type: 'drop'; readonly reason: 'short' | 'response' | 'too-long' };

/** Longest query that is read; names are at most 255 bytes and options are few. */
export const QUERY_BYTES_MAX = 4096;

const HEADER_BYTES = 12;
const FLAG_RESPONSE = 0x8000;
const FLAG_RECURSION_DESIRED = 0x0100;
const OPCODE_MASK = 0x7800;
const OPTION_CLIENT_SUBNET = 8;

/** Most bytes of a client-subnet option: family, two lengths and an IPv6 address. */
const CLIENT_SUBNET_BYTES_MAX = 20;

/** Reads a query. Never throws, whatever the bytes. */
export function decodeQuery(bytes: Uint8Array): DecodedQuery {
  if (bytes.length < HEADER_BYTES) return { type: 'drop', reason: 'short' };
  if (bytes.length > QUERY_BYTES_MAX) return { type: 'drop', reason: 'too-long' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const flags = buffer.readUInt16BE(2);
  if ((flags & FLAG_RESPONSE) !== 0) return { type: 'drop', reason: 'response' };
  const bare: DnsQuery = {
    id: buffer.readUInt16BE(0),
    name: '.',
    type: '',
    question: new Uint8Array(0),
    isRecursionDesired: (flags & FLAG_RECURSION_DESIRED) !== 0,
    edns: undefined,
  };
  if ((flags & OPCODE_MASK) !== 0) return { type: 'reply', query: bare, rcode: 'unsupported' };
  const packet = decodePacket(buffer);
  const query = packet === undefined ? undefined : readQuestion(packet, buffer, bare);
  return query === undefined
    ? { type: 'reply', query: bare, rcode: 'format' }
    : { type: 'query', query };
}

function decodePacket(buffer: Buffer): DecodedPacket | undefined {
  // Counts are checked first: the library would build as many records as a header promises.
  const [questions, answers, authorities, additionals] = [4, 6, 8, 10].map((at) =>
    buffer.readUInt16BE(at),
  );
  if (questions !== 1 || answers !== 0 || authorities !== 0 || (additionals ?? 0) > 2) {
    return undefined;
  }
  try {
    return decode(buffer);
  } catch {
    // The library throws on every kind of malformed packet.
    return undefined;
  }
}

function readQuestion(packet: DecodedPacket, buffer: Buffer, bare: DnsQuery): DnsQuery | undefined {
  const question = packet.questions?.[0];
  if (question === undefined || question.class !== 'IN') return undefined;
  const name = question.name === '.' ? '.' : `${question.name}.`;
  // A label that holds a dot or bytes that are no text, or a compressed name, does not survive.
  const encoded = encodeName(name);
  const end = HEADER_BYTES + encoded.length + 4;
  const isSame = buffer.subarray(HEADER_BYTES, HEADER_BYTES + encoded.length).equals(encoded);
  if (!isSame || buffer.length < end) return undefined;
  return {
    ...bare,
    name,
    type: question.type,
    // Copied, since the packet's buffer may be used again for the next one.
    question: Uint8Array.from(buffer.subarray(HEADER_BYTES, end)),
    edns: readEdns(packet),
  };
}

function readEdns(packet: DecodedPacket): EdnsQuery | undefined {
  for (const record of packet.additionals ?? []) {
    if (record.type !== 'OPT') continue;
    const subnet = record.options.find((option) => Number(option.code) === OPTION_CLIENT_SUBNET);
    const data = (subnet as { readonly data?: Uint8Array } | undefined)?.data;
    const isUsable =
      data !== undefined && data.length >= 4 && data.length <= CLIENT_SUBNET_BYTES_MAX;
    return {
      version: record.ednsVersion,
      udpPayloadBytes: record.udpPayloadSize,
      clientSubnet: isUsable ? Uint8Array.from(data) : undefined,
    };
  }
  return undefined;
}
