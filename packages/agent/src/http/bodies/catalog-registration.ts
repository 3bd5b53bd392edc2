import type { DeregisterCommand, RegisterCommand } from '../../commands/command.js';
import type { ApiRequest } from '../api-request.js';
import { flag, ignored, list, mapOf, onlyDefault, record, text } from '../json-decode.js';
import { catalogCheckBody } from './catalog-check-body.js';
import { catalogServiceBody } from './service-body.js';

const registration = record({
  Datacenter: text,
  ID: text,
  Node: text,
  Address: text,
  TaggedAddresses: mapOf(text),
  NodeMeta: mapOf(text),
  Service: catalogServiceBody,
  Check: catalogCheckBody,
  Checks: list(catalogCheckBody),
  SkipNodeUpdate: flag,
  Locality: ignored,
  PeerName: onlyDefault,
  Namespace: onlyDefault,
  Partition: onlyDefault,
});

/** What a registration's body asks for. Its datacenter is the body's; the query's has no say. */
export async function registrationBody(
  request: ApiRequest,
  ownDatacenter: string,
): Promise<RegisterCommand> {
  const body = await request.json(registration);
  return {
    type: 'register',
    node: {
      node: body.Node,
      id: body.ID,
      address: body.Address,
      datacenter: body.Datacenter || ownDatacenter,
      taggedAddresses: body.TaggedAddresses,
      meta: body.NodeMeta,
    },
    skipNodeUpdate: body.SkipNodeUpdate,
    ...(body.Service === undefined ? {} : { service: body.Service }),
    checks: [body.Check, ...body.Checks].filter((check) => check !== undefined),
  };
}

const deregistration = record({
  Datacenter: text,
  Node: text,
  Address: ignored,
  ServiceID: text,
  CheckID: text,
  PeerName: onlyDefault,
  Namespace: onlyDefault,
  Partition: onlyDefault,
});

/** What a deregistration's body asks for; with neither a service nor a check, the whole node goes. */
export async function deregistrationBody(
  request: ApiRequest,
  ownDatacenter: string,
): Promise<DeregisterCommand> {
  const body = await request.json(deregistration);
  return {
    type: 'deregister',
    node: body.Node,
    serviceId: body.ServiceID,
    checkId: body.CheckID,
    datacenter: body.Datacenter || ownDatacenter,
  };
}
