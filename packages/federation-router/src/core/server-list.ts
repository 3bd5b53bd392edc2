import type { RouterServer } from './router-server.js';

/** A check under way: who is asked now, and who is asked next if that one stays silent. */
interface Check {
  readonly pingId: number;
  readonly candidates: readonly RouterServer[];
  readonly position: number;
}

/**
 * The servers of one datacenter as seen through one area. The head serves every call.
 *
 * Source: Consul's soft-fail behaviour. Gossip may set a server back, never take it out; only a
 * check in which no server answers marks the whole list offline, and any server that joins clears
 * that mark at once.
 */
export class ServerList {
  #servers: RouterServer[] = [];
  #isOffline = true;
  check: Check | undefined;
  nextCheckAtMs: number;

  constructor(firstCheckAtMs: number) {
    this.nextCheckAtMs = firstCheckAtMs;
  }

  get servers(): readonly RouterServer[] {
    return this.#servers;
  }

  get isOffline(): boolean {
    return this.#isOffline;
  }

  get head(): RouterServer | undefined {
    return this.#servers[0];
  }

  /** Adds at the tail, or replaces the server of the same name where it stands. */
  put(server: RouterServer): void {
    const index = this.#servers.findIndex(({ name }) => name === server.name);
    if (index === -1) this.#servers.push(server);
    else this.#servers[index] = server;
    this.#isOffline = false;
  }

  remove(name: string): void {
    this.#servers = this.#servers.filter((server) => server.name !== name);
  }

  /** Moves a failed head behind the others; a server further back already waits its turn. */
  setBack(name: string): boolean {
    const [head, ...rest] = this.#servers;
    if (head === undefined || head.name !== name || rest.length === 0) return false;
    this.#servers = [...rest, head];
    return true;
  }

  markOffline(): void {
    this.#isOffline = true;
  }

  /**
   * Takes over the order of a finished check whose servers from `position` on were found good:
   * what has left meanwhile is dropped, what has joined goes to the tail.
   *
   * @returns false when the server that answered has left; the list then stays as it is.
   */
  adopt(candidates: readonly RouterServer[], position: number): boolean {
    const current = new Map(this.#servers.map((server) => [server.name, server]));
    const answered = candidates[position];
    if (answered === undefined || !current.has(answered.name)) return false;
    const rotated = [...candidates.slice(position), ...candidates.slice(0, position)];
    const ordered: RouterServer[] = [];
    for (const { name } of rotated) {
      const server = current.get(name);
      if (server === undefined) continue;
      ordered.push(server);
      current.delete(name);
    }
    this.#servers = [...ordered, ...current.values()];
    this.#isOffline = false;
    return true;
  }
}
