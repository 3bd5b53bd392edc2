import type { Raft } from '@konsul/raft';
import type { ConnectionPool } from '@konsul/rpc';
import { type Logger, parseEndpoint } from '@konsul/runtime';
import type { AgentConfig } from '../config/agent-config.js';
import { statusPeers } from '../endpoints/server.js';
import type { PoolMember } from '../gossip/pool-member.js';
import { REQUEST_METHOD } from '../request/forwarder.js';
import type { CommandResult } from '../state/command-result.js';
import { isMalformed } from '../wire/codec.js';
import { answerEnvelopeCodec, requestEnvelopeCodec } from '../wire/envelope-codec.js';
import { decideBootstrap, type FoundingServer } from './bootstrap-rule.js';

export interface FounderOptions {
  readonly config: AgentConfig;
  readonly raft: Raft<CommandResult>;
  readonly address: string;
  readonly connections: ConnectionPool;
  readonly logger: Logger;
  /** The group has its first configuration, made of these servers. */
  readonly onFounded: (serverIds: readonly string[]) => Promise<void>;
}

const PEERS_QUESTION = requestEnvelopeCodec.encode({
  endpoint: statusPeers.name,
  datacenter: '',
  token: '',
  consistency: 'stale',
  minIndex: 0,
  waitMs: 0,
  maxStaleMs: 0,
  body: statusPeers.request.encode({}),
});

/** Founds the Raft group once, as the configuration says, or finds out that it already exists. */
export class Founder {
  readonly #options: FounderOptions;
  #isDone: boolean;
  #isDeciding = false;
  #isWanted = false;

  constructor(options: FounderOptions) {
    this.#options = options;
    const { config } = options;
    this.#isDone = !config.isBootstrap && !config.isDev && config.bootstrapExpect === 0;
  }

  /** Nothing is left to be decided. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Alone, if the configuration says so; to be called once, when Raft has started. */
  async foundAlone(): Promise<void> {
    const { config, raft, address } = this.#options;
    if (!config.isBootstrap && !config.isDev) return;
    this.#isDone = true;
    if (isFounded(raft)) return;
    await this.#bootstrap([{ id: raft.id, address }]);
  }

  /** The servers known by gossip are other than they were. */
  async consider(members: () => readonly PoolMember[]): Promise<void> {
    this.#isWanted = true;
    if (this.#isDeciding) return;
    this.#isDeciding = true;
    try {
      while (this.#isWanted && !this.#isDone) {
        this.#isWanted = false;
        await this.#decide(members());
      }
    } finally {
      this.#isDeciding = false;
    }
  }

  async #decide(members: readonly PoolMember[]): Promise<void> {
    const { config, raft, logger } = this.#options;
    if (isFounded(raft)) {
      this.#isDone = true;
      return;
    }
    const decision = decideBootstrap(members, {
      datacenter: config.datacenter,
      count: config.bootstrapExpect,
    });
    switch (decision.type) {
      case 'wait':
        return;
      case 'refuse':
        logger.error('the cluster cannot be founded', { reason: decision.reason });
        return;
      case 'found':
        await this.#found(decision.servers);
    }
  }

  async #found(servers: readonly FoundingServer[]): Promise<void> {
    const { raft, logger } = this.#options;
    for (const server of servers) {
      if (server.id === raft.id) continue;
      const peerCount = await this.#peerCountOf(server);
      if (peerCount === undefined) return;
      if (peerCount === 0) continue;
      logger.info('a cluster exists already; waiting to be added to it', {
        server: server.address,
      });
      this.#isDone = true;
      return;
    }
    this.#isDone = true;
    if (isFounded(raft)) return;
    logger.info('found expected number of servers, founding the cluster', {
      servers: servers.length,
    });
    await this.#bootstrap(servers);
  }

  async #bootstrap(voters: readonly FoundingServer[]): Promise<void> {
    const { raft, onFounded } = this.#options;
    await raft.bootstrap({ voters, votersOutgoing: [], learners: [] });
    await onFounded(voters.map(({ id }) => id));
  }

  /** How many members the Raft group of another server has; undefined when it does not answer. */
  async #peerCountOf(server: FoundingServer): Promise<number | undefined> {
    const { config, connections, logger } = this.#options;
    const endpoint = parseEndpoint(server.address, config.ports.server);
    if (endpoint === undefined) return undefined;
    try {
      const peer = { ...endpoint, datacenter: config.datacenter };
      const bytes = await connections.call(peer, REQUEST_METHOD, PEERS_QUESTION, {
        deadlineMs: 5000,
      });
      const answer = answerEnvelopeCodec.decode(bytes);
      if (isMalformed(answer)) return undefined;
      const peers = statusPeers.response.decode(answer.body);
      return isMalformed(peers) ? undefined : peers.length;
    } catch (error) {
      logger.debug('a server does not answer yet', { server: server.address, error });
      return undefined;
    }
  }
}

function isFounded(raft: Raft<CommandResult>): boolean {
  return raft.status().lastIndex > 0;
}
