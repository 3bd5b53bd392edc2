import { statusLeader, statusPeers } from '../../endpoints/server.js';
import { json } from '../api-response.js';
import type { Route, RouteContext } from '../route.js';

/** Who leads, and who votes. Neither answer carries an index. */
export function statusRoutes({ gateway }: RouteContext): readonly Route[] {
  return [
    {
      path: '/v1/status/leader',
      methods: {
        GET: async ({ options }) => json(await gateway.serve(statusLeader, {}, options)),
      },
    },
    {
      path: '/v1/status/peers',
      methods: {
        GET: async ({ options }) => json(await gateway.serve(statusPeers, {}, options)),
      },
    },
  ];
}
