import { type ProtocolCore, type Rng, randomBetween, unreachable } from '@konsul/runtime/core';
import { AreaTable, type ListedDatacenter } from './area-table.js';
import {
  compareNumbers,
  type DistanceOf,
  orderByDistance,
  upperMedian,
} from './route-selection.js';
import type { RouterServer } from './router-server.js';
import type { ServerList } from './server-list.js';

export type RouterInput =
  | { readonly type: 'area-added'; readonly areaId: string }
  | { readonly type: 'area-removed'; readonly areaId: string }
  | { readonly type: 'area-resized'; readonly areaId: string; readonly memberCount: number }
  /** A server joined, came back, or changed. */
  | { readonly type: 'server-joined'; readonly areaId: string; readonly server: RouterServer }
  /** Gossip holds it for dead: advice, no verdict. */
  | ({ readonly type: 'server-failed' } & ServerKey)
  /** It left on purpose, or was removed for good. */
  | ({ readonly type: 'server-left' } & ServerKey)
  /** A call to it did not get through. */
  | ({ readonly type: 'call-failed' } & ServerKey)
  | { readonly type: 'ping-finished'; readonly pingId: number; readonly isAlive: boolean }
  | { readonly type: 'tick' };

export interface ServerKey {
  readonly areaId: string;
  readonly datacenter: string;
  readonly name: string;
}

export type RouterEffect =
  /** Ask the server whether it takes calls; answer with `ping-finished`. */
  | {
      readonly type: 'ping';
      readonly pingId: number;
      readonly areaId: string;
      readonly server: RouterServer;
    }
  | { readonly type: 'datacenter-offline'; readonly areaId: string; readonly datacenter: string }
  | { readonly type: 'datacenter-online'; readonly areaId: string; readonly datacenter: string };

export type RouteResult =
  | { readonly type: 'route'; readonly areaId: string; readonly server: RouterServer }
  /** Servers are known, and all of them were silent at the last check. */
  | { readonly type: 'unreachable' }
  | { readonly type: 'unknown' };

export interface RouterTimings {
  readonly rebalanceIntervalMs: number;
  readonly rebalanceJitterMs: number;
  readonly rebalanceConnectionsPerSecond: number;
  readonly offlineCheckIntervalMs: number;
}

export interface RouterCoreOptions {
  readonly localDatacenter: string;
  readonly timings: RouterTimings;
  readonly distanceOf: DistanceOf;
  readonly rng: Rng;
}

/**
 * Which server, in which area, gets a call for a datacenter.
 *
 * Gossip is advisory: a failed server is set back and stays. A failing call sets it back too. Only
 * a check that no server of a list answers takes the list out, until one answers or joins.
 */
export class RouterCore implements ProtocolCore<RouterInput, RouterEffect> {
  readonly #options: RouterCoreOptions;
  readonly #table = new AreaTable();
  #nextPingId = 1;

  constructor(options: RouterCoreOptions) {
    this.#options = options;
  }

  step(input: RouterInput, nowMs: number): readonly RouterEffect[] {
    switch (input.type) {
      case 'area-added':
        this.#table.add(input.areaId);
        return [];
      case 'area-removed':
        this.#table.remove(input.areaId);
        return [];
      case 'area-resized':
        return this.#onAreaResized(input.areaId, input.memberCount);
      case 'server-joined':
        return this.#onServerJoined(input.areaId, input.server, nowMs);
      case 'server-failed':
      case 'call-failed':
        this.#table.list(input.areaId, input.datacenter)?.setBack(input.name);
        return [];
      case 'server-left':
        this.#table.removeServer(input.areaId, input.datacenter, input.name);
        return [];
      case 'ping-finished':
        return this.#onPingFinished(input.pingId, input.isAlive, nowMs);
      case 'tick':
        return this.#onTick(nowMs);
      default:
        return unreachable(input);
    }
  }

  nextDeadlineMs(): number | undefined {
    let earliest: number | undefined;
    for (const { list } of this.#table.all()) {
      if (list.check !== undefined) continue;
      if (earliest === undefined || list.nextCheckAtMs < earliest) earliest = list.nextCheckAtMs;
    }
    return earliest;
  }

  /** The head of the first list that is not offline, in the order in which areas were added. */
  findRoute(datacenter: string): RouteResult {
    const lists = this.#table.listsOf(datacenter);
    for (const { area, list } of lists) {
      if (!list.isOffline && list.head !== undefined) {
        return { type: 'route', areaId: area.id, server: list.head };
      }
    }
    return lists.length === 0 ? { type: 'unknown' } : { type: 'unreachable' };
  }

  /** The servers of a datacenter in one area, the next to be called first. */
  servers(areaId: string, datacenter: string): readonly RouterServer[] {
    return this.#table.list(areaId, datacenter)?.servers ?? [];
  }

  /** Known datacenters by area, for the coordinate listings. */
  datacenters(): { areaId: string; datacenter: string; servers: readonly RouterServer[] }[] {
    return this.#table.all().map(({ area, datacenter, list }) => ({
      areaId: area.id,
      datacenter,
      servers: list.servers,
    }));
  }

  /**
   * Known datacenters, nearest first and by name among equals; the own one is at distance 0.
   * A datacenter's distance is the upper median over its servers, the least over its areas.
   */
  datacentersByDistance(): string[] {
    const secondsTo = new Map<string, number>([[this.#options.localDatacenter, 0]]);
    for (const { area, datacenter, list } of this.#table.all()) {
      const distances = list.servers.map((server) => this.#options.distanceOf(area.id, server));
      const seconds = upperMedian(distances) ?? Number.POSITIVE_INFINITY;
      const known = secondsTo.get(datacenter) ?? Number.POSITIVE_INFINITY;
      secondsTo.set(datacenter, Math.min(known, seconds));
    }
    return [...secondsTo]
      .sort(([nameA, a], [nameB, b]) => compareNumbers(a, b) || (nameA < nameB ? -1 : 1))
      .map(([datacenter]) => datacenter);
  }

  #onAreaResized(areaId: string, memberCount: number): readonly RouterEffect[] {
    const area = this.#table.area(areaId);
    if (area !== undefined) area.memberCount = memberCount;
    return [];
  }

  #onServerJoined(areaId: string, server: RouterServer, nowMs: number): readonly RouterEffect[] {
    const wasOffline = this.#table.list(areaId, server.datacenter)?.isOffline ?? false;
    this.#table.putServer(areaId, server, nowMs + this.#options.timings.rebalanceIntervalMs);
    return wasOffline ? [{ type: 'datacenter-online', areaId, datacenter: server.datacenter }] : [];
  }

  #onTick(nowMs: number): readonly RouterEffect[] {
    return this.#table
      .all()
      .filter(({ list }) => list.check === undefined && list.nextCheckAtMs <= nowMs)
      .map(({ area, list }) => {
        const candidates = orderByDistance(this.#options.rng, list.servers, (server) =>
          this.#options.distanceOf(area.id, server),
        );
        return this.#ping(area.id, list, { candidates, position: 0 });
      })
      .filter((effect) => effect !== undefined);
  }

  #ping(
    areaId: string,
    list: ServerList,
    next: { candidates: readonly RouterServer[]; position: number },
  ): RouterEffect | undefined {
    const server = next.candidates[next.position];
    if (server === undefined) return undefined;
    const pingId = this.#nextPingId;
    this.#nextPingId += 1;
    list.check = { pingId, ...next };
    return { type: 'ping', pingId, areaId, server };
  }

  #onPingFinished(pingId: number, isAlive: boolean, nowMs: number): readonly RouterEffect[] {
    const listed = this.#table.all().find(({ list }) => list.check?.pingId === pingId);
    const check = listed?.list.check;
    if (listed === undefined || check === undefined) return [];
    const { area, list } = listed;
    if (isAlive) return this.#adopt(listed, check, nowMs);
    const next = this.#ping(area.id, list, {
      candidates: check.candidates,
      position: check.position + 1,
    });
    if (next !== undefined) return [next];
    const wasOffline = list.isOffline;
    list.markOffline();
    this.#scheduleCheck(listed, nowMs);
    return wasOffline
      ? []
      : [{ type: 'datacenter-offline', areaId: area.id, datacenter: listed.datacenter }];
  }

  #adopt(
    listed: ListedDatacenter,
    check: { candidates: readonly RouterServer[]; position: number },
    nowMs: number,
  ): readonly RouterEffect[] {
    const { area, list, datacenter } = listed;
    const wasOffline = list.isOffline;
    const isAdopted = list.adopt(check.candidates, check.position);
    this.#scheduleCheck(listed, nowMs);
    return isAdopted && wasOffline
      ? [{ type: 'datacenter-online', areaId: area.id, datacenter }]
      : [];
  }

  #scheduleCheck({ area, list }: ListedDatacenter, nowMs: number): void {
    const { timings, rng } = this.#options;
    list.check = undefined;
    if (list.isOffline) {
      list.nextCheckAtMs = nowMs + timings.offlineCheckIntervalMs;
      return;
    }
    const jitteredMs =
      timings.rebalanceIntervalMs + randomBetween(rng, 0, timings.rebalanceJitterMs);
    const perServerMs = 1000 / timings.rebalanceConnectionsPerSecond;
    const loadMs = (area.memberCount * perServerMs) / Math.max(1, list.servers.length);
    list.nextCheckAtMs = nowMs + Math.max(jitteredMs, loadMs);
  }
}
