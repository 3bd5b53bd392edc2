import type {
  CatalogNode,
  HealthCheck,
  NodeService,
  ServiceHealth,
  TextMap,
} from '../state/domain.js';
import type { NodeDump } from '../state/nodes.js';
import type { ServiceInstance, ServiceTags } from '../state/services.js';
import {
  asList,
  readCheck,
  readNode,
  readService,
  textMap,
  writeCheck,
  writeService,
} from './catalog-objects.js';
import { type Codec, codecOf } from './codec.js';
import { agent as wire } from './gen/agent.js';

/** Asks for nodes, or for what is on them. */
export interface NodesRequest {
  /** All of these must be in a node's metadata. */
  readonly nodeMeta: TextMap;
  /** Sort by distance from this node; empty: by name. */
  readonly near: string;
}

/** Asks for one thing by its name. */
export interface NameRequest {
  readonly name: string;
}

/** Asks for the instances of a service. */
export interface ServiceRequest extends NodesRequest {
  readonly service: string;
  /** An instance must have all of them. */
  readonly tags: readonly string[];
  /** Leave out instances with a check that is not passing. Of no meaning without health. */
  readonly passingOnly: boolean;
}

/** Asks for checks. */
export interface ChecksRequest extends NodesRequest {
  /** A service's name, or a status. */
  readonly name: string;
}

/** A node with its services. */
export interface NodeWithServices {
  readonly node: CatalogNode;
  readonly services: readonly NodeService[];
}

/** Codec of {@link NodesRequest}. */
export const nodesRequestCodec: Codec<NodesRequest> = codecOf({
  encode: (request) => wire.NodesRequest.encode(request).finish(),
  decode: (bytes) => readFilter(wire.NodesRequest.decode(bytes)),
});

/** Codec of {@link NameRequest}. */
export const nameRequestCodec: Codec<NameRequest> = codecOf({
  encode: (request) => wire.NameRequest.encode(request).finish(),
  decode: (bytes) => ({ name: wire.NameRequest.decode(bytes).name }),
});

/** Codec of {@link ServiceRequest}. */
export const serviceRequestCodec: Codec<ServiceRequest> = codecOf({
  encode: (request) =>
    wire.ServiceRequest.encode({ ...request, tags: asList(request.tags) }).finish(),
  decode(bytes) {
    const message = wire.ServiceRequest.decode(bytes);
    const { service, tags, passingOnly } = message;
    return { ...readFilter(message), service, tags: [...tags], passingOnly };
  },
});

/** Codec of {@link ChecksRequest}. */
export const checksRequestCodec: Codec<ChecksRequest> = codecOf({
  encode: (request) => wire.ChecksRequest.encode(request).finish(),
  decode(bytes) {
    const message = wire.ChecksRequest.decode(bytes);
    return { ...readFilter(message), name: message.name };
  },
});

function readFilter(message: { nodeMeta: Record<string, string>; near: string }): NodesRequest {
  return { nodeMeta: { ...textMap(message.nodeMeta) }, near: message.near };
}

/** Codec of nodes. */
export const nodesCodec: Codec<readonly CatalogNode[]> = codecOf({
  encode: (nodes) => wire.Nodes.encode({ nodes: asList(nodes) }).finish(),
  decode: (bytes) => (wire.Nodes.decode(bytes).nodes ?? []).map(readNode),
});

/** Codec of services with their tags. */
export const servicesCodec: Codec<readonly ServiceTags[]> = codecOf({
  encode: (services) =>
    wire.Services.encode({
      services: services.map(({ service, tags }) => ({ service, tags: asList(tags) })),
    }).finish(),
  decode: (bytes) =>
    (wire.Services.decode(bytes).services ?? []).map(({ service, tags }) => ({
      service: service ?? '',
      tags: [...(tags ?? [])],
    })),
});

/** Codec of service instances without their checks. */
export const serviceInstancesCodec: Codec<readonly ServiceInstance[]> = codecOf({
  encode: (instances) =>
    wire.ServiceInstances.encode({
      instances: instances.map(({ node, service }) => ({ node, service: writeService(service) })),
    }).finish(),
  decode: (bytes) => readInstances(bytes).map(({ node, service }) => ({ node, service })),
});

/** Codec of service instances with the checks that bear on them. */
export const serviceHealthCodec: Codec<readonly ServiceHealth[]> = codecOf({
  encode: (instances) =>
    wire.ServiceInstances.encode({
      instances: instances.map(({ node, service, checks }) => ({
        node,
        service: writeService(service),
        checks: checks.map(writeCheck),
      })),
    }).finish(),
  decode: readInstances,
});

function readInstances(bytes: Uint8Array): ServiceHealth[] {
  return (wire.ServiceInstances.decode(bytes).instances ?? []).map((message) => ({
    node: readNode(message.node ?? {}),
    service: readService(message.service ?? {}),
    checks: (message.checks ?? []).map(readCheck),
  }));
}

/** Codec of checks. */
export const checksCodec: Codec<readonly HealthCheck[]> = codecOf({
  encode: (checks) => wire.Checks.encode({ checks: checks.map(writeCheck) }).finish(),
  decode: (bytes) => (wire.Checks.decode(bytes).checks ?? []).map(readCheck),
});

/** Codec of a node that may be absent, with its services. */
export const foundNodeCodec: Codec<NodeWithServices | undefined> = codecOf({
  encode: (found) =>
    wire.FoundNode.encode(
      found === undefined
        ? {}
        : { node: { node: found.node, services: found.services.map(writeService) } },
    ).finish(),
  decode(bytes): NodeWithServices | undefined {
    const found = wire.FoundNode.decode(bytes).node;
    if (!found) return undefined;
    const { node, services } = readDump(found);
    return { node, services };
  },
});

/** Codec of nodes with all that is registered on them. */
export const nodeDumpsCodec: Codec<readonly NodeDump[]> = codecOf({
  encode: (dumps) =>
    wire.NodeDumps.encode({
      nodes: dumps.map(({ node, services, checks }) => ({
        node,
        services: services.map(writeService),
        checks: checks.map(writeCheck),
      })),
    }).finish(),
  decode: (bytes) => (wire.NodeDumps.decode(bytes).nodes ?? []).map(readDump),
});

function readDump(message: wire.NodeDump.$Properties): NodeDump {
  return {
    node: readNode(message.node ?? {}),
    services: (message.services ?? []).map(readService),
    checks: (message.checks ?? []).map(readCheck),
  };
}
