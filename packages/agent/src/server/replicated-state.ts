import type { CommandEntry, StateMachine, StateMachineSnapshot } from '@konsul/raft';
import { applyCommand } from '../commands/apply-command.js';
import type { CommandResult } from '../state/command-result.js';
import { encodeSnapshot } from '../state/snapshot.js';
import { SnapshotReader } from '../state/snapshot-reader.js';
import { StateHolder } from '../state/state-holder.js';

/** The agent's state as Raft sees it: commands in, results out, snapshots both ways. */
export class ReplicatedState implements StateMachine<CommandResult> {
  readonly holder: StateHolder = new StateHolder(applyCommand);

  apply(entries: readonly CommandEntry[]): readonly CommandResult[] {
    return entries.map(({ data, index }) => this.holder.apply(data, index));
  }

  /** The state is immutable: keeping it is the snapshot. */
  snapshot(): StateMachineSnapshot {
    return { data: encodeSnapshot(this.holder.state) };
  }

  async restore(
    metadata: { readonly index: number },
    data: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const reader = new SnapshotReader();
    for await (const chunk of data) {
      const failure = reader.push(chunk);
      if (failure !== undefined) throw new Error(failure.message);
    }
    const restored = reader.finish();
    if ('message' in restored) throw new Error(restored.message);
    this.holder.abandon(restored, metadata.index);
  }
}
