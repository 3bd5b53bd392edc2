import { type Clock, type Metrics, type Rng, randomBelow } from '@konsul/runtime';
import { requireBytes, requireChunks } from '../bytes.js';
import type { IndexedConfiguration } from '../core/configuration-stack.js';
import type { SnapshotMetadata } from '../core/entry.js';
import { RaftError } from '../errors.js';
import type { SnapshotStore } from '../storage/raft-storage.js';
import type { ApplyLoop, TakenImage } from './apply-loop.js';
import { type Call, openCall } from './call.js';

export interface SnapshotTakerOptions {
  readonly applyLoop: Pick<ApplyLoop<unknown>, 'take'>;
  readonly store: SnapshotStore;
  /** Of the log beside the store. */
  readonly logId?: string | undefined;
  readonly configurationAt: (index: number) => IndexedConfiguration;
  /** Snapshots kept, the newest ones. */
  readonly keptCount: () => number;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly metrics: Metrics;
  readonly onTaken: (metadata: SnapshotMetadata) => void;
}

/** Takes snapshots of the own state machine, one at a time, while it goes on applying. */
export class SnapshotTaker {
  readonly #options: SnapshotTakerOptions;
  #last: SnapshotMetadata | undefined;
  #isStopped = false;
  #running: Call<SnapshotMetadata> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(options: SnapshotTakerOptions, last: SnapshotMetadata | undefined) {
    this.#options = options;
    this.#last = last;
  }

  /** The newest snapshot that is durable here, taken or received. */
  get last(): SnapshotMetadata | undefined {
    return this.#last;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** A snapshot of the leader's has taken the place of everything before it. */
  onInstalled(metadata: SnapshotMetadata): void {
    this.#last = metadata;
    this.#prune().catch(() => undefined);
  }

  take(): Promise<SnapshotMetadata> {
    if (this.#running !== undefined) return this.#running.promise;
    const call = openCall<SnapshotMetadata>(undefined);
    this.#running = call;
    this.#options.applyLoop.take((taken) => {
      if (this.#isStopped) {
        taken.image.release?.();
        return;
      }
      this.#saving = this.#save(taken)
        .then(call.resolve, (error: unknown) => call.reject(snapshotFailure(error)))
        .finally(() => {
          this.#running = undefined;
        });
    });
    return call.promise;
  }

  /** Takes nothing more and rejects what is under way. */
  halt(error: RaftError): void {
    this.#isStopped = true;
    this.#running?.reject(error);
  }

  /** Resolves, after `halt`, when the store is no longer touched. */
  stop(): Promise<void> {
    return this.#saving;
  }

  async #save({ position, image }: TakenImage): Promise<SnapshotMetadata> {
    try {
      const last = this.#last;
      requireChunks(image?.data, 'the data of a snapshot');
      if (position.index === 0) throw new RaftError('REFUSED', 'nothing has been applied yet');
      if (last !== undefined && position.index <= last.index) return last;
      return await this.#write({ position, image });
    } finally {
      image?.release?.();
    }
  }

  async #write({ position, image }: TakenImage): Promise<SnapshotMetadata> {
    const { store, logId, clock, rng, metrics, configurationAt, onTaken } = this.#options;
    const startedAtMs = clock.nowMs();
    const { configuration, index: configurationIndex } = configurationAt(position.index);
    const id = `${position.term}-${position.index}-${randomBelow(rng, 2 ** 32).toString(16)}`;
    const sink = await store.create({
      id,
      ...position,
      configuration,
      configurationIndex,
      ...(logId !== undefined && { logId }),
    });
    try {
      for await (const chunk of image.data) {
        if (this.#isStopped) throw new RaftError('STOPPED', 'the node was stopped');
        requireBytes(chunk, 'a chunk of a snapshot');
        await sink.write(chunk);
      }
    } catch (error) {
      await sink.abort();
      throw error;
    }
    const metadata = await sink.commit();
    if (metadata.index > (this.#last?.index ?? 0)) this.#last = metadata;
    metrics.sample('raft.snapshot.persist', clock.nowMs() - startedAtMs);
    onTaken(metadata);
    await this.#prune();
    return metadata;
  }

  /**
   * Removes what is superseded; never the newest one that the log continues, nor one of the
   * leader's that goes beyond it: that is about to be installed, or will be offered again.
   */
  async #prune(): Promise<void> {
    const { store, keptCount } = this.#options;
    const listed = await store.list();
    const lastIndex = this.#last?.index ?? 0;
    const usable = listed.filter(({ index }) => index <= lastIndex);
    await store.prune(new Set(usable.slice(keptCount()).map(({ id }) => id)));
  }
}

function snapshotFailure(error: unknown): RaftError {
  if (error instanceof RaftError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new RaftError('STORAGE_FAILED', `the snapshot was not written: ${reason}`, {
    cause: error,
  });
}
