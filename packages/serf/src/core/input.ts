import type { Endpoint } from '@konsul/runtime/core';
import type { AddressBytes, CommandId, SwimWorldInput } from '@konsul/swim/core';
import type { QueryFilter, Tags } from './messages.js';
import type { RecoveredState } from './snapshot-replay.js';

/** Names an open query of ours between core and driver. */
export type QueryId = number;

/** What can be done to the keys of all members. */
export type KeyOperation = 'install' | 'use' | 'remove' | 'list';

/** What the host wants. Each with a `commandId` is answered by one `complete` effect. */
export type SerfCommand =
  /** Must come first: who we are to others. Given once. */
  | {
      readonly type: 'start';
      readonly address: AddressBytes;
      readonly port: number;
      readonly tags: Tags;
      /** What a snapshot remembers; the pool in it is joined again. */
      readonly recovered?: RecoveredState;
    }
  | {
      readonly type: 'join';
      readonly commandId: CommandId;
      readonly peers: readonly Endpoint[];
      /** User events from before the join are not delivered. */
      readonly isIgnoringOldEvents: boolean;
    }
  /** Say goodbye; completes when the news had time to travel. */
  | { readonly type: 'leave'; readonly commandId: CommandId }
  /** Declare a member gone, and perhaps forget it. */
  | {
      readonly type: 'force-leave';
      readonly commandId: CommandId;
      readonly node: string;
      readonly isPrune: boolean;
    }
  | { readonly type: 'set-tags'; readonly commandId: CommandId; readonly tags: Tags }
  | {
      readonly type: 'user-event';
      readonly commandId: CommandId;
      readonly name: string;
      readonly payload: Uint8Array;
      readonly canCoalesce: boolean;
    }
  /** Ask; completes with `query-started`, before the first reply. */
  | {
      readonly type: 'query';
      readonly commandId: CommandId;
      readonly name: string;
      readonly payload: Uint8Array;
      readonly filters: readonly QueryFilter[];
      readonly wantsAck: boolean;
      readonly relayFactor: number;
      /** Absent: by the size of the pool. */
      readonly timeoutMs?: number;
    }
  /** End a query of ours before its time. */
  | { readonly type: 'cancel-query'; readonly queryId: QueryId }
  /** Answer a query that was delivered, by its key. */
  | {
      readonly type: 'respond';
      readonly commandId: CommandId;
      readonly key: number;
      readonly payload: Uint8Array;
    }
  /** Change or list the keys of all members; completes with `keys`. */
  | {
      readonly type: 'key-request';
      readonly commandId: CommandId;
      readonly operation: KeyOperation;
      /** Empty to list. */
      readonly key: Uint8Array;
      readonly relayFactor: number;
    };

/** The snapshot could not be written; what is in it cannot be relied on. */
export interface SnapshotFailedInput {
  readonly type: 'snapshot-failed';
}

/** A changed keyring is durable; whoever asked for the change is answered now. */
export interface KeyringSavedInput {
  readonly type: 'keyring-saved';
  readonly changeId: number;
  /** Why it is not. */
  readonly failure?: string;
}

/** Everything a `SerfCore` takes. */
export type SerfInput = SwimWorldInput | SnapshotFailedInput | KeyringSavedInput | SerfCommand;
