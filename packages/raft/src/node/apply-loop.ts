import type { Clock, Metrics } from '@konsul/runtime';
import { nameOf } from '../bytes.js';
import type { IndexedConfiguration } from '../core/configuration-stack.js';
import type { Entry, SnapshotMetadata } from '../core/entry.js';
import { RaftError } from '../errors.js';
import type { LogPosition, SnapshotStore } from '../storage/raft-storage.js';
import { RestoreStaging, type StagingOutcome } from './restore-staging.js';
import type { CommandEntry, StateMachine, StateMachineSnapshot } from './state-machine.js';

export interface ApplyLoopOptions<Result> {
  readonly stateMachine: StateMachine<Result>;
  readonly snapshotStore: SnapshotStore;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** What the state machine stands at already. */
  readonly applied: LogPosition;
  /** In order, for every entry; `result` is undefined for what was no command. */
  readonly onResult: (index: number, term: number, result: Result | undefined) => void;
  /** In order, for every piece of a backup. */
  readonly onStaged: (index: number, term: number, outcome: StagingOutcome) => void;
  /** Another image has taken the place of the state, by a backup. */
  readonly onRestored: () => void;
  readonly configurationAt: (index: number) => IndexedConfiguration;
  readonly onApplied: (position: LogPosition) => void;
  readonly onInstalled: (metadata: SnapshotMetadata) => void;
  readonly onFault: (error: unknown) => void;
}

/** An image and the position in the log that it stands for. */
export interface TakenImage {
  readonly position: LogPosition;
  readonly image: StateMachineSnapshot;
}

type Job =
  | { readonly type: 'apply'; readonly entries: readonly Entry[] }
  | { readonly type: 'stage'; readonly entry: Entry }
  | { readonly type: 'install'; readonly metadata: SnapshotMetadata }
  | { readonly type: 'take'; readonly onTaken: (taken: TakenImage) => void };

/**
 * Owns the state machine: one thing at a time, in order. As long as the state machine answers
 * synchronously, everything that is waiting is done in one go, without a promise per batch.
 */
export class ApplyLoop<Result> {
  readonly #options: ApplyLoopOptions<Result>;
  #jobs: Job[] = [];
  readonly #staging = new RestoreStaging();
  #deferred: ((taken: TakenImage) => void)[] = [];
  #isBusy = false;
  #isStopped = false;
  /** What the state machine is doing at present, where that takes time. Never rejects. */
  #pending: Promise<void> = Promise.resolve();
  #applied: LogPosition;
  /** Bytes of entries applied since this was last set to 0. */
  appliedBytes = 0;

  constructor(options: ApplyLoopOptions<Result>) {
    this.#options = options;
    this.#applied = options.applied;
  }

  get applied(): LogPosition {
    return this.#applied;
  }

  apply(entries: readonly Entry[]): void {
    let from = 0;
    for (const [at, entry] of entries.entries()) {
      if (entry.kind !== 'restore') continue;
      if (at > from) this.#jobs.push({ type: 'apply', entries: entries.slice(from, at) });
      this.#jobs.push({ type: 'stage', entry });
      from = at + 1;
    }
    if (from === 0) this.#jobs.push({ type: 'apply', entries });
    else if (from < entries.length)
      this.#jobs.push({ type: 'apply', entries: entries.slice(from) });
  }

  /** Entries that were given earlier and not applied yet are void. */
  install(metadata: SnapshotMetadata): void {
    this.#jobs = this.#jobs.filter((job) => job.type !== 'apply' && job.type !== 'stage');
    this.#jobs.push({ type: 'install', metadata });
  }

  /** Fixes an image behind everything given so far. */
  take(onTaken: (taken: TakenImage) => void): void {
    this.#jobs.push({ type: 'take', onTaken });
    this.run();
  }

  halt(): void {
    this.#isStopped = true;
    this.#jobs = [];
  }

  /** Resolves, after `halt`, when the state machine is no longer busy. */
  stop(): Promise<void> {
    return this.#pending;
  }

  /** Does what is waiting. */
  run(): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#continue();
  }

  #continue(): void {
    while (!this.#isStopped) {
      const job = this.#jobs.shift();
      if (job === undefined) break;
      let pending: Promise<void> | undefined;
      try {
        pending = this.#perform(job);
      } catch (error) {
        this.#fail(error);
        return;
      }
      if (pending !== undefined) {
        this.#pending = pending.then(
          () => this.#continue(),
          (error: unknown) => this.#fail(error),
        );
        return;
      }
    }
    this.#isBusy = false;
  }

  #perform(job: Job): Promise<void> | undefined {
    switch (job.type) {
      case 'apply':
        return this.#apply(job.entries);
      case 'stage':
        return this.#stage(job.entry);
      case 'install':
        return this.#install(job.metadata);
      case 'take':
        return this.#take(job.onTaken);
    }
  }

  #apply(entries: readonly Entry[]): Promise<void> | undefined {
    this.#staging.pass(entries.at(-1)?.term ?? 0);
    this.#takeDeferred();
    const commands = entries.filter(isShown);
    const startedAtMs = this.#options.clock.nowMs();
    const results = commands.length === 0 ? [] : this.#options.stateMachine.apply(commands);
    const settle = (settled: readonly Result[]): void => {
      requireResults(settled, commands.length);
      this.#onResults(entries, settled, startedAtMs);
    };
    if (results instanceof Promise) return results.then(settle);
    settle(results);
    return undefined;
  }

  #onResults(entries: readonly Entry[], results: readonly Result[], startedAtMs: number): void {
    if (this.#isStopped) return;
    let next = 0;
    for (const entry of entries) {
      const result = isShown(entry) ? results[next] : undefined;
      if (isShown(entry)) next += 1;
      this.appliedBytes += entry.data.length;
      this.#options.onResult(entry.index, entry.term, result);
    }
    const last = entries[entries.length - 1];
    if (last === undefined) return;
    const { clock, metrics } = this.#options;
    metrics.sample('raft.commitNumLogs', entries.length);
    metrics.sample('raft.fsm.apply', clock.nowMs() - startedAtMs);
    this.#applied = { index: last.index, term: last.term };
    this.#options.onApplied(this.#applied);
  }

  #stage(entry: Entry): Promise<void> | undefined {
    const outcome = this.#staging.take(entry);
    const settle = (): void => {
      if (this.#isStopped) return;
      const { index, term } = entry;
      this.#applied = { index, term };
      this.#options.onStaged(index, term, outcome);
      this.#options.onApplied(this.#applied);
      if (outcome.type === 'complete') this.#options.onRestored();
      this.#takeDeferred();
    };
    if (outcome.type === 'complete') return this.#restore(entry, outcome).then(settle);
    settle();
    return undefined;
  }

  async #restore(
    { index, term }: Entry,
    { chunks, sizeBytes }: Extract<StagingOutcome, { type: 'complete' }>,
  ): Promise<void> {
    const { configuration, index: configurationIndex } = this.#options.configurationAt(index);
    const metadata = { index, term, configuration, configurationIndex, sizeBytes };
    const { stateMachine } = this.#options;
    await stateMachine.restore({ ...metadata, id: `backup-${index}` }, streamOf(chunks));
  }

  /** Images that were asked for while a backup was coming in. */
  #takeDeferred(): void {
    if (this.#staging.isOpen || this.#deferred.length === 0) return;
    for (const onTaken of this.#deferred) this.#jobs.push({ type: 'take', onTaken });
    this.#deferred = [];
  }

  async #install(metadata: SnapshotMetadata): Promise<void> {
    this.#staging.clear();
    this.#takeDeferred();
    const { stateMachine, snapshotStore, clock, metrics } = this.#options;
    const startedAtMs = clock.nowMs();
    const reader = await snapshotStore.open(metadata.id);
    await stateMachine.restore(metadata, reader.data);
    if (this.#isStopped) return;
    metrics.sample('raft.fsm.restore', clock.nowMs() - startedAtMs);
    this.#applied = { index: metadata.index, term: metadata.term };
    this.#options.onInstalled(metadata);
  }

  #take(onTaken: (taken: TakenImage) => void): Promise<void> | undefined {
    // The pieces that have come would be lost to whoever starts from the image.
    if (this.#staging.isOpen) {
      this.#deferred.push(onTaken);
      return undefined;
    }
    const position = this.#applied;
    const image = this.#options.stateMachine.snapshot();
    if (!(image instanceof Promise)) {
      onTaken({ position, image });
      return undefined;
    }
    return image.then((settled) => onTaken({ position, image: settled }));
  }

  #fail(cause: unknown): void {
    if (this.#isStopped) return;
    this.halt();
    const reason = cause instanceof Error ? cause.message : String(cause);
    const isOwn = cause instanceof RaftError;
    this.#options.onFault(isOwn ? cause : new RaftError('STATE_MACHINE_FAILED', reason, { cause }));
  }
}

/** @throws Error when a state machine does not answer each of its commands. */
export function requireResults(results: unknown, commandCount: number): void {
  if (Array.isArray(results) && results.length === commandCount) return;
  const given = Array.isArray(results) ? `${results.length} results` : nameOf(results);
  throw new Error(
    `apply gave ${given} for ${commandCount} commands; it must give an array of one result each`,
  );
}

/** Configurations and no-ops concern the group only, and an empty command is a barrier. */
function isShown(entry: Entry): entry is Entry & CommandEntry {
  return entry.kind === 'command' && entry.data.length > 0;
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
