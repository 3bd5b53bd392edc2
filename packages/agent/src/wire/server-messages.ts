import type { Coordinate } from '../state/domain.js';
import { type Codec, codecOf } from './codec.js';
import { agent as wire } from './gen/agent.js';
import { readCoordinate, writeCoordinate } from './store-objects.js';

/** A request that asks nothing in particular. */
export type NoRequest = Readonly<Record<string, never>>;

/** Codec of {@link NoRequest}. */
export const noRequestCodec: Codec<NoRequest> = codecOf({
  encode: () => wire.NoRequest.encode({}).finish(),
  decode(bytes): NoRequest {
    wire.NoRequest.decode(bytes);
    return {};
  },
});

/** Codec of one text. */
export const textCodec: Codec<string> = codecOf({
  encode: (text) => wire.Text.encode({ text }).finish(),
  decode: (bytes) => wire.Text.decode(bytes).text,
});

/** Codec of texts. */
export const textsCodec: Codec<readonly string[]> = codecOf({
  encode: (texts) => wire.Texts.encode({ texts: [...texts] }).finish(),
  decode: (bytes) => wire.Texts.decode(bytes).texts ?? [],
});

/** A member of the Raft group. */
export interface RaftServer {
  readonly id: string;
  /** Its name in the LAN pool; `(unknown)` where gossip does not know it. */
  readonly node: string;
  readonly address: string;
  readonly isLeader: boolean;
  readonly isVoter: boolean;
}

/** The Raft group, and the log index at which it became so. */
export interface RaftServers {
  readonly servers: readonly RaftServer[];
  readonly index: number;
}

/** Codec of {@link RaftServers}. */
export const raftServersCodec: Codec<RaftServers> = codecOf({
  encode: ({ servers, index }) =>
    wire.RaftServers.encode({ servers: [...servers], index }).finish(),
  decode(bytes): RaftServers {
    const { servers, index } = wire.RaftServers.decode(bytes);
    return {
      servers: (servers ?? []).map((server) => ({
        id: server.id ?? '',
        node: server.node ?? '',
        address: server.address ?? '',
        isLeader: server.isLeader ?? false,
        isVoter: server.isVoter ?? false,
      })),
      index,
    };
  },
});

/** A member of the Raft group by its id or its address; the other is empty. */
export interface RaftPeerRequest {
  readonly id: string;
  readonly address: string;
}

/** Codec of {@link RaftPeerRequest}. */
export const raftPeerRequestCodec: Codec<RaftPeerRequest> = codecOf({
  encode: (request) => wire.RaftPeerRequest.encode(request).finish(),
  decode(bytes): RaftPeerRequest {
    const { id, address } = wire.RaftPeerRequest.decode(bytes);
    return { id, address };
  },
});

/** Addresses to join an area by. */
export interface AreaJoinRequest {
  readonly areaId: string;
  readonly addresses: readonly string[];
}

/** Codec of {@link AreaJoinRequest}. */
export const areaJoinRequestCodec: Codec<AreaJoinRequest> = codecOf({
  encode: ({ areaId, addresses }) =>
    wire.AreaJoinRequest.encode({ areaId, addresses: [...addresses] }).finish(),
  decode(bytes): AreaJoinRequest {
    const { areaId, addresses } = wire.AreaJoinRequest.decode(bytes);
    return { areaId, addresses: addresses ?? [] };
  },
});

/** What became of one address. */
export interface AreaJoinResult {
  readonly address: string;
  readonly isJoined: boolean;
  /** Empty when it joined. */
  readonly error: string;
}

/** Codec of {@link AreaJoinResult}s. */
export const areaJoinResultsCodec: Codec<readonly AreaJoinResult[]> = codecOf({
  encode: (results) => wire.AreaJoinResults.encode({ results: [...results] }).finish(),
  decode: (bytes) =>
    (wire.AreaJoinResults.decode(bytes).results ?? []).map((result) => ({
      address: result.address ?? '',
      isJoined: result.isJoined ?? false,
      error: result.error ?? '',
    })),
});

/** Asks for the members of one area. */
export interface AreaMembersRequest {
  readonly areaId: string;
}

/** Codec of {@link AreaMembersRequest}. */
export const areaMembersRequestCodec: Codec<AreaMembersRequest> = codecOf({
  encode: (request) => wire.AreaMembersRequest.encode(request).finish(),
  decode: (bytes) => ({ areaId: wire.AreaMembersRequest.decode(bytes).areaId }),
});

/** A server in an area, as the answering server sees it. */
export interface AreaMember {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly datacenter: string;
  readonly build: string;
  readonly protocol: number;
  /** alive, leaving, left or failed. */
  readonly status: string;
  /** Round trip from the answering server; undefined where it is not known. */
  readonly rttSeconds: number | undefined;
}

/** Codec of {@link AreaMember}s. */
export const areaMembersCodec: Codec<readonly AreaMember[]> = codecOf({
  encode: (members) =>
    wire.AreaMembers.encode({
      members: members.map(({ rttSeconds, ...member }) =>
        rttSeconds === undefined ? member : { ...member, rttSeconds },
      ),
    }).finish(),
  decode: (bytes) =>
    (wire.AreaMembers.decode(bytes).members ?? []).map((member) => ({
      id: member.id ?? '',
      name: member.name ?? '',
      address: member.address ?? '',
      port: member.port ?? 0,
      datacenter: member.datacenter ?? '',
      build: member.build ?? '',
      protocol: member.protocol ?? 0,
      status: member.status ?? '',
      rttSeconds: member.rttSeconds ?? undefined,
    })),
});

/** Where the servers of one datacenter are, as seen through one area. */
export interface DatacenterMap {
  readonly datacenter: string;
  /** `wan`, or the id of a network area. */
  readonly areaId: string;
  readonly coordinates: readonly Coordinate[];
}

/** Codec of {@link DatacenterMap}s. */
export const datacenterMapsCodec: Codec<readonly DatacenterMap[]> = codecOf({
  encode: (maps) =>
    wire.DatacenterMaps.encode({
      maps: maps.map(({ coordinates, ...map }) => ({
        ...map,
        coordinates: coordinates.map(writeCoordinate),
      })),
    }).finish(),
  decode: (bytes) =>
    (wire.DatacenterMaps.decode(bytes).maps ?? []).map((map) => ({
      datacenter: map.datacenter ?? '',
      areaId: map.areaId ?? '',
      coordinates: (map.coordinates ?? []).map(readCoordinate),
    })),
});
