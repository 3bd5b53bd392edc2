import { isIPv6 } from 'node:net';
import { createTcpTransport, createUdpTransport, parseEndpoint } from '@konsul/runtime';
import ipaddr from 'ipaddr.js';
import type { AgentConfig } from '../config/agent-config.js';
import type { PoolContext } from '../gossip/pools.js';
import { openListener } from '../open-listener.js';
import type { RequestGateway } from '../request/gateway.js';
import { SERVER_SERVICE } from '../server/catalog-commands.js';
import { createCatalogBackend } from './catalog-backend.js';
import { DnsRecursor } from './recursor.js';
import { DnsResolver } from './resolver.js';
import { DnsServer } from './server.js';

const DNS_PORT = 53;

/** DNS on every address that the configuration names. */
export interface DnsListeners {
  /** Rejects with AgentError LISTEN_FAILED when an address cannot be bound. Nothing then listens. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface DnsListenersOptions {
  readonly config: AgentConfig;
  readonly gateway: RequestGateway;
  readonly context: Pick<PoolContext, 'clock' | 'rng' | 'logger' | 'metrics'>;
}

export function createDnsListeners({
  config,
  gateway,
  context,
}: DnsListenersOptions): DnsListeners {
  const { clock, rng, logger, metrics } = context;
  const recursor = createRecursor(config, context);
  const resolver = new DnsResolver({
    backend: createCatalogBackend({
      gateway,
      datacenter: config.datacenter,
      translatesWanAddresses: config.translateWanAddresses,
      allowStale: config.dns.allowStale,
      maxStaleMs: config.dns.maxStaleMs,
      onlyPassing: config.dns.onlyPassing,
      serverService: SERVER_SERVICE,
    }),
    settings: config.dns,
    domains: config.altDomain === undefined ? [config.domain] : [config.domain, config.altDomain],
    clock,
    rng,
    hasRecursor: recursor !== undefined,
    ...(recursor === undefined
      ? {}
      : { resolveHost: (name, type) => recursor.resolveHost(name, type) }),
  });
  const servers = config.listeners.dns.map((endpoint) => ({
    endpoint,
    server: new DnsServer({
      datagrams: createUdpTransport({ ...endpoint, logger, metrics }),
      streams: createTcpTransport({ ...endpoint, metrics }),
      resolver,
      settings: config.dns,
      clock,
      logger,
      metrics,
      ...(recursor === undefined ? {} : { recursor }),
    }),
  }));

  const stop = async (): Promise<void> => {
    await Promise.all(servers.map(({ server }) => server.stop()));
  };
  return {
    async start(): Promise<void> {
      try {
        for (const { endpoint, server } of servers) {
          await openListener('DNS', endpoint, () => server.start());
        }
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
}

function createRecursor(
  { recursors, dns }: AgentConfig,
  { clock, rng, logger, metrics }: DnsListenersOptions['context'],
): DnsRecursor | undefined {
  const servers = recursors.flatMap((text) => {
    const server = parseEndpoint(text, DNS_PORT);
    // Answers come from an address in its shortest spelling.
    return server === undefined ? [] : [{ ...server, host: ipaddr.parse(server.host).toString() }];
  });
  if (servers.length === 0) return undefined;
  return new DnsRecursor({
    servers,
    strategy: dns.recursorStrategy,
    timeoutMs: dns.recursorTimeoutMs,
    rng,
    clock,
    openDatagrams: ({ host }) =>
      createUdpTransport({ host: isIPv6(host) ? '::' : '0.0.0.0', port: 0, logger, metrics }),
    streams: createTcpTransport({ host: '0.0.0.0', port: 0, metrics }),
  });
}
