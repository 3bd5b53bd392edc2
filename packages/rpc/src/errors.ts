/**
 * Why something on the server port did not work. Whether a failed call may have run is said by
 * {@link RpcError.mayHaveRun}; what each code means for it:
 *
 * - `INVALID_CONFIG`: an option is out of bounds. Raised by factories; nothing was done.
 * - `INVALID_TLS`: certificate material cannot be used. Nothing was changed.
 * - `DIAL_FAILED`: the peer was not reached, or is not being tried again yet. Not run; retry.
 * - `DIAL_TIMEOUT`: the peer did not answer in time. Not run; retry.
 * - `HANDSHAKE_FAILED`: the peer was reached and refused or was not who it should be. Not run.
 * - `CONNECTION_CLOSED`: the connection ended under the call. May have run, unless it says not.
 * - `DEADLINE_EXCEEDED`: no answer in time. May have run.
 * - `CANCELLED`: the caller gave up. May have run.
 * - `REMOTE`: the handler answered with an error; see {@link RpcError.remote}. It has run.
 * - `UNKNOWN_METHOD`: the peer has no such method. Not run.
 * - `TOO_MANY_CALLS`: a bound on open calls was met, here or at the peer. Not run; retry later.
 * - `FRAME_TOO_LARGE`: a body is larger than a frame may be. Not run if it was the request.
 * - `CLOSED`: the pool or listener itself has been closed. Not run.
 */
export type RpcErrorCode =
  | 'INVALID_CONFIG'
  | 'INVALID_TLS'
  | 'DIAL_FAILED'
  | 'DIAL_TIMEOUT'
  | 'HANDSHAKE_FAILED'
  | 'CONNECTION_CLOSED'
  | 'DEADLINE_EXCEEDED'
  | 'CANCELLED'
  | 'REMOTE'
  | 'UNKNOWN_METHOD'
  | 'TOO_MANY_CALLS'
  | 'FRAME_TOO_LARGE'
  | 'CLOSED';

/** What a remote handler said when it failed. */
export interface RemoteFailure {
  readonly code: string;
  readonly message: string;
}

export interface RpcErrorOptions {
  /** Default false. */
  readonly mayHaveRun?: boolean;
  readonly remote?: RemoteFailure;
  readonly cause?: unknown;
}

/** Every error that this package raises or rejects with. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: RpcErrorCode;
  /** The message without its code, for surfaces that print it as other programs do. */
  readonly detail: string;
  /** False: the peer has certainly not begun the call, so that even a write can be repeated. */
  readonly mayHaveRun: boolean;
  /** With `REMOTE`: what the handler said. */
  readonly remote: RemoteFailure | undefined;

  constructor(code: RpcErrorCode, detail: string, options: RpcErrorOptions = {}) {
    super(
      `[${code}] ${detail}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.detail = detail;
    this.mayHaveRun = options.mayHaveRun ?? false;
    this.remote = options.remote;
  }
}

/**
 * Whether a value is an {@link RpcError}, of one code where one is given; also one of another copy
 * of this package.
 */
export function isRpcError(value: unknown, code?: RpcErrorCode): value is RpcError {
  if (!(value instanceof Error) || value.name !== 'RpcError') return false;
  return code === undefined || (value as RpcError).code === code;
}

/** What is wrong with an option, as an error. */
export function refuseOption(problem: string): never {
  throw new RpcError('INVALID_CONFIG', problem);
}
