import { MsgpackReader } from '@konsul/swim';
import type { IncomingQuery } from '../incoming-query.js';
import type { AgentEvent } from './agent-event.js';
import { AnswerableQueries } from './answerable-queries.js';
import type { IpcLimits } from './ipc-limits.js';
import {
  IPC_VERSION,
  type IpcCommand,
  type IpcOperation,
  type IpcQueryRequest,
  type IpcRequest,
} from './ipc-request.js';
import { emptyBody, type IpcBody, type IpcRecord, ipcMember } from './ipc-response.js';
import type { LogLine } from './log-level.js';
import { RecordQueue } from './record-queue.js';
import {
  bodilessRequest,
  hasRequestBody,
  readRequestBody,
  readRequestHeader,
} from './request-reader.js';
import { ResponseWriter } from './response-writer.js';
import { Subscriptions } from './subscriptions.js';
import { ValueWindow } from './value-window.js';

/** What a connection wants done. */
export type IpcAction =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  /** Do it, then call `complete`; the next request waits until then. */
  | { readonly type: 'run'; readonly operation: IpcOperation }
  /** The same for a query: its replies go to `queryRecord` once `complete` was called. */
  | { readonly type: 'query'; readonly seq: number; readonly request: IpcQueryRequest }
  | {
      readonly type: 'answer';
      readonly query: IncomingQuery;
      readonly payload: Uint8Array;
    }
  /** Tell it, by `log`, the lines kept so far. */
  | { readonly type: 'replay-log' }
  /** Send what is to be sent, then close. */
  | { readonly type: 'close'; readonly reason: string };

/** What came of a request; a body may stand beside an error. */
export interface IpcOutcome {
  /** Absent or empty when all is well. */
  readonly error?: string | undefined;
  /** Default the empty one of the command. */
  readonly body?: IpcBody;
}

export interface IpcConnectionOptions {
  /** Clients must give it before anything else; empty when none is wanted. */
  readonly authKey: string;
  readonly limits: IpcLimits;
}

const NONE: IpcBody = { type: 'none' };

/**
 * One client of an agent, as a state machine: bytes and outcomes in, actions out. It knows neither
 * socket nor clock. Requests are done one at a time, in order; records of streams, monitor and
 * queries come in between. Nothing a client sends makes it throw.
 *
 * Source: Serf's agent, IPC protocol version 1.
 */
export class IpcConnection {
  readonly #options: IpcConnectionOptions;
  readonly #limits: IpcLimits;
  readonly #window = new ValueWindow();
  readonly #reader = new MsgpackReader();
  readonly #writer = new ResponseWriter();
  readonly #subscriptions: Subscriptions;
  readonly #queries: AnswerableQueries;
  readonly #waiting: RecordQueue;
  #actions: IpcAction[] = [];
  #openQueryCount = 0;
  #header: { readonly command: string; readonly seq: number } | undefined;
  #running: { readonly seq: number; readonly command: IpcCommand } | undefined;
  #isGreeted = false;
  #isAuthenticated: boolean;
  #isBlocked = false;
  #isClosed = false;

  constructor(options: IpcConnectionOptions) {
    this.#options = options;
    this.#limits = options.limits;
    this.#isAuthenticated = options.authKey === '';
    this.#queries = new AnswerableQueries(options.limits.answerableQueryCountMax);
    this.#waiting = new RecordQueue(options.limits);
    this.#subscriptions = new Subscriptions(options.limits.streamCountMax);
  }

  /** Whether the client has said which version it speaks, and its key if one is wanted. */
  get isReady(): boolean {
    return this.#isGreeted && this.#isAuthenticated;
  }

  /** Whether more bytes are wanted; the client waits for an answer, or does not read those it got. */
  get isReading(): boolean {
    return !this.#isClosed && this.#running === undefined && !this.#isBlocked;
  }

  /** What is to be done since the last call. */
  takeActions(): readonly IpcAction[] {
    const actions = this.#actions;
    this.#actions = [];
    return actions;
  }

  /** Records that a slow reader did not get, since the last call. */
  takeDroppedCount(): number {
    return this.#waiting.takeDroppedCount();
  }

  /** Bytes came from the client. */
  receive(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    this.#window.push(bytes);
    this.#advance();
  }

  /** What was to be run is done. */
  complete(outcome: IpcOutcome): void {
    const running = this.#running;
    if (running === undefined || this.#isClosed) return;
    this.#running = undefined;
    const { seq, command } = running;
    if (command === 'query' && outcome.error === undefined) this.#openQueryCount += 1;
    this.#respond(seq, { body: emptyBody(command), ...outcome });
    this.#advance();
  }

  /** Whether the client leaves what was sent unread: records wait, and requests with them. */
  setBlocked(isBlocked: boolean): void {
    if (this.#isClosed) return;
    this.#isBlocked = isBlocked;
    if (isBlocked) return;
    for (const bytes of this.#waiting.takeAll()) this.#actions.push({ type: 'send', bytes });
    this.#advance();
  }

  /** Something happened that streams may want to know. */
  event(event: AgentEvent, nowMs: number): void {
    for (const seq of this.#subscriptions.streamsFor(event)) {
      this.#record(seq, this.#recordOf(event, nowMs));
    }
  }

  /** A line was written to the log. */
  log(line: LogLine): void {
    const seq = this.#subscriptions.monitorFor(line);
    if (seq !== undefined) this.#record(seq, { type: 'log', line: line.text });
  }

  /** A query of this client was answered, or has ended. */
  queryRecord(
    seq: number,
    record: Extract<IpcRecord, { readonly type: 'ack' | 'response' | 'done' }>,
  ): void {
    if (record.type === 'done') this.#openQueryCount -= 1;
    this.#record(seq, record);
  }

  #advance(): void {
    while (this.isReading) {
      const isHeader = this.#header === undefined;
      const bytesMax = isHeader ? this.#limits.headerBytesMax : this.#limits.bodyBytesMax;
      const value = this.#window.take(bytesMax);
      if (value === 'incomplete') return;
      if (typeof value === 'string') this.#close(`request is ${value}`);
      else if (isHeader) this.#takeHeader(value);
      else this.#takeBody(value);
    }
  }

  #takeHeader(bytes: Uint8Array): void {
    const header = readRequestHeader(this.#reader, bytes);
    if (header === undefined) {
      this.#close('request header makes no sense');
      return;
    }
    const { command, seq } = header;
    if (!this.#isGreeted && command !== 'handshake') {
      this.#respond(seq, { error: 'Handshake required' });
      this.#close('handshake required');
      return;
    }
    const request = bodilessRequest(command);
    if (request !== undefined) this.#take(seq, request);
    else if (hasRequestBody(command)) this.#header = header;
    else {
      this.#respond(seq, { error: this.#isAuthenticated ? 'Unsupported command' : AUTH_REQUIRED });
      this.#close(`command ${JSON.stringify(command.slice(0, 64))} is not known`);
    }
  }

  #takeBody(bytes: Uint8Array): void {
    const { command = '', seq = 0 } = this.#header ?? {};
    this.#header = undefined;
    const request = readRequestBody(command, this.#reader, bytes);
    if (request === undefined) this.#close(`body of ${command} makes no sense`);
    else this.#take(seq, request);
  }

  #take(seq: number, request: IpcRequest): void {
    if (request.type === 'handshake') this.#respond(seq, this.#greet(request.version));
    else if (request.type === 'auth') this.#respond(seq, this.#authenticate(request.authKey));
    else if (!this.#isAuthenticated) this.#respond(seq, { error: AUTH_REQUIRED });
    else this.#serve(seq, request);
  }

  #serve(seq: number, request: Exclude<IpcRequest, { readonly type: 'handshake' | 'auth' }>): void {
    switch (request.type) {
      case 'stream':
        this.#respond(seq, { error: this.#subscriptions.openStream(seq, request.filter) });
        break;
      case 'monitor':
        this.#openMonitor(seq, request.logLevel);
        break;
      case 'stop':
        this.#subscriptions.stop(request.stopSeq);
        this.#respond(seq, {});
        break;
      case 'query':
        this.#openQuery(seq, request);
        break;
      case 'respond':
        this.#answer(seq, request);
        break;
      default:
        this.#running = { seq, command: request.type };
        this.#actions.push({ type: 'run', operation: request });
    }
  }

  #greet(version: number): IpcOutcome {
    if (version !== IPC_VERSION) return { error: 'Unsupported IPC version' };
    if (this.#isGreeted) return { error: 'Handshake already performed' };
    this.#isGreeted = true;
    return {};
  }

  #authenticate(authKey: string): IpcOutcome {
    if (!isSameText(authKey, this.#options.authKey))
      return { error: 'Invalid authentication token' };
    this.#isAuthenticated = true;
    return {};
  }

  #openMonitor(seq: number, logLevel: string): void {
    const error = this.#subscriptions.openMonitor(seq, logLevel);
    this.#respond(seq, { error });
    if (error === undefined) this.#actions.push({ type: 'replay-log' });
  }

  #openQuery(seq: number, request: IpcQueryRequest): void {
    const { queryCountMax } = this.#limits;
    if (this.#openQueryCount >= queryCountMax) {
      this.#respond(seq, { error: `No more than ${queryCountMax} queries may be open` });
      return;
    }
    this.#running = { seq, command: 'query' };
    this.#actions.push({ type: 'query', seq, request });
  }

  #answer(seq: number, request: Extract<IpcRequest, { readonly type: 'respond' }>): void {
    const query = this.#queries.get(request.id);
    if (query === undefined) {
      this.#respond(seq, { error: 'No pending queries matching ID' });
      return;
    }
    this.#running = { seq, command: 'respond' };
    this.#actions.push({ type: 'answer', query, payload: request.payload });
  }

  #recordOf(event: AgentEvent, nowMs: number): IpcRecord {
    if (event.type === 'query') {
      const { time, name, payload } = event.query;
      const id = this.#queries.add(event.query, nowMs);
      return { type: 'query-event', id, time, name, payload };
    }
    if (event.type === 'user-event') return event;
    return { type: 'member-event', event: event.type, members: event.members.map(ipcMember) };
  }

  #respond(seq: number, { error = '', body = NONE }: IpcOutcome): void {
    this.#actions.push({ type: 'send', bytes: this.#writer.response({ seq, error }, body) });
  }

  #record(seq: number, record: IpcRecord): void {
    if (this.#isClosed) return;
    const bytes = this.#writer.record(seq, record);
    if (this.#isBlocked) this.#waiting.add({ seq, bytes, isKept: record.type === 'done' });
    else this.#actions.push({ type: 'send', bytes });
  }

  #close(reason: string): void {
    this.#isClosed = true;
    this.#actions.push({ type: 'close', reason });
  }
}

const AUTH_REQUIRED = 'Authentication required';

/** Takes the same time wherever texts of one length differ. */
function isSameText(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < right.length; index += 1) {
    difference |= right.charCodeAt(index) ^ left.charCodeAt(index);
  }
  return difference === 0;
}
