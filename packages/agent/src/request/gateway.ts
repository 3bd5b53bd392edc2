import type { ReadEndpoint, ServerEndpoint, WriteEndpoint } from '../endpoints/endpoint.js';

/** How sure a read must be of seeing the newest state. */
export type Consistency =
  /** The leader answers from its own state, trusting its lease. */
  | 'default'
  /** The leader first makes sure with a quorum that it still is one. */
  | 'consistent'
  /** Any server answers from what it has. */
  | 'stale';

/** What every request carries, whatever surface it came by. */
export interface RequestOptions {
  /** Where it is to be answered; absent: here. */
  readonly datacenter?: string;
  /** The caller's secret; empty: anonymous. */
  readonly token?: string;
  /** Aborting it ends the wait; a write that is under way may still happen. */
  readonly signal?: AbortSignal;
}

export interface ReadOptions extends RequestOptions {
  readonly consistency?: Consistency;
  /** Answer once the result's index is greater than this; 0 or absent: at once. */
  readonly minIndex?: number;
  /** How long to wait for that; absent or 0: 5 minutes, at most 10. Jitter is added. */
  readonly waitMs?: number;
  /** With `stale`: ask the leader instead when the answering server has not heard it for longer. */
  readonly maxStaleMs?: number;
}

/** A result, and how fresh it is. */
export interface ReadAnswer<T> {
  readonly value: T;
  /** Never 0. */
  readonly index: number;
  /** Since the answering server heard from the leader; 0 on the leader. */
  readonly lastContactMs: number;
  readonly isLeaderKnown: boolean;
  /** What the answer really was. */
  readonly consistency: 'leader' | 'consistent' | 'stale';
}

/**
 * The one path that every request takes, from whatever surface: find the right datacenter, there its
 * leader or any server, and on that one authorise, ask the endpoint, wait for a change. Client agents
 * limit what they send on.
 *
 * Rejections are {@link RequestError}s.
 */
export interface RequestGateway {
  read<Request, Response>(
    endpoint: ReadEndpoint<Request, Response>,
    request: Request,
    options?: ReadOptions,
  ): Promise<ReadAnswer<Response>>;
  write<Request, Response>(
    endpoint: WriteEndpoint<Request, Response>,
    request: Request,
    options?: RequestOptions,
  ): Promise<Response>;
  /** Asks a server for what is not in the replicated state: leader, peers, pools, Raft. */
  serve<Request, Response>(
    endpoint: ServerEndpoint<Request, Response>,
    request: Request,
    options?: RequestOptions,
  ): Promise<Response>;
}
