import { catalogListNodes, catalogNodeServices, internalNodeDump } from '../endpoints/catalog.js';
import { healthServiceNodes } from '../endpoints/health.js';
import type { ReadOptions, RequestGateway } from '../request/gateway.js';
import { RequestError } from '../request/request-error.js';
import type {
  CatalogNode,
  CheckStatus,
  HealthCheck,
  NodeService,
  ServiceHealth,
} from '../state/domain.js';
import type { DnsBackend, DnsInstance, DnsNode, DnsOutcome } from './backend.js';

export interface CatalogBackendOptions {
  readonly gateway: RequestGateway;
  readonly datacenter: string;
  /** Answer with WAN addresses for nodes of other datacenters. */
  readonly translatesWanAddresses: boolean;
  readonly allowStale: boolean;
  readonly maxStaleMs: number;
  /** Leave out instances with warnings too. */
  readonly onlyPassing: boolean;
  /** The service under which servers stand in the catalogue. */
  readonly serverService: string;
}

const noFilter = { nodeMeta: {}, near: '' } as const;

/** Answers DNS from the catalogue, by the path that every request takes. */
export function createCatalogBackend(options: CatalogBackendOptions): DnsBackend {
  const { gateway, onlyPassing } = options;
  const reading = (datacenter: string | undefined): ReadOptions => ({
    ...(datacenter === undefined ? {} : { datacenter }),
    ...(options.allowStale ? { consistency: 'stale', maxStaleMs: options.maxStaleMs } : {}),
  });
  const instances = async (request: {
    readonly service: string;
    readonly tag: string | undefined;
    readonly datacenter: string | undefined;
  }): Promise<readonly DnsInstance[]> => {
    const { service, tag, datacenter } = request;
    const query = {
      ...noFilter,
      service,
      tags: tag === undefined ? [] : [tag],
      passingOnly: onlyPassing,
    };
    const { value } = await gateway.read(healthServiceNodes, query, reading(datacenter));
    return value.map((health) => instanceOf(health, options));
  };

  return {
    async node({ node, datacenter }) {
      return await outcome(async () => {
        const { value } = await gateway.read(
          catalogNodeServices,
          { name: node },
          reading(datacenter),
        );
        return value === undefined ? undefined : nodeOf(value.node, options);
      });
    },
    serviceInstances: (request) => outcome(() => instances(request)),
    // Prepared queries have no table yet, so none is ever found.
    preparedQuery: async () => ({ type: 'missing' }),
    pointer: ({ address }) =>
      outcome(async () => {
        const { value } = await gateway.read(internalNodeDump, noFilter, reading(undefined));
        const { datacenter } = options;
        const onNode = value.find(({ node }) => node.address === address);
        if (onNode !== undefined)
          return { kind: 'node', name: onNode.node.node, datacenter } as const;
        const service = value
          .flatMap(({ services }) => services)
          .find((known) => known.address === address);
        return service && ({ kind: 'service', name: service.service, datacenter } as const);
      }),
    servers: () =>
      outcome(async () => {
        const servers = await instances({
          service: options.serverService,
          tag: undefined,
          datacenter: undefined,
        });
        if (servers.length > 0) return servers.map(({ node }) => node);
        const { value } = await gateway.read(catalogListNodes, noFilter, reading(undefined));
        return value.map((node) => nodeOf(node, options));
      }),
  };
}

async function outcome<T>(find: () => Promise<T | undefined>): Promise<DnsOutcome<T>> {
  try {
    const value = await find();
    return value === undefined ? { type: 'missing' } : { type: 'found', value };
  } catch (error) {
    // An unknown datacenter is a name that does not exist; one that is out of reach is a failure.
    if (error instanceof RequestError && error.code === 'NO_PATH_TO_DATACENTER')
      return { type: 'missing' };
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function instanceOf(
  { node, service, checks }: ServiceHealth,
  options: CatalogBackendOptions,
): DnsInstance {
  return {
    node: nodeOf(node, options),
    ...addressOf(node, service, options),
    weights: service.weights,
    status: worstOf(checks),
  };
}

function isRemote(node: CatalogNode, options: CatalogBackendOptions): boolean {
  return options.translatesWanAddresses && node.datacenter !== options.datacenter;
}

function nodeOf(node: CatalogNode, options: CatalogBackendOptions): DnsNode {
  const wan = isRemote(node, options) ? node.taggedAddresses['wan'] : undefined;
  return {
    node: node.node,
    address: wan ?? node.address,
    datacenter: node.datacenter,
    meta: node.meta,
  };
}

function addressOf(
  node: CatalogNode,
  service: NodeService,
  options: CatalogBackendOptions,
): { readonly address: string; readonly port: number } {
  const wan = isRemote(node, options) ? service.taggedAddresses['wan'] : undefined;
  if (wan === undefined) return { address: service.address, port: service.port };
  return { address: wan.address, port: wan.port === 0 ? service.port : wan.port };
}

function worstOf(checks: readonly HealthCheck[]): CheckStatus {
  if (checks.some(({ status }) => status === 'critical')) return 'critical';
  return checks.some(({ status }) => status === 'warning') ? 'warning' : 'passing';
}
