import {
  type ByteStream,
  type Clock,
  formatEndpoint,
  type Metrics,
  unreachable,
} from '@konsul/runtime';
import type { OutgoingQuery } from '../serf.js';
import type { AgentEvent } from './agent-event.js';
import type { IpcBackend } from './ipc-backend.js';
import { type IpcAction, IpcConnection, type IpcOutcome } from './ipc-connection.js';
import type { IpcLimits } from './ipc-limits.js';
import type { IpcOperation, IpcQueryRequest } from './ipc-request.js';
import type { LogBook } from './log-book.js';
import type { LogLine } from './log-level.js';
import { reasonOf } from './reason-of.js';

/** What peers of one server share. */
export interface IpcPeerParts {
  readonly backend: IpcBackend;
  readonly logBook: LogBook;
  readonly authKey: string;
  readonly limits: IpcLimits;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** A client must have greeted, and shown its key, within this time. */
  readonly greetingTimeoutMs: number;
}

/** How long a client that is sent away may take to read why. */
const FAREWELL_MS = 1_000;
/**
 * At least so long after the last reply comes the word that its query is done. HashiCorp's client takes
 * both by different ways, and on that word forgets the replies that it has not shown yet.
 */
const DONE_PAUSE_MS = 250;

/** One client's stream and the state machine that speaks on it. */
export class IpcPeer {
  readonly name: string;
  readonly #parts: IpcPeerParts;
  readonly #stream: ByteStream;
  readonly #connection: IpcConnection;
  readonly #queries = new Set<OutgoingQuery>();
  readonly #cancelGreeting: () => void;
  #isFlushing = false;
  #isSlow = false;
  #hasWarned = false;
  #isGone = false;

  constructor(stream: ByteStream, parts: IpcPeerParts, onGone: (peer: IpcPeer) => void) {
    const { clock, authKey, limits } = parts;
    this.name = formatEndpoint(stream.remote);
    this.#parts = parts;
    this.#stream = stream;
    this.#connection = new IpcConnection({ authKey, limits });
    this.#cancelGreeting = clock.schedule(clock.nowMs() + parts.greetingTimeoutMs, () => {
      if (!this.#connection.isReady) stream.destroy();
    });
    stream.setHandlers({
      data: (bytes) => {
        this.#connection.receive(bytes);
        this.#flush();
      },
      end: () => stream.end(),
      drain: () => this.#onDrain(),
      close: () => {
        this.#onGone();
        onGone(this);
      },
    });
  }

  /** Something happened that streams may want to know. */
  event(event: AgentEvent): void {
    this.#connection.event(event, this.#parts.clock.nowMs());
    this.#flush();
  }

  /** A line was written to the log. */
  log(line: LogLine): void {
    this.#connection.log(line);
    this.#flush();
  }

  /** Sends what is to be sent, then closes. */
  end(): void {
    this.#stream.end();
  }

  #flush(): void {
    // What is logged on the way comes back here; the loop below takes it.
    if (this.#isFlushing || this.#isGone) return;
    this.#isFlushing = true;
    for (let actions = this.#take(); actions.length > 0; actions = this.#take()) {
      for (const action of actions) this.#execute(action);
    }
    this.#isFlushing = false;
    if (this.#connection.isReading) this.#stream.resume();
    else this.#stream.pause();
    this.#reportDropped();
  }

  #take(): readonly IpcAction[] {
    return this.#connection.takeActions();
  }

  #execute(action: IpcAction): void {
    const { logBook, clock } = this.#parts;
    switch (action.type) {
      case 'send':
        this.#send(action.bytes);
        break;
      case 'run':
        void this.#run(action.operation);
        break;
      case 'query':
        void this.#query(action.seq, action.request);
        break;
      case 'answer':
        void this.#settle(action.query.respond(action.payload).then(() => ({})));
        break;
      case 'replay-log':
        for (const line of logBook.recent()) this.#connection.log(line);
        break;
      case 'close':
        logBook.write('ERR', `agent.ipc: ${this.name}: ${action.reason}`);
        this.#stream.end();
        clock.schedule(clock.nowMs() + FAREWELL_MS, () => this.#stream.destroy());
        break;
      default:
        unreachable(action);
    }
  }

  #send(bytes: Uint8Array): void {
    if (this.#stream.write(bytes) || this.#isSlow) return;
    this.#isSlow = true;
    this.#connection.setBlocked(true);
  }

  #onDrain(): void {
    this.#isSlow = false;
    this.#hasWarned = false;
    this.#connection.setBlocked(false);
    this.#flush();
  }

  /** Tells the client what came of it. */
  async #settle(work: Promise<IpcOutcome>): Promise<void> {
    const outcome = await work.catch((error: unknown) => ({ error: reasonOf(error) }));
    this.#connection.complete(outcome);
    this.#flush();
  }

  async #run(operation: IpcOperation): Promise<void> {
    await this.#settle(this.#parts.backend.run(operation));
    if (operation.type === 'leave') this.#parts.backend.onLeaveAnswered();
  }

  async #query(seq: number, request: IpcQueryRequest): Promise<void> {
    const opening = this.#parts.backend.query(request);
    await this.#settle(opening.then(() => ({})));
    // What went wrong has been told.
    const query = await opening.catch(() => undefined);
    if (query !== undefined) await this.#streamReplies(seq, query);
  }

  async #streamReplies(seq: number, query: OutgoingQuery): Promise<void> {
    if (this.#isGone) {
      query.cancel();
      return;
    }
    const { clock } = this.#parts;
    let doneAtMs = clock.nowMs();
    this.#queries.add(query);
    for await (const reply of query) {
      this.#connection.queryRecord(seq, reply);
      this.#flush();
      doneAtMs = clock.nowMs() + DONE_PAUSE_MS;
    }
    this.#queries.delete(query);
    clock.schedule(doneAtMs, () => {
      if (this.#isGone) return;
      this.#connection.queryRecord(seq, { type: 'done' });
      this.#flush();
    });
  }

  /** Counts every record, and logs once until the client has caught up: a log line is a record too. */
  #reportDropped(): void {
    const count = this.#connection.takeDroppedCount();
    if (count === 0) return;
    this.#parts.metrics.increment('agent.ipc.dropped', count);
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    this.#parts.logBook.write('WARN', `agent.ipc: Dropping events and logs to ${this.name}`);
  }

  #onGone(): void {
    this.#isGone = true;
    this.#cancelGreeting();
    for (const query of this.#queries) query.cancel();
    this.#queries.clear();
  }
}
