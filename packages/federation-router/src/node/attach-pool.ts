import type { MemberEvent, Serf, SerfMember } from '@konsul/serf';
import { distanceSeconds } from '@konsul/serf';
import type { RouterServer } from '../core/router-server.js';
import type { FederationRouter } from './federation-router.js';

/** What the router needs of a gossip pool; any `Serf` has it. */
export type GossipPool = Pick<
  Serf,
  'on' | 'off' | 'members' | 'memberCount' | 'coordinate' | 'coordinateOf'
>;

export interface AttachPoolOptions {
  readonly router: FederationRouter;
  readonly areaId: string;
  readonly pool: GossipPool;
  /**
   * What the member is to the router: a server of the member's own name, by which its coordinate
   * is found, or undefined for members that take no calls.
   */
  readonly toServer: (member: SerfMember) => RouterServer | undefined;
}

/**
 * Makes a gossip pool an area of the router: its members become servers, its coordinates distances,
 * and what it says of failures is taken as advice.
 *
 * @returns what takes the area out again.
 */
export function attachPool(options: AttachPoolOptions): () => void {
  const { router, areaId, pool, toServer } = options;
  router.addArea(areaId, ({ name }) => {
    const own = pool.coordinate();
    const other = pool.coordinateOf(name);
    return own === undefined || other === undefined
      ? Number.POSITIVE_INFINITY
      : distanceSeconds(own, other);
  });
  const tell = (member: SerfMember, kind: MemberEvent['type']): void => {
    const server = toServer(member);
    if (server === undefined) return;
    switch (kind) {
      case 'member-join':
      case 'member-update':
        router.serverJoined(areaId, server);
        return;
      case 'member-failed':
        router.serverFailed(areaId, server);
        return;
      case 'member-leave':
      case 'member-reap':
        router.serverLeft(areaId, server);
        return;
    }
  };
  const onChanged = (changes: readonly MemberEvent[]): void => {
    for (const { type, members } of changes) for (const member of members) tell(member, type);
    router.resizeArea(areaId, pool.memberCount);
  };
  pool.on('members-changed', onChanged);
  for (const member of pool.members()) {
    if (member.status === 'alive' || member.status === 'leaving') tell(member, 'member-join');
  }
  router.resizeArea(areaId, pool.memberCount);
  return () => {
    pool.off('members-changed', onChanged);
    router.removeArea(areaId);
  };
}
