import { createHash } from 'node:crypto';
import { serviceSchema } from '../../endpoints/filter-schema.js';
import type { MaintenanceRequest } from '../../local/local-agent.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, done, json, text } from '../api-response.js';
import { serviceRegistrationBody } from '../bodies/service-body.js';
import { HttpError } from '../http-error.js';
import { filterOf } from '../list-query.js';
import type { Route, RouteContext } from '../route.js';
import { agentServiceView } from '../views/service-view.js';
import { waitForLocalChange } from '../wait-for-local-change.js';

/** The services of this machine. */
export function agentServiceRoutes(context: RouteContext): readonly Route[] {
  const { services } = context.local;
  return [
    { path: '/v1/agent/services', methods: { GET: (request) => listServices(context, request) } },
    { path: '/v1/agent/service/*', methods: { GET: (request) => getService(context, request) } },
    {
      path: '/v1/agent/service/register',
      methods: { PUT: (request) => registerService(context, request) },
    },
    {
      path: '/v1/agent/service/deregister/*',
      methods: {
        PUT: async (request) => {
          await services.deregisterService(request.requiredTail('Missing service ID'));
          return done();
        },
      },
    },
    {
      path: '/v1/agent/service/maintenance/*',
      methods: {
        PUT: async (request) => {
          const id = request.requiredTail('Missing service ID');
          await services.setServiceMaintenance(id, maintenanceOf(request));
          return done();
        },
      },
    },
    {
      path: '/v1/agent/maintenance',
      methods: {
        PUT: async (request) => {
          await services.setNodeMaintenance(maintenanceOf(request));
          return done();
        },
      },
    },
  ];
}

function listServices({ local, config }: RouteContext, request: ApiRequest): ApiResponse {
  const filter = filterOf(request, serviceSchema);
  const views = [...local.services.services()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, service]) => [id, agentServiceView(service, config.datacenter)]);
  return json(filter.map(Object.fromEntries(views)));
}

/** One service. With the hash of an earlier answer, waits until there is another. */
async function getService(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const id = request.requiredTail('Missing service ID');
  const known = request.text('hash');
  const read = (): { readonly hash: string; readonly view: object } | undefined => {
    const service = context.local.services.services().get(id);
    if (service === undefined) return undefined;
    const view = agentServiceView(service, context.config.datacenter);
    return { hash: contentHash(view), view };
  };
  if (known !== '') {
    await waitForLocalChange(context, request, () => read()?.hash !== known);
  }
  const found = read();
  if (found === undefined) return text(404, `unknown service ID: ${id}`);
  const { hash, view } = found;
  return json({ ...view, ContentHash: hash }, { 'X-Consul-Contenthash': hash });
}

function contentHash(view: object): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('hex').slice(0, 16);
}

async function registerService({ local }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const body = await request.json(serviceRegistrationBody);
  await local.services.registerService({
    service: body.service,
    checks: body.checks,
    token: body.token || request.token,
    replaceExistingChecks: request.isOn('replace-existing-checks'),
  });
  return done();
}

function maintenanceOf(request: ApiRequest): MaintenanceRequest {
  const enable = request.text('enable');
  if (enable === '') throw new HttpError(400, 'Missing value for enable');
  if (!/^(1|t|T|true|TRUE|True|0|f|F|false|FALSE|False)$/.test(enable)) {
    throw new HttpError(400, `Invalid value for enable: ${JSON.stringify(enable)}`);
  }
  const { token } = request;
  return { isEnabled: /^(1|t)/i.test(enable), reason: request.text('reason'), token };
}
