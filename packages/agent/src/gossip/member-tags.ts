import { type Endpoint, parseEndpoint } from '@konsul/runtime';

/** What an agent says of itself in its gossip tags. Names are Consul's. */
export interface ServerTags {
  readonly datacenter: string;
  readonly id: string;
  /** Where the server takes calls. */
  readonly rpcPort: number;
  /** Present where it runs: lets one WAN join bring in the whole datacenter. */
  readonly wanJoinPort: number | undefined;
  /** It was told to start the cluster on its own. */
  readonly isBootstrap: boolean;
  /** How many servers it was told to wait for; 0: none. */
  readonly expectCount: number;
  readonly build: string;
  readonly raftVersion: number;
  readonly isNonVoter: boolean;
  readonly usesTls: boolean;
  readonly segment: string;
  /** Which cluster it belongs to; undefined until that is known. Extension: Consul has no such tag. */
  readonly clusterId: string | undefined;
}

export interface ClientTags {
  readonly datacenter: string;
  readonly id: string;
  readonly build: string;
  readonly segment: string;
}

const PROTOCOL_TAGS = { vsn: '2', vsn_min: '2', vsn_max: '3' } as const;

export function encodeServerTags(tags: ServerTags): Record<string, string> {
  return {
    role: 'consul',
    dc: tags.datacenter,
    segment: tags.segment,
    id: tags.id,
    ...PROTOCOL_TAGS,
    raft_vsn: String(tags.raftVersion),
    build: `${tags.build}:`,
    port: String(tags.rpcPort),
    acls: '0',
    ...(tags.wanJoinPort === undefined ? {} : { wan_join_port: String(tags.wanJoinPort) }),
    ...(tags.isBootstrap ? { bootstrap: '1' } : {}),
    ...(tags.expectCount > 0 ? { expect: String(tags.expectCount) } : {}),
    ...(tags.isNonVoter ? { nonvoter: '1', read_replica: '1' } : {}),
    ...(tags.usesTls ? { use_tls: '1' } : {}),
    ...(tags.clusterId === undefined ? {} : { cluster: tags.clusterId }),
  };
}

export function encodeClientTags(tags: ClientTags): Record<string, string> {
  return {
    role: 'node',
    dc: tags.datacenter,
    segment: tags.segment,
    id: tags.id,
    ...PROTOCOL_TAGS,
    build: `${tags.build}:`,
    acls: '0',
  };
}

/**
 * Reads the tags of a server.
 *
 * @returns undefined for a client, and for tags that lack what a server must say.
 */
export function decodeServerTags(tags: Readonly<Record<string, string>>): ServerTags | undefined {
  if (tags['role'] !== 'consul') return undefined;
  const datacenter = tags['dc'];
  const rpcPort = portOf(tags['port']);
  if (datacenter === undefined || datacenter === '' || rpcPort === undefined) return undefined;
  return {
    datacenter,
    id: tags['id'] ?? '',
    rpcPort,
    wanJoinPort: portOf(tags['wan_join_port']),
    isBootstrap: tags['bootstrap'] === '1',
    expectCount: countOf(tags['expect']),
    build: buildOf(tags),
    raftVersion: countOf(tags['raft_vsn']),
    isNonVoter: tags['nonvoter'] === '1' || tags['read_replica'] === '1',
    usesTls: tags['use_tls'] === '1',
    segment: tags['segment'] ?? '',
    clusterId: tags['cluster'],
  };
}

/** The build as people read it: up to the colon. */
export function buildOf(tags: Readonly<Record<string, string>>): string {
  return (tags['build'] ?? '').split(':')[0] ?? '';
}

/** Where the listener of a segment is, as a server's tags say. */
export function segmentEndpoint(
  tags: Readonly<Record<string, string>>,
  segment: string,
): Endpoint | undefined {
  const text = tags[`sl_${segment}`];
  return text === undefined ? undefined : parseEndpoint(text, 0);
}

function portOf(text: string | undefined): number | undefined {
  const port = countOf(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function countOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
