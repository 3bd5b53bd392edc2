import type { Endpoint } from '@konsul/runtime';
import type { AbortReason, Hello } from '../core/index.js';
import type { AcceptedConnection } from './port-listener.js';

/**
 * Answers one method: with one answer, or with any number to callers who ask for a stream. What
 * it throws becomes the caller's error, see `methodError`.
 */
export type RpcHandler = (
  context: CallContext,
  body: Uint8Array,
) => Promise<Uint8Array> | AsyncIterable<Uint8Array>;

/** What a handler may know of the call it answers. */
export interface CallContext {
  /** What the caller said of itself when it connected; with TLS, its certificate was checked too. */
  readonly peer: Hello;
  readonly remote: Endpoint;
  readonly isEncrypted: boolean;
  readonly method: string;
  /** Time left when the call came in, in milliseconds; 0 for no limit. */
  readonly deadlineMs: number;
  /** Aborted when nobody waits for the answer any more. Made only for handlers that look. */
  readonly signal: AbortSignal;
}

/** The context of a call that a connection runs, and may abort. */
export class RunningCallContext implements CallContext {
  readonly peer: Hello;
  readonly remote: Endpoint;
  readonly isEncrypted: boolean;
  readonly method: string;
  readonly deadlineMs: number;
  #controller: AbortController | undefined;
  #abortReason: AbortReason | undefined;

  constructor(options: {
    readonly connection: AcceptedConnection;
    readonly method: string;
    readonly deadlineMs: number;
  }) {
    const { connection, method, deadlineMs } = options;
    this.peer = connection.hello;
    this.remote = connection.remote;
    this.isEncrypted = connection.isEncrypted;
    this.method = method;
    this.deadlineMs = deadlineMs;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#abortReason !== undefined) this.#controller.abort(new Error(this.#abortReason));
    return this.#controller.signal;
  }

  abort(reason: AbortReason): void {
    this.#abortReason = reason;
    this.#controller?.abort(new Error(reason));
  }
}
