import type { Endpoint } from '@konsul/runtime/core';
import type { AddressBytes } from './messages.js';

/**
 * Names one stream between core and driver. The core numbers those it opens from 1 upward, the
 * driver those it accepts from -1 downward, so neither has to ask the other.
 */
export type StreamId = number;

/** Chosen by whoever gives a command; comes back with its outcome. Never two at one time alike. */
export type CommandId = number;

/** Why a stream did not open. */
export type StreamOpenFailure = 'refused' | 'timeout' | 'unreachable';

/** What happened in the world. */
export type SwimWorldInput =
  /** A deadline has passed. */
  | { readonly type: 'tick' }
  | {
      readonly type: 'datagram';
      readonly from: Endpoint;
      readonly bytes: Uint8Array;
      /** When it came, if that is known better than the time of the step. */
      readonly receivedAtMs?: number;
    }
  /** A peer opened a stream to us. */
  | { readonly type: 'stream-accepted'; readonly streamId: StreamId; readonly from: Endpoint }
  /** A stream we asked for is open. */
  | { readonly type: 'stream-opened'; readonly streamId: StreamId }
  | {
      readonly type: 'stream-failed';
      readonly streamId: StreamId;
      readonly reason: StreamOpenFailure;
      readonly detail: string;
    }
  | { readonly type: 'stream-data'; readonly streamId: StreamId; readonly bytes: Uint8Array }
  /** The peer will send no more. */
  | { readonly type: 'stream-ended'; readonly streamId: StreamId }
  /** The stream is gone; `error` is present unless it ended in order. */
  | { readonly type: 'stream-closed'; readonly streamId: StreamId; readonly error?: string }
  /**
   * The datagrams we send do not leave the machine, but queue in it. Until they do again there is no
   * gossip; a probe waits before it asks others, and no other begins, so that one ping at most waits in
   * the queue; what peers ask is answered into the queue. Suspicions run on, and so do exchanges, which
   * have streams and deadlines of their own. Extension.
   */
  | { readonly type: 'datagrams-blocked' }
  /** They leave again: what fell due meanwhile is done, each kind once. */
  | { readonly type: 'datagrams-writable' };

/** What the host wants. Those with a `commandId` are answered by one `complete` effect. */
export type SwimCommand =
  /** Must come first: who we are to others. Given once. */
  | {
      readonly type: 'start';
      readonly address: AddressBytes;
      readonly port: number;
      readonly meta: Uint8Array;
    }
  /** Exchange state with each of these; succeeds when at least one agreed. */
  | { readonly type: 'join'; readonly commandId: CommandId; readonly peers: readonly Endpoint[] }
  /** Tell the cluster that we go, and wait until it was told often enough. */
  | { readonly type: 'leave'; readonly commandId: CommandId; readonly timeoutMs: number }
  /** Announce new meta, and wait until it was told often enough. */
  | {
      readonly type: 'update-meta';
      readonly commandId: CommandId;
      readonly meta: Uint8Array;
      readonly timeoutMs: number;
    }
  /** One datagram to one peer; it may be lost. */
  | { readonly type: 'send-user'; readonly to: Endpoint; readonly payload: Uint8Array }
  /** One message to one peer over a stream; completes when the peer has closed it in order. */
  | {
      readonly type: 'send-user-stream';
      readonly commandId: CommandId;
      readonly to: Endpoint;
      readonly payload: Uint8Array;
    }
  /** One direct ping; completes with its round trip. */
  | { readonly type: 'ping'; readonly commandId: CommandId; readonly to: Endpoint }
  /**
   * Spread a user message with the gossip; a newer one of the same name replaces it. At most
   * `SwimCore.broadcastBytesMax` bytes: a longer one fits into no packet.
   */
  | { readonly type: 'broadcast'; readonly payload: Uint8Array; readonly name?: string }
  /** The delegate has something new to spread. */
  | { readonly type: 'broadcasts-queued' }
  /** Exchange full state with one member, chosen by us when absent, without waiting for the timer. */
  | { readonly type: 'push-pull'; readonly to?: Endpoint };

/** Everything a {@link SwimCore} takes. */
export type SwimInput = SwimWorldInput | SwimCommand;
