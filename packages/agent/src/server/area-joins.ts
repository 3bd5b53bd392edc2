import type { LogFields, Logger } from '@konsul/runtime';
import type { Serf, SerfMember } from '@konsul/serf';
import { gossipKeyHint, joinReasons } from '../gossip/join-reason.js';
import type { Area } from '../state/domain.js';
import { allDone } from './all-done.js';
import { serversToFlood } from './flood-rule.js';

export interface AreaJoinsOptions {
  readonly area: Area;
  /** The gossip pool of the area. */
  readonly pool: Pick<Serf, 'members' | 'join'>;
  /** The members of this datacenter. */
  readonly lanMembers: () => readonly SerfMember[];
  readonly datacenter: string;
  readonly logger: Logger;
}

/**
 * Makes what brings the missing members into an area: the servers of this datacenter, and the other
 * side if that was asked for and not done. One call is one round; it rejects when somebody could not
 * be joined, and has then told of it: one warning for each round, or only a debug line for the first
 * in which nobody but servers of this datacenter was missing, since they learn of a new area a moment
 * apart.
 */
export function createAreaJoins(options: AreaJoinsOptions): () => Promise<void> {
  const { area, pool, lanMembers, datacenter, logger } = options;
  const { id, peerDatacenter, retryJoin } = area;
  let failedRoundCount = 0;

  const tell = (isWarning: boolean, fields: LogFields): void => {
    const message = 'join of a network area failed, will retry';
    if (isWarning) logger.warn(message, fields);
    else logger.debug(message, fields);
  };

  return async () => {
    const own = serversToFlood(lanMembers(), pool.members(), { datacenter, port: 'rpc' });
    const isJoined = pool.members().some(({ tags }) => tags['dc'] === peerDatacenter);
    const other = isJoined ? [] : retryJoin;
    const reasons: string[] = [];
    const refused: string[] = [];
    let isOtherSideRefused = false;
    const join = async (addresses: readonly string[]): Promise<void> => {
      if (addresses.length === 0) return;
      try {
        await pool.join(addresses);
      } catch (error) {
        reasons.push(joinReasons(error));
        refused.push(...addresses);
        isOtherSideRefused ||= addresses === other;
        throw error;
      }
    };
    try {
      await allDone([join(own), join(other)]);
      failedRoundCount = 0;
    } catch (error) {
      failedRoundCount += 1;
      const reason = reasons.join('; ');
      const hint = gossipKeyHint(reason);
      const fields = { area: id, peerDatacenter, addresses: refused, reason };
      tell(
        isOtherSideRefused || failedRoundCount > 1,
        hint === undefined ? fields : { ...fields, hint },
      );
      throw error;
    }
  };
}
