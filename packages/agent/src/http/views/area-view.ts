import type { Area } from '../../state/domain.js';
import type { AreaJoinResult, AreaMember } from '../../wire/server-messages.js';

/** A network area. */
export function areaView(area: Area): Readonly<Record<string, unknown>> {
  return {
    ID: area.id,
    PeerDatacenter: area.peerDatacenter,
    RetryJoin: area.retryJoin,
    UseTLS: area.useTls,
  };
}

/** What became of joining by one address. */
export function areaJoinResultView(result: AreaJoinResult): Readonly<Record<string, unknown>> {
  return { Address: result.address, Joined: result.isJoined, Error: result.error };
}

/** A server in an area. Its round trip is in nanoseconds, and negative where it is not known. */
export function areaMemberView(member: AreaMember): Readonly<Record<string, unknown>> {
  const { rttSeconds } = member;
  return {
    ID: member.id,
    Name: member.name,
    Addr: member.address,
    Port: member.port,
    Datacenter: member.datacenter,
    Role: 'server',
    Build: member.build,
    Protocol: member.protocol,
    Status: member.status,
    RTT: rttSeconds === undefined ? -1 : Math.round(rttSeconds * 1e9),
  };
}
