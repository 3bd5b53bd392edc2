import { Buffer } from 'node:buffer';
import { fc, test } from '@fast-check/vitest';
import { type Answer, decode, encode } from 'dns-packet';
import ipaddr from 'ipaddr.js';
import { expect } from 'vitest';
import { encodeResponse } from './message.js';
import { type DecodedQuery, type DnsQuery, decodeQuery } from './query.js';
import type { DnsRecord } from './record.js';
import { emptyResponse, RCODE } from './response.js';
import { encodeTrimmed } from './trim.js';

const label = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
const name = fc
  .array(label, { minLength: 1, maxLength: 4 })
  .map((labels) => `${labels.join('.')}.consul.`);
const seconds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const owner = fc.record({ name, ttlSeconds: seconds });
const uint16 = fc.integer({ min: 0, max: 65_535 });
const data: fc.Arbitrary<object> = fc.oneof(
  fc.record({ type: fc.constant('A'), address: fc.ipV4() }),
  fc.record({
    type: fc.constant('AAAA'),
    address: fc
      .ipV6()
      .filter((text) => ipaddr.isValid(text) && ipaddr.process(text).kind() === 'ipv6'),
  }),
  fc.record({ type: fc.constantFrom('CNAME', 'NS', 'PTR'), target: name }),
  fc.record({
    type: fc.constant('SRV'),
    priority: uint16,
    weight: uint16,
    port: uint16,
    target: name,
  }),
  fc.record({ type: fc.constant('TXT'), text: fc.string({ maxLength: 600 }) }),
  fc.record({
    type: fc.constant('SOA'),
    primary: name,
    mailbox: name,
    serial: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    refreshSeconds: seconds,
    retrySeconds: seconds,
    expireSeconds: seconds,
    minTtlSeconds: seconds,
  }),
);
const record = fc.tuple(owner, data).map(([own, rest]) => ({ ...own, ...rest }) as DnsRecord);

function query(asked: string, options: { udpPayloadBytes?: number } = {}): DnsQuery {
  const edns = options.udpPayloadBytes;
  const bytes = encode({
    type: 'query',
    id: 4711,
    questions: [{ name: asked.replace(/\.$/, ''), type: 'A' }],
    additionals:
      edns === undefined
        ? []
        : [
            {
              type: 'OPT',
              name: '.',
              udpPayloadSize: edns,
              extendedRcode: 0,
              ednsVersion: 0,
              flags: 0,
              flag_do: false,
              options: [],
            },
          ],
  });
  const decoded = decodeQuery(bytes);
  if (decoded.type !== 'query') throw new Error(`unexpected ${decoded.type}`);
  return decoded.query;
}

/** A record of the oracle in our words. */
function ours(answer: Answer): unknown {
  const base = {
    name: `${answer.name}.`,
    type: answer.type,
    ttlSeconds: 'ttl' in answer ? answer.ttl : 0,
  };
  const dotted = (text: string): string => `${text}.`;
  switch (answer.type) {
    case 'A':
    case 'AAAA':
      return { ...base, address: ipaddr.parse(answer.data).toString() };
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return { ...base, target: dotted(answer.data) };
    case 'SRV':
      return { ...base, ...answer.data, target: dotted(answer.data.target) };
    case 'TXT':
      return {
        ...base,
        text: Buffer.concat((answer.data as Buffer[]).map((part) => Buffer.from(part))).toString(),
      };
    case 'SOA':
      return {
        ...base,
        primary: dotted(answer.data.mname),
        mailbox: dotted(answer.data.rname),
        serial: answer.data.serial,
        refreshSeconds: answer.data.refresh,
        retrySeconds: answer.data.retry,
        expireSeconds: answer.data.expire,
        minTtlSeconds: answer.data.minimum,
      };
    default:
      return answer;
  }
}

function normal(entry: DnsRecord): unknown {
  return 'address' in entry ? { ...entry, address: ipaddr.parse(entry.address).toString() } : entry;
}

const sections = fc.record({
  answers: fc.array(record, { maxLength: 30 }),
  authorities: fc.array(record, { maxLength: 3 }),
  additionals: fc.array(record, { maxLength: 10 }),
});

test.prop([name, sections, fc.boolean()], { numRuns: 300 })(
  'what is written reads back with another implementation',
  (asked, records, isCompressed) => {
    const response = {
      ...emptyResponse(query(asked), RCODE.nameError),
      ...records,
      isAuthoritative: true,
    };
    const { bytes, plainBytes } = encodeResponse(response, { isCompressed, isTruncated: true });
    const plain = encodeResponse(response, { isCompressed: false, isTruncated: true });
    expect(plainBytes).toBe(plain.bytes.length);
    const packet = decode(Buffer.from(bytes));
    expect(packet.id).toBe(4711);
    expect(packet.flag_qr && packet.flag_aa && packet.flag_tc).toBe(true);
    expect((packet as { rcode?: string }).rcode).toBe('NXDOMAIN');
    expect(packet.questions?.[0]?.name).toBe(asked.slice(0, -1));
    expect(packet.answers?.map(ours)).toEqual(records.answers.map(normal));
    expect(packet.authorities?.map(ours)).toEqual(records.authorities.map(normal));
    expect(packet.additionals?.map(ours)).toEqual(records.additionals.map(normal));
  },
);

test.prop(
  [
    name,
    sections,
    // The oracle takes an announced size of 0 for its own default.
    fc.option(fc.integer({ min: 1, max: 65_535 })),
    fc.constantFrom<'udp' | 'tcp'>('udp', 'tcp'),
  ],
  { numRuns: 300 },
)(
  'a trimmed response fits its transport, keeps at least one answer, and keeps them in order',
  (asked, records, payload, transport) => {
    const asking = query(asked, payload === null ? {} : { udpPayloadBytes: payload });
    const response = { ...emptyResponse(asking, RCODE.noError), ...records };
    const bytes = encodeTrimmed(response, {
      transport,
      udpAnswerLimit: 3,
      isTruncationShown: true,
      isCompressed: true,
    });
    const packet = decode(Buffer.from(bytes));
    const kept = packet.answers?.length ?? 0;
    expect(packet.answers?.map(ours)).toEqual(records.answers.slice(0, kept).map(normal));
    expect(packet.flag_tc).toBe(kept < records.answers.length);
    if (records.answers.length > 0) expect(kept).toBeGreaterThan(0);
    const limit = transport === 'tcp' ? 65_523 : Math.max(512, payload ?? 512);
    if (kept > 1) expect(bytes.length).toBeLessThanOrEqual(limit);
    if (transport === 'udp' && payload === null) expect(kept).toBeLessThanOrEqual(3);
  },
);

const QUERY_TYPES: readonly DecodedQuery['type'][] = ['query', 'reply', 'drop'];

test.prop([fc.uint8Array({ maxLength: 200 })], { numRuns: 2000 })(
  'any bytes are read, refused or dropped',
  (bytes) => {
    expect(QUERY_TYPES).toContain(decodeQuery(bytes).type);
  },
);

test.prop(
  [name, fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 0, max: 255 })), { maxLength: 6 })],
  { numRuns: 2000 },
)(
  'a damaged query is read, refused or dropped, and what is read can be answered',
  (asked, damage) => {
    const bytes = Uint8Array.from(
      encode({ type: 'query', id: 1, questions: [{ name: asked.slice(0, -1), type: 'SRV' }] }),
    );
    for (const [at, value] of damage) bytes[at % bytes.length] = value;
    const decoded = decodeQuery(bytes);
    expect(QUERY_TYPES).toContain(decoded.type);
    if (decoded.type !== 'query') return;
    const { bytes: answer } = encodeResponse(emptyResponse(decoded.query, RCODE.refused), {
      isCompressed: true,
      isTruncated: false,
    });
    expect(Buffer.from(answer.subarray(12, 12 + decoded.query.question.length))).toEqual(
      Buffer.from(decoded.query.question),
    );
  },
);

test('records that have no form on the wire are left out, and the others stay', () => {
  const own = { name: 'a.consul.', ttlSeconds: 1 };
  const srv = { ...own, type: 'SRV', priority: 1, weight: 1, target: 'b.consul.' } as const;
  const text = { ...own, type: 'TXT' } as const;
  const answers: DnsRecord[] = [
    ...[-1, 65_536, 0.5, Number.NaN].map((port) => ({ ...srv, port })),
    { ...srv, port: 65_535 },
    { ...text, text: 'x'.repeat(65_280) },
    { ...text, text: 'x'.repeat(65_279) },
  ];
  const response = { ...emptyResponse(query('a.consul.'), RCODE.noError), answers };
  const { bytes } = encodeResponse(response, { isCompressed: true, isTruncated: false });
  const decoded = decode(Buffer.from(bytes)).answers ?? [];
  expect(decoded.map(({ type }) => type)).toEqual(['SRV', 'TXT']);
});
