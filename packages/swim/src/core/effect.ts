import type { Endpoint } from '@konsul/runtime/core';
import type { RejectReason } from './codec.js';
import type { SwimEvent } from './event.js';
import type { CommandId, StreamId } from './input.js';

/** Why something a peer sent was not used. Each is counted by its name; none is fatal. */
export type SwimRejectReason =
  | RejectReason
  | 'wrong-node'
  | 'not-allowed'
  | 'vetoed'
  | 'bad-versions'
  | 'bad-address'
  | 'bad-name'
  | 'meta-too-large'
  | 'member-limit'
  | 'name-conflict'
  | 'hand-off-full'
  | 'stream-limit'
  | 'stream-bytes-limit'
  | 'relay-limit'
  | 'incompatible'
  | 'remote-error'
  | 'stream-timeout'
  | 'name-required';

/** Why a command did not do what it was for. */
export type SwimFailureReason =
  | 'not-started'
  | 'left'
  | 'timeout'
  | 'refused'
  | 'unreachable'
  | 'rejected'
  | 'too-large';

/** A peer that was not joined, and why. */
export interface JoinFailure {
  readonly peer: Endpoint;
  readonly reason: SwimFailureReason;
  readonly detail: string;
}

/** How a command ended. */
export type SwimOutcome =
  | { readonly type: 'done' }
  /** At least one peer agreed. */
  | {
      readonly type: 'joined';
      readonly contactedCount: number;
      readonly failures: readonly JoinFailure[];
    }
  /** No peer agreed. */
  | { readonly type: 'join-failed'; readonly failures: readonly JoinFailure[] }
  | { readonly type: 'pong'; readonly rttMs: number; readonly payload: Uint8Array }
  | { readonly type: 'failed'; readonly reason: SwimFailureReason; readonly detail: string };

/** One measurement, named as memberlist names it but without its prefix. */
export interface SwimMeasurement {
  readonly kind: 'counter' | 'gauge' | 'sample';
  readonly name: string;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Everything a {@link SwimCore} wants done. */
export type SwimEffect =
  /** One datagram. */
  | { readonly type: 'send'; readonly to: Endpoint; readonly bytes: Uint8Array }
  | {
      readonly type: 'open-stream';
      readonly streamId: StreamId;
      readonly to: Endpoint;
      readonly timeoutMs: number;
    }
  | { readonly type: 'write-stream'; readonly streamId: StreamId; readonly bytes: Uint8Array }
  /** Say that no more comes, after what was written. */
  | { readonly type: 'end-stream'; readonly streamId: StreamId }
  /** End both directions at once; the core forgets the stream. */
  | { readonly type: 'close-stream'; readonly streamId: StreamId }
  | { readonly type: 'notify'; readonly event: SwimEvent }
  | { readonly type: 'reject'; readonly peer: Endpoint; readonly reason: SwimRejectReason }
  | { readonly type: 'complete'; readonly commandId: CommandId; readonly outcome: SwimOutcome }
  | { readonly type: 'measure'; readonly measurement: SwimMeasurement };
