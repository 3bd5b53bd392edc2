import { Buffer } from 'node:buffer';
import { addressBytes } from './address.js';
import { type DnsRecord, RECORD_TYPE_NUMBERS, targetOf } from './record.js';
import type { DnsResponse } from './response.js';
import { isEncodableName, LABEL_BYTES_MAX, labelsOf } from './wire-name.js';

/** How a response is written. */
export interface EncodeOptions {
  readonly isCompressed: boolean;
  /** Answers were left out. */
  readonly isTruncated: boolean;
}

const FLAGS = {
  response: 0x8000,
  authoritative: 0x0400,
  truncated: 0x0200,
  recursionDesired: 0x0100,
  recursionAvailable: 0x0080,
} as const;

const CLASS_IN = 1;
const TYPE_OPT = 41;
const OPTION_CLIENT_SUBNET = 8;
const POINTER_OFFSET_MAX = 0x3fff;
const POINTER_BYTES = 2;
const TEXT_BYTES_MAX = 255;

/** Largest UDP payload announced and used: a datagram less its headers. */
export const UDP_PAYLOAD_BYTES_MAX = 65_467;

/** A written response. */
export interface EncodedResponse {
  readonly bytes: Uint8Array;
  /** Length that it would have without compression. */
  readonly plainBytes: number;
}

/**
 * Writes a response. Records whose names, ports or texts have no form on the wire are left out.
 *
 * Source: RFC 1035 section 4; compression only where RFC 3597 section 4 allows it.
 */
export function encodeResponse(response: DnsResponse, options: EncodeOptions): EncodedResponse {
  const writer = new MessageWriter(options.isCompressed);
  const sections = [response.answers, response.authorities, response.additionals].map((records) =>
    records.filter(isEncodable),
  );
  const { query } = response;
  writer.uint16(query.id);
  writer.uint16(flagsOf(response, options));
  writer.uint16(query.question.length === 0 ? 0 : 1);
  for (const [index, records] of sections.entries()) {
    const hasOpt = index === 2 && query.edns !== undefined;
    writer.uint16(records.length + (hasOpt ? 1 : 0));
  }
  writer.question(query.question, query.name);
  for (const record of sections.flat()) writer.record(record);
  if (query.edns !== undefined) writeOpt(writer, response);
  return writer.finish();
}

function isEncodable(record: DnsRecord): boolean {
  if (record.type === 'SRV' && !isUint16(record.port)) return false;
  if (record.type === 'TXT' && !isUint16(textBytes(record.text))) return false;
  const target = record.type === 'SOA' ? record.primary : targetOf(record);
  return isEncodableName(record.name) && (target === undefined || isEncodableName(target));
}

function isUint16(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xffff;
}

/** Of the record's data: each chunk has its length in front. */
function textBytes(text: string): number {
  const length = Buffer.byteLength(text);
  return length + Math.max(1, Math.ceil(length / TEXT_BYTES_MAX));
}

function flagsOf(response: DnsResponse, options: EncodeOptions): number {
  return (
    FLAGS.response |
    (response.isAuthoritative ? FLAGS.authoritative : 0) |
    (options.isTruncated ? FLAGS.truncated : 0) |
    (response.query.isRecursionDesired ? FLAGS.recursionDesired : 0) |
    (response.isRecursionAvailable ? FLAGS.recursionAvailable : 0) |
    (response.rcode & 0x0f)
  );
}

/** Source: RFC 6891 section 6.1.2; RFC 7871 section 7.2.1 for the scope. */
function writeOpt(writer: MessageWriter, response: DnsResponse): void {
  const { edns } = response.query;
  if (edns === undefined) return;
  writer.name('.', false);
  writer.uint16(TYPE_OPT);
  writer.uint16(Math.min(edns.udpPayloadBytes, UDP_PAYLOAD_BYTES_MAX));
  writer.uint32((response.rcode >> 4) << 24);
  const subnet = edns.clientSubnet;
  writer.uint16(subnet === undefined ? 0 : subnet.length + 4);
  if (subnet === undefined) return;
  writer.uint16(OPTION_CLIENT_SUBNET);
  writer.uint16(subnet.length);
  const echoed = Uint8Array.from(subnet);
  echoed[3] = response.dependsOnClient ? (subnet[2] ?? 0) : 0;
  writer.raw(echoed);
}

/** Appends to a growing buffer and remembers where names stand. */
class MessageWriter {
  readonly #isCompressed: boolean;
  readonly #offsets = new Map<string, number>();
  #buffer = Buffer.allocUnsafe(512);
  #length = 0;
  #savedBytes = 0;

  constructor(isCompressed: boolean) {
    this.#isCompressed = isCompressed;
  }

  finish(): EncodedResponse {
    const bytes = this.#buffer.subarray(0, this.#length);
    return { bytes, plainBytes: this.#length + this.#savedBytes };
  }

  uint16(value: number): void {
    this.#reserve(2);
    this.#length = this.#buffer.writeUInt16BE(value, this.#length);
  }

  uint32(value: number): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeUInt32BE(value, this.#length);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** The question as it came; its name is where others point to. */
  question(bytes: Uint8Array, name: string): void {
    let at = this.#length;
    const labels = bytes.length === 0 ? [] : labelsOf(name);
    for (const [index, label] of labels.entries()) {
      this.#offsets.set(labels.slice(index).join('.'), at);
      at += Buffer.byteLength(label) + 1;
    }
    this.raw(bytes);
  }

  /** A name, with a pointer to an earlier one for as much of its end as possible. */
  name(name: string, mayPoint: boolean): void {
    const labels = labelsOf(name);
    if (!this.#isCompressed || !mayPoint) {
      for (const label of labels) this.#label(label);
      this.#root();
      return;
    }
    for (let index = 0; index < labels.length; index += 1) {
      const suffix = labels.slice(index).join('.');
      const offset = this.#offsets.get(suffix);
      if (offset !== undefined) {
        this.uint16(0xc000 | offset);
        this.#savedBytes += Buffer.byteLength(suffix) + 2 - POINTER_BYTES;
        return;
      }
      if (this.#length <= POINTER_OFFSET_MAX) this.#offsets.set(suffix, this.#length);
      this.#label(labels[index] ?? '');
    }
    this.#root();
  }

  record(record: DnsRecord): void {
    this.name(record.name, true);
    this.uint16(RECORD_TYPE_NUMBERS[record.type]);
    this.uint16(CLASS_IN);
    this.uint32(record.ttlSeconds);
    const lengthAt = this.#length;
    this.uint16(0);
    this.#data(record);
    this.#buffer.writeUInt16BE(this.#length - lengthAt - 2, lengthAt);
  }

  #data(record: DnsRecord): void {
    switch (record.type) {
      case 'A':
      case 'AAAA':
        this.raw(addressBytes(record.address));
        break;
      case 'CNAME':
      case 'NS':
      case 'PTR':
        this.name(record.target, true);
        break;
      case 'SRV':
        this.uint16(record.priority);
        this.uint16(record.weight);
        this.uint16(record.port);
        // RFC 2782 forbids compression of the target.
        this.name(record.target, false);
        break;
      case 'TXT':
        for (const chunk of textChunks(record.text)) {
          this.raw(Buffer.of(chunk.length));
          this.raw(chunk);
        }
        break;
      case 'SOA':
        this.name(record.primary, true);
        this.name(record.mailbox, true);
        this.uint32(record.serial >>> 0);
        this.uint32(record.refreshSeconds);
        this.uint32(record.retrySeconds);
        this.uint32(record.expireSeconds);
        this.uint32(record.minTtlSeconds);
        break;
      default:
        record satisfies never;
    }
  }

  #label(label: string): void {
    this.#reserve(LABEL_BYTES_MAX + 1);
    const bytes = this.#buffer.write(label, this.#length + 1);
    this.#buffer[this.#length] = bytes;
    this.#length += bytes + 1;
  }

  #root(): void {
    this.#reserve(1);
    this.#buffer[this.#length] = 0;
    this.#length += 1;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}

/** At least one, each of at most 255 bytes. */
function textChunks(text: string): Uint8Array[] {
  const bytes = Buffer.from(text);
  const chunks: Uint8Array[] = [bytes.subarray(0, TEXT_BYTES_MAX)];
  for (let at = TEXT_BYTES_MAX; at < bytes.length; at += TEXT_BYTES_MAX) {
    chunks.push(bytes.subarray(at, at + TEXT_BYTES_MAX));
  }
  return chunks;
}
