import { describe, expect, it } from 'vitest';
import type { Entry, HardState } from '../core/entry.js';
import { RaftError } from '../errors.js';
import type {
  LogBatch,
  LogPosition,
  LogRange,
  LogState,
  LogStore,
} from '../storage/raft-storage.js';
import { type LogStoreMedium, logStoreContract } from './index.js';

/** What may be wrong with a store, and the case that must find it. */
const flaws = {
  'reads into one buffer': 'what a read gave stays as it was',
  'takes a gap': 'a batch that would leave a gap',
  'writes what was compacted': 'what was compacted is not written again',
  'lets close drop what waits': 'close settles what was appended',
  'takes batches after close': 'a store that is closed takes nothing more',
  'has no lock': 'a medium that a store has open',
  'resolves before it writes': 'what append has resolved for survives a crash',
  'writes entry after entry': 'a crash while appending leaves whole batches',
  'cuts before it writes': 'a crash while entries are replaced',
  'forgets what needs no flush': 'what was appended without a flush',
  'goes on after a failure': 'after a failed write everything is refused',
  'says nothing of a cut': 'a torn last batch is cut off',
  'cuts too much': 'a torn last batch is cut off',
  'skips what is damaged': 'a log that is damaged before its end',
} as const;

type Flaw = keyof typeof flaws | 'never answers' | undefined;

interface Line extends Partial<Omit<LogBatch, 'entries'>> {
  readonly entries: readonly Entry[];
  readonly compact?: number;
}

/** Lines of text that are durable once they are pushed; half a line is what a crash may leave. */
class Paper {
  readonly lines: string[] = [];
  isLocked = false;
  failsNext = false;
  epoch = 0;
  #crashCount = 0;
  #underWay: string | undefined;

  async write(line: string): Promise<void> {
    const { epoch } = this;
    this.#underWay = line;
    await new Promise((resolve) => setImmediate(resolve));
    if (epoch !== this.epoch) return new Promise(() => undefined);
    this.#underWay = undefined;
    const isFailing = this.failsNext;
    this.failsNext = false;
    if (isFailing) throw new Error('the paper is full');
    this.lines.push(line);
  }

  crash(): void {
    this.epoch += 1;
    this.isLocked = false;
    this.#crashCount += 1;
    const line = this.#underWay;
    if (line !== undefined && this.#crashCount % 2 === 0) this.lines.push(line.slice(0, -9));
    this.#underWay = undefined;
  }
}

/** A small log that keeps every rule but the one that its flaw is about. */
class LineLog implements LogStore {
  readonly #paper: Paper;
  readonly #flaw: Flaw;
  readonly #pool = new Uint8Array(1000);
  #hardState: HardState = { term: 0, votedFor: undefined, commitIndex: 0 };
  #base: LogPosition = { index: 0, term: 0 };
  #entries: Entry[] = [];
  #writing: Promise<void> = Promise.resolve();
  #failure: RaftError | undefined;
  #isClosing = false;

  constructor(paper: Paper, flaw: Flaw) {
    this.#paper = paper;
    this.#flaw = flaw;
  }

  async open(): Promise<LogState> {
    if (this.#paper.isLocked && this.#flaw !== 'has no lock') {
      throw new RaftError('STORAGE_LOCKED', 'somebody else has it');
    }
    const repair = this.#recover();
    this.#paper.isLocked = true;
    const terms: { firstIndex: number; term: number }[] = [];
    for (const { index, term } of this.#entries) {
      if (terms.at(-1)?.term !== term) terms.push({ firstIndex: index, term });
    }
    return {
      hardState: this.#hardState,
      baseIndex: this.#base.index,
      baseTerm: this.#base.term,
      lastIndex: this.#base.index + this.#entries.length,
      terms,
      configurationEntries: this.#entries.filter(({ kind }) => kind === 'configuration'),
      ...(repair && { repair }),
    };
  }

  append(batch: LogBatch): Promise<void> {
    if (this.#flaw === 'never answers') return new Promise(() => undefined);
    if (this.#flaw === 'forgets what needs no flush' && !batch.mustSync) return Promise.resolve();
    const written = this.#write(() => this.#linesOf(batch));
    if (this.#flaw !== 'resolves before it writes') return written;
    written.catch(() => undefined);
    return Promise.resolve();
  }

  async read({ fromIndex, toIndex, bytesMax }: LogRange): Promise<readonly Entry[]> {
    if (fromIndex <= this.#base.index) throw new RaftError('LOG_COMPACTED', `no ${fromIndex}`);
    const { index } = this.#base;
    const list = this.#entries.slice(fromIndex - index - 1, toIndex - index);
    let bytes = 0;
    const given = list.filter(({ data }, at) => {
      bytes += data.length;
      return at === 0 || bytes <= bytesMax;
    });
    if (this.#flaw !== 'reads into one buffer') return given;
    return given.map((one, at) => {
      this.#pool.set(one.data, at * 3);
      return { ...one, data: this.#pool.subarray(at * 3, at * 3 + one.data.length) };
    });
  }

  compact(throughIndex: number): Promise<void> {
    return this.#write(() => [{ entries: [], compact: throughIndex }]);
  }

  async close(): Promise<void> {
    if (this.#flaw === 'lets close drop what waits') {
      this.#failure = new RaftError('STORAGE_FAILED', 'closed');
    }
    await this.#writing;
    this.#isClosing = this.#flaw !== 'takes batches after close';
    this.#paper.isLocked = false;
  }

  #write(compose: () => readonly Line[]): Promise<void> {
    const written = this.#writing.then(async () => {
      if (this.#isClosing) throw new RaftError('STORAGE_FAILED', 'closed');
      for (const line of compose()) {
        if (this.#failure !== undefined) throw this.#failure;
        await this.#paper.write(encode(line)).catch((cause) => {
          const failure = new RaftError('STORAGE_FAILED', 'the write failed', { cause });
          if (this.#flaw !== 'goes on after a failure') this.#failure = failure;
          throw failure;
        });
        this.#take(line);
      }
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }

  #linesOf(batch: LogBatch): readonly Line[] {
    const [first] = batch.entries;
    if (first === undefined) return [batch];
    const base = batch.reset ?? this.#base;
    const end = batch.reset?.index ?? base.index + this.#entries.length;
    const isTorn = batch.entries.some(({ index }, at) => index !== first.index + at);
    const isGap = isTorn || first.index > end + 1;
    if (isGap && this.#flaw !== 'takes a gap') throw new Error('a gap');
    const isBelow = first.index <= base.index;
    if (isBelow && this.#flaw !== 'writes what was compacted') throw new Error('compacted already');
    if (this.#flaw === 'writes entry after entry') {
      return batch.entries.map((one) => ({ ...batch, entries: [one] }));
    }
    const isApart = this.#flaw === 'cuts before it writes' && first.index <= end;
    return isApart ? [{ entries: [first] }, batch] : [batch];
  }

  #recover(): LogState['repair'] {
    const { lines } = this.#paper;
    let cutBytes = 0;
    for (const [at, text] of [...lines].entries()) {
      const line = decode(text);
      const isLast = at === lines.length - 1;
      if (line !== undefined) this.#take(line);
      else if (isLast) cutBytes = lines.pop()?.length ?? 0;
      else if (this.#flaw !== 'skips what is damaged') {
        throw new RaftError('STORAGE_CORRUPT', `line ${at} is damaged`);
      }
    }
    if (cutBytes === 0 || this.#flaw === 'says nothing of a cut') return undefined;
    if (this.#flaw === 'cuts too much') this.#entries.length = 0;
    return { cutBytes, keptAt: 'nowhere' };
  }

  #take({ hardState, reset, entries, compact }: Line): void {
    this.#hardState = hardState ?? this.#hardState;
    if (reset !== undefined) {
      this.#base = reset;
      this.#entries = [];
    }
    const [first] = entries;
    if (first !== undefined) {
      const kept = first.index - this.#base.index - 1;
      this.#entries = [...this.#entries.slice(0, Math.max(0, kept)), ...entries];
    }
    if (compact === undefined) return;
    const [base] = this.#entries.splice(0, compact - this.#base.index).slice(-1);
    this.#base = base ?? this.#base;
  }
}

/** The end of a line says that all of it is there. */
function encode({ hardState, ...line }: Line): string {
  const votedFor = hardState?.votedFor ?? null;
  const entries = line.entries.map((one) => ({ ...one, data: [...one.data] }));
  return `${JSON.stringify({ ...line, entries, hardState: hardState && { ...hardState, votedFor } })}\n`;
}

function decode(text: string): Line | undefined {
  if (!text.endsWith('\n')) return undefined;
  const { hardState, ...line } = JSON.parse(text);
  const entries = line.entries.map((one: Entry) => ({ ...one, data: Uint8Array.from(one.data) }));
  if (hardState === undefined) return { ...line, entries };
  return {
    ...line,
    entries,
    hardState: { ...hardState, votedFor: hardState.votedFor ?? undefined },
  };
}

function mediumWith(flaw: Flaw): LogStoreMedium {
  const paper = new Paper();
  return {
    connect: () => new LineLog(paper, flaw),
    crash: () => paper.crash(),
    failNextWrite: () => {
      paper.failsNext = true;
    },
    tearLastBatch: () => void paper.lines.push(paper.lines.pop()?.slice(0, -9) ?? ''),
    damageFirstBatch: () => {
      paper.lines[0] = 'blot';
    },
  };
}

describe('the contract of log stores', () => {
  it.each(logStoreContract)('is kept by a log that keeps every rule: $name', async ({ run }) => {
    expect(await run(mediumWith(undefined), { timeoutMs: 30_000 })).toEqual({ type: 'holds' });
  });

  it.each(Object.entries(flaws))('is broken by a log that %s', async (flaw, found) => {
    const cases = logStoreContract.filter(({ name }) => name.startsWith(found));
    expect(cases).toHaveLength(1);
    const running = cases[0]?.run(mediumWith(flaw as keyof typeof flaws), { timeoutMs: 30_000 });
    await expect(running).rejects.toThrow();
  });

  it('ends, and says what it waited for, where a log never answers', async () => {
    for (const { name, run } of logStoreContract.slice(1, 4)) {
      const running = run(mediumWith('never answers'), { timeoutMs: 20 });
      await expect(running, name).rejects.toThrow(/^waited 20 ms for append of 1 to \d+ to settle/);
    }
  });

  it('says what it could not check', async () => {
    const outcomes = await Promise.all(
      logStoreContract.map(({ run }) => run({ connect: mediumWith(undefined).connect })),
    );
    const reasons = outcomes.flatMap((one) => (one.type === 'holds' ? [] : [one.reason]));
    expect(new Set(reasons)).toEqual(
      new Set(
        ['crash', 'failNextWrite', 'tearLastBatch', 'damageFirstBatch'].map(
          (hook) => `the medium has no ${hook}`,
        ),
      ),
    );
  });
});
