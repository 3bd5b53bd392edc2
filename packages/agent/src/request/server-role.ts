import type { Endpoint as NetworkEndpoint } from '@konsul/runtime';
import type { CommandResult } from '../state/command-result.js';
import type { State } from '../state/state.js';
import type { WaitableWatchSet } from '../state/watch-set.js';

/** What the request path needs of a server's Raft group and state. */
export interface ServerRole {
  /** This server leads and has applied everything that earlier leaders committed. */
  readonly isReadyLeader: boolean;
  /** Where the leader takes calls; undefined while none is known, or while it is this server. */
  readonly leaderEndpoint: NetworkEndpoint | undefined;
  /** This server leads, or knows who does. */
  readonly isLeaderKnown: boolean;
  /** Since the leader was last heard, 0 on the leader; undefined when none was ever heard. */
  readonly lastContactMs: number | undefined;
  readonly state: State;
  /** Calls back when another leads or is ready to. @returns how to stop listening. */
  onLeaderChanged(listener: () => void): () => void;
  createWatchSet(): WaitableWatchSet;
  /** Puts a command through the log; rejects with a RequestError. */
  propose(command: Uint8Array): Promise<CommandResult>;
  /** Makes sure with a quorum that this server still leads; rejects with a RequestError. */
  verifyLeadership(): Promise<void>;
  /** Answers an endpoint that is no part of the replicated state. */
  serve(name: string, request: unknown, signal: AbortSignal | undefined): Promise<unknown>;
}
