import { unreachable } from '@konsul/runtime';
import type {
  AclVerdict,
  ReadEndpoint,
  ServerEndpoint,
  WriteEndpoint,
} from '../endpoints/endpoint.js';
import type { CommandFailureCode } from '../state/command-failure.js';
import { type Authorizer, demandRights, trimmed } from './authorizer.js';
import { Answer, type Call } from './call.js';
import type { AnswerMetadata } from './envelope.js';
import type { Consistency } from './gateway.js';
import { readLocally, type WaitingWorld } from './local-read.js';
import { RequestError, type RequestErrorCode } from './request-error.js';
import type { ServerRole } from './server-role.js';

const failureCodes: Readonly<Record<CommandFailureCode, RequestErrorCode>> = {
  MALFORMED: 'INTERNAL',
  INVALID: 'INTERNAL',
  NODE_MISSING: 'INTERNAL',
  SERVICE_MISSING: 'INTERNAL',
  NODE_CONFLICT: 'INTERNAL',
  AREA_INVALID: 'INVALID',
  AREA_CONFLICT: 'INVALID',
  AREA_MISSING: 'NOT_FOUND',
};

/** Answers a call on this very server: rights, endpoint, and the wait for a change. */
export class LocalService {
  readonly #role: ServerRole;
  readonly #world: WaitingWorld;
  readonly #authorizer: Authorizer;

  constructor(role: ServerRole, world: WaitingWorld, authorizer: Authorizer) {
    this.#role = role;
    this.#world = world;
    this.#authorizer = authorizer;
  }

  async answer(call: Call): Promise<Answer> {
    const may = this.#authorizer.verdictOf(call.options.token);
    demandRights(call.endpoint, call.request, may);
    const { endpoint } = call;
    switch (endpoint.kind) {
      case 'read':
        return await this.#read(endpoint, call, may);
      case 'write':
        return await this.#write(endpoint, call);
      case 'server':
        return await this.#serve(endpoint, call, may);
      default:
        return unreachable(endpoint);
    }
  }

  async #read(
    endpoint: ReadEndpoint<unknown, unknown>,
    call: Call,
    may: AclVerdict,
  ): Promise<Answer> {
    const { consistency, minIndex, waitMs } = call.options;
    if (consistency === 'consistent') await this.#role.verifyLeadership();
    const { index, value } = await readLocally(endpoint, call.request, {
      role: this.#role,
      world: this.#world,
      minIndex,
      waitMs,
      signal: call.signal,
    });
    return Answer.ofValue(
      endpoint,
      trimmed(endpoint, value, may),
      this.#metadata(index, consistency),
    );
  }

  async #write(endpoint: WriteEndpoint<unknown, unknown>, call: Call): Promise<Answer> {
    const command = endpoint.command(call.request);
    if (!(command instanceof Uint8Array)) throw commandError(command.code, command.message);
    const answer = endpoint.answer(await this.#role.propose(command));
    if (isFailure(answer)) throw commandError(answer.code, answer.message);
    return Answer.ofValue(endpoint, answer, this.#metadata(0, 'default'));
  }

  async #serve(
    endpoint: ServerEndpoint<unknown, unknown>,
    call: Call,
    may: AclVerdict,
  ): Promise<Answer> {
    const value = await this.#role.serve(endpoint.name, call.request, call.signal);
    return Answer.ofValue(endpoint, trimmed(endpoint, value, may), this.#metadata(0, 'default'));
  }

  #metadata(index: number, consistency: Consistency): AnswerMetadata {
    return {
      index,
      consistency,
      lastContactMs: Math.round(this.#role.lastContactMs ?? 0),
      isLeaderKnown: this.#role.isLeaderKnown,
    };
  }
}

function isFailure(answer: unknown): answer is {
  readonly type: 'failure';
  readonly code: CommandFailureCode;
  readonly message: string;
} {
  return (
    typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'failure'
  );
}

function commandError(code: CommandFailureCode, message: string): RequestError {
  return new RequestError(failureCodes[code], message);
}
