import { isIP } from 'node:net';
import type { Endpoint } from '@konsul/runtime';
import { fillAddressTemplate, privateAddresses } from './address-template.js';
import type { ClientListeners, SegmentConfig } from './agent-config.js';
import type { ConfigHost } from './config-host.js';
import type { Findings } from './findings.js';
import type { AgentSettings } from './settings.js';

/** Everything that has to do with where the agent listens and is reached. */
export interface ResolvedAddresses {
  readonly bindAddress: string;
  readonly advertiseAddress: string;
  readonly advertiseAddressWan: string;
  readonly serfLanBindAddress: string;
  readonly serfWanBindAddress: string;
  readonly listeners: ClientListeners;
  readonly segments: readonly SegmentConfig[];
}

interface Context {
  readonly settings: AgentSettings;
  readonly host: ConfigHost;
  readonly findings: Findings;
}

type AddressKey =
  | 'bindAddress'
  | 'advertiseAddress'
  | 'advertiseAddressWan'
  | 'serfLanBindAddress'
  | 'serfWanBindAddress'
  | 'clientAddress'
  | 'addresses'
  | 'segments';

/** Works out every address; what cannot be is a finding. */
export function resolveAddresses(
  settings: AgentSettings,
  host: ConfigHost,
  findings: Findings,
): ResolvedAddresses {
  const context: Context = { settings, host, findings };
  const bindAddress = ip(context, ['bindAddress', 'bind_addr'], settings.bindAddress);
  const advertiseAddress = advertised(context, bindAddress);
  const pick = (
    blamed: AddressKey,
    key: string,
    text: string | undefined,
    other: string,
  ): string => (text === undefined ? other : ip(context, [blamed, key], text));
  const { serfLanBindAddress, serfWanBindAddress, advertiseAddressWan } = settings;
  const wan = pick(
    'advertiseAddressWan',
    'advertise_addr_wan',
    advertiseAddressWan,
    advertiseAddress,
  );
  if (advertiseAddressWan !== undefined) {
    refuseAny(context, ['advertiseAddressWan', 'advertise_addr_wan'], wan);
  }
  const resolved = {
    bindAddress,
    advertiseAddress,
    advertiseAddressWan: wan,
    serfLanBindAddress: pick('serfLanBindAddress', 'serf_lan', serfLanBindAddress, bindAddress),
    serfWanBindAddress: pick('serfWanBindAddress', 'serf_wan', serfWanBindAddress, bindAddress),
    listeners: listeners(context),
    segments: settings.segments.map((segment, index) => ({
      ...segment,
      bindAddress: pick('segments', `segments[${index}].bind`, segment.bindAddress, bindAddress),
      advertiseAddress: pick(
        'segments',
        `segments[${index}].advertise`,
        segment.advertiseAddress,
        advertiseAddress,
      ),
    })),
  };
  refuseSharedPorts(context, resolved);
  return resolved;
}

function ip(context: Context, [blamed, key]: readonly [AddressKey, string], text: string): string {
  const filled = fillAddressTemplate(text, context.host)?.replace(/^\[(.*)\]$/, '$1');
  if (filled !== undefined && isIP(filled) !== 0) return filled;
  const reason =
    filled === undefined ? 'is a template that gives no address here' : 'must be an IP address';
  context.findings.problem(blamed, key, `${reason}, got ${JSON.stringify(text)}`);
  return '127.0.0.1';
}

function advertised(context: Context, bindAddress: string): string {
  const { settings, findings } = context;
  if (settings.advertiseAddress !== undefined) {
    const given = ip(context, ['advertiseAddress', 'advertise_addr'], settings.advertiseAddress);
    refuseAny(context, ['advertiseAddress', 'advertise_addr'], given);
    return given;
  }
  if (!isAnyAddress(bindAddress)) return bindAddress;
  const [only, ...others] = privateAddresses(context.host);
  if (only !== undefined && others.length === 0) return only;
  const reason =
    only === undefined
      ? 'no private IPv4 address found'
      : `several private IPv4 addresses found (${[only, ...others].join(', ')})`;
  findings.problem('bindAddress', 'bind_addr', `${reason}; set bind_addr or advertise_addr`);
  return '127.0.0.1';
}

function refuseAny(
  context: Context,
  [blamed, key]: readonly [AddressKey, string],
  address: string,
): void {
  if (isAnyAddress(address)) {
    context.findings.problem(blamed, key, `must be one address that others reach, got ${address}`);
  }
}

function isAnyAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function listeners(context: Context): ClientListeners {
  const { addresses, ports, clientAddress } = context.settings;
  const list = (kind: 'http' | 'https' | 'dns'): Endpoint[] => {
    const port = ports[kind];
    if (port < 0) return [];
    const own = addresses[kind];
    const [blamed, key] =
      own === undefined
        ? (['clientAddress', 'client_addr'] as const)
        : (['addresses', `addresses.${kind}`] as const);
    const texts = splitAddresses(own ?? clientAddress);
    if (texts.length === 0) context.findings.problem(blamed, key, 'must hold at least one address');
    return texts.map((text) => {
      if (text.startsWith('unix:')) {
        context.findings.problem(blamed, key, `Unix sockets are not supported, got ${text}`);
        return { host: '127.0.0.1', port };
      }
      return { host: ip(context, [blamed, key], text), port };
    });
  };
  return { http: list('http'), https: list('https'), dns: list('dns') };
}

/** Splits at spaces, except inside `{{ }}`. */
function splitAddresses(text: string): string[] {
  return text.match(/\{\{.*?\}\}|[^\s{]+/g) ?? [];
}

/** Two listeners cannot share a port where their addresses overlap. */
function refuseSharedPorts(context: Context, resolved: ResolvedAddresses): void {
  const { settings, findings } = context;
  const { ports } = settings;
  const used: { key: string; endpoint: Endpoint }[] = [];
  const use = (key: string, host: string, port: number): void => {
    if (port <= 0) return;
    const endpoint = { host, port };
    const clash = used.find((other) => overlaps(other.endpoint, endpoint));
    if (clash !== undefined) {
      findings.problem('ports', key, `must differ from ${clash.key}, both are ${port}`);
    }
    used.push({ key, endpoint });
  };
  for (const kind of ['http', 'https', 'dns'] as const) {
    for (const { host, port } of resolved.listeners[kind]) use(`ports.${kind}`, host, port);
  }
  use('ports.serf_lan', resolved.serfLanBindAddress, ports.serfLan);
  if (settings.isServer) {
    use('ports.server', resolved.bindAddress, ports.server);
    use('ports.serf_wan', resolved.serfWanBindAddress, ports.serfWan);
    for (const [index, { bindAddress, port }] of resolved.segments.entries()) {
      use(`segments[${index}].port`, bindAddress, port);
    }
  }
}

function overlaps(one: Endpoint, other: Endpoint): boolean {
  if (one.port !== other.port) return false;
  return one.host === other.host || isAnyAddress(one.host) || isAnyAddress(other.host);
}
