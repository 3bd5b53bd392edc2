import { checkSchema } from '../../endpoints/filter-schema.js';
import type { CheckStatus } from '../../state/domain.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, done, json } from '../api-response.js';
import { checkRegistrationBody, statusOf, ttlReportBody } from '../bodies/check-body.js';
import { HttpError } from '../http-error.js';
import { filterOf } from '../list-query.js';
import type { Route, RouteContext } from '../route.js';
import { checkView } from '../views/check-view.js';

/** The checks of this machine. */
export function agentCheckRoutes(context: RouteContext): readonly Route[] {
  const { services } = context.local;
  const report = (path: string, status: CheckStatus): Route => ({
    path,
    methods: {
      PUT: async (request) => {
        const id = request.requiredTail('Missing check ID');
        await services.updateTtl(id, { status, output: request.text('note') });
        return done();
      },
    },
  });
  return [
    { path: '/v1/agent/checks', methods: { GET: (request) => listChecks(context, request) } },
    {
      path: '/v1/agent/check/register',
      methods: {
        PUT: async (request) => {
          const check = await request.json(checkRegistrationBody);
          await services.registerCheck(check, check.token ?? request.token);
          return done();
        },
      },
    },
    {
      path: '/v1/agent/check/deregister/*',
      methods: {
        PUT: async (request) => {
          await services.deregisterCheck(request.requiredTail('Missing check ID'));
          return done();
        },
      },
    },
    report('/v1/agent/check/pass/*', 'passing'),
    report('/v1/agent/check/warn/*', 'warning'),
    report('/v1/agent/check/fail/*', 'critical'),
    {
      path: '/v1/agent/check/update/*',
      methods: { PUT: (request) => updateCheck(context, request) },
    },
  ];
}

function listChecks({ local }: RouteContext, request: ApiRequest): ApiResponse {
  const filter = filterOf(request, checkSchema);
  const views = [...local.services.checks()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, check]) => [id, checkView(check)]);
  return json(filter.map(Object.fromEntries(views)));
}

async function updateCheck({ local }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const id = request.requiredTail('Missing check ID');
  const body = await request.json(ttlReportBody);
  const refusal = `Invalid check status: '${body.Status}'`;
  const status = statusOf(body.Status, refusal);
  if (status === undefined) throw new HttpError(400, refusal);
  await local.services.updateTtl(id, { status, output: body.Output });
  return done();
}
