import { isBytes, nameOf } from '../bytes.js';
import { ByteReader } from '../wire/byte-reader.js';
import { ByteWriter } from '../wire/byte-writer.js';

/** The place of an answer, filled when the command has been applied. */
export interface ResponseSlot<Result> {
  result: Result | undefined;
}

interface Session<Result> {
  readonly id: number;
  lastActiveMs: number;
  answeredThrough: number;
  readonly responses: Map<number, ResponseSlot<Result>>;
}

/** How much is remembered; part of the state machine, so the same on every server. */
export interface SessionBounds {
  /** Sessions at most; the one that was silent longest gives way. */
  readonly sessionsMax: number;
  /** Answers that one client may leave unconfirmed. */
  readonly responsesMax: number;
  /** A session silent for so long, by the log's time, expires. In milliseconds. */
  readonly timeoutMs: number;
}

/** What {@link SessionBounds} are where nothing is said. */
export const defaultSessionBounds: SessionBounds = {
  sessionsMax: 4_096,
  responsesMax: 64,
  timeoutMs: 3_600_000,
};

/** Turns results into bytes of a snapshot and back. */
export interface ResultCodec<Result> {
  readonly encode: (result: Result) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => Result;
}

/** What is to be done with a command. */
export type Admission<Result> =
  | { readonly type: 'run' | 'known'; readonly slot: ResponseSlot<Result> }
  | { readonly type: 'expired' | 'answered' | 'overloaded' };

/**
 * The sessions of a replicated state machine: a function of the log alone. Time is the latest that
 * any command has carried, so that all servers forget the same session at the same entry.
 *
 * Source: dissertation, section 6.3.
 */
export class SessionTable<Result> {
  readonly #bounds: SessionBounds;
  /** Silent longest first. */
  #sessions = new Map<number, Session<Result>>();
  #timeMs = 0;

  constructor(bounds: SessionBounds) {
    this.#bounds = bounds;
  }

  get count(): number {
    return this.#sessions.size;
  }

  /** The log's time moves to what a command carries, and silent sessions expire. */
  advance(timeMs: number): void {
    this.#timeMs = Math.max(this.#timeMs, timeMs);
    for (const session of this.#sessions.values()) {
      if (session.lastActiveMs + this.#bounds.timeoutMs >= this.#timeMs) return;
      this.#sessions.delete(session.id);
    }
  }

  open(id: number): void {
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size < this.#bounds.sessionsMax) break;
      this.#sessions.delete(oldest);
    }
    const lastActiveMs = this.#timeMs;
    this.#sessions.set(id, { id, lastActiveMs, answeredThrough: 0, responses: new Map() });
  }

  close(id: number): void {
    this.#sessions.delete(id);
  }

  /** @returns false when there is no such session. */
  touch(id: number): boolean {
    return this.#touch(id) !== undefined;
  }

  /** Decides about one command; one that is to `run` has its place from here on. */
  admit(run: { sessionId: number; serial: number; answeredThrough: number }): Admission<Result> {
    const session = this.#touch(run.sessionId);
    if (session === undefined) return { type: 'expired' };
    if (run.answeredThrough > session.answeredThrough) {
      session.answeredThrough = run.answeredThrough;
      for (const serial of session.responses.keys()) {
        if (serial <= run.answeredThrough) session.responses.delete(serial);
      }
    }
    if (run.serial <= session.answeredThrough) return { type: 'answered' };
    const known = session.responses.get(run.serial);
    if (known !== undefined) return { type: 'known', slot: known };
    if (session.responses.size >= this.#bounds.responsesMax) return { type: 'overloaded' };
    const slot: ResponseSlot<Result> = { result: undefined };
    session.responses.set(run.serial, slot);
    return { type: 'run', slot };
  }

  encode(codec: ResultCodec<Result>): Uint8Array {
    const writer = new ByteWriter(1024);
    writer.u64(this.#timeMs);
    writer.u32(this.#sessions.size);
    for (const session of this.#sessions.values()) {
      writer.u64(session.id);
      writer.u64(session.lastActiveMs);
      writer.u64(session.answeredThrough);
      writer.u32(session.responses.size);
      for (const [serial, slot] of session.responses) {
        writer.u64(serial);
        const encoded = codec.encode(slot.result as Result);
        // As for every mistake of a state machine, the node ends, and says why.
        if (!isBytes(encoded)) {
          throw new Error(`an encoded result must be a Uint8Array; it is ${nameOf(encoded)}`);
        }
        writer.bytes32(encoded);
      }
    }
    return writer.view();
  }

  /** Replaces everything by what {@link encode} wrote. @returns false when the bytes are not that. */
  restore(bytes: Uint8Array, codec: ResultCodec<Result>): boolean {
    const reader = new ByteReader(bytes);
    const timeMs = reader.u64();
    const sessions = new Map<number, Session<Result>>();
    const count = reader.u32();
    for (let at = 0; at < count && !reader.failed; at += 1) {
      const id = reader.u64();
      const lastActiveMs = reader.u64();
      const answeredThrough = reader.u64();
      const responses = new Map<number, ResponseSlot<Result>>();
      const responseCount = reader.u32();
      for (let position = 0; position < responseCount && !reader.failed; position += 1) {
        const serial = reader.u64();
        const encoded = reader.bytes32();
        if (!reader.failed) responses.set(serial, { result: codec.decode(encoded) });
      }
      sessions.set(id, { id, lastActiveMs, answeredThrough, responses });
    }
    if (reader.failed || reader.remaining > 0) return false;
    this.#timeMs = timeMs;
    this.#sessions = sessions;
    return true;
  }

  #touch(id: number): Session<Result> | undefined {
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    session.lastActiveMs = this.#timeMs;
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    return session;
  }
}
