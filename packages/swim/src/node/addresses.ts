import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { type Endpoint, parseEndpoint } from '@konsul/runtime';
import { parseAddress } from '../core/address.js';
import type { JoinFailure } from '../core/effect.js';
import { SwimError } from '../errors.js';

/** All addresses of a host name, in text form. Rejects when there are none. */
export type HostLookup = (host: string) => Promise<readonly string[]>;

/** Asks the system: hosts file, then DNS; every record of both families. */
export const systemLookup: HostLookup = async (host) => {
  const records = await lookup(host, { all: true });
  return records.map((record) => record.address);
};

/** What an address is read with. */
export interface ResolveOptions {
  /** For addresses that name none. */
  readonly defaultPort: number;
  readonly lookup: HostLookup;
}

/**
 * Every endpoint that `host`, `host:port` or `name/host:port` stands for.
 *
 * @throws SwimError INVALID_ADDRESS when the text is none of these or the host does not resolve.
 */
export async function resolveAddress(
  text: string,
  options: ResolveOptions,
): Promise<readonly Endpoint[]> {
  const slash = text.indexOf('/');
  const nodeName = slash > 0 ? text.slice(0, slash) : undefined;
  const endpoint = parseEndpoint(text.slice(slash + 1), options.defaultPort);
  if (endpoint === undefined || endpoint.port === 0) {
    throw new SwimError('INVALID_ADDRESS', `${JSON.stringify(text)} is no host with a port`);
  }
  const { host, port } = endpoint;
  const hosts = parseAddress(host) === undefined ? await resolveHost(host, options.lookup) : [host];
  return hosts.map((address) =>
    nodeName === undefined ? { host: address, port } : { host: address, port, name: nodeName },
  );
}

/** What the peers of a join stand for, and which of them stand for nothing. */
export interface PeerResolution {
  readonly endpoints: readonly Endpoint[];
  readonly failures: readonly JoinFailure[];
}

/**
 * Every endpoint of every peer. One name that does not resolve does not keep a member from joining
 * by the others.
 *
 * @throws SwimError INVALID_ADDRESS when none can be resolved, with the reason of the first.
 */
export async function resolvePeers(
  peers: readonly string[],
  options: ResolveOptions,
): Promise<PeerResolution> {
  const resolutions = await Promise.allSettled(peers.map((peer) => resolveAddress(peer, options)));
  const endpoints: Endpoint[] = [];
  const failures: JoinFailure[] = [];
  let firstReason: unknown;
  for (const [index, resolution] of resolutions.entries()) {
    if (resolution.status === 'fulfilled') {
      endpoints.push(...resolution.value);
      continue;
    }
    firstReason ??= resolution.reason;
    const peer: Endpoint = { host: peers[index] ?? '', port: options.defaultPort };
    failures.push({ peer, reason: 'unreachable', detail: String(resolution.reason) });
  }
  if (endpoints.length === 0 && failures.length > 0) throw firstReason;
  return { endpoints, failures };
}

async function resolveHost(host: string, lookupHost: HostLookup): Promise<readonly string[]> {
  try {
    return await lookupHost(host);
  } catch (cause) {
    throw new SwimError('INVALID_ADDRESS', `${host} does not resolve`, { cause });
  }
}

/**
 * Where a member says that it is reached: where `advertise` says, with the bound port for its port
 * 0; without it, where it is bound.
 *
 * A member bound to all addresses announces the first private IPv4 of this machine, else the first
 * that is not its own loop, else the loop.
 */
export function announcedEndpoint(bound: Endpoint, advertise: Endpoint | undefined): Endpoint {
  if (advertise === undefined) return { host: announcedHost(bound.host), port: bound.port };
  return { host: advertise.host, port: advertise.port === 0 ? bound.port : advertise.port };
}

function announcedHost(boundHost: string): string {
  if (boundHost !== '0.0.0.0' && boundHost !== '::') return boundHost;
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && !address.address.startsWith('fe80:'));
  const ipv4 = addresses.filter((address) => address.family === 'IPv4');
  const found = ipv4.find((address) => isPrivate(address.address)) ?? ipv4[0] ?? addresses[0];
  return found?.address ?? (boundHost === '::' ? '::1' : '127.0.0.1');
}

/** Source: RFC 1918 and RFC 6598. */
function isPrivate(host: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    host,
  );
}
