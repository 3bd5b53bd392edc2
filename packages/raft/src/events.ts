import type { RaftNotification } from './core/effect.js';

/** One kind of notification, without its discriminant. */
type Details<Type extends RaftNotification['type']> = Omit<
  Extract<RaftNotification, { type: Type }>,
  'type'
>;

/** What a Raft node tells its listeners, after the fact and in order. */
export type RaftEvents = {
  /** This node became follower, candidate or leader, and why. */
  'role-changed': [change: Details<'role-changed'>];
  /** Another leader is known, or none is. */
  'leader-changed': [change: Details<'leader-changed'>];
  /** Another membership is in force here; it may not be committed yet. */
  'configuration-changed': [change: Details<'configuration-changed'>];
  /** A membership has been committed and will never be taken back. */
  'configuration-committed': [change: Details<'configuration-committed'>];
  /** The leader talks to a follower in another way: probing, replicating, sending a snapshot. */
  'peer-state-changed': [change: Details<'peer-state-changed'>];
  /** A learner that should become a voter could not catch up. */
  'promotion-failed': [failure: Details<'promotion-failed'>];
  /** A follower lost entries it had acknowledged: its disk cannot be trusted. */
  'peer-regressed': [regression: Details<'peer-regressed'>];
  /** A message of a peer was refused. */
  'message-rejected': [rejection: Details<'message-rejected'>];
  /** A snapshot of the own state machine is durable. */
  'snapshot-taken': [snapshot: { readonly index: number; readonly sizeBytes: number }];
  /** The state machine was replaced by a snapshot from the leader. */
  'snapshot-installed': [snapshot: { readonly index: number; readonly sizeBytes: number }];
  /** The node stopped for good because of an error it cannot survive. */
  fault: [error: unknown];
};
