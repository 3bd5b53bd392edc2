import { Buffer } from 'node:buffer';
import {
  type ByteStream,
  type Clock,
  type DatagramTransport,
  type Endpoint,
  type Rng,
  randomBelow,
  type StreamTransport,
  shuffle,
} from '@konsul/runtime';
import { decode, encode, type RecordType } from 'dns-packet';
import type { DnsRecord } from './record.js';

/** Whom questions are passed on to, and how. */
export interface DnsRecursorOptions {
  /** By IP address, in its shortest spelling. */
  readonly servers: readonly Endpoint[];
  /** In the order given, or in a new order for each question. */
  readonly strategy: 'sequential' | 'random';
  /** For each server tried. */
  readonly timeoutMs: number;
  /** Answers are taken only from the server asked, but ids are still drawn at random. */
  readonly rng: Rng;
  readonly clock: Clock;
  /** A transport for one question to this server by UDP, on a port of its own: harder to forge for. */
  readonly openDatagrams: (server: Endpoint) => DatagramTransport;
  /** Opens streams to servers for questions by TCP. */
  readonly streams: Pick<StreamTransport, 'connect'>;
}

const HEADER_BYTES = 12;
/** Type and class behind the name. */
const QUESTION_TAIL_BYTES = 4;
const RCODE_NO_ERROR = 0;
const RCODE_NAME_ERROR = 3;
/** Records of a host's answer that are passed on, a chain of names included. */
const HOST_RECORD_COUNT_MAX = 5;

/** Passes questions about other names on to servers that know. */
export class DnsRecursor {
  readonly #options: DnsRecursorOptions;

  constructor(options: DnsRecursorOptions) {
    this.#options = options;
  }

  /**
   * The first answer that is a yes or a no, under the question's own id; undefined when no server
   * gave one. Never rejects.
   */
  async forward(query: Uint8Array, transport: 'udp' | 'tcp'): Promise<Uint8Array | undefined> {
    const { servers, strategy, rng } = this.#options;
    const order = strategy === 'random' ? shuffle(rng, servers) : servers;
    const id = randomBelow(rng, 0x1_0000);
    const asked = withId(query, id);
    for (const server of order) {
      const ask =
        transport === 'udp' ? this.#askByUdp(server, asked) : this.#askByTcp(server, asked);
      const answer = await ask.catch(() => undefined);
      if (answer === undefined || !isAnswerTo(answer, asked)) continue;
      const rcode = (answer[3] ?? 0) & 0x0f;
      if (rcode !== RCODE_NO_ERROR && rcode !== RCODE_NAME_ERROR) continue;
      return withId(answer, ((query[0] ?? 0) << 8) | (query[1] ?? 0));
    }
    return undefined;
  }

  /** Records of a host name: addresses and the names on the way. Empty when there are none. */
  async resolveHost(name: string, type: string): Promise<readonly DnsRecord[]> {
    const asked = type === 'AAAA' ? 'AAAA' : 'A';
    const answer = await this.forward(hostQuery(name, asked), 'udp');
    return answer === undefined ? [] : hostRecords(answer);
  }

  async #askByUdp(server: Endpoint, query: Uint8Array): Promise<Uint8Array | undefined> {
    const datagrams = this.#options.openDatagrams(server);
    try {
      const received = new Promise<Uint8Array>((resolve, reject) => {
        datagrams
          .listen((from, bytes) => {
            const isAsked = from.host === server.host && from.port === server.port;
            if (isAsked && isAnswerTo(bytes, query)) resolve(bytes);
          })
          .then(() => datagrams.send(server, query), reject);
      });
      return await this.#within(received);
    } finally {
      await datagrams.close();
    }
  }

  async #askByTcp(server: Endpoint, query: Uint8Array): Promise<Uint8Array | undefined> {
    const { streams, timeoutMs } = this.#options;
    const stream = await streams.connect(server, { timeoutMs });
    try {
      return await this.#within(exchange(stream, query));
    } finally {
      stream.destroy();
    }
  }

  #within<T>(work: Promise<T>): Promise<T | undefined> {
    const { clock, timeoutMs } = this.#options;
    return new Promise((resolve, reject) => {
      const cancel = clock.schedule(clock.nowMs() + timeoutMs, () => resolve(undefined));
      work.then(resolve, reject).finally(cancel);
    });
  }
}

/** Sends one framed question and waits for the whole framed answer. */
function exchange(stream: ByteStream, query: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    stream.setHandlers({
      data: (bytes) => {
        received = Buffer.concat([received, bytes]);
        if (received.length < 2) return;
        const end = received.readUInt16BE(0) + 2;
        if (received.length >= end) resolve(received.subarray(2, end));
      },
      close: () => reject(new Error('closed before an answer')),
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.length);
    stream.write(Buffer.concat([length, query]));
  });
}

function withId(message: Uint8Array, id: number): Uint8Array {
  const copy = Uint8Array.from(message);
  copy[0] = id >> 8;
  copy[1] = id & 0xff;
  return copy;
}

/** Same id, a response, and the same question. Source: RFC 5452 section 9.1. */
function isAnswerTo(answer: Uint8Array, query: Uint8Array): boolean {
  const end = questionEnd(query);
  if (answer.length < end || answer[0] !== query[0] || answer[1] !== query[1]) return false;
  const isResponse = ((answer[2] ?? 0) & 0x80) !== 0;
  return (
    isResponse &&
    Buffer.compare(answer.subarray(HEADER_BYTES, end), query.subarray(HEADER_BYTES, end)) === 0
  );
}

/** Where the question of a well-formed query ends. */
function questionEnd(query: Uint8Array): number {
  let at = HEADER_BYTES;
  while (at < query.length && query[at] !== 0) at += (query[at] ?? 0) + 1;
  return at + 1 + QUESTION_TAIL_BYTES;
}

function hostQuery(name: string, type: 'A' | 'AAAA'): Uint8Array {
  const recursionDesired = 0x0100;
  const questionType: RecordType = type;
  return encode({
    type: 'query',
    id: 0,
    flags: recursionDesired,
    questions: [{ name: name.replace(/\.$/, ''), type: questionType }],
  });
}

function hostRecords(answer: Uint8Array): DnsRecord[] {
  const records: DnsRecord[] = [];
  try {
    for (const record of decode(Buffer.from(answer)).answers ?? []) {
      const owner = {
        name: `${record.name}.`,
        ttlSeconds: 'ttl' in record ? (record.ttl ?? 0) : 0,
      };
      if (record.type === 'A' || record.type === 'AAAA') {
        records.push({ ...owner, type: record.type, address: record.data });
      } else if (record.type === 'CNAME') {
        records.push({ ...owner, type: 'CNAME', target: `${record.data}.` });
      }
    }
  } catch {
    // A malformed answer of a recursor is no answer.
    return [];
  }
  return records.slice(0, HOST_RECORD_COUNT_MAX);
}
