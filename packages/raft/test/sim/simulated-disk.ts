import { type Rng, randomBelow } from '@konsul/runtime/core';
import {
  bootstrapState,
  type Configuration,
  type Entry,
  type HardState,
  type PersistEffect,
  type PlantedBug,
  RaftCore,
  type RaftCoreOptions,
  type RecoveredState,
  type SnapshotMetadata,
  type TermRun,
} from '../../src/core/index.js';

/** A log as it stands on a disk. */
interface DiskImage {
  hardState: HardState;
  baseIndex: number;
  baseTerm: number;
  entries: Entry[];
  snapshot: SnapshotMetadata | undefined;
}

function applyUnit(image: DiskImage, unit: PersistEffect): void {
  if (unit.hardState !== undefined) image.hardState = unit.hardState;
  if (unit.snapshot !== undefined) {
    image.baseIndex = unit.snapshot.index;
    image.baseTerm = unit.snapshot.term;
    image.entries = [];
    image.snapshot = unit.snapshot;
  }
  const first = unit.entries[0];
  if (first === undefined) return;
  const kept = first.index - image.baseIndex - 1;
  if (kept < 0 || kept > image.entries.length) {
    throw new Error(`unit at ${first.index} leaves a hole behind ${lastIndexOf(image)}`);
  }
  image.entries = [...image.entries.slice(0, kept), ...unit.entries];
}

function lastIndexOf(image: DiskImage): number {
  return image.baseIndex + image.entries.length;
}

function termIn(image: DiskImage, index: number): number | undefined {
  if (index === image.baseIndex) return image.baseTerm;
  return image.entries[index - image.baseIndex - 1]?.term;
}

type StartOptions = Omit<RaftCoreOptions, 'recovered' | 'plantedBug'> & {
  readonly plantedBug: PlantedBug | undefined;
};

/** A disk that knows what it has flushed, and forgets the rest when its machine dies. */
export class SimulatedDisk {
  /** What a crash leaves. */
  #durable: DiskImage = {
    hardState: { term: 0, votedFor: undefined, commitIndex: 0 },
    baseIndex: 0,
    baseTerm: 0,
    entries: [],
    snapshot: undefined,
  };
  /** Written and answered without a flush; a crash keeps some of them, in order. */
  #unflushed: PersistEffect[] = [];
  /** Handed to the disk and not answered. */
  #open: PersistEffect | undefined;

  get hardState(): HardState {
    return this.#durable.hardState;
  }

  get lastIndex(): number {
    return lastIndexOf(this.#durable);
  }

  get snapshotIndex(): number {
    return this.#durable.snapshot?.index ?? 0;
  }

  /** The term at `index` that a crash right now would leave. */
  termAt(index: number): number | undefined {
    return termIn(this.#durable, index);
  }

  /** True when a crash right now would leave this entry, or a snapshot that covers it. */
  holds(index: number, term: number): boolean {
    return index <= this.#durable.baseIndex || this.termAt(index) === term;
  }

  begin(unit: PersistEffect): void {
    if (this.#open !== undefined) throw new Error('two persist units at once');
    this.#open = unit;
  }

  /** The open unit is finished. */
  complete(): PersistEffect {
    const unit = this.#open!;
    this.#open = undefined;
    this.#unflushed.push(unit);
    if (unit.mustSync) this.#flush(this.#unflushed.length);
    return unit;
  }

  /** Power is gone: the unit under way is whole or not there, and so is what was not flushed. */
  crash(rng: Rng): void {
    const written = this.#open === undefined ? [] : [this.#open];
    this.#unflushed.push(...written);
    this.#open = undefined;
    this.#flush(randomBelow(rng, this.#unflushed.length + 1));
    this.#unflushed = [];
  }

  read(fromIndex: number, toIndex: number, maxBytes: number): Entry[] | undefined {
    const image = this.#current();
    if (fromIndex <= image.baseIndex) return undefined;
    const entries: Entry[] = [];
    let bytes = 0;
    for (const entry of image.entries.slice(fromIndex - image.baseIndex - 1)) {
      bytes += entry.data.length;
      if (entry.index > toIndex || (bytes > maxBytes && entries.length > 0)) break;
      entries.push(entry);
    }
    return entries;
  }

  storeSnapshot(snapshot: SnapshotMetadata): void {
    if (snapshot.index > this.snapshotIndex) this.#durable.snapshot = snapshot;
  }

  compact(throughIndex: number): void {
    // Compaction is a durable mark of its own and carries what was written before it.
    this.#flush(this.#unflushed.length);
    const image = this.#durable;
    const term = termIn(image, throughIndex);
    if (term === undefined || throughIndex <= image.baseIndex) return;
    image.entries = image.entries.slice(throughIndex - image.baseIndex);
    image.baseIndex = throughIndex;
    image.baseTerm = term;
  }

  /** Writes what a group of this configuration is founded with. */
  found(configuration: Configuration): void {
    const { hardState, entries } = bootstrapState(configuration);
    this.begin({ type: 'persist', sequence: 0, hardState, entries, mustSync: true });
    this.complete();
  }

  /** A core that goes on from what is durable. */
  start(options: StartOptions): RaftCore {
    const { plantedBug, ...rest } = options;
    const recovered = this.recover();
    return new RaftCore({ ...rest, recovered, ...(plantedBug && { plantedBug }) });
  }

  /** What a server finds when it starts. */
  recover(): RecoveredState {
    const image = this.#durable;
    const terms: TermRun[] = [];
    for (const entry of image.entries) {
      if (terms.at(-1)?.term !== entry.term) {
        terms.push({ firstIndex: entry.index, term: entry.term });
      }
    }
    return {
      hardState: image.hardState,
      ...(image.snapshot === undefined ? {} : { snapshot: image.snapshot }),
      baseIndex: image.baseIndex,
      baseTerm: image.baseTerm,
      lastIndex: lastIndexOf(image),
      terms,
      configurationEntries: image.entries.filter((entry) => entry.kind === 'configuration'),
    };
  }

  #current(): DiskImage {
    const image = { ...this.#durable };
    for (const unit of this.#unflushed) applyUnit(image, unit);
    return image;
  }

  #flush(count: number): void {
    for (const unit of this.#unflushed.splice(0, count)) applyUnit(this.#durable, unit);
  }
}
