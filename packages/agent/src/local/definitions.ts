import ipaddr from 'ipaddr.js';
import type { AgentConfig } from '../config/agent-config.js';
import type {
  CheckDefinition as CheckRegistration,
  ServiceDefinition as ConfiguredService,
} from '../config/definitions.js';
import type { NodeDefinition, ServiceAddress, ServiceDefinition } from '../state/domain.js';
import type { ServiceRegistration } from './local-agent.js';

/** The settings that definitions come from. */
export type ConfiguredDefinitions = Pick<AgentConfig, 'services' | 'checks' | 'acl'>;

/** The registrations that the configuration's `service` blocks stand for. */
export function configuredServices(config: ConfiguredDefinitions): ServiceRegistration[] {
  const fallbackToken = config.acl.tokens.configFileServiceRegistration ?? '';
  return config.services.map((service) => ({
    service: serviceOf(service),
    checks: service.checks ?? [],
    token: service.token ?? fallbackToken,
    replaceExistingChecks: true,
  }));
}

/** The checks that the configuration's `check` blocks stand for, each with its token. */
export function configuredChecks(
  config: ConfiguredDefinitions,
): { readonly check: CheckRegistration; readonly token: string }[] {
  const fallbackToken = config.acl.tokens.configFileServiceRegistration ?? '';
  return config.checks.map((check) => ({
    check,
    // A node's check needs rights on the node, which the agent's own token is for.
    token: check.token ?? ((check.serviceId ?? '') === '' ? '' : fallbackToken),
  }));
}

function serviceOf(configured: ConfiguredService): ServiceDefinition {
  const { name, id, weights } = configured;
  const taggedAddresses: Record<string, ServiceAddress> = {};
  for (const [tag, { address, port }] of Object.entries(configured.taggedAddresses ?? {})) {
    taggedAddresses[tag] = { address, port: port ?? 0 };
  }
  return {
    id: id ?? name,
    service: name,
    kind: '',
    tags: configured.tags ?? [],
    address: configured.address ?? '',
    taggedAddresses,
    meta: configured.meta ?? {},
    port: configured.port ?? 0,
    socketPath: configured.socketPath ?? '',
    weights: { passing: weights?.passing ?? 1, warning: weights?.warning ?? 1 },
    enableTagOverride: configured.enableTagOverride ?? false,
  };
}

/**
 * A service with what registering it adds: an id, and the tagged addresses that its address stands
 * for when it is an IP address.
 */
export function completeService(service: ServiceDefinition): ServiceDefinition {
  const { address, port, taggedAddresses } = service;
  const family = familyOf(address);
  const implied: Record<string, ServiceAddress> =
    family === undefined
      ? {}
      : { [`lan_${family}`]: { address, port }, [`wan_${family}`]: { address, port } };
  return {
    ...service,
    id: service.id === '' ? service.service : service.id,
    taggedAddresses: { ...implied, ...taggedAddresses },
  };
}

/** This machine as it stands in the catalogue. */
export function localNode(
  config: Pick<
    AgentConfig,
    'nodeName' | 'datacenter' | 'advertiseAddress' | 'advertiseAddressWan' | 'nodeMeta' | 'segment'
  >,
  nodeId: string,
): NodeDefinition {
  const { advertiseAddress: lan, advertiseAddressWan: wan } = config;
  return {
    node: config.nodeName,
    id: nodeId,
    address: lan,
    datacenter: config.datacenter,
    taggedAddresses: {
      lan,
      wan,
      [`lan_${familyOf(lan) ?? 'ipv4'}`]: lan,
      [`wan_${familyOf(wan) ?? 'ipv4'}`]: wan,
    },
    meta: { ...config.nodeMeta, 'consul-network-segment': config.segment },
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  return ipaddr.isValid(address) ? ipaddr.parse(address).kind() : undefined;
}
