import { type Clock, systemClock } from '@konsul/runtime';
import { requireBytes } from '../bytes.js';
import { isRaftError, RaftError, type RaftErrorCode } from '../errors.js';
import { encodeSessionCommand } from './session-command.js';
import { defaultSessionBounds } from './session-table.js';
import type { SessionResult } from './with-sessions.js';

/** Options of {@link createSessionClient}. */
export interface SessionClientOptions<Result> {
  /** Puts a command through the log, at whichever server leads; rejects with a `RaftError`. */
  readonly propose: (command: Uint8Array) => Promise<SessionResult<Result>>;
  readonly clock?: Clock;
  /** Pause before a command is tried again, in milliseconds. Default 50. */
  readonly retryDelayMs?: number;
  /** How long a command is tried, in milliseconds. Default 30 s. */
  readonly timeoutMs?: number;
  /** Commands under way at a time; at most the state machine's `responsesMax`. Default 64. */
  readonly windowMax?: number;
}

/** One client of a replicated state machine with sessions. */
export interface SessionClient<Result> {
  /**
   * Runs a command exactly once, however often it has to be sent.
   *
   * @throws RaftError OVERLOADED when too many are under way, OUTCOME_UNKNOWN when it was sent and
   * no answer could be had in time or the session has expired meanwhile; other codes when it has
   * certainly had no effect, as REFUSED for what is no `Uint8Array`.
   */
  run(command: Uint8Array): Promise<Result>;
  /** Ends the session; the group forgets it. */
  close(): Promise<void>;
}

/** Codes after which the same command may be sent again, and whether it may have had an effect. */
const isPossiblyDone: Partial<Record<RaftErrorCode, boolean>> = {
  NOT_LEADER: false,
  OVERLOADED: false,
  DROPPED: false,
  OUTCOME_UNKNOWN: true,
  ABORTED: true,
  STOPPED: true,
};

/**
 * Numbers commands and repeats them until they are answered. Serials that are answered are told
 * with the next command, so that the group can forget the answers.
 *
 * Source: dissertation, section 6.3.
 */
export function createSessionClient<Result>(
  options: SessionClientOptions<Result>,
): SessionClient<Result> {
  return new Client({
    clock: systemClock,
    retryDelayMs: 50,
    timeoutMs: 30_000,
    windowMax: defaultSessionBounds.responsesMax,
    ...options,
  });
}

/** One session as the client sees it. */
class Session {
  readonly id: number;
  #lastSerial = 0;
  #answeredThrough = 0;
  readonly #answered = new Set<number>();

  constructor(id: number) {
    this.id = id;
  }

  get openCount(): number {
    return this.#lastSerial - this.#answeredThrough;
  }

  get answeredThrough(): number {
    return this.#answeredThrough;
  }

  next(): number {
    this.#lastSerial += 1;
    return this.#lastSerial;
  }

  answered(serial: number): void {
    this.#answered.add(serial);
    while (this.#answered.delete(this.#answeredThrough + 1)) this.#answeredThrough += 1;
  }
}

class Client<Result> implements SessionClient<Result> {
  readonly #options: Required<SessionClientOptions<Result>>;
  #session: Promise<Session> | undefined;

  constructor(options: Required<SessionClientOptions<Result>>) {
    this.#options = options;
  }

  async run(command: Uint8Array): Promise<Result> {
    requireBytes(command, 'a command');
    const deadlineMs = this.#options.clock.nowMs() + this.#options.timeoutMs;
    for (;;) {
      const opening = this.#opened(deadlineMs);
      const session = await opening;
      if (session.openCount >= this.#options.windowMax) {
        throw new RaftError('OVERLOADED', `${session.openCount} commands are under way`);
      }
      const outcome = await this.#runIn({ session, opening, command, deadlineMs });
      if (outcome !== undefined) return outcome.result;
    }
  }

  async close(): Promise<void> {
    const opening = this.#session;
    this.#session = undefined;
    if (opening === undefined) return;
    const { id: sessionId } = await opening;
    const timeMs = this.#options.clock.wallMs();
    await this.#options.propose(encodeSessionCommand({ type: 'close', timeMs, sessionId }));
  }

  /** @returns undefined when the session had expired before the command had any effect. */
  async #runIn(attempt: {
    session: Session;
    opening: Promise<Session>;
    command: Uint8Array;
    deadlineMs: number;
  }): Promise<{ result: Result } | undefined> {
    const { session, opening, command, deadlineMs } = attempt;
    const serial = session.next();
    const sent = { isPossiblyDone: false };
    try {
      const { id: sessionId } = session;
      const answer = await this.#send(
        (timeMs) => {
          const { answeredThrough } = session;
          return { type: 'run', timeMs, sessionId, serial, answeredThrough, command };
        },
        deadlineMs,
        sent,
      );
      if (answer.type === 'done') {
        session.answered(serial);
        return answer;
      }
      this.#abandon(opening);
      if (answer.type === 'expired' && !sent.isPossiblyDone) return undefined;
      throw new RaftError('OUTCOME_UNKNOWN', `the session's answer was: ${answer.type}`);
    } catch (error) {
      // The serial will never be answered, so the session can no longer tell what is.
      this.#abandon(opening);
      throw error;
    }
  }

  #opened(deadlineMs: number): Promise<Session> {
    if (this.#session !== undefined) return this.#session;
    const opening = this.#open(deadlineMs);
    this.#session = opening;
    opening.catch(() => this.#abandon(opening));
    return opening;
  }

  async #open(deadlineMs: number): Promise<Session> {
    // One that was opened without an answer expires by itself.
    const sent = { isPossiblyDone: false };
    const answer = await this.#send((timeMs) => ({ type: 'open', timeMs }), deadlineMs, sent);
    if (answer.type === 'opened') return new Session(answer.sessionId);
    throw new RaftError('REFUSED', `no session was opened: ${answer.type}`);
  }

  #abandon(opening: Promise<Session>): void {
    if (this.#session === opening) this.#session = undefined;
  }

  /** Sends until there is an answer, or no time. */
  async #send(
    said: (timeMs: number) => Parameters<typeof encodeSessionCommand>[0],
    deadlineMs: number,
    sent: { isPossiblyDone: boolean },
  ): Promise<SessionResult<Result>> {
    const { clock, retryDelayMs, propose } = this.#options;
    for (;;) {
      try {
        return await propose(encodeSessionCommand(said(Math.floor(clock.wallMs()))));
      } catch (error) {
        const isDone = isRaftError(error) ? isPossiblyDone[error.code] : undefined;
        if (isDone === undefined) throw error;
        sent.isPossiblyDone ||= isDone;
        if (clock.nowMs() + retryDelayMs < deadlineMs) {
          await new Promise<void>((resolve) => {
            clock.schedule(clock.nowMs() + retryDelayMs, resolve);
          });
          continue;
        }
        if (!sent.isPossiblyDone) throw error;
        throw new RaftError('OUTCOME_UNKNOWN', 'no answer could be had in time', { cause: error });
      }
    }
  }
}
