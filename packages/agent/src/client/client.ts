import type { FederationRouter } from '@konsul/federation-router';
import type { Serf } from '@konsul/serf';
import { AgentError } from '../errors.js';
import { createLanPool, LAN_AREA_ID, type PoolContext, routeThrough } from '../gossip/pools.js';

/** The client half of an agent: a member of the LAN pool that knows the servers by it. */
export class Client {
  readonly lan: Serf;
  readonly #context: PoolContext;
  readonly #router: FederationRouter;

  constructor(context: PoolContext, router: FederationRouter) {
    this.#context = context;
    this.#router = router;
    this.lan = createLanPool(context, undefined);
  }

  async start(): Promise<void> {
    try {
      await this.lan.start();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const { serfLan } = this.#context.config.ports;
      throw new AgentError(
        'LISTEN_FAILED',
        `LAN gossip (port ${serfLan}) cannot be opened: ${reason}`,
        { cause: error },
      );
    }
    routeThrough(this.#router, LAN_AREA_ID, this.lan);
  }

  leave(): Promise<void> {
    return this.lan.leave();
  }

  stop(): Promise<void> {
    return this.lan.stop();
  }
}
