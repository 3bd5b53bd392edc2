/**
 * Known ways to break the protocol, switched on only by tests that prove the simulator finds them.
 * Never set in production; there is no way to set one from a configuration.
 *
 * - `ack-before-fsync`: a follower acknowledges entries that are not durable.
 * - `vote-before-fsync`: a server gives its vote before the vote is durable.
 * - `entries-before-term`: entries are written in a unit of their own, before the term they need.
 * - `old-term-commit`: a leader commits an entry of an earlier term by counting copies.
 * - `vote-compare-index-first`: logs are compared by index before term when voting.
 * - `whole-suffix-truncation`: an append removes everything behind its previous entry.
 * - `commit-clamped-to-log-end`: a follower commits up to its own last entry, agreed upon or not.
 * - `self-counted-before-durable`: a leader counts its own entries before they are durable.
 * - `apply-before-durable`: a group of one commits and applies what its disk does not have yet.
 * - `stale-write-marked-durable`: the end of a write marks entries durable that replaced its own.
 * - `single-quorum-in-joint`: a joint configuration asks only the new voters.
 * - `change-before-own-commit`: a new leader changes the membership before it has committed.
 * - `leave-joint-by-starter-only`: only the leader that entered a joint configuration leaves it.
 * - `session-not-renewed`: a server that was away and came back keeps its replication session.
 * - `suffix-kept-on-snapshot-mismatch`: entries behind a snapshot stay although the logs differ.
 * - `read-round-reused`: a read waits for a round that had begun before it.
 * - `read-without-round`: a leader answers reads without asking anybody.
 * - `lease-kept-over-transfer`: a leader goes on with its lease after it has invited a successor.
 * - `pre-vote-resets-timer`: who grants a pre-vote waits anew before it campaigns itself.
 *
 * Source: Extension; each stands for a defect that some implementation has had.
 */
export type PlantedBug =
  | 'ack-before-fsync'
  | 'vote-before-fsync'
  | 'entries-before-term'
  | 'old-term-commit'
  | 'vote-compare-index-first'
  | 'whole-suffix-truncation'
  | 'commit-clamped-to-log-end'
  | 'self-counted-before-durable'
  | 'apply-before-durable'
  | 'stale-write-marked-durable'
  | 'single-quorum-in-joint'
  | 'change-before-own-commit'
  | 'leave-joint-by-starter-only'
  | 'session-not-renewed'
  | 'suffix-kept-on-snapshot-mismatch'
  | 'read-round-reused'
  | 'read-without-round'
  | 'lease-kept-over-transfer'
  | 'pre-vote-resets-timer';
