import type { CheckDefinition as CheckRegistration } from '../../config/definitions.js';
import type { ServiceDefinition } from '../../state/domain.js';
import {
  converted,
  flag,
  ignored,
  type JsonReader,
  list,
  mapOf,
  onlyDefault,
  optional,
  port,
  record,
  text,
  unsupported,
  whole,
} from '../json-decode.js';
import { serviceCheckBody } from './check-body.js';

/** Of a service that says nothing of them. */
const defaultWeights = { passing: 1, warning: 1 };

const serviceFields = {
  ID: text,
  Kind: text,
  Tags: list(text),
  Address: text,
  TaggedAddresses: mapOf(record({ Address: text, Port: port })),
  Meta: mapOf(text),
  Port: port,
  SocketPath: text,
  Weights: optional(record({ Passing: whole, Warning: whole })),
  EnableTagOverride: flag,
  Proxy: optional(
    record({
      // What every answer shows of a service without a proxy, so that it may be sent back.
      Mode: unsupported,
      MeshGateway: unsupported,
      Expose: unsupported,
      DestinationServiceName: unsupported,
      DestinationServiceID: unsupported,
      LocalServiceAddress: unsupported,
      LocalServicePort: unsupported,
      Config: unsupported,
      Upstreams: unsupported,
    }),
  ),
  Connect: unsupported,
  Locality: ignored,
  Namespace: onlyDefault,
  Partition: onlyDefault,
} as const;

type ServiceBody = Omit<(typeof agentService)['zero'], 'Name' | 'Check' | 'Checks' | 'Token'>;

const agentService = record({
  ...serviceFields,
  Name: text,
  Check: optional(serviceCheckBody),
  Checks: list(serviceCheckBody),
  Token: text,
});

/** A service of this machine as it is registered. */
export const serviceRegistrationBody: JsonReader<{
  readonly service: ServiceDefinition;
  readonly checks: readonly CheckRegistration[];
  readonly token: string;
}> = converted(agentService, (body) => ({
  service: definitionOf(body, body.Name),
  checks: [...(body.Check === undefined ? [] : [body.Check]), ...body.Checks],
  token: body.Token,
}));

const catalogService = record({
  ...serviceFields,
  Service: text,
  Datacenter: ignored,
  PeerName: onlyDefault,
  CreateIndex: ignored,
  ModifyIndex: ignored,
});

/** A service as it is put into the catalogue; undefined where there is none. */
export const catalogServiceBody: JsonReader<ServiceDefinition | undefined> = optional(
  converted(catalogService, (body) => definitionOf(body, body.Service)),
);

function definitionOf(body: ServiceBody, name: string): ServiceDefinition {
  const { Weights: weights } = body;
  const addresses = Object.entries(body.TaggedAddresses);
  return {
    id: body.ID,
    service: name,
    kind: body.Kind,
    tags: body.Tags,
    address: body.Address,
    taggedAddresses: Object.fromEntries(
      addresses.map(([key, { Address: address, Port: port }]) => [key, { address, port }]),
    ),
    meta: body.Meta,
    port: body.Port,
    socketPath: body.SocketPath,
    weights:
      weights === undefined
        ? defaultWeights
        : { passing: weights.Passing, warning: weights.Warning },
    enableTagOverride: body.EnableTagOverride,
  };
}
