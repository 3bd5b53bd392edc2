/** A query somebody asks. */
export interface IncomingQuery {
  readonly name: string;
  readonly payload: Uint8Array;
  /** Lamport time. */
  readonly time: number;
  /** Name of the member who asks; empty when an old release asks. */
  readonly sourceNode: string;
  /** When it ends, on the clock given. */
  readonly deadlineMs: number;
  /**
   * Answers, once. Whoever does not wait for the promise does not hear of failures.
   *
   * @throws SerfError INVALID_ARGUMENT for what is no bytes, QUERY_CLOSED, TOO_LARGE, NOT_RUNNING.
   */
  respond(payload: Uint8Array): Promise<void>;
}
