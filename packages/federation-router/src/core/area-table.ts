import type { RouterServer } from './router-server.js';
import { ServerList } from './server-list.js';

/** One gossip pool and what it says of each datacenter. */
export interface Area {
  readonly id: string;
  readonly datacenters: Map<string, ServerList>;
  /** Members of the pool, servers or not; it stretches the time between checks. */
  memberCount: number;
}

/** A server list with the keys it stands under. */
export interface ListedDatacenter {
  readonly area: Area;
  readonly datacenter: string;
  readonly list: ServerList;
}

/** Areas in the order in which they were added; that is also the order in which routes are tried. */
export class AreaTable {
  readonly #areas = new Map<string, Area>();

  get areas(): readonly Area[] {
    return [...this.#areas.values()];
  }

  add(areaId: string): void {
    if (this.#areas.has(areaId)) return;
    this.#areas.set(areaId, { id: areaId, datacenters: new Map(), memberCount: 0 });
  }

  remove(areaId: string): void {
    this.#areas.delete(areaId);
  }

  area(areaId: string): Area | undefined {
    return this.#areas.get(areaId);
  }

  list(areaId: string, datacenter: string): ServerList | undefined {
    return this.#areas.get(areaId)?.datacenters.get(datacenter);
  }

  /** Adds or replaces a server; its datacenter becomes known with the first one. */
  putServer(areaId: string, server: RouterServer, firstCheckAtMs: number): void {
    const area = this.#areas.get(areaId);
    if (area === undefined) return;
    const list = area.datacenters.get(server.datacenter) ?? new ServerList(firstCheckAtMs);
    area.datacenters.set(server.datacenter, list);
    list.put(server);
  }

  /** Removes a server; its datacenter is forgotten with the last one. */
  removeServer(areaId: string, datacenter: string, name: string): void {
    const area = this.#areas.get(areaId);
    const list = area?.datacenters.get(datacenter);
    if (area === undefined || list === undefined) return;
    list.remove(name);
    if (list.servers.length === 0) area.datacenters.delete(datacenter);
  }

  /** Every server list that knows the datacenter, in area order. */
  listsOf(datacenter: string): ListedDatacenter[] {
    return this.all().filter((listed) => listed.datacenter === datacenter);
  }

  all(): ListedDatacenter[] {
    return this.areas.flatMap((area) =>
      [...area.datacenters].map(([datacenter, list]) => ({ area, datacenter, list })),
    );
  }
}
