import type { Configuration, MembershipChange, Raft } from '@konsul/raft';
import {
  type Cancel,
  type Clock,
  formatEndpoint,
  type Logger,
  type Metrics,
  type Rng,
} from '@konsul/runtime';
import type { Command } from '../commands/command.js';
import { clusterObjection } from '../gossip/cluster-identity.js';
import { decodeServerTags } from '../gossip/member-tags.js';
import type { PoolMember } from '../gossip/pool-member.js';
import type { HealthCheck } from '../state/domain.js';
import { dumpNodes, type NodeDump } from '../state/nodes.js';
import type { State } from '../state/state.js';
import { ignoredWatches } from '../state/watch-set.js';
import { encodeCommand } from '../wire/command-codec.js';
import { allDone } from './all-done.js';
import { commandFor, SERVER_SERVICE } from './catalog-commands.js';
import {
  type CatalogView,
  catalogActionFor,
  reapedNodes,
  SERF_HEALTH_CHECK_ID,
} from './catalog-rule.js';
import type { Consensus } from './consensus.js';
import { createRepeater, type Repeater } from './repeater.js';
import { TOMBSTONE_GRANULARITY_MS, TombstoneClock } from './tombstone-clock.js';

/** How often the whole catalogue is compared with the whole pool, whatever events said. */
const RECONCILE_INTERVAL_MS = 60_000;

export interface LeaderDutiesOptions {
  readonly datacenter: string;
  /** This server's name in the LAN pool. */
  readonly nodeName: string;
  readonly consensus: Consensus;
  /** Of the cluster that is led. */
  readonly clusterId: () => string | undefined;
  readonly state: () => State;
  readonly appliedIndex: () => number;
  readonly lanMembers: () => readonly PoolMember[];
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * What only a leader does: keep the catalogue as gossip has it, keep the Raft group as the pool has
 * it, and forget old tombstones. Begins when leadership is established and ends when it is lost.
 *
 * One comparison runs at a time; what happens meanwhile makes it run again.
 */
export class LeaderDuties {
  readonly #options: LeaderDutiesOptions;
  readonly #reconciler: Repeater;
  #tombstones = new TombstoneClock();
  #cancelReaping: Cancel = () => undefined;
  #isLeading = false;

  constructor(options: LeaderDutiesOptions) {
    this.#options = options;
    const { clock, rng, logger } = options;
    this.#reconciler = createRepeater({
      intervalMs: RECONCILE_INTERVAL_MS,
      clock,
      rng,
      task: () => this.#reconcile(),
      onError: (error) => {
        // A lost leadership leaves it to another.
        if (this.#isLeading) logger.warn('failed to reconcile members', { error });
      },
    });
  }

  begin(): void {
    this.#isLeading = true;
    this.#tombstones = new TombstoneClock();
    this.#armReaping();
    this.#reconciler.trigger();
  }

  end(): void {
    this.#isLeading = false;
    this.#cancelReaping();
  }

  /** Ends for good. */
  stop(): void {
    this.end();
    this.#reconciler.stop();
  }

  /** Something in the pool is other than it was. */
  memberChanged(): void {
    if (this.#isLeading) this.#reconciler.trigger();
  }

  async #reconcile(): Promise<void> {
    if (!this.#isLeading) return;
    const { metrics, clock } = this.#options;
    const startedAtMs = clock.nowMs();
    // A Raft group that cannot be changed now keeps no machine out of the catalogue.
    await allDone([this.#levelRaftGroup(), this.#levelCatalog()]);
    metrics.sample('leader.reconcile', clock.nowMs() - startedAtMs);
  }

  async #levelCatalog(): Promise<void> {
    const { state, lanMembers, nodeName, datacenter, logger } = this.#options;
    const dumps = dumpNodes(state(), ignoredWatches).result;
    const byName = new Map(dumps.map((dump) => [dump.node.node, dump]));
    const members = lanMembers();
    const commands: Command[] = [];
    for (const member of members) {
      const dump = byName.get(member.name);
      const action = catalogActionFor(member, dump && viewOf(dump), nodeName);
      if (action === undefined) continue;
      logger.info('member in the catalogue', { node: member.name, action: action.type });
      commands.push(commandFor(action, { datacenter, known: dump?.node }));
    }
    const nodes = dumps.map(({ node, checks }) => ({
      node: node.node,
      hasSerfCheck: serfCheckOf(checks) !== undefined,
    }));
    for (const node of reapedNodes(nodes, members, nodeName)) {
      logger.info('member reaped', { node });
      commands.push({ type: 'deregister', node, serviceId: '', checkId: '', datacenter });
    }
    await this.#proposeAll(commands);
  }

  async #levelRaftGroup(): Promise<void> {
    const failures: unknown[] = [];
    for (const member of this.#options.lanMembers()) {
      if (!this.#isLeading) return;
      try {
        await this.#levelServer(member);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  async #levelServer(member: PoolMember): Promise<void> {
    const { datacenter, clusterId, consensus, logger } = this.#options;
    const tags = decodeServerTags(member.tags);
    if (tags === undefined || tags.datacenter !== datacenter || tags.id === '') return;
    const stranger = clusterObjection([member], { datacenter, clusterId: clusterId() });
    if (stranger !== undefined) {
      logger.error('a server is kept out of raft', { reason: stranger });
      return;
    }
    const address = formatEndpoint({ host: member.endpoint.host, port: tags.rpcPort });
    const server = { id: tags.id, address };
    const { raft } = consensus;
    if (member.status === 'alive') await this.#ensureServer(raft, server, tags.isNonVoter);
    if (member.status === 'left') await this.#removeServer(raft, server.id);
  }

  async #ensureServer(
    raft: Raft<unknown>,
    server: { readonly id: string; readonly address: string },
    isNonVoter: boolean,
  ): Promise<void> {
    const configuration = raft.configuration();
    const known = serversOf(configuration).find(({ id }) => id === server.id);
    if (known?.address === server.address) return;
    // A server that comes back under a new id at an old address has lost its data: the old one goes.
    const displaced = serversOf(configuration).find(
      ({ address, id }) => address === server.address && id !== server.id,
    );
    this.#options.logger.info('adding server to raft', { ...server });
    if (displaced !== undefined) await raft.removeServer(displaced.id);
    await raft.changeMembership([changeFor(server, { isKnown: known !== undefined, isNonVoter })]);
  }

  async #removeServer(raft: Raft<unknown>, id: string): Promise<void> {
    const configuration = raft.configuration();
    if (!serversOf(configuration).some((server) => server.id === id) || id === raft.id) return;
    this.#options.logger.info('removing server from raft', { id });
    await raft.removeServer(id);
  }

  #reapTombstones(): void {
    const { clock, appliedIndex, logger } = this.#options;
    const nowMs = clock.nowMs();
    const upToIndex = this.#tombstones.expire(nowMs);
    this.#tombstones.mark(appliedIndex(), nowMs);
    if (upToIndex === undefined) return;
    this.#proposeAll([{ type: 'reap-tombstones', upToIndex }]).catch((error: unknown) => {
      logger.warn('failed to reap tombstones', { upToIndex, error });
    });
  }

  async #proposeAll(commands: readonly Command[]): Promise<void> {
    const { consensus, logger } = this.#options;
    const results = await Promise.all(
      commands.map((command) => consensus.propose(encodeCommand(command))),
    );
    for (const [index, result] of results.entries()) {
      if (result.type !== 'failure') continue;
      logger.warn('the catalogue refused a member', {
        command: commands[index]?.type,
        reason: result.message,
      });
    }
  }

  #armReaping(): void {
    const { clock } = this.#options;
    this.#cancelReaping();
    this.#cancelReaping = clock.schedule(clock.nowMs() + TOMBSTONE_GRANULARITY_MS, () => {
      this.#armReaping();
      this.#reapTombstones();
    });
  }
}

function serversOf({
  voters,
  votersOutgoing,
  learners,
}: Configuration): readonly { id: string; address: string }[] {
  return [...voters, ...votersOutgoing, ...learners];
}

/** A new voter joins as a learner and votes by itself once it has caught up. */
function changeFor(
  server: { readonly id: string; readonly address: string },
  as: { readonly isKnown: boolean; readonly isNonVoter: boolean },
): MembershipChange {
  if (as.isKnown) return { type: 'set-address', ...server };
  return { type: as.isNonVoter ? 'add-learner' : 'add-voter', ...server };
}

function serfCheckOf(checks: readonly HealthCheck[]): HealthCheck | undefined {
  return checks.find(({ checkId }) => checkId === SERF_HEALTH_CHECK_ID);
}

function viewOf({ node, services, checks }: NodeDump): CatalogView {
  const serf = serfCheckOf(checks);
  return {
    id: node.id,
    address: node.address,
    serfStatus: serf === undefined ? undefined : serf.status === 'passing' ? 'passing' : 'critical',
    serverPort: services.find(({ id }) => id === SERVER_SERVICE)?.port,
  };
}
