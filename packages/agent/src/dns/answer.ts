import type { SoaSettings } from '../config/settings-sections.js';
import { addressHex, addressType } from './address.js';
import type { DnsInstance, DnsNode, DnsPointer } from './backend.js';
import type { DnsRecord } from './record.js';

/** The sections of an answer. */
export interface AnswerSections {
  readonly answers: readonly DnsRecord[];
  readonly additionals: readonly DnsRecord[];
}

/** What a question fixes about its answer. */
export interface AnswerContext {
  /** The question's name, spelled as asked. */
  readonly name: string;
  /** The record type asked for. */
  readonly type: string;
  /** The domain that the question used; names made here end in it. */
  readonly domain: string;
  readonly ttlSeconds: number;
  /** Send node meta as TXT behind other answers. */
  readonly hasNodeMetaTxt: boolean;
  /** A and AAAA answers at most; 0 is no limit. */
  readonly aRecordLimit: number;
}

/** Priority of every SRV record: Consul knows only weights. */
const SRV_PRIORITY = 1;

const isAsked = (context: AnswerContext, type: DnsRecord['type']): boolean =>
  context.type === type || context.type === 'ANY';

/** Answers for a node's name. */
export function nodeAnswer(node: DnsNode, context: AnswerContext): AnswerSections {
  const { name, ttlSeconds } = context;
  const addresses = addressRecords(node.address, { name, ttlSeconds }).filter((record) =>
    record.type === 'CNAME' ? context.type !== 'TXT' : isAsked(context, record.type),
  );
  const meta = metaRecords(node, { name, ttlSeconds });
  if (isAsked(context, 'TXT')) return { answers: [...addresses, ...meta], additionals: [] };
  const hasMeta = context.hasNodeMetaTxt && addresses.length > 0;
  return { answers: addresses, additionals: hasMeta ? meta : [] };
}

/** Answers for a service's or a query's name, from instances already filtered and ordered. */
export function serviceAnswer(
  instances: readonly DnsInstance[],
  context: AnswerContext,
): AnswerSections {
  return context.type === 'SRV'
    ? srvAnswer(instances, context)
    : serviceAddresses(instances, context);
}

function serviceAddresses(
  instances: readonly DnsInstance[],
  context: AnswerContext,
): AnswerSections {
  const { name, ttlSeconds } = context;
  const texts = new Set(instances.map((instance) => instance.address || instance.node.address));
  const records = [...texts].flatMap((text) => addressRecords(text, { name, ttlSeconds }));
  const addresses = records.filter((record) => record.type !== 'CNAME');
  if (addresses.length > 0) {
    const asked = addresses.filter((record) => isAsked(context, record.type));
    const limit = context.aRecordLimit === 0 ? asked.length : context.aRecordLimit;
    return { answers: asked.slice(0, limit), additionals: [] };
  }
  // A name may have one CNAME and nothing beside it.
  const wantsAddress = ['A', 'AAAA', 'ANY', 'CNAME'].includes(context.type);
  return { answers: wantsAddress ? records.slice(0, 1) : [], additionals: [] };
}

/** Source: RFC 2782. */
function srvAnswer(instances: readonly DnsInstance[], context: AnswerContext): AnswerSections {
  const { name, ttlSeconds } = context;
  const answers: DnsRecord[] = [];
  const additionals = new Map<string, DnsRecord>();
  const seen = new Set<string>();
  for (const instance of instances) {
    const { port, node } = instance;
    const target = srvTarget(instance, context.domain);
    const key = `${target}:${port}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const weight = instance.weights[instance.status === 'warning' ? 'warning' : 'passing'];
    answers.push({
      type: 'SRV',
      name,
      ttlSeconds,
      priority: SRV_PRIORITY,
      weight: uint16(weight),
      port,
      target,
    });
    const owner = { name: target, ttlSeconds };
    const extras = addressRecords(instance.address || node.address, owner);
    if (context.hasNodeMetaTxt && instance.address === '') extras.push(...metaRecords(node, owner));
    for (const extra of extras) additionals.set(JSON.stringify(extra), extra);
  }
  // A target that is somebody else's host name needs no record that repeats it.
  const useful = [...additionals.values()].filter(
    (record) => record.type !== 'CNAME' || record.target !== record.name,
  );
  return { answers, additionals: useful };
}

function srvTarget(instance: DnsInstance, domain: string): string {
  const { address, node } = instance;
  if (address === '') return nodeName(node.node, node.datacenter, domain);
  if (addressType(address) === undefined) return absolute(address);
  return `${addressHex(address)}.addr.${node.datacenter}.${domain}`;
}

/** Who has an address. */
export function pointerAnswer(pointer: DnsPointer, context: AnswerContext): AnswerSections {
  const { name, ttlSeconds, domain } = context;
  const target = `${pointer.name}.${pointer.kind}.${pointer.datacenter}.${domain}`;
  const isPointer = isAsked(context, 'PTR');
  return {
    answers: isPointer ? [{ type: 'PTR', name, ttlSeconds, target }] : [],
    additionals: [],
  };
}

/** The address spelled out in an `addr` name. */
export function literalAnswer(address: string, context: AnswerContext): AnswerSections {
  const { name, ttlSeconds } = context;
  const records = addressRecords(address, { name, ttlSeconds });
  return { answers: records.filter((record) => isAsked(context, record.type)), additionals: [] };
}

/** NS records of servers and their addresses. */
export function nameServers(
  servers: readonly DnsNode[],
  context: Pick<AnswerContext, 'domain' | 'ttlSeconds'>,
): AnswerSections {
  const { domain, ttlSeconds } = context;
  // Other characters are legal in a node's name and not in a host's.
  const usable = servers.filter((server) => /^[A-Za-z0-9-]+$/.test(server.node));
  const named = usable.map((server) => ({
    target: nodeName(server.node, server.datacenter, domain),
    address: server.address,
  }));
  return {
    answers: named.map(({ target }) => ({ type: 'NS', name: domain, ttlSeconds, target })),
    additionals: named.flatMap(({ target, address }) =>
      addressRecords(address, { name: target, ttlSeconds }),
    ),
  };
}

/** The domain's SOA record. `serial` is the time in seconds since 1970. */
export function soaRecord(domain: string, soa: SoaSettings, serial: number): DnsRecord {
  return {
    type: 'SOA',
    name: domain,
    ttlSeconds: soa.minTtlSeconds,
    primary: `ns.${domain}`,
    mailbox: `hostmaster.${domain}`,
    serial,
    refreshSeconds: soa.refreshSeconds,
    retrySeconds: soa.retrySeconds,
    expireSeconds: soa.expireSeconds,
    minTtlSeconds: soa.minTtlSeconds,
  };
}

type Owner = Pick<DnsRecord, 'name' | 'ttlSeconds'>;

function addressRecords(text: string, owner: Owner): DnsRecord[] {
  const type = addressType(text);
  if (type !== undefined) return [{ ...owner, type, address: text }];
  return text === '' ? [] : [{ ...owner, type: 'CNAME', target: absolute(text) }];
}

/** Source: RFC 1464; a key begun by `rfc1035-` says that its value stands alone. */
function metaRecords(node: DnsNode, owner: Owner): DnsRecord[] {
  return Object.entries(node.meta)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      ...owner,
      type: 'TXT',
      text: key.toLowerCase().startsWith('rfc1035-') ? value : `${escapeKey(key)}=${value}`,
    }));
}

function escapeKey(key: string): string {
  return key
    .replace(/[`=]/g, '`$&')
    .replace(/^[ \t]+|[ \t]+$/g, (spaces) => spaces.replace(/./g, '`$&'));
}

function nodeName(node: string, datacenter: string, domain: string): string {
  return `${node}.node.${datacenter}.${domain}`;
}

function absolute(host: string): string {
  return host.endsWith('.') ? host : `${host}.`;
}

function uint16(value: number): number {
  return Math.min(65_535, Math.max(0, Math.trunc(value)));
}
