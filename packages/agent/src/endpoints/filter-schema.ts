/** What a field of a JSON view is, which decides how it may be compared. */
export type FilterField =
  | { readonly type: 'string' | 'number' | 'boolean' }
  /** A selector that goes through a list is true if it is for any of the items. */
  | { readonly type: 'list'; readonly item: FilterField }
  | { readonly type: 'map'; readonly value: FilterField }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, FilterField>> };

const text: FilterField = { type: 'string' };
const number: FilterField = { type: 'number' };
const boolean: FilterField = { type: 'boolean' };
const texts: FilterField = { type: 'list', item: text };
const textMap: FilterField = { type: 'map', value: text };
const indexes = { CreateIndex: number, ModifyIndex: number };
const weights: FilterField = { type: 'record', fields: { Passing: number, Warning: number } };
const addresses: FilterField = {
  type: 'map',
  value: { type: 'record', fields: { Address: text, Port: number } },
};

/** A node as `/catalog/nodes` shows it. */
export const nodeSchema: FilterField = {
  type: 'record',
  fields: {
    ID: text,
    Node: text,
    Address: text,
    Datacenter: text,
    TaggedAddresses: textMap,
    Meta: textMap,
    ...indexes,
  },
};

/** A service instance as `/catalog/service` shows it. */
export const serviceNodeSchema: FilterField = {
  type: 'record',
  fields: {
    ID: text,
    Node: text,
    Address: text,
    Datacenter: text,
    TaggedAddresses: textMap,
    NodeMeta: textMap,
    ServiceKind: text,
    ServiceID: text,
    ServiceName: text,
    ServiceTags: texts,
    ServiceAddress: text,
    ServiceTaggedAddresses: addresses,
    ServiceWeights: weights,
    ServiceMeta: textMap,
    ServicePort: number,
    ServiceSocketPath: text,
    ServiceEnableTagOverride: boolean,
    ...indexes,
  },
};

/** A service instance as agents and `/catalog/node` show it. */
export const serviceSchema: FilterField = {
  type: 'record',
  fields: {
    Kind: text,
    ID: text,
    Service: text,
    Tags: texts,
    Meta: textMap,
    Port: number,
    Address: text,
    SocketPath: text,
    TaggedAddresses: addresses,
    Weights: weights,
    EnableTagOverride: boolean,
    Datacenter: text,
    ...indexes,
  },
};

/** A check as every endpoint shows it. */
export const checkSchema: FilterField = {
  type: 'record',
  fields: {
    Node: text,
    CheckID: text,
    Name: text,
    Status: text,
    Notes: text,
    Output: text,
    ServiceID: text,
    ServiceName: text,
    ServiceTags: texts,
    Type: text,
    Interval: text,
    Timeout: text,
    ExposedPort: number,
    ...indexes,
  },
};

/** A service instance as `/health/service` shows it. */
export const serviceHealthSchema: FilterField = {
  type: 'record',
  fields: {
    Node: nodeSchema,
    Service: serviceSchema,
    Checks: { type: 'list', item: checkSchema },
  },
};
