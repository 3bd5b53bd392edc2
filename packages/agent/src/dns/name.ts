import { addressOfHex, addressOfReverseName } from './address.js';
import { labelsOf } from './wire-name.js';

/** What a name asks for. Names inside are lower case; no datacenter means the agent's own. */
export type DnsLookup =
  | { readonly type: 'node'; readonly node: string; readonly datacenter: string | undefined }
  | {
      readonly type: 'service';
      readonly service: string;
      /** Undefined for any. */
      readonly tag: string | undefined;
      readonly datacenter: string | undefined;
    }
  | { readonly type: 'query'; readonly query: string; readonly datacenter: string | undefined }
  /** `address` is undefined when the label has a length that no address has. */
  | { readonly type: 'address'; readonly address: string | undefined }
  | { readonly type: 'pointer'; readonly address: string }
  /** The domain itself. */
  | { readonly type: 'apex' }
  /** Inside the domain, and of no form that exists. */
  | { readonly type: 'unknown' }
  /** Somebody else's name. */
  | { readonly type: 'outside' };

/** A lookup, and the domain that the question used. */
export interface ParsedDnsName {
  readonly lookup: DnsLookup;
  /** One of the given domains; the first one for pointers and names outside. */
  readonly domain: string;
}

const KINDS: readonly string[] = [
  'service',
  'node',
  'query',
  'addr',
  // These exist in Consul; a name of theirs must not be mistaken for a datacenter.
  'connect',
  'virtual',
  'ingress',
];

/**
 * Reads a question's name.
 *
 * @param domains - the agent's domains, each lower case and ending in a dot; the first is its own.
 * @param isSrv - whether SRV is asked for, where the word `service` may be left out.
 *
 * Source: Consul's documentation of DNS lookups; RFC 2782 for `_service._tag`.
 */
export function parseDnsName(
  name: string,
  domains: readonly string[],
  isSrv: boolean,
): ParsedDnsName {
  const labels = labelsOf(name.toLowerCase());
  const own = domains[0] ?? '.';
  const address = addressOfReverseName(labels);
  if (address !== undefined) return { lookup: { type: 'pointer', address }, domain: own };
  for (const domain of domains) {
    const suffix = labelsOf(domain);
    const inside = labels.slice(0, Math.max(0, labels.length - suffix.length));
    if (labels.slice(inside.length).join('.') !== suffix.join('.')) continue;
    return { lookup: parseInside(inside, isSrv), domain };
  }
  return { lookup: { type: 'outside' }, domain: own };
}

function parseInside(labels: readonly string[], isSrv: boolean): DnsLookup {
  if (labels.length === 0) return { type: 'apex' };
  // The rightmost word decides: what stands left of it is a name, and may hold dots.
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const label = labels[index] ?? '';
    if (KINDS.includes(label)) {
      return parseKind(label, labels.slice(0, index), labels.slice(index + 1));
    }
    if (isSrv && label.startsWith('_')) {
      return parseKind('service', labels.slice(0, index + 1), labels.slice(index + 1));
    }
  }
  return { type: 'unknown' };
}

function parseKind(kind: string, parts: readonly string[], locality: readonly string[]): DnsLookup {
  const place = parseLocality(locality);
  if (place === undefined || parts.length === 0) return { type: 'unknown' };
  const { datacenter } = place;
  switch (kind) {
    case 'node':
      return { type: 'node', node: parts.join('.'), datacenter };
    case 'service':
      return parseService(parts, datacenter);
    case 'query':
      return parseQuery(parts, datacenter);
    case 'addr':
      return parseAddress(parts);
    default:
      return { type: 'unknown' };
  }
}

/** Nothing, `<dc>`, or `<dc>.dc`; peers and anything longer do not exist here. */
function parseLocality(
  labels: readonly string[],
): { readonly datacenter: string | undefined } | undefined {
  const [datacenter, word] = labels;
  if (labels.length < 2) return { datacenter };
  return labels.length === 2 && word === 'dc' ? { datacenter } : undefined;
}

function parseService(parts: readonly string[], datacenter: string | undefined): DnsLookup {
  const [first = '', second = ''] = parts;
  if (parts.length === 2 && first.startsWith('_') && second.startsWith('_')) {
    const tag = second.slice(1);
    return {
      type: 'service',
      service: first.slice(1),
      tag: tag === 'tcp' ? undefined : tag,
      datacenter,
    };
  }
  const tag = parts.slice(0, -1).join('.');
  return {
    type: 'service',
    service: parts.at(-1) ?? '',
    tag: tag === '' ? undefined : tag,
    datacenter,
  };
}

function parseQuery(parts: readonly string[], datacenter: string | undefined): DnsLookup {
  const [first = '', second = ''] = parts;
  const isRfc2782 = parts.length === 2 && first.startsWith('_') && second === '_tcp';
  return { type: 'query', query: isRfc2782 ? first.slice(1) : parts.join('.'), datacenter };
}

function parseAddress(parts: readonly string[]): DnsLookup {
  const [hex = ''] = parts;
  if (parts.length !== 1 || !/^[0-9a-f]+$/.test(hex)) return { type: 'unknown' };
  return { type: 'address', address: addressOfHex(hex) };
}
