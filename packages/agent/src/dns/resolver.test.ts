import { Buffer } from 'node:buffer';
import { type Clock, seededRng } from '@konsul/runtime';
import { type Answer, type DecodedPacket, decode, encode, type RecordType } from 'dns-packet';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../config/defaults.js';
import type { DnsBackend, DnsInstance, DnsNode } from './backend.js';
import { decodeQuery } from './query.js';
import type { DnsRecord } from './record.js';
import { DnsResolver, type DnsResolverOptions } from './resolver.js';
import { encodeTrimmed } from './trim.js';
import { serviceTtlMs, ttlSeconds } from './ttl.js';

const clock: Clock = {
  nowMs: () => 0,
  wallMs: () => 1_700_000_000_000,
  schedule: () => () => undefined,
  defer: () => undefined,
};

function node(name: string, address: string, meta: Record<string, string> = {}): DnsNode {
  return { node: name, address, datacenter: 'dc1', meta };
}

function instance(of: DnsNode, rest: Partial<DnsInstance> = {}): DnsInstance {
  return {
    node: of,
    address: '',
    port: 8080,
    weights: { passing: 1, warning: 1 },
    status: 'passing',
    ...rest,
  };
}

const nodes: Record<string, DnsNode> = {
  n1: node('n1', '10.0.0.1', { 'rfc1035-motd': 'hello', rack: '7', 'a=b': 'c' }),
  n6: node('n6', '2001:db8::6'),
  named: node('named', 'n1.node.consul'),
  far: node('far', 'host.example.com'),
};

const n1 = nodes['n1'] as DnsNode;
const services: Record<string, DnsInstance[]> = {
  web: [
    instance(n1),
    instance(node('n2', '10.0.0.2'), { address: '10.0.0.5', weights: { passing: 3, warning: 2 } }),
    instance(node('n3', '10.0.0.3'), {
      status: 'warning',
      port: 81,
      weights: { passing: 3, warning: 2 },
    }),
    instance(node('n4', '10.0.0.4'), { status: 'critical' }),
  ],
  down: [instance(n1, { status: 'critical' })],
  six: [instance(nodes['n6'] as DnsNode)],
  hosted: [
    instance(n1, { address: 'db.example.com' }),
    instance(n1, { address: 'other.example.com' }),
  ],
  twice: [instance(n1, { port: 1 }), instance(n1, { port: 2 })],
  many: Array.from({ length: 50 }, (_, index) => instance(node(`m${index}`, `10.1.0.${index}`))),
};

const backend: DnsBackend = {
  node: async (request) => {
    if (request.datacenter === 'unreachable') return { type: 'failed', reason: 'no route' };
    const found = nodes[request.node];
    return found === undefined ? { type: 'missing' } : { type: 'found', value: found };
  },
  serviceInstances: async ({ service, tag }) => {
    if (service === 'broken') throw new Error('backend is broken');
    const all = services[service] ?? [];
    return { type: 'found', value: tag === 'none' ? [] : all };
  },
  preparedQuery: async ({ query }) =>
    query === 'q1'
      ? { type: 'found', value: { instances: services['web']?.slice(0, 2) ?? [], ttlMs: 7000 } }
      : { type: 'missing' },
  pointer: async ({ address }) =>
    address === '10.0.0.1'
      ? { type: 'found', value: { kind: 'node', name: 'n1', datacenter: 'dc1' } }
      : { type: 'missing' },
  servers: async () => ({
    type: 'found',
    value: [n1, node('bad_name', '10.0.0.9'), node('n2', '10.0.0.2')],
  }),
};

interface Ask {
  readonly type?: RecordType;
  readonly options?: Partial<DnsResolverOptions>;
  readonly settings?: Partial<DnsResolverOptions['settings']>;
  readonly payload?: number;
  readonly subnet?: boolean;
  readonly ednsVersion?: number;
}

async function ask(
  name: string,
  { type = 'A', options = {}, settings = {}, ...rest }: Ask = {},
): Promise<DecodedPacket & { rcode: string }> {
  const subnet = { code: 8 as const, ip: '10.1.2.0', sourcePrefixLength: 24 };
  const decoded = decodeQuery(
    encode({
      type: 'query',
      id: 1,
      questions: [{ name, type }],
      additionals:
        rest.payload === undefined
          ? []
          : [
              {
                type: 'OPT',
                name: '.',
                udpPayloadSize: rest.payload,
                extendedRcode: 0,
                ednsVersion: rest.ednsVersion ?? 0,
                flags: 0,
                flag_do: false,
                options: rest.subnet === true ? [subnet] : [],
              },
            ],
    }),
  );
  if (decoded.type !== 'query') throw new Error('test query is malformed');
  const resolver = new DnsResolver({
    backend,
    settings: { ...defaultSettings.dns, ...settings },
    domains: ['consul.', 'alt.'],
    clock,
    rng: seededRng(1),
    hasRecursor: false,
    ...options,
  });
  const resolution = await resolver.resolve(decoded.query, '192.0.2.1');
  if (resolution.type === 'recurse') throw new Error('to be passed on');
  const bytes = encodeTrimmed(resolution.response, {
    transport: 'udp',
    udpAnswerLimit: 3,
    isTruncationShown: true,
    isCompressed: true,
  });
  return decode(Buffer.from(bytes)) as DecodedPacket & { rcode: string };
}

/** `name type data` of records, in short. */
function short(records: readonly Answer[] | undefined): string[] {
  return (records ?? [])
    .filter((record) => record.type !== 'OPT')
    .map((record) => {
      const { data } = record as { data: unknown };
      const text =
        record.type === 'SRV'
          ? `${record.data.priority} ${record.data.weight} ${record.data.port} ${record.data.target}`
          : record.type === 'SOA'
            ? `${record.data.mname} ${record.data.rname} ${record.data.serial}`
            : String(data);
      return `${record.name} ${record.type} ${text}`;
    });
}

describe('nodes', () => {
  test('an address, with meta behind it', async () => {
    const packet = await ask('N1.node.consul');
    expect(packet.flag_aa).toBe(true);
    expect(short(packet.answers)).toEqual(['N1.node.consul A 10.0.0.1']);
    expect(short(packet.additionals)).toEqual([
      'N1.node.consul TXT a`=b=c',
      'N1.node.consul TXT rack=7',
      'N1.node.consul TXT hello',
    ]);
    expect((await ask('n1.node.consul', { settings: { nodeMetaTxt: false } })).additionals).toEqual(
      [],
    );
  });

  test('meta is the answer to TXT and ANY', async () => {
    expect((await ask('n1.node.consul', { type: 'TXT', payload: 4096 })).answers).toHaveLength(3);
    const any = await ask('n1.node.consul', { type: 'ANY' as RecordType, payload: 4096 });
    expect(any.answers).toHaveLength(4);
  });

  test('the other address family is an empty answer without SOA', async () => {
    const packet = await ask('n1.node.consul', { type: 'AAAA' });
    expect([packet.rcode, packet.answers, packet.authorities]).toEqual(['NOERROR', [], []]);
    expect(short((await ask('n6.node.consul', { type: 'AAAA' })).answers)).toHaveLength(1);
  });

  test('a host name inside the domain is followed, one outside by recursion', async () => {
    expect(short((await ask('named.node.consul')).answers)).toEqual([
      'named.node.consul CNAME n1.node.consul',
      'n1.node.consul A 10.0.0.1',
    ]);
    const resolveHost = async (name: string): Promise<readonly DnsRecord[]> => [
      { type: 'A', name, ttlSeconds: 9, address: '192.0.2.7' },
    ];
    expect(short((await ask('far.node.consul', { options: { resolveHost } })).answers)).toEqual([
      'far.node.consul CNAME host.example.com',
      'host.example.com A 192.0.2.7',
    ]);
    const broken = { resolveHost: () => Promise.reject(new Error('down')) };
    expect((await ask('far.node.consul', { options: broken })).answers).toHaveLength(1);
  });

  test('unknown is NXDOMAIN with SOA, a failure is SERVFAIL', async () => {
    const missing = await ask('nope.node.consul');
    expect(missing.rcode).toBe('NXDOMAIN');
    expect(short(missing.authorities)).toEqual([
      'consul SOA ns.consul hostmaster.consul 1700000000',
    ]);
    expect((await ask('n1.node.unreachable.consul')).rcode).toBe('SERVFAIL');
    expect((await ask('broken.service.consul')).rcode).toBe('SERVFAIL');
  });
});

describe('services', () => {
  test('addresses of instances that are not critical', async () => {
    const packet = await ask('web.service.consul', { payload: 4096 });
    expect(short(packet.answers).sort()).toEqual([
      'web.service.consul A 10.0.0.1',
      'web.service.consul A 10.0.0.3',
      'web.service.consul A 10.0.0.5',
    ]);
    const passing = await ask('web.service.consul', { settings: { onlyPassing: true } });
    expect(passing.answers).toHaveLength(2);
  });

  test('SRV names the node, or the address in hexadecimal where the service has its own', async () => {
    const packet = await ask('web.service.alt', { type: 'SRV', payload: 4096 });
    expect(short(packet.answers).sort()).toEqual([
      'web.service.alt SRV 1 1 8080 n1.node.dc1.alt',
      'web.service.alt SRV 1 2 81 n3.node.dc1.alt',
      'web.service.alt SRV 1 3 8080 0a000005.addr.dc1.alt',
    ]);
    expect(short(packet.additionals)).toEqual(
      expect.arrayContaining([
        '0a000005.addr.dc1.alt A 10.0.0.5',
        'n1.node.dc1.alt A 10.0.0.1',
        'n1.node.dc1.alt TXT rack=7',
      ]),
    );
  });

  test('one address is given once, one host with two ports twice', async () => {
    expect((await ask('twice.service.consul')).answers).toHaveLength(1);
    expect((await ask('twice.service.consul', { type: 'SRV' })).answers).toHaveLength(2);
  });

  test('a host name is one CNAME, or the target of SRV', async () => {
    expect((await ask('hosted.service.consul')).answers).toHaveLength(1);
    const srv = await ask('hosted.service.consul', { type: 'SRV' });
    expect(short(srv.answers).sort()).toEqual([
      'hosted.service.consul SRV 1 1 8080 db.example.com',
      'hosted.service.consul SRV 1 1 8080 other.example.com',
    ]);
  });

  test('all critical, no instance or no such tag is NXDOMAIN; the other family is empty with SOA', async () => {
    for (const name of ['down', 'nosuch', 'none.web']) {
      expect((await ask(`${name}.service.consul`)).rcode).toBe('NXDOMAIN');
    }
    const six = await ask('six.service.consul');
    expect([six.rcode, six.answers?.length, six.authorities?.length]).toEqual(['NOERROR', 0, 1]);
  });

  test('few answers without EDNS0, all with it, and a limit where one is set', async () => {
    const plain = await ask('many.service.consul');
    expect([plain.answers?.length, plain.flag_tc]).toEqual([3, true]);
    const edns = await ask('many.service.consul', { payload: 4096 });
    expect([edns.answers?.length, edns.flag_tc]).toEqual([50, false]);
    const limited = await ask('many.service.consul', {
      payload: 4096,
      settings: { aRecordLimit: 5 },
    });
    expect(limited.answers).toHaveLength(5);
    const srv = await ask('many.service.consul', { type: 'SRV', payload: 1232 });
    const targets = new Set(short(srv.answers).map((line) => line.split(' ').at(-1)));
    expect(targets.size).toBeGreaterThan(5);
    expect(short(srv.additionals).every((line) => targets.has(line.split(' ')[0]))).toBe(true);
  });

  test('order is drawn anew for each question', async () => {
    const first = await ask('many.service.consul', {
      payload: 4096,
      options: { rng: seededRng(1) },
    });
    const second = await ask('many.service.consul', {
      payload: 4096,
      options: { rng: seededRng(2) },
    });
    expect(short(first.answers)).not.toEqual(short(second.answers));
    expect(short(first.answers).sort()).toEqual(short(second.answers).sort());
  });
});

describe('the rest', () => {
  test('a prepared query keeps its order and its TTL, and says that it depends on the asker', async () => {
    const packet = await ask('q1.query.consul', { payload: 4096, subnet: true });
    expect(short(packet.answers)).toEqual([
      'q1.query.consul A 10.0.0.1',
      'q1.query.consul A 10.0.0.5',
    ]);
    expect(packet.answers?.[0]).toMatchObject({ ttl: 7 });
    const scope = (reply: DecodedPacket): unknown =>
      reply.additionals?.flatMap((record) => (record.type === 'OPT' ? record.options : []))[0];
    expect(scope(packet)).toMatchObject({ scopePrefixLength: 24 });
    expect(scope(await ask('web.service.consul', { payload: 4096, subnet: true }))).toMatchObject({
      scopePrefixLength: 0,
    });
    expect((await ask('nope.query.consul')).rcode).toBe('NXDOMAIN');
  });

  test('an address spelled in hexadecimal', async () => {
    expect(short((await ask('0a000005.addr.dc1.consul')).answers)).toEqual([
      '0a000005.addr.dc1.consul A 10.0.0.5',
    ]);
    const odd = await ask('0a00.addr.consul');
    expect([odd.rcode, odd.answers]).toEqual(['NOERROR', []]);
  });

  test('pointers', async () => {
    expect(short((await ask('1.0.0.10.in-addr.arpa', { type: 'PTR' })).answers)).toEqual([
      '1.0.0.10.in-addr.arpa PTR n1.node.dc1.consul',
    ]);
    expect((await ask('9.0.0.10.in-addr.arpa', { type: 'PTR' })).rcode).toBe('SERVFAIL');
    await expect(
      ask('9.0.0.10.in-addr.arpa', { type: 'PTR', options: { hasRecursor: true } }),
    ).rejects.toThrow('to be passed on');
  });

  test('the domain itself has SOA and NS, with addresses of servers whose names are host names', async () => {
    const soa = await ask('consul', { type: 'SOA' });
    expect(short(soa.answers)).toHaveLength(1);
    expect(short(soa.authorities).sort()).toEqual([
      'consul NS n1.node.dc1.consul',
      'consul NS n2.node.dc1.consul',
    ]);
    const ns = await ask('consul', { type: 'NS' });
    expect(ns.answers).toHaveLength(2);
    expect(short(ns.additionals).sort()).toEqual([
      'n1.node.dc1.consul A 10.0.0.1',
      'n2.node.dc1.consul A 10.0.0.2',
    ]);
    const a = await ask('consul');
    expect([a.rcode, a.answers, a.authorities?.length]).toEqual(['NOERROR', [], 1]);
  });

  test('refusals', async () => {
    expect((await ask('example.com')).rcode).toBe('REFUSED');
    expect((await ask('consul', { type: 'AXFR' })).rcode).toBe('NOTIMP');
    expect((await ask('a.service.x.y.z.consul')).rcode).toBe('NXDOMAIN');
    const version = await ask('consul', { payload: 4096, ednsVersion: 1 });
    expect(version.additionals?.[0]).toMatchObject({ extendedRcode: 1 });
    await expect(ask('example.com', { options: { hasRecursor: true } })).rejects.toThrow(
      'to be passed on',
    );
  });

  test('a name with no form on the wire is left out instead of spoiling the answer', async () => {
    const long = {
      ...backend,
      serviceInstances: async () => ({
        type: 'found' as const,
        value: [instance(node('x'.repeat(70), '10.0.0.1')), instance(n1)],
      }),
    };
    const packet = await ask('web.service.consul', {
      type: 'SRV',
      payload: 4096,
      options: { backend: long },
    });
    expect(short(packet.answers)).toEqual(['web.service.consul SRV 1 1 8080 n1.node.dc1.consul']);
  });
});

test('the most exact entry decides a service TTL', () => {
  const table = { web: 1000, '*': 2000, 'db-*': 3000, 'db-main-*': 4000 };
  expect(serviceTtlMs('web', table)).toBe(1000);
  expect(serviceTtlMs('api', table)).toBe(2000);
  expect(serviceTtlMs('db-1', table)).toBe(3000);
  expect(serviceTtlMs('db-main-1', table)).toBe(4000);
  expect(serviceTtlMs('x', {})).toBe(0);
  expect([ttlSeconds(1999), ttlSeconds(-5), ttlSeconds(1e15)]).toEqual([1, 0, 2 ** 31 - 1]);
});
