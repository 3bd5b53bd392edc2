import type { Tags } from '../core/messages.js';

/** The one version of the protocol. */
export const IPC_VERSION = 1;

/** A query as a client asks for it. */
export interface IpcQueryRequest {
  readonly type: 'query';
  readonly name: string;
  readonly payload: Uint8Array;
  readonly filterNodes: readonly string[];
  readonly filterTags: Tags;
  readonly wantsAck: boolean;
  readonly relayFactor: number;
  /** In milliseconds; 0 leaves it to the agent. */
  readonly timeoutMs: number;
}

/** What the agent itself does, one at a time for each connection. */
export type IpcOperation =
  | { readonly type: 'stats' | 'list-keys' | 'leave' | 'members' }
  | {
      readonly type: 'members-filtered';
      /** Expressions (RE2) that must match whole values; empty ones match everything. */
      readonly tags: Tags;
      readonly status: string;
      readonly name: string;
    }
  | {
      readonly type: 'event';
      readonly name: string;
      readonly payload: Uint8Array;
      readonly canCoalesce: boolean;
    }
  | { readonly type: 'force-leave'; readonly node: string; readonly isPrune: boolean }
  | { readonly type: 'join'; readonly peers: readonly string[]; readonly isReplaying: boolean }
  | { readonly type: 'tags'; readonly tags: Tags; readonly deleteTags: readonly string[] }
  | { readonly type: 'install-key' | 'use-key' | 'remove-key'; readonly key: string }
  | { readonly type: 'get-coordinate'; readonly node: string };

/** Everything that a client may ask. The type is the command's name on the wire. */
export type IpcRequest =
  | IpcOperation
  | IpcQueryRequest
  | { readonly type: 'handshake'; readonly version: number }
  | { readonly type: 'auth'; readonly authKey: string }
  | { readonly type: 'stream'; readonly filter: string }
  | { readonly type: 'monitor'; readonly logLevel: string }
  /** Ends the stream or monitor that was opened with this sequence number. */
  | { readonly type: 'stop'; readonly stopSeq: number }
  | { readonly type: 'respond'; readonly id: number; readonly payload: Uint8Array };

/** A command's name. */
export type IpcCommand = IpcRequest['type'];

/** What stands in front of every request. */
export interface IpcRequestHeader {
  readonly command: string;
  /** Chosen by the client; repeated in everything that answers it. */
  readonly seq: number;
}
