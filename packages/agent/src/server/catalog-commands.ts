import type { Command } from '../commands/command.js';
import { buildOf } from '../gossip/member-tags.js';
import type { PoolMember } from '../gossip/pool-member.js';
import { emptyCheckProbe } from '../state/check-probe.js';
import type {
  CatalogNode,
  CheckDefinition,
  NodeDefinition,
  ServiceDefinition,
} from '../state/domain.js';
import {
  type CatalogAction,
  SERF_ALIVE_OUTPUT,
  SERF_FAILED_OUTPUT,
  SERF_HEALTH_CHECK_ID,
  SERF_HEALTH_NAME,
} from './catalog-rule.js';

/** The name under which servers stand in the catalogue. */
export const SERVER_SERVICE = 'consul';

/** What the log must say so that the catalogue is as gossip has it. */
export function commandFor(
  action: CatalogAction,
  context: { readonly datacenter: string; readonly known: CatalogNode | undefined },
): Command {
  const { datacenter } = context;
  switch (action.type) {
    case 'register-alive':
      return {
        type: 'register',
        node: nodeOf(action.member, context),
        skipNodeUpdate: false,
        checks: [serfCheck(action.member.name, true)],
        ...(action.serverPort === undefined
          ? {}
          : { service: serverService(action.member, action.serverPort) }),
      };
    case 'register-failed':
      return {
        type: 'register',
        node: nodeOf(action.member, context),
        // What the agent itself registered of the node stays as it is.
        skipNodeUpdate: true,
        checks: [serfCheck(action.member.name, false)],
      };
    case 'deregister':
      return { type: 'deregister', node: action.node, serviceId: '', checkId: '', datacenter };
  }
}

/** What the agent registered of its addresses and metadata is not for gossip to overwrite. */
function nodeOf(
  member: PoolMember,
  { datacenter, known }: { readonly datacenter: string; readonly known: CatalogNode | undefined },
): NodeDefinition {
  const address = member.endpoint.host;
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  return {
    node: member.name,
    id: member.tags['id'] ?? '',
    address,
    datacenter,
    taggedAddresses: known?.taggedAddresses ?? {
      lan: address,
      wan: address,
      [`lan_${family}`]: address,
      [`wan_${family}`]: address,
    },
    meta: known?.meta ?? { 'consul-network-segment': member.tags['segment'] ?? '' },
  };
}

function serfCheck(node: string, isAlive: boolean): CheckDefinition {
  return {
    node,
    checkId: SERF_HEALTH_CHECK_ID,
    name: SERF_HEALTH_NAME,
    status: isAlive ? 'passing' : 'critical',
    notes: '',
    output: isAlive ? SERF_ALIVE_OUTPUT : SERF_FAILED_OUTPUT,
    serviceId: '',
    type: '',
    interval: '',
    timeout: '',
    exposedPort: 0,
    probe: emptyCheckProbe,
  };
}

function serverService(member: PoolMember, port: number): ServiceDefinition {
  return {
    id: SERVER_SERVICE,
    service: SERVER_SERVICE,
    kind: '',
    tags: [],
    address: '',
    taggedAddresses: {},
    meta: {
      non_voter: String(member.tags['nonvoter'] === '1'),
      read_replica: String(member.tags['read_replica'] === '1'),
      raft_version: member.tags['raft_vsn'] ?? '3',
      serf_protocol_current: '5',
      serf_protocol_max: '5',
      serf_protocol_min: '2',
      version: buildOf(member.tags),
    },
    port,
    socketPath: '',
    weights: { passing: 1, warning: 1 },
    enableTagOverride: false,
  };
}
