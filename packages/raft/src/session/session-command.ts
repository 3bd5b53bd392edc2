import { requireBytes } from '../bytes.js';
import { ByteReader } from '../wire/byte-reader.js';
import { ByteWriter } from '../wire/byte-writer.js';

/** What a client says to a state machine with sessions. Every kind carries the sender's time. */
export type SessionCommand =
  /** Begins a session; its identifier is in the answer. */
  | { readonly type: 'open'; readonly timeMs: number }
  /** Ends it; nothing of it is remembered. */
  | { readonly type: 'close'; readonly timeMs: number; readonly sessionId: number }
  /** Keeps it from expiring. */
  | { readonly type: 'keep'; readonly timeMs: number; readonly sessionId: number }
  | {
      readonly type: 'run';
      /** Milliseconds since 1970 by the sender's clock. */
      readonly timeMs: number;
      readonly sessionId: number;
      /** The client's own count of its commands, from 1; the same for every attempt at one. */
      readonly serial: number;
      /** The client has the answers of all serials up to here; they need not be remembered. */
      readonly answeredThrough: number;
      readonly command: Uint8Array;
    };

const VERSION = 1;
const KIND = { open: 1, close: 2, keep: 3, run: 4 } as const;

/**
 * Version (1), kind (1), time (8), session (8), then for `run` serial (8), answered (8), command.
 *
 * @throws RaftError REFUSED when the command is no `Uint8Array`.
 */
export function encodeSessionCommand(said: SessionCommand): Uint8Array {
  if (said.type === 'run') requireBytes(said.command, 'a command');
  const commandBytes = said.type === 'run' ? said.command.length : 0;
  const writer = new ByteWriter(34 + commandBytes);
  writer.u8(VERSION);
  writer.u8(KIND[said.type]);
  writer.u64(said.timeMs);
  if (said.type === 'open') return writer.view();
  writer.u64(said.sessionId);
  if (said.type !== 'run') return writer.view();
  writer.u64(said.serial);
  writer.u64(said.answeredThrough);
  writer.bytes(said.command);
  return writer.view();
}

/** @returns undefined when the bytes are not what {@link encodeSessionCommand} makes. */
export function decodeSessionCommand(bytes: Uint8Array): SessionCommand | undefined {
  const reader = new ByteReader(bytes);
  if (reader.u8() !== VERSION) return undefined;
  const kind = reader.u8();
  const timeMs = reader.u64();
  if (kind === KIND.open) return reader.failed ? undefined : { type: 'open', timeMs };
  const sessionId = reader.u64();
  if (kind === KIND.run) {
    const serial = reader.u64();
    const answeredThrough = reader.u64();
    const command = reader.bytes(reader.remaining);
    const isSound = !reader.failed && serial > answeredThrough;
    if (!isSound) return undefined;
    return { type: 'run', timeMs, sessionId, serial, answeredThrough, command };
  }
  if (reader.failed) return undefined;
  if (kind === KIND.close) return { type: 'close', timeMs, sessionId };
  return kind === KIND.keep ? { type: 'keep', timeMs, sessionId } : undefined;
}
