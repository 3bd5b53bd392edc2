import { tableKey } from '../state/byte-string.js';
import { checksInStatus, checksOfNode, checksOfService } from '../state/checks.js';
import type { CheckStatus, HealthCheck, ServiceHealth } from '../state/domain.js';
import { healthOfService } from '../state/services.js';
import { type QueryAnswer, type State, tablesIndex } from '../state/state.js';
import type { WatchSet } from '../state/watch-set.js';
import {
  type ChecksRequest,
  checksCodec,
  checksRequestCodec,
  type NameRequest,
  nameRequestCodec,
  type ServiceRequest,
  serviceHealthCodec,
  serviceRequestCodec,
} from '../wire/catalog-messages.js';
import type { AclRule, AclVerdict, ReadEndpoint, ReadResult } from './endpoint.js';
import { nodeMetaFilter, sortByDistance } from './node-order.js';

function maySeeCheck(check: HealthCheck, may: AclVerdict): boolean {
  return (
    may({ resource: 'node', name: check.node, access: 'read' }) &&
    (check.serviceName === '' ||
      may({ resource: 'service', name: check.serviceName, access: 'read' }))
  );
}

const checksRule: AclRule<unknown, readonly HealthCheck[]> = {
  type: 'trim',
  trim: (checks, may) => checks.filter((check) => maySeeCheck(check, may)),
};

/** The instances of a service with the checks that bear on them. */
export const healthServiceNodes: ReadEndpoint<ServiceRequest, readonly ServiceHealth[]> = {
  name: 'Health.ServiceNodes',
  kind: 'read',
  rule: {
    type: 'trim',
    trim: (instances, may) =>
      instances.filter(
        ({ node, service }) =>
          may({ resource: 'node', name: node.node, access: 'read' }) &&
          may({ resource: 'service', name: service.service, access: 'read' }),
      ),
  },
  request: serviceRequestCodec,
  response: serviceHealthCodec,
  read(state, request, watch) {
    const nodeFilter = nodeMetaFilter(request.nodeMeta);
    const { service, tags, near } = request;
    const query = { service, tags, ...(nodeFilter === undefined ? {} : { nodeFilter }) };
    const { index, result } = healthOfService(state, query, watch);
    const wanted = request.passingOnly ? result.filter(isPassing) : result;
    return {
      index,
      value: sortByDistance(state, wanted, { near, nodeOf: ({ node }) => node.node }),
    };
  },
};

function isPassing({ checks }: ServiceHealth): boolean {
  return checks.every(({ status }) => status === 'passing');
}

/** The checks of a node. */
export const healthNodeChecks: ReadEndpoint<NameRequest, readonly HealthCheck[]> = {
  name: 'Health.NodeChecks',
  kind: 'read',
  rule: checksRule,
  request: nameRequestCodec,
  response: checksCodec,
  read(state, { name }, watch) {
    const { index, result } = checksOfNode(state, name, watch);
    return { index, value: result };
  },
};

/** The checks of the instances of a service. */
export const healthServiceChecks: ReadEndpoint<ChecksRequest, readonly HealthCheck[]> = {
  name: 'Health.ServiceChecks',
  kind: 'read',
  rule: checksRule,
  request: checksRequestCodec,
  response: checksCodec,
  read: (state, request, watch) =>
    arrange(state, { request, watch, found: checksOfService(state, request.name, watch) }),
};

/** The checks in a status, or in `any`; none for a status that does not exist. */
export const healthChecksInState: ReadEndpoint<ChecksRequest, readonly HealthCheck[]> = {
  name: 'Health.ChecksInState',
  kind: 'read',
  rule: checksRule,
  request: checksRequestCodec,
  response: checksCodec,
  read(state, request, watch) {
    if (!isStatus(request.name)) return { index: tablesIndex(state, 'checks'), value: [] };
    const found = checksInStatus(state, request.name, watch);
    return arrange(state, { request, watch, found });
  },
};

function isStatus(name: string): name is CheckStatus | 'any' {
  return ['any', 'passing', 'warning', 'critical'].includes(name);
}

/** Leaves out the checks of nodes that are not asked for, and sorts the rest. */
function arrange(
  state: State,
  query: {
    readonly request: ChecksRequest;
    readonly watch: WatchSet;
    readonly found: QueryAnswer<readonly HealthCheck[]>;
  },
): ReadResult<readonly HealthCheck[]> {
  const { request, watch, found } = query;
  const isWanted = nodeMetaFilter(request.nodeMeta);
  const order = { near: request.near, nodeOf: ({ node }: HealthCheck) => node };
  if (isWanted === undefined) {
    return { index: found.index, value: sortByDistance(state, found.result, order) };
  }
  watch.addPrefix('nodes', '');
  const wanted = found.result.filter((check) => {
    const node = state.trees.nodes.get(tableKey(check.node));
    return node !== undefined && isWanted(node);
  });
  return {
    index: Math.max(found.index, tablesIndex(state, 'nodes')),
    value: sortByDistance(state, wanted, order),
  };
}
