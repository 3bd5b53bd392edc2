import type { FederationRouter } from '@konsul/federation-router';
import type { Serf } from '@konsul/serf';
import { announcedClusterId } from '../gossip/cluster-identity.js';
import { createLanPool, LAN_AREA_ID, type PoolContext, routeThrough } from '../gossip/pools.js';
import { openListener } from '../open-listener.js';

/** The client half of an agent: a member of the LAN pool that knows the servers by it. */
export class Client {
  readonly lan: Serf;
  readonly #context: PoolContext;
  readonly #router: FederationRouter;

  constructor(context: PoolContext, router: FederationRouter) {
    this.#context = context;
    this.#router = router;
    const { datacenter } = context.config;
    this.lan = createLanPool(context, {
      wanPort: undefined,
      clusterId: () => announcedClusterId(this.#knownMembers(), datacenter),
    });
  }

  /** Nobody, before the pool is there. */
  #knownMembers(): ReturnType<Serf['members']> {
    return this.lan === undefined ? [] : this.lan.members();
  }

  /** Every gossip pool that must not fail. */
  get pools(): readonly Serf[] {
    return [this.lan];
  }

  async start(): Promise<void> {
    const { config } = this.#context;
    const endpoint = { host: config.serfLanBindAddress, port: config.ports.serfLan };
    await openListener('LAN gossip', endpoint, () => this.lan.start());
    routeThrough(this.#router, LAN_AREA_ID, this.lan);
  }

  leave(): Promise<void> {
    return this.lan.leave();
  }

  stop(): Promise<void> {
    return this.lan.stop();
  }
}
