import type { Consistency } from './gateway.js';

/** A request on its way between agents. */
export interface RequestEnvelope {
  readonly endpoint: string;
  /** Empty: the receiver's own. */
  readonly datacenter: string;
  readonly token: string;
  readonly consistency: Consistency;
  readonly minIndex: number;
  /** 0: the default. */
  readonly waitMs: number;
  /** 0: no bound. */
  readonly maxStaleMs: number;
  readonly body: Uint8Array;
}

/** How fresh an answer is. Of endpoints outside the replicated state only `body` means something. */
export interface AnswerMetadata {
  readonly index: number;
  readonly lastContactMs: number;
  readonly isLeaderKnown: boolean;
  readonly consistency: Consistency;
}

/** An answer on its way back. */
export interface AnswerEnvelope extends AnswerMetadata {
  readonly body: Uint8Array;
}
