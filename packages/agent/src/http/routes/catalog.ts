import {
  catalogDeregister,
  catalogListNodes,
  catalogListServices,
  catalogNodeServices,
  catalogRegister,
  catalogServiceNodes,
} from '../../endpoints/catalog.js';
import { nodeSchema, serviceNodeSchema, serviceSchema } from '../../endpoints/filter-schema.js';
import { catalogDatacenters } from '../../endpoints/server.js';
import type { NodeWithServices } from '../../wire/catalog-messages.js';
import { answerRead } from '../answer-read.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, json } from '../api-response.js';
import { deregistrationBody, registrationBody } from '../bodies/catalog-registration.js';
import { filterOf, isTranslated, type ListFilter, nodesRequestOf } from '../list-query.js';
import type { Route, RouteContext } from '../route.js';
import { type AddressView, nodeView } from '../views/node-view.js';
import { nodeServiceView, serviceNodeView } from '../views/service-view.js';

/** The catalogue of nodes and services. */
export function catalogRoutes(context: RouteContext): readonly Route[] {
  const { gateway, config } = context;
  return [
    {
      path: '/v1/catalog/register',
      methods: {
        PUT: async (request) => {
          const command = await registrationBody(request, config.datacenter);
          return json(await gateway.write(catalogRegister, command, request.options));
        },
      },
    },
    {
      path: '/v1/catalog/deregister',
      methods: {
        PUT: async (request) => {
          const command = await deregistrationBody(request, config.datacenter);
          return json(await gateway.write(catalogDeregister, command, request.options));
        },
      },
    },
    {
      path: '/v1/catalog/datacenters',
      methods: {
        GET: async ({ options }) => json(await gateway.serve(catalogDatacenters, {}, options)),
      },
    },
    { path: '/v1/catalog/nodes', methods: { GET: (request) => listNodes(context, request) } },
    {
      path: '/v1/catalog/services',
      methods: { GET: (request) => listServices(context, request) },
    },
    {
      path: '/v1/catalog/service/*',
      methods: { GET: (request) => listInstances(context, request) },
    },
    {
      path: '/v1/catalog/connect/*',
      methods: { GET: (request) => listConnectInstances(context, request) },
    },
    { path: '/v1/catalog/node/*', methods: { GET: (request) => getNode(context, request) } },
    {
      path: '/v1/catalog/node-services/*',
      methods: { GET: (request) => getNodeServices(context, request) },
    },
  ];
}

function listNodes(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const filter = filterOf(request, nodeSchema);
  const addresses = { isTranslated: isTranslated(request, context.config) };
  return answerRead(context, request, {
    endpoint: catalogListNodes,
    query: nodesRequestOf(request, context.config),
    answer: (nodes) => json(filter.list(nodes.map((node) => nodeView(node, addresses)))),
    isDiscovery: true,
  });
}

function listServices(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  return answerRead(context, request, {
    endpoint: catalogListServices,
    query: nodesRequestOf(request, context.config),
    answer: (services) =>
      json(Object.fromEntries(services.map(({ service, tags }) => [service, tags]))),
    isDiscovery: true,
  });
}

function listInstances(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const service = request.requiredTail('Missing service name');
  const filter = filterOf(request, serviceNodeSchema);
  const addresses = { isTranslated: isTranslated(request, context.config) };
  return answerRead(context, request, {
    endpoint: catalogServiceNodes,
    query: {
      ...nodesRequestOf(request, context.config),
      service,
      tags: request.query.getAll('tag'),
      passingOnly: false,
    },
    answer: (instances) =>
      json(filter.list(instances.map((instance) => serviceNodeView(instance, addresses)))),
    isDiscovery: true,
  });
}

/** There are no proxies, so whatever the service, none of its instances takes part in the mesh. */
function listConnectInstances(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const service = request.requiredTail('Missing service name');
  return answerRead(context, request, {
    endpoint: catalogServiceNodes,
    query: { nodeMeta: {}, near: '', service, tags: [], passingOnly: false },
    answer: () => json([]),
    isDiscovery: true,
  });
}

function getNode(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  return answerNode(context, request, (found, { filter, addresses }) => {
    if (found === undefined) return null;
    const views = found.services.map((service) => [
      service.id,
      nodeServiceView(service, addresses),
    ]);
    return {
      Node: nodeView(found.node, addresses),
      Services: filter.map(Object.fromEntries(views)),
    };
  });
}

function getNodeServices(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  return answerNode(context, request, (found, { filter, addresses }) => {
    if (found === undefined) return { Node: null, Services: null };
    const views = found.services.map((service) => nodeServiceView(service, addresses));
    return { Node: nodeView(found.node, addresses), Services: filter.list(views) };
  });
}

function answerNode(
  context: RouteContext,
  request: ApiRequest,
  view: (
    found: NodeWithServices | undefined,
    shown: { readonly filter: ListFilter; readonly addresses: AddressView },
  ) => unknown,
): Promise<ApiResponse> {
  const name = request.requiredTail('Missing node name');
  const filter = filterOf(request, serviceSchema);
  const addresses = { isTranslated: isTranslated(request, context.config) };
  return answerRead(context, request, {
    endpoint: catalogNodeServices,
    query: { name },
    answer: (found) => json(view(found, { filter, addresses })),
    isDiscovery: true,
  });
}
