import type { DeregisterCommand, RegisterCommand } from '../commands/command.js';
import { validateRegistration } from '../commands/register.js';
import { commandFailure } from '../state/command-failure.js';
import type { CatalogNode } from '../state/domain.js';
import { dumpNodes, getNode, listNodes, type NodeDump } from '../state/nodes.js';
import {
  instancesOfService,
  listServices,
  type ServiceInstance,
  type ServiceTags,
  servicesOfNode,
} from '../state/services.js';
import {
  foundNodeCodec,
  type NameRequest,
  type NodesRequest,
  type NodeWithServices,
  nameRequestCodec,
  nodeDumpsCodec,
  nodesCodec,
  nodesRequestCodec,
  type ServiceRequest,
  serviceInstancesCodec,
  serviceRequestCodec,
  servicesCodec,
} from '../wire/catalog-messages.js';
import { commandFamilyCodec, encodeCommand } from '../wire/command-codec.js';
import { outcomeCodec } from '../wire/store-messages.js';
import type { AclDemand, ReadEndpoint, WriteEndpoint } from './endpoint.js';
import { nodeMetaFilter, sortByDistance } from './node-order.js';
import { outcomeOf } from './write-outcome.js';

function nodeRead(name: string): AclDemand {
  return { resource: 'node', name, access: 'read' };
}

function serviceRead(name: string): AclDemand {
  return { resource: 'service', name, access: 'read' };
}

/** Every node, by name or distance. */
export const catalogListNodes: ReadEndpoint<NodesRequest, readonly CatalogNode[]> = {
  name: 'Catalog.ListNodes',
  kind: 'read',
  rule: { type: 'trim', trim: (nodes, may) => nodes.filter(({ node }) => may(nodeRead(node))) },
  request: nodesRequestCodec,
  response: nodesCodec,
  read(state, { nodeMeta, near }, watch) {
    const { index, result } = listNodes(state, watch, nodeMetaFilter(nodeMeta));
    return { index, value: sortByDistance(state, result, { near, nodeOf: ({ node }) => node }) };
  },
};

/** Every service with its tags, by name. */
export const catalogListServices: ReadEndpoint<NodesRequest, readonly ServiceTags[]> = {
  name: 'Catalog.ListServices',
  kind: 'read',
  rule: {
    type: 'trim',
    trim: (services, may) => services.filter(({ service }) => may(serviceRead(service))),
  },
  request: nodesRequestCodec,
  response: servicesCodec,
  read(state, { nodeMeta }, watch) {
    const { index, result } = listServices(state, watch, nodeMetaFilter(nodeMeta));
    return { index, value: result };
  },
};

/** The instances of a service, whatever their health. */
export const catalogServiceNodes: ReadEndpoint<ServiceRequest, readonly ServiceInstance[]> = {
  name: 'Catalog.ServiceNodes',
  kind: 'read',
  rule: {
    type: 'trim',
    trim: (instances, may) =>
      instances.filter(
        ({ node, service }) => may(nodeRead(node.node)) && may(serviceRead(service.service)),
      ),
  },
  request: serviceRequestCodec,
  response: serviceInstancesCodec,
  read(state, request, watch) {
    const nodeFilter = nodeMetaFilter(request.nodeMeta);
    const { service, tags, near } = request;
    const query = { service, tags, ...(nodeFilter === undefined ? {} : { nodeFilter }) };
    const { index, result } = instancesOfService(state, query, watch);
    return {
      index,
      value: sortByDistance(state, result, { near, nodeOf: ({ node }) => node.node }),
    };
  },
};

/** A node with its services; undefined where there is none of that name. */
export const catalogNodeServices: ReadEndpoint<NameRequest, NodeWithServices | undefined> = {
  name: 'Catalog.NodeServices',
  kind: 'read',
  rule: {
    type: 'trim',
    trim(found, may) {
      if (found === undefined || !may(nodeRead(found.node.node))) return undefined;
      const services = found.services.filter(({ service }) => may(serviceRead(service)));
      return { node: found.node, services };
    },
  },
  request: nameRequestCodec,
  response: foundNodeCodec,
  read(state, { name }, watch) {
    const node = getNode(state, name, watch).result;
    const { index, result: services } = servicesOfNode(state, name, watch);
    return { index, value: node === undefined ? undefined : { node, services } };
  },
};

/** Every node with all that is registered on it, as user interfaces show it. */
export const internalNodeDump: ReadEndpoint<NodesRequest, readonly NodeDump[]> = {
  name: 'Internal.NodeDump',
  kind: 'read',
  rule: {
    type: 'trim',
    trim: (dumps, may) =>
      dumps
        .filter(({ node }) => may(nodeRead(node.node)))
        .map(({ node, services, checks }) => ({
          node,
          services: services.filter(({ service }) => may(serviceRead(service))),
          checks: checks.filter(
            ({ serviceName }) => serviceName === '' || may(serviceRead(serviceName)),
          ),
        })),
  },
  request: nodesRequestCodec,
  response: nodeDumpsCodec,
  read(state, { nodeMeta, near }, watch) {
    const { index, result } = dumpNodes(state, watch);
    const isWanted = nodeMetaFilter(nodeMeta);
    const wanted = isWanted === undefined ? result : result.filter(({ node }) => isWanted(node));
    return {
      index,
      value: sortByDistance(state, wanted, { near, nodeOf: ({ node }) => node.node }),
    };
  },
};

/** Puts a node and what is on it into the catalogue. */
export const catalogRegister: WriteEndpoint<RegisterCommand, boolean> = {
  name: 'Catalog.Register',
  kind: 'write',
  rule: {
    type: 'demand',
    demands: ({ node, service, checks }) => [
      ...(service === undefined || checks.some(({ serviceId }) => serviceId === '')
        ? [{ resource: 'node', name: node.node, access: 'write' } as const]
        : []),
      ...(service === undefined
        ? []
        : [{ resource: 'service', name: service.service, access: 'write' } as const]),
    ],
  },
  request: commandFamilyCodec('register'),
  response: outcomeCodec,
  datacenter: ({ node }) => node.datacenter,
  command: (request) => validateRegistration(request) ?? encodeCommand(request),
  answer: outcomeOf,
};

/** Takes a service, a check or a whole node out of the catalogue. */
export const catalogDeregister: WriteEndpoint<DeregisterCommand, boolean> = {
  name: 'Catalog.Deregister',
  kind: 'write',
  rule: {
    type: 'demand',
    demands: ({ node }) => [{ resource: 'node', name: node, access: 'write' }],
  },
  request: commandFamilyCodec('deregister'),
  response: outcomeCodec,
  datacenter: ({ datacenter }) => datacenter,
  command: (request) =>
    request.node === '' ? commandFailure('INVALID', 'Must provide node') : encodeCommand(request),
  answer: outcomeOf,
};
