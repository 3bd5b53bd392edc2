import { seededRng, silentMetrics, systemClock } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import { emptyConfiguration } from '../core/membership.js';
import { RaftError } from '../errors.js';
import { createMemorySnapshotStore } from '../storage/memory-snapshot-store.js';
import type { SnapshotStore } from '../storage/raft-storage.js';
import type { TakenImage } from './apply-loop.js';
import { SnapshotTaker } from './snapshot-taker.js';

/** A taker whose images come when the test gives them. */
class Bench {
  readonly store: SnapshotStore = createMemorySnapshotStore();
  readonly asked: ((taken: TakenImage) => void)[] = [];
  readonly taker: SnapshotTaker = new SnapshotTaker(
    {
      applyLoop: { take: (onTaken) => void this.asked.push(onTaken) },
      store: this.store,
      configurationAt: () => ({ index: 1, configuration: emptyConfiguration }),
      keptCount: () => 1,
      clock: systemClock,
      rng: seededRng(1),
      metrics: silentMetrics,
      onTaken: () => undefined,
    },
    undefined,
  );
  releasedCount = 0;

  /** Answers the oldest request with an image of `index`. */
  give(index: number): void {
    const release = (): void => {
      this.releasedCount += 1;
    };
    this.asked.shift()?.({ position: { index, term: 1 }, image: { data: [], release } });
  }

  async receive(id: string, index: number): Promise<void> {
    const configuration = emptyConfiguration;
    const description = { id, index, term: 1, configuration, configurationIndex: 1 };
    await (await this.store.create(description)).commit();
  }

  async indexes(): Promise<number[]> {
    return (await this.store.list()).map(({ index }) => index);
  }
}

const stopped = new RaftError('STOPPED', 'the node was stopped');

describe('taking a snapshot', () => {
  it('removes the ones before it', async () => {
    const bench = new Bench();
    await bench.receive('old', 5);
    const taking = bench.taker.take();
    bench.give(10);
    await taking;
    expect(await bench.indexes()).toEqual([10]);
  });

  it('spares one that was received from the leader and is not installed yet', async () => {
    const bench = new Bench();
    await bench.receive('received', 500);
    const taking = bench.taker.take();
    bench.give(10);
    await taking;
    expect(await bench.indexes()).toEqual([500, 10]);
  });

  it('is given up at once when the node halts', async () => {
    const bench = new Bench();
    const taking = bench.taker.take();
    bench.taker.halt(stopped);
    await expect(taking).rejects.toBe(stopped);
  });

  it('leaves the store alone when the image comes after the end, and releases it', async () => {
    const bench = new Bench();
    const taking = bench.taker.take();
    bench.taker.halt(stopped);
    await expect(taking).rejects.toBe(stopped);
    await bench.taker.stop();
    bench.store.create = () => Promise.reject(new Error('the store is used after the end'));
    bench.give(10);
    expect(bench.releasedCount).toBe(1);
    expect(await bench.indexes()).toEqual([]);
  });
});
