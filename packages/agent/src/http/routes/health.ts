import { checkSchema, serviceHealthSchema } from '../../endpoints/filter-schema.js';
import {
  healthChecksInState,
  healthNodeChecks,
  healthServiceChecks,
  healthServiceNodes,
} from '../../endpoints/health.js';
import { answerRead } from '../answer-read.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, json } from '../api-response.js';
import { HttpError } from '../http-error.js';
import { filterOf, isTranslated, nodesRequestOf } from '../list-query.js';
import type { Route, RouteContext } from '../route.js';
import { checkView, serviceHealthView } from '../views/check-view.js';

/** The health of nodes and services. */
export function healthRoutes(context: RouteContext): readonly Route[] {
  return [
    {
      path: '/v1/health/service/*',
      methods: { GET: (request) => listInstances(context, request) },
    },
    {
      path: '/v1/health/connect/*',
      methods: { GET: (request) => listConnectInstances(context, request) },
    },
    { path: '/v1/health/node/*', methods: { GET: (request) => listNodeChecks(context, request) } },
    {
      path: '/v1/health/checks/*',
      methods: {
        GET: (request) => {
          const name = request.requiredTail('Missing service name');
          return listChecks(context, request, { endpoint: healthServiceChecks, name });
        },
      },
    },
    {
      path: '/v1/health/state/*',
      methods: {
        GET: (request) => {
          const name = request.requiredTail('Missing check state');
          return listChecks(context, request, { endpoint: healthChecksInState, name });
        },
      },
    },
  ];
}

function listInstances(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const service = request.requiredTail('Missing service name');
  const filter = filterOf(request, serviceHealthSchema);
  const addresses = { isTranslated: isTranslated(request, context.config) };
  return answerRead(context, request, {
    endpoint: healthServiceNodes,
    query: {
      ...nodesRequestOf(request, context.config),
      service,
      tags: request.query.getAll('tag'),
      passingOnly: isPassingOnly(request),
    },
    answer: (instances) =>
      json(filter.list(instances.map((instance) => serviceHealthView(instance, addresses)))),
    isDiscovery: true,
  });
}

/** There are no proxies, so whatever the service, none of its instances takes part in the mesh. */
function listConnectInstances(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const service = request.requiredTail('Missing service name');
  return answerRead(context, request, {
    endpoint: healthServiceNodes,
    query: { nodeMeta: {}, near: '', service, tags: [], passingOnly: false },
    answer: () => json([]),
    isDiscovery: true,
  });
}

/** Go's words for true and false. */
const booleans: Readonly<Record<string, boolean>> = {
  '': true,
  '1': true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  '0': false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

function isPassingOnly(request: ApiRequest): boolean {
  if (!request.query.has('passing')) return false;
  const word = request.text('passing');
  const isPassing = Object.hasOwn(booleans, word) ? booleans[word] : undefined;
  if (isPassing === undefined) throw new HttpError(400, 'Invalid value for ?passing');
  return isPassing;
}

function listNodeChecks(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const name = request.requiredTail('Missing node name');
  const filter = filterOf(request, checkSchema);
  return answerRead(context, request, {
    endpoint: healthNodeChecks,
    query: { name },
    answer: (checks) => json(filter.list(checks.map(checkView))),
    isDiscovery: true,
  });
}

function listChecks(
  context: RouteContext,
  request: ApiRequest,
  { endpoint, name }: { readonly endpoint: typeof healthServiceChecks; readonly name: string },
): Promise<ApiResponse> {
  const filter = filterOf(request, checkSchema);
  return answerRead(context, request, {
    endpoint,
    query: { ...nodesRequestOf(request, context.config), name },
    answer: (checks) => json(filter.list(checks.map(checkView))),
    isDiscovery: true,
  });
}
