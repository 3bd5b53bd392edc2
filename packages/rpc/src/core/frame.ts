/** Why a call was answered with an error. */
export interface CallError {
  readonly code: string;
  readonly message: string;
  /** The call has certainly not been run. */
  readonly isNotRun: boolean;
  /** Raised by the protocol itself, with a {@link ProtocolErrorCode}, and not by the method. */
  readonly isByProtocol: boolean;
}

/** Asks the peer to run a method. */
export interface RequestFrame {
  readonly type: 'request';
  /** Greater than every earlier one of the connection. */
  readonly id: number;
  readonly method: string;
  /** Time left when the request was sent, in milliseconds; 0 for no limit. */
  readonly deadlineMs: number;
  /** Bytes of answers that may be sent before more credit, at most {@link WINDOW_BYTES_MAX}; 0 asks for exactly one answer. */
  readonly windowBytes: number;
  readonly body: Uint8Array;
}

/** Answers a call, wholly or in part. */
export interface ResponseFrame {
  readonly type: 'response';
  readonly id: number;
  /** Another answer follows. */
  readonly more: boolean;
  readonly error?: CallError;
  readonly body: Uint8Array;
}

/** Says that the caller no longer waits. */
export interface CancelFrame {
  readonly type: 'cancel';
  readonly id: number;
}

/** Allows the peer to send so many more bytes of answers. */
export interface CreditFrame {
  readonly type: 'credit';
  readonly id: number;
  readonly bytes: number;
}

export interface PingFrame {
  readonly type: 'ping';
  readonly nonce: number;
}

export interface PongFrame {
  readonly type: 'pong';
  readonly nonce: number;
}

/** Says that requests with an id above `lastId` are not run and that no more are taken. */
export interface GoAwayFrame {
  readonly type: 'go-away';
  readonly lastId: number;
  readonly reason: string;
}

/** Everything that is said in protocol `rpc` after the hello. */
export type Frame =
  | RequestFrame
  | ResponseFrame
  | CancelFrame
  | CreditFrame
  | PingFrame
  | PongFrame
  | GoAwayFrame;

/** What one answer costs of a window beyond its own bytes, so that empty answers are bounded too. */
export const ANSWER_OVERHEAD_BYTES = 64;

/** The largest window a caller may open: what a peer may be made to hold for one call. */
export const WINDOW_BYTES_MAX: number = 1024 * 1024;

/** What an answer costs of its call's window. */
export function answerCostBytes(body: Uint8Array): number {
  return body.length + ANSWER_OVERHEAD_BYTES;
}

/** Codes of errors that the protocol itself answers with; other codes belong to methods. */
export type ProtocolErrorCode =
  | 'UNKNOWN_METHOD'
  | 'TOO_MANY_CALLS'
  | 'FRAME_TOO_LARGE'
  | 'INTERNAL';
