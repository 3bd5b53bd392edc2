import { applyCommand } from '../../src/commands/apply-command.js';
import type { ReadEndpoint, WriteEndpoint } from '../../src/endpoints/endpoint.js';
import type {
  ReadAnswer,
  ReadOptions,
  RequestGateway,
  RequestOptions,
} from '../../src/request/gateway.js';
import { RequestError } from '../../src/request/request-error.js';
import type { HealthCheck, NodeService } from '../../src/state/domain.js';
import { dumpNodes, type NodeDump } from '../../src/state/nodes.js';
import { StateHolder } from '../../src/state/state-holder.js';
import { ignoredWatches } from '../../src/state/watch-set.js';

/** A gateway to a catalogue of its own, which says what it was asked and can be made to fail. */
export class CatalogGateway implements RequestGateway {
  readonly holder: StateHolder = new StateHolder(applyCommand);
  readonly writes: { readonly request: unknown; readonly token: string }[] = [];
  readonly reads: { readonly name: string; readonly options: ReadOptions }[] = [];
  /** What a call fails with; undefined: nothing. */
  failure: (name: string, request: unknown) => RequestError | undefined = () => undefined;
  /** What a write waits for before it is applied. */
  gate: Promise<void> = Promise.resolve();
  #index = 0;

  async read<Request, Response>(
    endpoint: ReadEndpoint<Request, Response>,
    request: Request,
    options: ReadOptions = {},
  ): Promise<ReadAnswer<Response>> {
    this.reads.push({ name: endpoint.name, options });
    await Promise.resolve();
    this.#failIfTold(endpoint.name, request);
    const { state } = this.holder;
    const { index, value } = endpoint.read(state, request, ignoredWatches);
    return { index, value, lastContactMs: 0, isLeaderKnown: true, consistency: 'stale' };
  }

  async write<Request, Response>(
    endpoint: WriteEndpoint<Request, Response>,
    request: Request,
    options: RequestOptions = {},
  ): Promise<Response> {
    this.writes.push({ request, token: options.token ?? '' });
    await this.gate;
    this.#failIfTold(endpoint.name, request);
    return this.apply(endpoint, request);
  }

  serve<Response>(): Promise<Response> {
    return Promise.reject(new Error('nothing is served here'));
  }

  /** Writes as somebody else would. */
  apply<Request, Response>(endpoint: WriteEndpoint<Request, Response>, request: Request): Response {
    const command = endpoint.command(request);
    if (!(command instanceof Uint8Array)) throw new RequestError('INTERNAL', command.message);
    this.#index += 1;
    const answer = endpoint.answer(this.holder.apply(command, this.#index));
    if (typeof answer === 'object' && answer !== null && 'code' in answer) {
      throw new RequestError('INTERNAL', answer.message);
    }
    return answer as Response;
  }

  /** What the catalogue has of a node. */
  node(name: string): NodeDump | undefined {
    const dumps = dumpNodes(this.holder.state, ignoredWatches).result;
    return dumps.find(({ node }) => node.node === name);
  }

  services(node: string): readonly NodeService[] {
    return this.node(node)?.services ?? [];
  }

  checks(node: string): readonly HealthCheck[] {
    return this.node(node)?.checks ?? [];
  }

  #failIfTold(name: string, request: unknown): void {
    const failure = this.failure(name, request);
    if (failure !== undefined) throw failure;
  }
}
