import {
  encodeClientTags,
  encodeServerTags,
  type ServerTags,
} from '../../src/gossip/member-tags.js';
import type { PoolMember } from '../../src/gossip/pool-member.js';

/** What a server says of itself, where a test does not mind. */
export function serverTags(changes: Partial<ServerTags> = {}): ServerTags {
  return {
    datacenter: 'dc1',
    id: 'id-1',
    rpcPort: 8300,
    wanJoinPort: undefined,
    isBootstrap: false,
    expectCount: 0,
    build: '1.0.0',
    raftVersion: 3,
    isNonVoter: false,
    usesTls: false,
    segment: '',
    clusterId: undefined,
    ...changes,
  };
}

/** A server as its pool sees it, with an id made of its name. */
export function serverMember(
  name: string,
  changes: Partial<ServerTags> = {},
  parts: Partial<PoolMember> = {},
): PoolMember {
  const tags = encodeServerTags(serverTags({ id: `id-${name}`, ...changes }));
  return { name, tags, endpoint: { host: '10.1.0.1', port: 8301 }, status: 'alive', ...parts };
}

/** A client as its pool sees it, with an id made of its name. */
export function clientMember(name: string, parts: Partial<PoolMember> = {}): PoolMember {
  const own = { datacenter: 'dc1', id: `id-${name}`, build: '1.0.0', segment: '' };
  const endpoint = { host: '10.0.0.9', port: 8301 };
  return { name, tags: encodeClientTags(own), endpoint, status: 'alive', ...parts };
}
