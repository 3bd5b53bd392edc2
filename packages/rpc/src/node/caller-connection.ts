import { type ByteStream, type Clock, Driver, type Logger, type Metrics } from '@konsul/runtime';
import {
  type CallerEffect,
  type CallerInput,
  CallerSession,
  type CallFailure,
  type KeepAliveOptions,
  type PeerIdentity,
  WINDOW_BYTES_MAX,
} from '../core/index.js';
import { RpcError } from '../errors.js';
import { FRAME_OVERHEAD_BYTES, METHOD_LENGTH_MAX } from '../wire/frame-codec.js';
import { AnswerReader } from './answer-reader.js';
import { FrameChannel } from './frame-channel.js';

/** How one call is made. */
export interface CallOptions {
  /** How long the answer may take, dialling included, in milliseconds; 0 for no limit. Default 60 s. */
  readonly deadlineMs?: number;
  /** Gives the call up. */
  readonly signal?: AbortSignal;
}

export interface StreamingCallOptions extends CallOptions {
  /** What answers may run ahead of their reader, in bytes, up to 1 MiB. Default 256 KiB. */
  readonly windowBytes?: number;
}

/** One call as a connection needs it: everything decided. */
export interface OutgoingCall {
  readonly method: string;
  readonly body: Uint8Array;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
}

export interface CallerConnectionOptions {
  readonly stream: ByteStream;
  readonly peer: PeerIdentity;
  /** Longest frame that we take, in bytes. */
  readonly frameBytesMax: number;
  readonly callCountMax: number;
  /** Bytes of requests that may wait to leave. */
  readonly requestBytesMax: number;
  readonly keepAlive: KeepAliveOptions;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** No more calls can be made: the connection ended, or the peer asked us to go. */
  readonly onRetired: () => void;
  /** The connection is gone. */
  readonly onClosed: () => void;
}

/** What becomes of one open call. */
interface OpenCall {
  readonly onItem?: (body: Uint8Array) => void;
  readonly onDone: (body: Uint8Array | undefined) => void;
  readonly onFailure: (error: RpcError) => void;
  readonly stopListening: () => void;
}

/** Calls over one connection; the driver of a {@link CallerSession}. */
export class CallerConnection {
  readonly #options: CallerConnectionOptions;
  readonly #driver: Driver<CallerInput, CallerEffect>;
  readonly #channel: FrameChannel;
  readonly #calls = new Map<number, OpenCall>();
  #lastId = 0;
  #isOpen = true;

  constructor(options: CallerConnectionOptions) {
    this.#options = options;
    const { clock, logger, keepAlive, callCountMax } = options;
    this.#driver = new Driver<CallerInput, CallerEffect>({
      core: new CallerSession({ keepAlive, callCountMax, nowMs: clock.nowMs() }),
      clock,
      tick: { type: 'tick' },
      execute: (effect) => this.#execute(effect),
      onFault: (error) => {
        logger.error('rpc caller session failed', { error });
        // From here on calls are refused: nobody would end them.
        this.#retire();
        this.#channel.destroy();
        this.#failAll('the session failed');
      },
    });
    this.#channel = new FrameChannel({
      stream: options.stream,
      frameBytesMax: options.frameBytesMax,
      isReadingPausedWhenBlocked: false,
      metrics: options.metrics,
      onFrame: (frame) => this.#driver.input({ type: 'frame', frame }),
      onPartialFrame: () => this.#driver.input({ type: 'partial-frame' }),
      onBlocked: (isCongested) => this.#driver.input({ type: 'congestion', isCongested }),
      onClosed: (reason) => this.#onClosed(reason),
    });
  }

  /** New calls can be made. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Calls that have not ended. */
  get callCount(): number {
    return this.#calls.size;
  }

  /** One call, one answer. */
  call(call: OutgoingCall): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const handlers = { onDone: (body = EMPTY) => resolve(body), onFailure: reject };
      this.#begin(call, 0, handlers);
    });
  }

  /** One call, any number of answers. */
  callStreaming(call: OutgoingCall, windowBytes: number): AnswerReader {
    let id: number | undefined;
    const reader = new AnswerReader({
      onConsumed: (bytes) => {
        if (id !== undefined) this.#driver.input({ type: 'consumed', id, bytes });
      },
      onAbandoned: () => {
        if (id !== undefined) this.#driver.input({ type: 'cancel', id });
      },
    });
    id = this.#begin(call, Math.min(windowBytes, WINDOW_BYTES_MAX), {
      onItem: (body) => reader.onItem(body),
      onDone: () => reader.onEnd(),
      onFailure: (error) => reader.onFailure(error),
    });
    return reader;
  }

  /** Takes no more calls and closes when the last one has ended. */
  drain(): void {
    this.#retire();
    this.#driver.input({ type: 'drain' });
  }

  /** Closes at once; open calls fail as `CONNECTION_CLOSED`. */
  destroy(): void {
    this.#retire();
    this.#channel.destroy();
  }

  #begin(
    call: OutgoingCall,
    windowBytes: number,
    handlers: Omit<OpenCall, 'stopListening'>,
  ): number | undefined {
    const refusal = this.#refusal(call);
    if (refusal !== undefined) {
      handlers.onFailure(refusal);
      return undefined;
    }
    const { method, body, deadlineMs, signal } = call;
    this.#lastId += 1;
    const id = this.#lastId;
    const onAbort = (): void => this.#driver.input({ type: 'cancel', id });
    signal?.addEventListener('abort', onAbort, { once: true });
    const stopListening = (): void => signal?.removeEventListener('abort', onAbort);
    this.#calls.set(id, { ...handlers, stopListening });
    this.#driver.input({ type: 'call', id, method, body, deadlineMs, windowBytes });
    return id;
  }

  #refusal(call: OutgoingCall): RpcError | undefined {
    const { peer, requestBytesMax } = this.#options;
    if (call.signal?.aborted === true) return new RpcError('CANCELLED', 'the caller gave up');
    if (call.method.length > METHOD_LENGTH_MAX)
      return new RpcError('UNKNOWN_METHOD', `name of ${call.method.length} characters`);
    const frameBytes = call.body.length + FRAME_OVERHEAD_BYTES;
    if (frameBytes > peer.frameBytesMax)
      return new RpcError(
        'FRAME_TOO_LARGE',
        `a request of ${call.body.length} bytes exceeds the peer's ${peer.frameBytesMax} of a frame`,
      );
    if (this.#channel.bufferedBytes > requestBytesMax)
      return new RpcError('TOO_MANY_CALLS', `${this.#channel.bufferedBytes} bytes wait to leave`);
    return this.#isOpen
      ? undefined
      : new RpcError('CONNECTION_CLOSED', 'the connection takes no more calls');
  }

  #execute(effect: CallerEffect): void {
    switch (effect.type) {
      case 'send':
        this.#channel.send(effect.frame);
        return;
      case 'item':
        this.#calls.get(effect.id)?.onItem?.(effect.body);
        return;
      case 'answered':
        this.#take(effect.id)?.onDone(effect.body);
        return;
      case 'ended':
        this.#take(effect.id)?.onDone(undefined);
        return;
      case 'failed':
        this.#take(effect.id)?.onFailure(errorOf(effect.failure));
        return;
      case 'draining':
        this.#retire();
        return;
      case 'close':
        this.#options.metrics.increment('rpc.session.closed', 1, { reason: effect.reason });
        this.#retire();
        if (effect.reason === 'drained') this.#channel.end();
        else this.#channel.destroy();
        return;
    }
  }

  #take(id: number): OpenCall | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.stopListening();
    return call;
  }

  #onClosed(reason: string): void {
    this.#retire();
    this.#driver.input({ type: 'closed', reason });
    this.#options.onClosed();
  }

  #failAll(reason: string): void {
    for (const id of [...this.#calls.keys()])
      this.#take(id)?.onFailure(new RpcError('CONNECTION_CLOSED', reason, { mayHaveRun: true }));
  }

  #retire(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#options.onRetired();
  }
}

const EMPTY: Uint8Array = new Uint8Array(0);

function errorOf(failure: CallFailure): RpcError {
  const { code, message, mayHaveRun, remote } = failure;
  return new RpcError(
    code,
    message,
    remote === undefined ? { mayHaveRun } : { mayHaveRun, remote },
  );
}
