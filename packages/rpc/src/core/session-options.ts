import type { KeepAliveOptions } from './keep-alive.js';

/** Why a session ends the connection under it. */
export type SessionCloseReason =
  /** The last call of a session that takes no more has ended. */
  | 'drained'
  /** The peer has been silent for too long and did not answer when asked. */
  | 'peer-silent'
  /** The peer broke the rules; what it sent next could not be trusted. */
  | 'protocol-violation';

export interface SessionOptions {
  readonly keepAlive: KeepAliveOptions;
  /** Calls open at one time; more are refused. */
  readonly callCountMax: number;
  readonly nowMs: number;
}
