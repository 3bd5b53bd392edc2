import { option } from '@konsul/runtime';
import type { SnapshotMetadata } from '../core/entry.js';
import { refuseOption } from '../errors.js';
import { requireResults } from '../node/apply-loop.js';
import type { CommandEntry, StateMachine, StateMachineSnapshot } from '../node/state-machine.js';
import { ByteReader } from '../wire/byte-reader.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { decodeSessionCommand } from './session-command.js';
import {
  defaultSessionBounds,
  type ResponseSlot,
  type ResultCodec,
  type SessionBounds,
  SessionTable,
} from './session-table.js';

/** Options of {@link withSessions}. The bounds must be the same on every server, for ever. */
export interface SessionOptions<Result> extends Partial<SessionBounds> {
  /** Remembered results go into snapshots. */
  readonly results: ResultCodec<Result>;
}

/**
 * What became of a command.
 *
 * - `done`: it has taken effect exactly once; `result` is that of the one time.
 * - `answered`: it has taken effect, and the client had said that it knows the result.
 * - `expired`: the session is not known, or no longer; nothing was done now, and whether it was
 *   earlier is forgotten.
 * - `overloaded`: the client has too many answers unconfirmed; nothing was done.
 * - `malformed`: the bytes are no session command; nothing was done.
 */
export type SessionResult<Result> =
  | { readonly type: 'opened'; readonly sessionId: number }
  | { readonly type: 'kept' | 'closed' }
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'answered' | 'expired' | 'overloaded' | 'malformed' };

const HEADER_MAGIC = 0x5353454b; // "KESS" read as little-endian
const HEADER_BYTES = 12;

/**
 * Gives a state machine exactly-once commands: whatever a client repeats takes effect once, and
 * every attempt gets the result of that once. Commands come from `createSessionClient` or are made
 * by `encodeSessionCommand`.
 *
 * What is remembered lives in memory and in snapshots, so the wrapper is for state machines that
 * are restored from snapshots; `lastApplied` of the inner one is not used.
 *
 * Source: dissertation, section 6.3.
 */
export function withSessions<Result>(
  inner: StateMachine<Result>,
  options: SessionOptions<Result>,
): StateMachine<SessionResult<Result>> {
  const { results, ...bounds } = options;
  for (const [key, value] of Object.entries(bounds)) {
    const problem = option.integer(1, Number.MAX_SAFE_INTEGER)(value, key);
    if (problem !== undefined) refuseOption(problem);
  }
  return new SessionMachine(inner, results, { ...defaultSessionBounds, ...bounds });
}

/** An answer, or the place where it will be once the inner state machine has been asked. */
type Pending<Result> = SessionResult<Result> | ResponseSlot<Result>;

class SessionMachine<Result> implements StateMachine<SessionResult<Result>> {
  readonly #inner: StateMachine<Result>;
  readonly #codec: ResultCodec<Result>;
  readonly #table: SessionTable<Result>;

  constructor(inner: StateMachine<Result>, codec: ResultCodec<Result>, bounds: SessionBounds) {
    this.#inner = inner;
    this.#codec = codec;
    this.#table = new SessionTable(bounds);
  }

  apply(
    entries: readonly CommandEntry[],
  ): readonly SessionResult<Result>[] | Promise<readonly SessionResult<Result>[]> {
    const commands: CommandEntry[] = [];
    const slots: ResponseSlot<Result>[] = [];
    const pending = entries.map((entry) => this.#admit(entry, { commands, slots }));
    const settle = (results: readonly Result[]): readonly SessionResult<Result>[] => {
      requireResults(results, commands.length);
      for (const [at, slot] of slots.entries()) slot.result = results[at];
      return pending.map(settled);
    };
    if (commands.length === 0) return settle([]);
    const applied = this.#inner.apply(commands);
    return applied instanceof Promise ? applied.then(settle) : settle(applied);
  }

  async snapshot(): Promise<StateMachineSnapshot> {
    // Fixed before anything is waited for: the image must be of one instant.
    const table = this.#table.encode(this.#codec);
    const image = await this.#inner.snapshot();
    const header = new ByteWriter(HEADER_BYTES);
    header.u32(HEADER_MAGIC);
    header.u64(table.length);
    const { release } = image;
    const data = withHeader([header.view(), table], image.data);
    return release === undefined ? { data } : { data, release: () => release() };
  }

  async restore(metadata: SnapshotMetadata, data: AsyncIterable<Uint8Array>): Promise<void> {
    const bytes = new PrefixReader(data);
    const header = new ByteReader(await bytes.take(HEADER_BYTES));
    if (header.u32() !== HEADER_MAGIC) throw new Error('the snapshot holds no sessions');
    const tableBytes = header.u64();
    const table = await bytes.take(tableBytes);
    if (!this.#table.restore(table, this.#codec)) {
      throw new Error('the sessions of the snapshot are unreadable');
    }
    const sizeBytes = metadata.sizeBytes - HEADER_BYTES - tableBytes;
    await this.#inner.restore({ ...metadata, sizeBytes }, bytes.rest());
  }

  #admit(
    entry: CommandEntry,
    batch: { commands: CommandEntry[]; slots: ResponseSlot<Result>[] },
  ): Pending<Result> {
    const said = decodeSessionCommand(entry.data);
    if (said === undefined) return { type: 'malformed' };
    this.#table.advance(said.timeMs);
    switch (said.type) {
      case 'open':
        this.#table.open(entry.index);
        return { type: 'opened', sessionId: entry.index };
      case 'close':
        this.#table.close(said.sessionId);
        return { type: 'closed' };
      case 'keep':
        return { type: this.#table.touch(said.sessionId) ? 'kept' : 'expired' };
      case 'run': {
        const admission = this.#table.admit(said);
        if (admission.type === 'run') {
          batch.commands.push({ ...entry, data: said.command });
          batch.slots.push(admission.slot);
          return admission.slot;
        }
        return admission.type === 'known' ? admission.slot : { type: admission.type };
      }
    }
  }
}

function settled<Result>(pending: Pending<Result>): SessionResult<Result> {
  return 'type' in pending ? pending : { type: 'done', result: pending.result as Result };
}

async function* withHeader(
  header: readonly Uint8Array[],
  data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* header;
  yield* data;
}

/** Takes bytes from the beginning of a stream and gives the rest on. */
class PrefixReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #left: Uint8Array = new Uint8Array(0);

  constructor(data: AsyncIterable<Uint8Array>) {
    this.#iterator = data[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#left.length === 0 && !(await this.#fill())) {
        throw new Error(`the snapshot ends ${missing} bytes too early`);
      }
      const part = this.#left.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.#left = this.#left.subarray(part.length);
    }
    const whole = new ByteWriter(length);
    for (const part of parts) whole.bytes(part);
    return whole.view();
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    try {
      if (this.#left.length > 0) yield this.#left;
      while (await this.#fill()) yield this.#left;
    } finally {
      await this.#iterator.return?.();
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#iterator.next();
    if (next.done === true) return false;
    this.#left = next.value;
    return true;
  }
}
