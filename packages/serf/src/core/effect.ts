import type { Endpoint } from '@konsul/runtime/core';
import type {
  CommandId,
  JoinFailure,
  SwimEffect,
  SwimFailureReason,
  SwimMeasurement,
} from '@konsul/swim/core';
import type { SerfRejectReason } from './codec.js';
import type { SerfEvent } from './event.js';
import type { QueryId } from './input.js';

/** Why a command did not do what it was for. */
export type SerfFailureReason =
  | SwimFailureReason
  /** Answered before, or its deadline has passed. */
  | 'query-closed'
  | 'too-many-queries'
  /** The protocol version in use does not have it. */
  | 'unsupported'
  /** Names that begin with `_serf_` belong to the protocol. */
  | 'reserved-name';

/** How members did with a keyring request. */
export interface KeyTally {
  /** Members asked. */
  readonly memberCount: number;
  readonly responseCount: number;
  readonly errorCount: number;
  /** What members had to say, by member. */
  readonly messages: ReadonlyMap<string, string>;
  /** How many members hold each key (base64). */
  readonly keys: ReadonlyMap<string, number>;
  /** How many members encrypt with each key (base64). */
  readonly primaryKeys: ReadonlyMap<string, number>;
}

/** How a command ended. */
export type SerfOutcome =
  | { readonly type: 'done' }
  | {
      readonly type: 'joined';
      readonly contactedCount: number;
      readonly failures: readonly JoinFailure[];
    }
  | { readonly type: 'join-failed'; readonly failures: readonly JoinFailure[] }
  | { readonly type: 'query-started'; readonly queryId: QueryId; readonly deadlineMs: number }
  | { readonly type: 'keys'; readonly tally: KeyTally }
  | { readonly type: 'failed'; readonly reason: SerfFailureReason; readonly detail: string };

/** What came back of a query. */
export type QueryReply =
  | { readonly type: 'ack'; readonly from: string }
  | { readonly type: 'response'; readonly from: string; readonly payload: Uint8Array };

/** Effects of the layer below that are passed on as they are. */
export type SwimPassedEffect = Exclude<SwimEffect, { readonly type: 'notify' | 'complete' }>;

/** How much an operator should care. */
export type SerfLogLevel = 'info' | 'warn' | 'error';

/** Everything a `SerfCore` wants done. */
export type SerfEffect =
  | SwimPassedEffect
  | { readonly type: 'notify'; readonly event: SerfEvent }
  | { readonly type: 'complete'; readonly commandId: CommandId; readonly outcome: SerfOutcome }
  | { readonly type: 'query-reply'; readonly queryId: QueryId; readonly reply: QueryReply }
  | { readonly type: 'query-ended'; readonly queryId: QueryId }
  /** A query has changed our keyring; save it. Answered by one `keyring-saved` input. */
  | { readonly type: 'keyring-changed'; readonly changeId: number }
  /** Add whole lines to the snapshot. */
  | { readonly type: 'append-snapshot'; readonly text: string }
  /** Put a new snapshot in place of the old one. */
  | { readonly type: 'replace-snapshot'; readonly text: string }
  /** Make the snapshot durable. */
  | { readonly type: 'sync-snapshot' }
  /** Bytes of a peer at this layer were not used. */
  | {
      readonly type: 'serf-reject';
      readonly reason: SerfRejectReason;
      /** Absent when it came with a push/pull or an ack. */
      readonly peer?: Endpoint;
    }
  /** Something of this layer was measured. */
  | { readonly type: 'serf-measure'; readonly measurement: SwimMeasurement }
  /** An operator should know. */
  | {
      readonly type: 'log';
      readonly level: SerfLogLevel;
      readonly message: string;
      readonly fields: Readonly<Record<string, unknown>>;
    };
