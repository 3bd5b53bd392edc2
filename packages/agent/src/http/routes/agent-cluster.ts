import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, done, json } from '../api-response.js';
import { filterOf } from '../list-query.js';
import type { Route, RouteContext } from '../route.js';
import { agentSelfView } from '../views/agent-self-view.js';
import { memberSchema, memberView } from '../views/member-view.js';

/** The word for the members of every segment. */
const ALL_SEGMENTS = '_all';

/** The agent as a member of the cluster. */
export function agentClusterRoutes(context: RouteContext): readonly Route[] {
  const { control } = context.local;
  return [
    {
      path: '/v1/agent/self',
      methods: { GET: () => json(agentSelfView(control.self())) },
    },
    { path: '/v1/agent/members', methods: { GET: (request) => listMembers(context, request) } },
    {
      path: '/v1/agent/join/*',
      methods: {
        PUT: async (request) => {
          const address = request.requiredTail('Missing address');
          await control.join(address, { isWan: request.isOn('wan') });
          return done();
        },
      },
    },
    {
      path: '/v1/agent/leave',
      methods: {
        PUT: async () => {
          await control.leave();
          return done();
        },
      },
    },
    {
      path: '/v1/agent/force-leave/*',
      methods: {
        PUT: async (request) => {
          const name = request.requiredTail('Missing node name');
          const isPruned = request.isOn('prune');
          await control.forceLeave({ name, isPruned, isWan: request.isOn('wan') });
          return done();
        },
      },
    },
    {
      path: '/v1/agent/reload',
      methods: {
        PUT: async () => {
          await control.reload();
          return done();
        },
      },
    },
  ];
}

/** A pool that this agent is not in is null and not an empty list: so clients know it. */
function listMembers({ local }: RouteContext, request: ApiRequest): ApiResponse {
  const filter = filterOf(request, memberSchema);
  const segment = request.text('segment');
  const members = local.control.members({
    isWan: request.isOn('wan'),
    ...(segment === '' || segment === ALL_SEGMENTS ? {} : { segment }),
  });
  return json(members === undefined ? null : filter.list(members.map(memberView)));
}
