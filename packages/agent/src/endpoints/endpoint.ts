import type { CommandFailure } from '../state/command-failure.js';
import type { CommandResult } from '../state/command-result.js';
import type { State } from '../state/state.js';
import type { WatchSet } from '../state/watch-set.js';
import type { Codec } from '../wire/codec.js';

/** What an access rule speaks of. */
export type AclResource =
  | 'acl'
  | 'agent'
  | 'event'
  | 'key'
  | 'keyring'
  | 'node'
  | 'operator'
  | 'query'
  | 'service'
  | 'session';

/** One right that a caller needs. */
export interface AclDemand {
  readonly resource: AclResource;
  /** The name of what is accessed; empty for resources without names. */
  readonly name: string;
  readonly access: 'read' | 'list' | 'write';
  /** The right must hold for every name that begins with `name`. */
  readonly isPrefix?: boolean;
}

/** Whether the caller has a right. */
export type AclVerdict = (demand: AclDemand) => boolean;

/** How an endpoint is protected. */
export type AclRule<Request, Response> =
  /** Anybody may ask. */
  | { readonly type: 'open' }
  /** Refused as a whole unless the caller has all of these rights. */
  | { readonly type: 'demand'; demands(request: Request): readonly AclDemand[] }
  /** Answered with what the caller may see of it. */
  | { readonly type: 'trim'; trim(response: Response, may: AclVerdict): Response };

/** Why an endpoint refuses a request or a command failed; nothing was changed. */
export type EndpointFailure = CommandFailure;

/** Answered from the replicated state: blocking, and from any server if the caller allows it. */
export interface ReadEndpoint<Request, Response> {
  /** What it is called between agents, for example `KVS.Get`. */
  readonly name: string;
  readonly kind: 'read';
  readonly rule: AclRule<Request, Response>;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  /** Pure; says in `watch` what the answer depends on. */
  read(state: State, request: Request, watch: WatchSet): ReadResult<Response>;
}

/** An answer and the index it is current at, which is at least 1. */
export interface ReadResult<Response> {
  readonly index: number;
  readonly value: Response;
}

/** Goes through the leader's log. */
export interface WriteEndpoint<Request, Response> {
  readonly name: string;
  readonly kind: 'write';
  readonly rule: AclRule<Request, Response>;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  /** The datacenter it is for, where the request's body and not its address says so. */
  datacenter?(request: Request): string;
  /** Checks the request and makes the command to be logged. */
  command(request: Request): EndpointFailure | Uint8Array;
  /** What the command's result means to the caller. */
  answer(result: CommandResult): Response | EndpointFailure;
}

/**
 * Answered by a server from what is its own: its pools, its Raft group, its statistics. What
 * carries it out is bound to it where the server is put together.
 */
export interface ServerEndpoint<Request, Response> {
  readonly name: string;
  readonly kind: 'server';
  readonly rule: AclRule<Request, Response>;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  /** Whether only the leader can answer. */
  readonly isLeaderOnly: boolean;
  /** Whether asking twice does no more than asking once, so that a lost answer is asked for again. */
  readonly isRepeatable: boolean;
}

/** Any endpoint. */
export type Endpoint =
  | ReadEndpoint<unknown, unknown>
  | WriteEndpoint<unknown, unknown>
  | ServerEndpoint<unknown, unknown>;
