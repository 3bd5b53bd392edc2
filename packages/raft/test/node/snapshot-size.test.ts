import { seededRng } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import {
  createMemoryLogStore,
  createMemoryRaftNetwork,
  createMemorySnapshotStore,
  createRaft,
  type Raft,
  type StateMachineSnapshot,
} from '../../src/index.js';
import { VirtualTime } from '../virtual-time.js';
import { KeyValueMachine } from './key-value-machine.js';

const MEBIBYTE = 1024 * 1024;
/** One buffer for all commands: what is measured is what the log would hold, not this process. */
const large = new Uint8Array(8 * MEBIBYTE);

class LargeMachine extends KeyValueMachine {
  readonly #image = new Uint8Array(20 * MEBIBYTE);

  override apply(entries: readonly unknown[]): number[] {
    return entries.map(() => 0);
  }

  override snapshot(): StateMachineSnapshot {
    return { data: [this.#image] };
  }
}

/** A group of one whose log never has enough entries for a snapshot. */
class Lone extends VirtualTime {
  readonly raft: Raft<number>;
  snapshotCount = 0;

  constructor(snapshotSizeFactor: number) {
    super();
    this.raft = createRaft<number>({
      id: 'a',
      address: 'a:1',
      logStore: createMemoryLogStore(),
      snapshotStore: createMemorySnapshotStore(),
      stateMachine: new LargeMachine(),
      transport: createMemoryRaftNetwork(this.clock).transport('a'),
      config: { snapshotThresholdEntries: 1_000_000, snapshotSizeFactor, trailingEntries: 1 },
      clock: this.clock,
      rng: seededRng(1),
    });
    this.raft.on('snapshot-taken', () => {
      this.snapshotCount += 1;
    });
  }

  async found(): Promise<void> {
    const voters = [{ id: 'a', address: 'a:1' }];
    await this.until(this.raft.bootstrap({ voters, votersOutgoing: [], learners: [] }));
    await this.until(this.raft.start());
    await this.until(this.raft.waitForLeader());
  }

  async propose(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) await this.until(this.raft.propose(large));
    await this.pass(1_000);
  }
}

describe('a snapshot for the size of the log (dissertation, section 5.1.2)', () => {
  it('is taken at 64 MiB, then whenever the log is so many times the last one', async () => {
    const lone = new Lone(4);
    await lone.found();
    await lone.propose(7);
    expect(lone.snapshotCount).toBe(0);
    await lone.propose(1);
    expect(lone.snapshotCount).toBe(1);
    // The image is 20 MiB: the next one is due at 80.
    await lone.propose(9);
    expect(lone.snapshotCount).toBe(1);
    await lone.propose(1);
    expect(lone.snapshotCount).toBe(2);
    lone.raft.reload({ snapshotSizeFactor: 5 });
    await lone.propose(12);
    expect(lone.snapshotCount).toBe(2);
    await lone.propose(1);
    expect(lone.snapshotCount).toBe(3);
    await lone.until(lone.raft.stop());
  });

  it('is never taken with a factor of 0', async () => {
    const lone = new Lone(0);
    await lone.found();
    await lone.propose(20);
    expect(lone.snapshotCount).toBe(0);
    await lone.until(lone.raft.stop());
  });
});
