import type { AddressBytes, VersionRange } from '@konsul/swim';
import type { Coordinate } from '../core/coordinate.js';
import type { MemberEventType } from '../core/event.js';
import type { SerfMember } from '../core/member.js';
import type { Tags } from '../core/messages.js';
import type { IpcCommand } from './ipc-request.js';

/** A member as clients see it. */
export interface IpcMember {
  readonly name: string;
  /** 4 or 16 bytes. */
  readonly addressBytes: AddressBytes;
  readonly port: number;
  readonly tags: Tags;
  readonly status: string;
  readonly gossipVersions: VersionRange;
  readonly serfVersions: VersionRange;
}

/** How members did with a keyring request. */
export interface IpcKeyResult {
  /** What members had to say, by member. */
  readonly messages: ReadonlyMap<string, string>;
  /** How many members hold each key (base64); absent unless keys were listed. */
  readonly keys?: ReadonlyMap<string, number>;
  readonly nodeCount: number;
  readonly errorCount: number;
  readonly responseCount: number;
}

/** Groups of named texts. */
export type IpcStats = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What answers a request, behind the header. */
export type IpcBody =
  | { readonly type: 'none' }
  | { readonly type: 'joined'; readonly count: number }
  | { readonly type: 'members'; readonly members: readonly IpcMember[] }
  | { readonly type: 'keys'; readonly result: IpcKeyResult }
  | { readonly type: 'stats'; readonly groups: IpcStats }
  | { readonly type: 'coordinate'; readonly coordinate: Coordinate | undefined };

/** What comes of an open stream, monitor or query, behind a header with its sequence number. */
export type IpcRecord =
  | {
      readonly type: 'member-event';
      readonly event: MemberEventType;
      readonly members: readonly IpcMember[];
    }
  | {
      readonly type: 'user-event';
      readonly time: number;
      readonly name: string;
      readonly payload: Uint8Array;
      readonly canCoalesce: boolean;
    }
  | {
      readonly type: 'query-event';
      /** To answer with; valid on this connection until the query's deadline. */
      readonly id: number;
      readonly time: number;
      readonly name: string;
      readonly payload: Uint8Array;
    }
  | { readonly type: 'log'; readonly line: string }
  | { readonly type: 'ack'; readonly from: string }
  | { readonly type: 'response'; readonly from: string; readonly payload: Uint8Array }
  | { readonly type: 'done' };

/** What stands in front of every response and record. */
export interface IpcResponseHeader {
  readonly seq: number;
  /** Empty when all is well. */
  readonly error: string;
}

/** A member as clients see it. */
export function ipcMember(member: SerfMember): IpcMember {
  const { name, addressBytes, endpoint, tags, status, gossipVersions, serfVersions } = member;
  return { name, addressBytes, port: endpoint.port, tags, status, gossipVersions, serfVersions };
}

const NO_BODY: IpcBody = { type: 'none' };
const NO_KEYS: IpcBody = {
  type: 'keys',
  result: { messages: new Map(), nodeCount: 0, errorCount: 0, responseCount: 0 },
};
const EMPTY_BODIES: ReadonlyMap<IpcCommand, IpcBody> = new Map<IpcCommand, IpcBody>([
  ['join', { type: 'joined', count: 0 }],
  ['members', { type: 'members', members: [] }],
  ['members-filtered', { type: 'members', members: [] }],
  ['install-key', NO_KEYS],
  ['use-key', NO_KEYS],
  ['remove-key', NO_KEYS],
  ['list-keys', NO_KEYS],
  ['stats', { type: 'stats', groups: {} }],
  ['get-coordinate', { type: 'coordinate', coordinate: undefined }],
]);

/** What stands behind a header that tells an error: clients wait for the body all the same. */
export function emptyBody(command: IpcCommand): IpcBody {
  return EMPTY_BODIES.get(command) ?? NO_BODY;
}
