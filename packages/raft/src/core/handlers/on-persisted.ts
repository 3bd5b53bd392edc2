import { countOwnVote } from '../campaign.js';
import { advanceCommit } from '../commit.js';
import type { PersistedInput } from '../input.js';
import type { RaftState } from '../raft-state.js';
import { beginRestore } from '../snapshot-install.js';

/**
 * A write is durable: what waited for it leaves, the own vote and the own copy count.
 *
 * Source: dissertation, sections 3.8 and 10.2.1.
 */
export function onPersisted(state: RaftState, input: PersistedInput): void {
  state.log.markWrittenDurable(state.plantedBug);
  state.outbox.completePersist(input.sequence);
  beginRestore(state);
  countOwnVote(state);
  advanceCommit(state);
}
