import { randomUUID } from 'node:crypto';
import type { FederationRouter } from '@konsul/federation-router';
import { type ConnectionPool, createConnectionPool, type TlsCredentials } from '@konsul/rpc';
import { createSystemRng, systemClock } from '@konsul/runtime';
import type { Serf } from '@konsul/serf';
import { Client } from './client/client.js';
import type { AgentConfig } from './config/agent-config.js';
import { createAgentControl } from './control/agent-control.js';
import { type DataDirectory, openDataDirectory } from './data-directory.js';
import { createDnsListeners, type DnsListeners } from './dns/dns-listeners.js';
import { AgentError, isAgentError } from './errors.js';
import { decodeServerTags } from './gossip/member-tags.js';
import { LAN_AREA_ID, type PoolContext } from './gossip/pools.js';
import { createHttpListeners, type HttpListeners } from './http/http-listeners.js';
import { createCoordinateSender } from './local/coordinate-sender.js';
import type { AgentControl } from './local/local-agent.js';
import { createLocalServices, type LocalServicesRuntime } from './local/local-services.js';
import { pingServer } from './request/ping.js';
import { RequestError } from './request/request-error.js';
import type { RequestPath } from './request/request-path.js';
import { createRequestPath } from './request-wiring.js';
import { retryJoin } from './retry-join.js';
import { createRouter, Server } from './server/server.js';
import type { AgentLogger } from './telemetry/agent-logger.js';
import { createMetricsFilter } from './telemetry/metrics-filter.js';
import { MetricsSink } from './telemetry/metrics-sink.js';
import { watchRejections } from './telemetry/rejection-log.js';
import { loadServerCredentials } from './tls-material.js';

/** What an agent takes from the process around it. */
export interface AgentOptions {
  readonly logger: AgentLogger;
  /** Reads the configuration anew, for whoever asks for that over HTTP. Default: what it was started with. */
  readonly loadConfig?: () => Promise<AgentConfig>;
}

/** A running agent. */
export interface Agent {
  readonly nodeId: string;
  readonly config: AgentConfig;
  /** Tells the others that it leaves, goes on answering for a moment, and stops. */
  leave(): Promise<void>;
  /** Stops without a word, as a crash would look to the others. */
  stop(): Promise<void>;
  /** Takes over what may change while running: services, checks and node metadata. */
  reload(config: AgentConfig): Promise<void>;
  /** Resolves with an exit code when the agent ended by itself: by a leave over HTTP, or a fault. */
  readonly stopped: Promise<number>;
}

/** The parts of an agent in the order in which they were started. */
interface Parts {
  readonly connections: ConnectionPool;
  readonly router: FederationRouter;
  readonly member: Server | Client;
  readonly local: LocalServicesRuntime;
  readonly http: HttpListeners;
  readonly dns: DnsListeners;
}

/**
 * Builds an agent from its configuration and starts it.
 *
 * Rejects with an AgentError that names the part which could not be started; the others have then
 * been stopped again.
 */
export async function startAgent(config: AgentConfig, options: AgentOptions): Promise<Agent> {
  const { logger } = options;
  const dataDirectory =
    config.dataDirectory === undefined
      ? undefined
      : await openDataDirectory({
          path: config.dataDirectory,
          datacenter: config.datacenter,
          nodeName: config.nodeName,
          isServer: config.isServer,
          nodeId: config.nodeId,
        });
  for (const warning of dataDirectory?.warnings ?? []) logger.warn(warning);
  const nodeId = dataDirectory?.nodeId ?? config.nodeId ?? randomUUID();
  const metrics = createMetricsSink(config);
  const context: PoolContext = {
    config,
    nodeId,
    clock: systemClock,
    rng: createSystemRng(),
    logger,
    metrics: watchRejections(metrics, { logger, clock: systemClock }),
  };
  const running = new RunningAgent(context, { ...options, dataDirectory, metrics });
  try {
    await running.start(await loadServerCredentials(config));
    return running;
  } catch (error) {
    await running.stop();
    if (isAgentError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AgentError('START_FAILED', `the agent cannot start: ${reason}`, { cause: error });
  }
}

function createMetricsSink({ telemetry, nodeName }: AgentConfig): MetricsSink {
  const isKept = createMetricsFilter(telemetry.prefixFilter, telemetry.filterDefault);
  return new MetricsSink({
    clock: systemClock,
    prefix: telemetry.metricsPrefix,
    isKept,
    ...(telemetry.disableHostname ? {} : { hostname: nodeName }),
  });
}

class RunningAgent implements Agent {
  readonly nodeId: string;
  readonly config: AgentConfig;
  readonly stopped: Promise<number>;
  readonly #context: PoolContext;
  readonly #options: AgentOptions & {
    readonly dataDirectory: DataDirectory | undefined;
    readonly metrics: MetricsSink;
  };
  readonly #cancellations: (() => void)[] = [];
  #parts: Partial<Parts> = {};
  #stopping: Promise<void> | undefined;
  #finish: (exitCode: number) => void = () => undefined;

  constructor(
    context: PoolContext,
    options: AgentOptions & {
      readonly dataDirectory: DataDirectory | undefined;
      readonly metrics: MetricsSink;
    },
  ) {
    this.#context = context;
    this.#options = options;
    this.config = context.config;
    this.nodeId = context.nodeId;
    this.stopped = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  async start(tls: TlsCredentials | undefined): Promise<void> {
    const { config, clock, rng, logger } = this.#context;
    const { dataDirectory } = this.#options;
    const connections = createConnectionPool({
      identity: { datacenter: config.datacenter, nodeName: config.nodeName, nodeId: this.nodeId },
      clock,
      rng,
      logger,
      metrics: this.#context.metrics,
      ...(tls === undefined ? {} : { tls }),
    });
    const usesTls = config.tls.internalRpc.verifyOutgoing;
    const router = createRouter(this.#context, (server) =>
      pingServer(connections, server, { usesTls }),
    );
    this.#parts = { connections, router };
    const member = config.isServer
      ? new Server({ context: this.#context, connections, router, tls, dataDirectory })
      : new Client(this.#context, router);
    this.#parts = { ...this.#parts, member };
    const gateway = createRequestPath(this.#context, { connections, router, member, usesTls });
    await member.start(gateway);
    const local = createLocalServices({
      config,
      nodeId: this.nodeId,
      gateway,
      clusterSize: () => member.lan.memberCount,
      clock,
      rng,
      logger,
      metrics: this.#context.metrics,
      ...(dataDirectory === undefined ? {} : { dataDirectory }),
    });
    this.#parts = { ...this.#parts, local };
    await local.start();
    this.#sendCoordinates(member, gateway);
    member.lan.on('member-join', (members) => {
      if (members.some(({ tags }) => decodeServerTags(tags) !== undefined)) local.serverAppeared();
    });
    const control = this.#createControl(member, { router, local });
    const http = createHttpListeners({
      config,
      gateway,
      local: { services: local, control },
      context: this.#context,
    });
    this.#parts = { ...this.#parts, http };
    await http.start();
    const dns = createDnsListeners({ config, gateway, context: this.#context });
    this.#parts = { ...this.#parts, dns };
    await dns.start();
    this.#joinPools(member);
    if (member instanceof Server) member.group.raft.on('fault', (error) => this.#onFault(error));
    for (const pool of member.pools) pool.on('fault', (error) => this.#onFault(error));
  }

  async leave(): Promise<void> {
    const { member } = this.#parts;
    if (member === undefined) return await this.stop();
    await this.#leavePools(member);
    const { clock, config } = this.#context;
    if (member instanceof Server) {
      await new Promise<void>((resolve) => {
        clock.schedule(clock.nowMs() + config.performance.leaveDrainTimeMs, resolve);
      });
    }
    await this.stop();
  }

  /** Nobody listening is no reason to stay. */
  async #leavePools(member: Server | Client): Promise<void> {
    for (const cancel of this.#cancellations) cancel();
    try {
      await member.leave();
    } catch (error) {
      this.#context.logger.warn('left unheard', { error });
    }
  }

  async reload(config: AgentConfig): Promise<void> {
    await this.#parts.local?.reload(config);
    this.#context.logger.info('configuration reloaded');
  }

  /** As asked for over HTTP, where whoever asked is told what is wrong. */
  async #reloadAnew(): Promise<void> {
    try {
      await this.reload((await this.#options.loadConfig?.()) ?? this.config);
    } catch (error) {
      if (!isAgentError(error)) throw error;
      throw new RequestError('INTERNAL', error.detail, { cause: error });
    }
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  /**
   * In the opposite order of starting: first nobody asks any more, then nothing answers. What does
   * not stop in order keeps nothing else from stopping.
   */
  async #stopAll(): Promise<void> {
    const { connections, router, member, local, http, dns } = this.#parts;
    for (const cancel of this.#cancellations) cancel();
    const steps: readonly (() => unknown)[] = [
      () => dns?.stop(),
      () => http?.stop(),
      () => local?.stop(),
      () => member?.stop(),
      () => router?.stop(),
      () => connections?.close(),
      () => this.#options.dataDirectory?.release(),
    ];
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        this.#context.logger.error('a part of the agent did not stop in order', { error });
      }
    }
  }

  #createControl(
    member: Server | Client,
    parts: { readonly router: FederationRouter; readonly local: LocalServicesRuntime },
  ): AgentControl {
    const { config, logger } = this.#context;
    const { metrics } = this.#options;
    const { router, local } = parts;
    const server = member instanceof Server ? member : undefined;
    return createAgentControl({
      config,
      nodeId: this.nodeId,
      lan: member.lan,
      wan: server?.wan,
      segments: server?.segments ?? new Map<string, Serf>(),
      stats: {
        lan: member.lan,
        wan: server?.wan,
        raft: server?.group.raft,
        serviceCount: () => local.services().size,
        checkCount: () => local.checks().size,
        knownDatacenters: () => router.datacentersByDistance().length,
        knownServers: () => router.servers(LAN_AREA_ID, config.datacenter).length,
      },
      metrics,
      logs: this.#options.logger.buffer,
      logger,
      leave: async () => {
        await this.#leavePools(member);
        // The answer to whoever asked goes out before the port closes.
        this.#context.clock.defer(() => void this.#end(0));
      },
      reload: () => this.#reloadAnew(),
    });
  }

  /** Where this agent is among the others, so that answers can be sorted by distance. */
  #sendCoordinates(member: Server | Client, gateway: RequestPath): void {
    const { config, clock, rng, logger } = this.#context;
    if (config.disableCoordinates) return;
    const { tokens } = config.acl;
    const sender = createCoordinateSender({
      nodeName: config.nodeName,
      segment: config.segment,
      position: () => member.lan.coordinate(),
      clusterSize: () => member.lan.memberCount,
      gateway,
      token: tokens.agent ?? tokens.default ?? '',
      clock,
      rng,
      logger,
    });
    sender.start();
    this.#cancellations.push(() => sender.stop());
  }

  #joinPools(member: Server | Client): void {
    const { config, clock, rng, logger } = this.#context;
    const wan = member instanceof Server ? member.wan : undefined;
    const joins = [
      {
        pool: member.lan,
        poolName: 'LAN',
        addresses: [...config.startJoin, ...config.retryJoin],
        intervalMs: config.retryIntervalMs,
        attemptCountMax: config.retryMax,
      },
      {
        pool: wan,
        poolName: 'WAN',
        addresses: [...config.startJoinWan, ...config.retryJoinWan],
        intervalMs: config.retryIntervalWanMs,
        attemptCountMax: config.retryMaxWan,
      },
    ];
    for (const { pool, ...join } of joins) {
      if (pool === undefined) continue;
      this.#cancellations.push(
        retryJoin({ ...join, pool, clock, rng, logger, onExhausted: () => void this.#end(1) }),
      );
    }
  }

  #onFault(error: unknown): void {
    this.#context.logger.error('a part of the agent has stopped for good; exiting', { error });
    void this.#end(1);
  }

  async #end(exitCode: number): Promise<void> {
    await this.stop();
    this.#finish(exitCode);
  }
}
