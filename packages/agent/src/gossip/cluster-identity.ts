import { createHash } from 'node:crypto';
import type { Logger } from '@konsul/runtime';
import { decodeServerTags } from './member-tags.js';
import type { PoolMember } from './pool-member.js';

/** Where a server keeps which cluster it belongs to. */
export interface ClusterIdStore {
  readonly clusterId: string | undefined;
  keepClusterId(clusterId: string): Promise<void>;
}

export interface ClusterIdentityOptions {
  readonly datacenter: string;
  /** Absent: nothing outlives the process. */
  readonly store: ClusterIdStore | undefined;
  /** Of a server that founds alone: its cluster is known before it has begun. */
  readonly initialId: string | undefined;
  /** Tells the other members. */
  readonly announce: (clusterId: string) => Promise<void>;
  readonly logger: Logger;
}

/**
 * Which cluster a server belongs to, once that is known.
 *
 * Two clusters may have the same datacenter name, and their logs the same terms and indexes, so
 * nothing in Raft itself keeps their servers apart. The id is made of the founders' node ids, so that
 * every founder knows it without asking; who comes later takes it from the servers that are there.
 * It is kept with the data, announced by gossip, and never changes.
 */
export class ClusterIdentity {
  readonly #options: ClusterIdentityOptions;
  #id: string | undefined;

  constructor(options: ClusterIdentityOptions) {
    this.#options = options;
    this.#id = options.store?.clusterId ?? options.initialId;
  }

  /** Undefined until the cluster has been founded, or found. */
  get id(): string | undefined {
    return this.#id;
  }

  /** Keeps an id that was known from the beginning. */
  async keep(): Promise<void> {
    const { store } = this.#options;
    if (this.#id === undefined || store === undefined || store.clusterId !== undefined) return;
    await store.keepClusterId(this.#id);
  }

  /** This server founded the cluster, or leads one whose members never heard its id. */
  async found(founderIds: readonly string[]): Promise<void> {
    if (this.#id === undefined) await this.#settle(clusterIdOf(founderIds));
  }

  /** Takes the id from the servers of the pool, where this server has none. */
  async adopt(members: readonly PoolMember[]): Promise<void> {
    if (this.#id !== undefined) return;
    const id = announcedClusterId(members, this.#options.datacenter);
    if (id !== undefined) await this.#settle(id);
  }

  async #settle(id: string): Promise<void> {
    const { store, announce, logger } = this.#options;
    this.#id = id;
    logger.info('this server belongs to a cluster', { clusterId: id });
    // Kept first: what has been announced must still hold after a crash.
    if (store !== undefined) await store.keepClusterId(id);
    await announce(id);
  }
}

/** The id of the cluster that these servers found: the same for each of them. */
export function clusterIdOf(founderIds: readonly string[]): string {
  const text = [...founderIds].sort().join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** What the living servers of a datacenter say; undefined when none says anything. */
export function announcedClusterId(
  members: readonly PoolMember[],
  datacenter: string,
): string | undefined {
  for (const member of members) {
    const id = clusterIdAnnouncedBy(member, datacenter);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Why members are not of one cluster, or not of ours; undefined when nothing speaks against it. */
export function clusterObjection(
  members: readonly PoolMember[],
  own: { readonly datacenter: string; readonly clusterId: string | undefined },
): string | undefined {
  let expected = own.clusterId;
  for (const member of members) {
    const id = clusterIdAnnouncedBy(member, own.datacenter);
    if (id === undefined) continue;
    expected ??= id;
    if (id !== expected) {
      return `Member '${member.name}' is a server of another cluster that is called '${own.datacenter}' too (${id}, expected ${expected})`;
    }
  }
  return undefined;
}

function clusterIdAnnouncedBy(member: PoolMember, datacenter: string): string | undefined {
  if (member.status === 'left' || member.status === 'failed') return undefined;
  const tags = decodeServerTags(member.tags);
  return tags?.datacenter === datacenter ? tags.clusterId : undefined;
}
