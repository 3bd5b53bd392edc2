import type { FederationRouter } from '@konsul/federation-router';
import type { ConnectionPool } from '@konsul/rpc';
import { TokenBucket } from '@konsul/runtime';
import type { Client } from './client/client.js';
import { allEndpoints } from './endpoints/all.js';
import type { PoolContext } from './gossip/pools.js';
import { RequestPath } from './request/request-path.js';
import { Server } from './server/server.js';

/** What the way of a request leads through. */
export interface RequestPathParts {
  readonly connections: ConnectionPool;
  readonly router: FederationRouter;
  readonly member: Server | Client;
  readonly usesTls: boolean;
}

/** The way that every request of an agent takes, with the limits of its configuration. */
export function createRequestPath(
  { config, clock, rng }: PoolContext,
  { connections, router, member, usesTls }: RequestPathParts,
): RequestPath {
  const { rpcRate, rpcMaxBurst, rpcClientTimeoutMs } = config.limits;
  const allowance =
    rpcRate <= 0
      ? undefined
      : new TokenBucket({
          capacityCount: rpcMaxBurst,
          refillMs: 1000 / rpcRate,
          nowMs: clock.nowMs(),
        });
  return new RequestPath({
    datacenter: config.datacenter,
    endpoints: allEndpoints,
    router,
    pool: connections,
    holdTimeoutMs: config.performance.rpcHoldTimeoutMs,
    callTimeoutMs: rpcClientTimeoutMs,
    usesTls,
    clock,
    rng,
    ...(member instanceof Server ? { role: member.role } : {}),
    ...(allowance === undefined ? {} : { admit: () => allowance.take(clock.nowMs()) }),
  });
}
