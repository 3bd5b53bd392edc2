import type { Route, RouteContext } from '../route.js';
import { aclRoutes } from './acl.js';
import { agentCheckRoutes } from './agent-checks.js';
import { agentClusterRoutes } from './agent-cluster.js';
import { agentHealthRoutes } from './agent-health.js';
import { agentServiceRoutes } from './agent-services.js';
import { agentTelemetryRoutes } from './agent-telemetry.js';
import { catalogRoutes } from './catalog.js';
import { coordinateRoutes } from './coordinate.js';
import { healthRoutes } from './health.js';
import { kvRoutes } from './kv.js';
import { operatorAreaRoutes } from './operator-area.js';
import { operatorRaftRoutes } from './operator-raft.js';
import { statusRoutes } from './status.js';

/** Every route of the API. */
export function allRoutes(context: RouteContext): readonly Route[] {
  return [
    ...aclRoutes(),
    ...agentCheckRoutes(context),
    ...agentClusterRoutes(context),
    ...agentHealthRoutes(context),
    ...agentServiceRoutes(context),
    ...agentTelemetryRoutes(context),
    ...catalogRoutes(context),
    ...coordinateRoutes(context),
    ...healthRoutes(context),
    ...kvRoutes(context),
    ...operatorAreaRoutes(context),
    ...operatorRaftRoutes(context),
    ...statusRoutes(context),
  ];
}
