import type { FederationRouter } from '@konsul/federation-router';
import { isRaftError, type Raft } from '@konsul/raft';
import type { Serf, Coordinate as SerfCoordinate } from '@konsul/serf';
import type { ServerEndpoint } from '../endpoints/endpoint.js';
import {
  areaJoin,
  areaMembers,
  catalogDatacenters,
  coordinateDatacenters,
  operatorRaftConfiguration,
  operatorRaftRemovePeer,
  operatorRaftTransferLeader,
  statusLeader,
  statusPeers,
  statusPing,
} from '../endpoints/server.js';
import { RequestError } from '../request/request-error.js';
import type { CommandResult } from '../state/command-result.js';
import type { Coordinate } from '../state/domain.js';
import type { DatacenterMap, RaftPeerRequest, RaftServers } from '../wire/server-messages.js';
import type { AreaPools } from './area-pools.js';

/** What a server answers from. */
export interface ServerAnswersOptions {
  readonly raft: Raft<CommandResult>;
  readonly router: FederationRouter;
  readonly areas: AreaPools;
  readonly lan: Serf;
  /** Pools of the router's areas by their ids, for their coordinates. */
  readonly poolOf: (areaId: string) => Serf | undefined;
  readonly lanAreaId: string;
}

type Answers = ReadonlyMap<string, (request: never) => unknown>;

/** Answers the endpoints that are no part of the replicated state. */
export class ServerAnswers {
  readonly #options: ServerAnswersOptions;
  readonly #answers: Answers;

  constructor(options: ServerAnswersOptions) {
    this.#options = options;
    const { raft, router, areas } = options;
    this.#answers = new Map([
      bind(statusPing, () => ({})),
      bind(statusLeader, () => raft.status().leader?.address ?? ''),
      bind(statusPeers, () => this.#raftServers().servers.map(({ address }) => address)),
      bind(operatorRaftConfiguration, () => this.#raftServers()),
      bind(operatorRaftRemovePeer, (request) => this.#removePeer(request)),
      bind(operatorRaftTransferLeader, ({ id }) => this.#transferLeader(id)),
      bind(areaJoin, ({ areaId, addresses }) => areas.join(areaId, addresses)),
      bind(areaMembers, ({ areaId }) => areas.members(areaId)),
      bind(catalogDatacenters, () => router.datacentersByDistance()),
      bind(coordinateDatacenters, () => this.#datacenterMaps()),
    ]);
  }

  async answer(name: string, request: unknown): Promise<unknown> {
    const answer = this.#answers.get(name);
    if (answer === undefined) throw new RequestError('INVALID', `rpc: can't find method ${name}`);
    return await answer(request as never);
  }

  #raftServers(): RaftServers {
    const { raft, lan } = this.#options;
    const { configuration, configurationIndex, leader } = raft.status();
    const nameById = new Map(lan.members().map(({ name, tags }) => [tags['id'], name]));
    const voters = new Map(
      [...configuration.votersOutgoing, ...configuration.voters].map((server) => [
        server.id,
        server,
      ]),
    );
    const learners = configuration.learners.filter(({ id }) => !voters.has(id));
    const servers = [...voters.values(), ...learners].map(({ id, address }) => ({
      id,
      node: nameById.get(id) ?? '(unknown)',
      address,
      isLeader: leader?.id === id,
      isVoter: voters.has(id),
    }));
    return { servers, index: configurationIndex };
  }

  async #removePeer({ id, address }: RaftPeerRequest): Promise<Record<string, never>> {
    const { servers } = this.#raftServers();
    const server = servers.find((known) =>
      id === '' ? known.address === address : known.id === id,
    );
    if (server === undefined) {
      const named = id === '' ? `address "${address}"` : `id "${id}"`;
      throw new RequestError('INTERNAL', `${named} was not found in the Raft configuration`);
    }
    await refusedAsError(this.#options.raft.removeServer(server.id));
    return {};
  }

  async #transferLeader(id: string): Promise<Record<string, never>> {
    await refusedAsError(this.#options.raft.transferLeadership(id === '' ? undefined : id));
    return {};
  }

  #datacenterMaps(): DatacenterMap[] {
    const { router, lanAreaId } = this.#options;
    return router
      .datacenters()
      .filter(({ areaId }) => areaId !== lanAreaId)
      .map(({ areaId, datacenter, servers }) => ({
        datacenter,
        areaId,
        coordinates: servers.flatMap(({ name }) => this.#coordinate(areaId, name, datacenter)),
      }));
  }

  #coordinate(areaId: string, name: string, datacenter: string): Coordinate[] {
    const pool = this.#options.poolOf(areaId);
    const isOwn = pool?.localMember().name === name;
    const position = isOwn ? pool.coordinate() : pool?.coordinateOf(name);
    const suffix = `.${datacenter}`;
    const node = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
    return position === undefined ? [] : [{ node, segment: '', position: positionOf(position) }];
  }
}

function positionOf({ vector, error, adjustment, height }: SerfCoordinate): Coordinate['position'] {
  return { vector, error, adjustment, height };
}

/** Ties an endpoint to what answers it, so that their types cannot drift apart. */
function bind<Request, Response>(
  endpoint: ServerEndpoint<Request, Response>,
  answer: (request: Request) => Response | Promise<Response>,
): [string, (request: never) => unknown] {
  return [endpoint.name, answer];
}

async function refusedAsError(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (isRaftError(error, 'NOT_LEADER'))
      throw new RequestError('NO_LEADER', 'No cluster leader', { cause: error });
    throw new RequestError('INTERNAL', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
