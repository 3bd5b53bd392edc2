import {
  type ByteStream,
  type Clock,
  createTcpTransport,
  type Endpoint,
  type StreamTransport,
  systemClock,
} from '@konsul/runtime';
import { MsgpackReader } from '@konsul/swim';
import { SerfError } from '../errors.js';
import { IPC_VERSION, type IpcCommand, type IpcRequest } from './ipc-request.js';
import type { IpcBody, IpcRecord, IpcResponseHeader } from './ipc-response.js';
import { encodeRequest } from './request-writer.js';
import {
  hasResponseBody,
  readRecord,
  readResponseBody,
  readResponseHeader,
} from './response-reader.js';
import { ValueWindow } from './value-window.js';

export interface IpcClientOptions {
  /** Where the agent listens. */
  readonly endpoint: Endpoint;
  /** What the agent wants to be given. Default nothing. */
  readonly authKey?: string;
  /** How long connecting, greeting included, may take. Default 10,000. */
  readonly timeoutMs?: number;
  /** Default TCP. */
  readonly transport?: StreamTransport;
  readonly clock?: Clock;
}

/** Requests that are followed by records until they are stopped, or done. */
export type IpcOpening = Extract<IpcRequest, { readonly type: 'stream' | 'monitor' | 'query' }>;

/** What came of a request; a body may stand beside an error. */
export interface IpcReply {
  readonly error: string;
  readonly body: IpcBody;
}

interface Pending {
  readonly command: IpcCommand;
  readonly settle: (reply: IpcReply) => void;
  readonly fail: (error: SerfError) => void;
}

const TIMEOUT_MS = 10_000;
const HEADER_BYTES_MAX = 1024 * 1024;
/** Room for the members of the largest pool. */
const BODY_BYTES_MAX = 64 * 1024 * 1024;
/** Errors that come before the agent has looked at the command: no body follows them. */
const BODILESS_ERRORS: ReadonlySet<string> = new Set([
  'Handshake required',
  'Authentication required',
]);

/**
 * A client of an agent's command protocol, ours or Serf's own.
 *
 * @remarks Everything rejects with SerfError AGENT_CLOSED when the connection cannot be opened or
 * ends, and AGENT_REFUSED when the agent answers with an error.
 *
 * Source: Serf's agent, IPC protocol version 1.
 */
export class IpcClient {
  /** Resolves when the connection has ended. */
  readonly closed: Promise<void>;
  readonly #stream: ByteStream;
  readonly #window = new ValueWindow();
  readonly #reader = new MsgpackReader();
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<number, (record: IpcRecord) => void>();
  #header: IpcResponseHeader | undefined;
  #seqNext = 1;
  #isClosed = false;

  /** Connects, greets and shows the key. */
  static async connect(options: IpcClientOptions): Promise<IpcClient> {
    const { endpoint, timeoutMs = TIMEOUT_MS, authKey = '', clock = systemClock } = options;
    const transport = options.transport ?? createTcpTransport({ host: '0.0.0.0', port: 0 });
    let stream: ByteStream;
    try {
      stream = await transport.connect(endpoint, { timeoutMs });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new SerfError('AGENT_CLOSED', reason, { cause });
    }
    const client = new IpcClient(stream);
    const cancel = clock.schedule(clock.nowMs() + timeoutMs, () => client.close());
    try {
      await client.request({ type: 'handshake', version: IPC_VERSION });
      if (authKey !== '') await client.request({ type: 'auth', authKey });
    } catch (error) {
      client.close();
      throw error;
    } finally {
      cancel();
    }
    return client;
  }

  private constructor(stream: ByteStream) {
    this.#stream = stream;
    this.closed = new Promise((resolve) => {
      stream.setHandlers({
        data: (bytes) => this.#receive(bytes),
        end: () => this.close(),
        close: () => {
          this.#onClose();
          resolve();
        },
      });
    });
  }

  /** Asks, and rejects when the agent answers with an error. */
  async request(request: IpcRequest): Promise<IpcBody> {
    const { error, body } = await this.exchange(request);
    if (error !== '') throw new SerfError('AGENT_REFUSED', error);
    return body;
  }

  /** Asks; an error of the agent is part of the reply, beside the body that some errors have. */
  exchange(request: IpcRequest): Promise<IpcReply> {
    return this.#exchange(this.#nextSeq(), request);
  }

  /**
   * Opens a stream, a monitor or a query, whose records go to the listener. Those of a query end with
   * `done`.
   *
   * @returns the number by which it can be stopped.
   */
  async open(request: IpcOpening, listener: (record: IpcRecord) => void): Promise<number> {
    const seq = this.#nextSeq();
    this.#listeners.set(seq, listener);
    const { error } = await this.#exchange(seq, request);
    if (error === '') return seq;
    this.#listeners.delete(seq);
    throw new SerfError('AGENT_REFUSED', error);
  }

  /** Ends a stream or monitor; records that are on their way are still told. */
  async stop(seq: number): Promise<void> {
    await this.request({ type: 'stop', stopSeq: seq });
    this.#listeners.delete(seq);
  }

  /** Ends the connection. */
  close(): void {
    this.#stream.destroy();
  }

  #nextSeq(): number {
    const seq = this.#seqNext;
    this.#seqNext += 1;
    return seq;
  }

  #exchange(seq: number, request: IpcRequest): Promise<IpcReply> {
    if (this.#isClosed) return Promise.reject(closedError());
    return new Promise((settle, fail) => {
      this.#pending.set(seq, { command: request.type, settle, fail });
      this.#stream.write(encodeRequest(seq, request));
    });
  }

  #receive(bytes: Uint8Array): void {
    this.#window.push(bytes);
    while (!this.#isClosed) {
      const isHeader = this.#header === undefined;
      const value = this.#window.take(isHeader ? HEADER_BYTES_MAX : BODY_BYTES_MAX);
      if (value === 'incomplete') return;
      const isGood = typeof value !== 'string' && this.#take(value);
      if (!isGood) {
        this.close();
        return;
      }
    }
  }

  /** @returns whether it made sense. */
  #take(bytes: Uint8Array): boolean {
    if (this.#header !== undefined) return this.#takeBody(this.#header, bytes);
    const header = readResponseHeader(this.#reader, bytes);
    if (header === undefined) return false;
    const pending = this.#pending.get(header.seq);
    if (pending === undefined || this.#hasBody(header, pending.command)) {
      this.#header = header;
      return true;
    }
    this.#settle(pending, header, { type: 'none' });
    return true;
  }

  #hasBody({ error }: IpcResponseHeader, command: IpcCommand): boolean {
    return hasResponseBody(command) && !BODILESS_ERRORS.has(error);
  }

  #takeBody(header: IpcResponseHeader, bytes: Uint8Array): boolean {
    this.#header = undefined;
    const pending = this.#pending.get(header.seq);
    if (pending !== undefined) {
      const body = readResponseBody(pending.command, this.#reader, bytes);
      if (body !== undefined) this.#settle(pending, header, body);
      return body !== undefined;
    }
    const record = readRecord(this.#reader, bytes);
    if (record === undefined) return false;
    const listener = this.#listeners.get(header.seq);
    if (record.type === 'done') this.#listeners.delete(header.seq);
    listener?.(record);
    return true;
  }

  #settle(pending: Pending, { seq, error }: IpcResponseHeader, body: IpcBody): void {
    this.#pending.delete(seq);
    pending.settle({ error, body });
  }

  #onClose(): void {
    this.#isClosed = true;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { fail } of pending) fail(closedError());
  }
}

function closedError(): SerfError {
  return new SerfError('AGENT_CLOSED', 'client closed');
}
