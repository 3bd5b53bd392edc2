import { text } from '../api-response.js';
import type { Route, RouteHandler } from '../route.js';

const disabled: RouteHandler = () => text(401, 'ACL support disabled');

/** Access control, which is off. */
export function aclRoutes(): readonly Route[] {
  return [
    {
      path: '/v1/acl/*',
      methods: { GET: disabled, PUT: disabled, POST: disabled, DELETE: disabled },
    },
    { path: '/v1/agent/token/*', methods: { PUT: disabled } },
  ];
}
