import type {
  Endpoint,
  ReadEndpoint,
  ServerEndpoint,
  WriteEndpoint,
} from '../endpoints/endpoint.js';
import { isMalformed } from '../wire/codec.js';
import { requestEnvelopeCodec } from '../wire/envelope-codec.js';
import { type Authorizer, openAuthorizer } from './authorizer.js';
import { type Answer, Call } from './call.js';
import { Forwarder, type ForwarderOptions } from './forwarder.js';
import type {
  Consistency,
  ReadAnswer,
  ReadOptions,
  RequestGateway,
  RequestOptions,
} from './gateway.js';
import { LocalService } from './local-service.js';
import { RequestError } from './request-error.js';
import type { ServerRole } from './server-role.js';

export interface RequestPathOptions extends ForwarderOptions {
  /** Every endpoint that this release knows, by name. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Present on a server. */
  readonly role?: ServerRole;
  readonly authorizer?: Authorizer;
}

/**
 * The one path that every request takes.
 *
 * 1. On a client agent: to one of this datacenter's servers, whatever datacenter it is for.
 * 2. On a server, for another datacenter: to one of that one's servers, once, before anything here is
 *    looked at; the state of this datacenter has no say in it.
 * 3. A stale read, by a server that has ever heard a leader: answered here.
 * 4. Everything else: answered by the leader, here or there.
 */
export class RequestPath implements RequestGateway {
  readonly #options: RequestPathOptions;
  readonly #forwarder: Forwarder;
  readonly #local: LocalService | undefined;

  constructor(options: RequestPathOptions) {
    this.#options = options;
    const { role, clock, rng, authorizer = openAuthorizer } = options;
    this.#local =
      role === undefined ? undefined : new LocalService(role, { clock, rng }, authorizer);
    this.#forwarder = new Forwarder(options);
  }

  async read<Request, Response>(
    endpoint: ReadEndpoint<Request, Response>,
    request: Request,
    options: ReadOptions = {},
  ): Promise<ReadAnswer<Response>> {
    const answer = await this.#route(Call.ofRequest(endpoint as Endpoint, request, options));
    const { index, lastContactMs, isLeaderKnown, consistency } = answer.metadata;
    return {
      value: answer.value as Response,
      index,
      lastContactMs,
      isLeaderKnown,
      consistency: consistency === 'default' ? 'leader' : consistency,
    };
  }

  async write<Request, Response>(
    endpoint: WriteEndpoint<Request, Response>,
    request: Request,
    options: RequestOptions = {},
  ): Promise<Response> {
    // Some registrations name their datacenter in the body, and then only there.
    const datacenter = endpoint.datacenter?.(request) ?? options.datacenter ?? '';
    const call = Call.ofRequest(endpoint as Endpoint, request, { ...options, datacenter });
    return (await this.#route(call)).value as Response;
  }

  async serve<Request, Response>(
    endpoint: ServerEndpoint<Request, Response>,
    request: Request,
    options: RequestOptions = {},
  ): Promise<Response> {
    const call = Call.ofRequest(endpoint as Endpoint, request, options);
    return (await this.#route(call)).value as Response;
  }

  /** Answers a request that another agent sent. Rejects with a RequestError. */
  async answerEnvelope(bytes: Uint8Array, signal: AbortSignal): Promise<Answer> {
    const envelope = requestEnvelopeCodec.decode(bytes);
    if (isMalformed(envelope))
      throw new RequestError('INVALID', `malformed request: ${envelope.reason}`);
    const endpoint = this.#options.endpoints.get(envelope.endpoint);
    if (endpoint === undefined) {
      throw new RequestError('INVALID', `rpc: can't find method ${envelope.endpoint}`);
    }
    return await this.#route(Call.ofEnvelope(endpoint, envelope, signal));
  }

  #route(call: Call): Promise<Answer> {
    const { datacenter } = call.options;
    const isElsewhere = datacenter !== '' && datacenter !== this.#options.datacenter;
    const local = this.#local;
    const { role } = this.#options;
    if (local === undefined || role === undefined) return this.#forwarder.toAnyServer(call);
    if (isElsewhere) return this.#forwarder.toDatacenter(call, datacenter);
    if (mayAnswerHere(call, role)) return local.answer(call);
    return this.#forwarder.toLeader(call, {
      find: () =>
        role.isReadyLeader ? { answer: local.answer(call) } : { leader: role.leaderEndpoint },
      onChanged: (listener) => role.onLeaderChanged(listener),
    });
  }
}

function mayAnswerHere(call: Call, role: ServerRole): boolean {
  const { endpoint, options } = call;
  if (endpoint.kind === 'write') return false;
  if (endpoint.kind === 'server') return !endpoint.isLeaderOnly;
  if (!isStale(options.consistency) || role.lastContactMs === undefined) return false;
  const isFreshEnough = options.maxStaleMs === 0 || role.lastContactMs <= options.maxStaleMs;
  // With nobody to ask instead, old news is better than none.
  return isFreshEnough || (!role.isReadyLeader && role.leaderEndpoint === undefined);
}

function isStale(consistency: Consistency): boolean {
  return consistency === 'stale';
}
