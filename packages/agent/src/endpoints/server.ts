import {
  type AreaJoinRequest,
  type AreaJoinResult,
  type AreaMember,
  type AreaMembersRequest,
  areaJoinRequestCodec,
  areaJoinResultsCodec,
  areaMembersCodec,
  areaMembersRequestCodec,
  type DatacenterMap,
  datacenterMapsCodec,
  type NoRequest,
  noRequestCodec,
  type RaftPeerRequest,
  type RaftServers,
  raftPeerRequestCodec,
  raftServersCodec,
  textCodec,
  textsCodec,
} from '../wire/server-messages.js';
import type { AclDemand, Endpoint, ServerEndpoint } from './endpoint.js';

const operatorRead: AclDemand = { resource: 'operator', name: '', access: 'read' };
const operatorWrite: AclDemand = { resource: 'operator', name: '', access: 'write' };
const open = { type: 'open' } as const;
const operatorReadRule = { type: 'demand', demands: () => [operatorRead] } as const;
const operatorWriteRule = { type: 'demand', demands: () => [operatorWrite] } as const;

/** Whether the server takes calls at all. */
export const statusPing: ServerEndpoint<NoRequest, NoRequest> = {
  name: 'Status.Ping',
  kind: 'server',
  rule: open,
  request: noRequestCodec,
  response: noRequestCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** The leader's server address; empty where none is known. */
export const statusLeader: ServerEndpoint<NoRequest, string> = {
  name: 'Status.Leader',
  kind: 'server',
  rule: open,
  request: noRequestCodec,
  response: textCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** Server addresses of the Raft group. */
export const statusPeers: ServerEndpoint<NoRequest, readonly string[]> = {
  name: 'Status.Peers',
  kind: 'server',
  rule: open,
  request: noRequestCodec,
  response: textsCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** The Raft group. Works without a leader. */
export const operatorRaftConfiguration: ServerEndpoint<NoRequest, RaftServers> = {
  name: 'Operator.RaftConfiguration',
  kind: 'server',
  rule: operatorReadRule,
  request: noRequestCodec,
  response: raftServersCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** Takes a server out of the Raft group. */
export const operatorRaftRemovePeer: ServerEndpoint<RaftPeerRequest, NoRequest> = {
  name: 'Operator.RaftRemovePeer',
  kind: 'server',
  rule: operatorWriteRule,
  request: raftPeerRequestCodec,
  response: noRequestCodec,
  isLeaderOnly: true,
  isRepeatable: false,
};

/** Hands leadership to the server of that id, or to the best one where it is empty. */
export const operatorRaftTransferLeader: ServerEndpoint<RaftPeerRequest, NoRequest> = {
  name: 'Operator.RaftTransferLeader',
  kind: 'server',
  rule: operatorWriteRule,
  request: raftPeerRequestCodec,
  response: noRequestCodec,
  isLeaderOnly: true,
  isRepeatable: false,
};

/** Joins servers of the other side into an area, and says of each address what became of it. */
export const areaJoin: ServerEndpoint<AreaJoinRequest, readonly AreaJoinResult[]> = {
  name: 'Area.Join',
  kind: 'server',
  rule: operatorWriteRule,
  request: areaJoinRequestCodec,
  response: areaJoinResultsCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** The members of an area, as the answering server sees them. */
export const areaMembers: ServerEndpoint<AreaMembersRequest, readonly AreaMember[]> = {
  name: 'Area.Members',
  kind: 'server',
  rule: operatorReadRule,
  request: areaMembersRequestCodec,
  response: areaMembersCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** Known datacenters, nearest first. */
export const catalogDatacenters: ServerEndpoint<NoRequest, readonly string[]> = {
  name: 'Catalog.Datacenters',
  kind: 'server',
  rule: open,
  request: noRequestCodec,
  response: textsCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** Where the servers of every known datacenter are, one map for each area that reaches it. */
export const coordinateDatacenters: ServerEndpoint<NoRequest, readonly DatacenterMap[]> = {
  name: 'Coordinate.Datacenters',
  kind: 'server',
  rule: open,
  request: noRequestCodec,
  response: datacenterMapsCodec,
  isLeaderOnly: false,
  isRepeatable: true,
};

/** Every endpoint that a server answers from what is its own. */
export const serverEndpoints: ReadonlyMap<string, Endpoint> = new Map(
  [
    statusPing,
    statusLeader,
    statusPeers,
    operatorRaftConfiguration,
    operatorRaftRemovePeer,
    operatorRaftTransferLeader,
    areaJoin,
    areaMembers,
    catalogDatacenters,
    coordinateDatacenters,
  ].map((endpoint) => [endpoint.name, endpoint as unknown as Endpoint]),
);
