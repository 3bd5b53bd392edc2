import type { AgentConfig } from '../config/agent-config.js';
import { VERSION } from '../version.js';
import { encodeClientTags, encodeServerTags, type ServerTags } from './member-tags.js';

const RAFT_PROTOCOL_VERSION = 3;

/** What this agent says of itself in its LAN pool. */
export function lanTags(
  { config, nodeId }: { readonly config: AgentConfig; readonly nodeId: string },
  wanPort: number | undefined,
  clusterId: string | undefined,
): Record<string, string> {
  if (!config.isServer) {
    return encodeClientTags({
      datacenter: config.datacenter,
      id: nodeId,
      build: VERSION,
      segment: config.segment,
    });
  }
  return {
    ...encodeServerTags({ ...serverTags(config, nodeId), wanJoinPort: wanPort, clusterId }),
    // Where clients of each segment find this server.
    ...Object.fromEntries(
      config.segments.map(({ name, advertiseAddress, port }) => [
        `sl_${name}`,
        `${advertiseAddress}:${port}`,
      ]),
    ),
  };
}

/** What a server says of itself in a pool that reaches beyond its datacenter. */
export function wideTags(config: AgentConfig, nodeId: string): Record<string, string> {
  return encodeServerTags(serverTags(config, nodeId));
}

function serverTags(config: AgentConfig, nodeId: string): ServerTags {
  return {
    datacenter: config.datacenter,
    id: nodeId,
    rpcPort: config.ports.server,
    wanJoinPort: undefined,
    isBootstrap: config.isBootstrap,
    expectCount: config.bootstrapExpect,
    build: VERSION,
    raftVersion: RAFT_PROTOCOL_VERSION,
    isNonVoter: config.isReadReplica,
    usesTls: config.tls.internalRpc.verifyOutgoing,
    segment: '',
    clusterId: undefined,
  };
}
