/**
 * Known ways to break the protocol, switched on only by tests that prove the simulator finds them.
 * Never set in production; there is no way to set one from a configuration.
 *
 * - `ack-before-fsync`: a follower acknowledges entries that are not durable.
 * - `vote-before-fsync`: a server gives its vote before the vote is durable.
 * - `old-term-commit`: a leader commits an entry of an earlier term by counting copies.
 * - `vote-compare-index-first`: logs are compared by index before term when voting.
 * - `whole-suffix-truncation`: an append removes everything behind its previous entry.
 * - `self-counted-before-durable`: a leader counts its own entries before they are durable.
 * - `single-quorum-in-joint`: a joint configuration asks only the new voters.
 *
 * Source: Extension.
 */
export type PlantedBug =
  | 'ack-before-fsync'
  | 'vote-before-fsync'
  | 'old-term-commit'
  | 'vote-compare-index-first'
  | 'whole-suffix-truncation'
  | 'self-counted-before-durable'
  | 'single-quorum-in-joint';
