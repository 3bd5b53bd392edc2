import type { NodeService, ServiceAddress, ServiceDefinition } from '../../state/domain.js';
import type { ServiceInstance } from '../../state/services.js';
import { type AddressView, nodeAddress } from './node-view.js';

/** What clients expect of services that are no proxies. */
const noProxy = { Mode: '', MeshGateway: {}, Expose: {} } as const;

/** A service instance as `/catalog/node` and the health endpoints show it. */
export function nodeServiceView(
  service: NodeService,
  addresses: AddressView,
): Readonly<Record<string, unknown>> {
  return {
    ...(service.kind === '' ? {} : { Kind: service.kind }),
    ID: service.id,
    Service: service.service,
    Tags: service.tags,
    Address: serviceAddress(service, addresses).address,
    ...(isEmpty(service.taggedAddresses)
      ? {}
      : { TaggedAddresses: addressViews(service.taggedAddresses) }),
    Meta: service.meta,
    Port: serviceAddress(service, addresses).port,
    ...(service.socketPath === '' ? {} : { SocketPath: service.socketPath }),
    Weights: weightsView(service),
    EnableTagOverride: service.enableTagOverride,
    Proxy: noProxy,
    Connect: {},
    CreateIndex: service.createIndex,
    ModifyIndex: service.modifyIndex,
  };
}

/** A service instance with its node, flat, as `/catalog/service` shows it. */
export function serviceNodeView(
  { node, service }: ServiceInstance,
  addresses: AddressView,
): Readonly<Record<string, unknown>> {
  const { address, port } = serviceAddress(service, addresses);
  return {
    ID: node.id,
    Node: node.node,
    Address: nodeAddress(node, addresses),
    Datacenter: node.datacenter,
    TaggedAddresses: node.taggedAddresses,
    NodeMeta: node.meta,
    ServiceKind: service.kind,
    ServiceID: service.id,
    ServiceName: service.service,
    ServiceTags: service.tags,
    ServiceAddress: address,
    ...(isEmpty(service.taggedAddresses)
      ? {}
      : { ServiceTaggedAddresses: addressViews(service.taggedAddresses) }),
    ServiceWeights: weightsView(service),
    ServiceMeta: service.meta,
    ServicePort: port,
    ServiceSocketPath: service.socketPath,
    ServiceEnableTagOverride: service.enableTagOverride,
    ServiceProxy: noProxy,
    ServiceConnect: {},
    CreateIndex: service.createIndex,
    ModifyIndex: service.modifyIndex,
  };
}

/** A service as its own agent shows it. */
export function agentServiceView(
  service: ServiceDefinition,
  datacenter: string,
): Readonly<Record<string, unknown>> {
  return {
    ...(service.kind === '' ? {} : { Kind: service.kind }),
    ID: service.id,
    Service: service.service,
    Tags: service.tags,
    Meta: service.meta,
    Port: service.port,
    Address: service.address,
    ...(service.socketPath === '' ? {} : { SocketPath: service.socketPath }),
    TaggedAddresses: addressViews(service.taggedAddresses),
    Weights: weightsView(service),
    EnableTagOverride: service.enableTagOverride,
    Datacenter: datacenter,
  };
}

/** From another datacenter the WAN address counts, and its port if it has one. */
function serviceAddress(service: NodeService, { isTranslated }: AddressView): ServiceAddress {
  const wan = isTranslated ? service.taggedAddresses['wan'] : undefined;
  if (wan === undefined || wan.address === '') return service;
  return { address: wan.address, port: wan.port === 0 ? service.port : wan.port };
}

function weightsView({ weights }: ServiceDefinition): Readonly<Record<string, number>> {
  return { Passing: weights.passing, Warning: weights.warning };
}

function addressViews(
  addresses: ServiceDefinition['taggedAddresses'],
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(addresses);
  return Object.fromEntries(
    entries.map(([name, { address, port }]) => [name, { Address: address, Port: port }]),
  );
}

function isEmpty(map: object): boolean {
  return Object.keys(map).length === 0;
}
