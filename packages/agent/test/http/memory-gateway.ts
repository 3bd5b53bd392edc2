import { createFederationRouter } from '@konsul/federation-router';
import type { ConnectionPool } from '@konsul/rpc';
import { type Clock, seededRng } from '@konsul/runtime';
import { applyCommand } from '../../src/commands/apply-command.js';
import type {
  Endpoint,
  ReadEndpoint,
  ServerEndpoint,
  WriteEndpoint,
} from '../../src/endpoints/endpoint.js';
import { stateEndpoints } from '../../src/endpoints/registry.js';
import type {
  ReadAnswer,
  ReadOptions,
  RequestGateway,
  RequestOptions,
} from '../../src/request/gateway.js';
import { RequestError } from '../../src/request/request-error.js';
import { RequestPath } from '../../src/request/request-path.js';
import type { ServerRole } from '../../src/request/server-role.js';
import { StateHolder } from '../../src/state/state-holder.js';

/** Leads a Raft group of nobody else; every command is committed at once. */
class LoneLeader implements ServerRole {
  readonly holder: StateHolder = new StateHolder(applyCommand);
  readonly isReadyLeader = true;
  readonly isLeaderKnown = true;
  readonly leaderEndpoint: undefined = undefined;
  readonly lastContactMs = 0;
  readonly #served: ReadonlyMap<string, (request: never) => unknown>;

  constructor(served: ReadonlyMap<string, (request: never) => unknown>) {
    this.#served = served;
  }

  get state(): ServerRole['state'] {
    return this.holder.state;
  }
  createWatchSet(): ReturnType<ServerRole['createWatchSet']> {
    return this.holder.createWatchSet();
  }
  async propose(command: Uint8Array): Promise<ReturnType<StateHolder['apply']>> {
    return this.holder.apply(command, this.holder.appliedIndex + 1);
  }
  async verifyLeadership(): Promise<void> {}
  onLeaderChanged(): () => void {
    return () => undefined;
  }
  async serve(name: string, request: unknown): Promise<unknown> {
    const answer = this.#served.get(name);
    if (answer === undefined) throw new RequestError('INTERNAL', `nothing serves ${name}`);
    return answer(request as never);
  }
}

/** Two datacenters in memory, asked by way of the real request path of each. */
export class MemoryGateway implements RequestGateway {
  /** What answers the endpoints that are no part of the replicated state, by name. */
  readonly served: Map<string, (request: never) => unknown> = new Map();
  /** With what the last request came. */
  lastOptions: ReadOptions = {};
  /** Fails every request. */
  failure: Error | undefined;
  readonly #leaders: ReadonlyMap<string, LoneLeader>;
  readonly #paths: ReadonlyMap<string, RequestPath>;

  constructor(clock: Clock) {
    const names = ['dc1', 'dc2'];
    this.#leaders = new Map(names.map((name) => [name, new LoneLeader(this.served)]));
    this.#paths = new Map(
      [...this.#leaders].map(([datacenter, role]) => {
        const rng = seededRng(1);
        const ping = async (): Promise<boolean> => true;
        const router = createFederationRouter({ localDatacenter: datacenter, ping, clock, rng });
        const path = new RequestPath({
          datacenter,
          endpoints: stateEndpoints as ReadonlyMap<string, Endpoint>,
          router,
          pool: {} as ConnectionPool,
          holdTimeoutMs: 7000,
          callTimeoutMs: 60_000,
          usesTls: false,
          clock,
          rng,
          role,
        });
        return [datacenter, path];
      }),
    );
  }

  /** How many reads wait for a change. */
  get waiterCount(): number {
    return [...this.#leaders.values()].reduce((sum, { holder }) => sum + holder.waiterCount, 0);
  }

  read<Request, Response>(
    endpoint: ReadEndpoint<Request, Response>,
    request: Request,
    options: ReadOptions = {},
  ): Promise<ReadAnswer<Response>> {
    return this.#ask(options, (path) => path.read(endpoint, request, options));
  }

  write<Request, Response>(
    endpoint: WriteEndpoint<Request, Response>,
    request: Request,
    options: RequestOptions = {},
  ): Promise<Response> {
    const datacenter = endpoint.datacenter?.(request) ?? options.datacenter ?? '';
    return this.#ask({ ...options, datacenter }, (path) => path.write(endpoint, request, options));
  }

  serve<Request, Response>(
    endpoint: ServerEndpoint<Request, Response>,
    request: Request,
    options: RequestOptions = {},
  ): Promise<Response> {
    return this.#ask(options, (path) => path.serve(endpoint, request, options));
  }

  async #ask<T>(options: ReadOptions, ask: (path: RequestPath) => Promise<T>): Promise<T> {
    this.lastOptions = options;
    if (this.failure !== undefined) throw this.failure;
    const path = this.#paths.get(options.datacenter || 'dc1');
    if (path === undefined) {
      throw new RequestError('NO_PATH_TO_DATACENTER', 'No path to datacenter');
    }
    return await ask(path);
  }
}
