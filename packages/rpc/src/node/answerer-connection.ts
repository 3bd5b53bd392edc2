import { type Clock, Driver, type Logger, type Metrics } from '@konsul/runtime';
import {
  type AnswererEffect,
  type AnswererInput,
  AnswererSession,
  type CallError,
  type KeepAliveOptions,
} from '../core/index.js';
import { FRAME_OVERHEAD_BYTES } from '../wire/frame-codec.js';
import { type RpcHandler, RunningCallContext } from './call-context.js';
import { describeFailure } from './call-failure.js';
import { FrameChannel } from './frame-channel.js';
import type { AcceptedConnection } from './port-listener.js';

export interface AnswererConnectionOptions {
  readonly connection: AcceptedConnection;
  readonly methods: ReadonlyMap<string, RpcHandler>;
  /** Longest frame that we take, in bytes. */
  readonly frameBytesMax: number;
  readonly callCountMax: number;
  readonly requestBytesMax: number;
  readonly keepAlive: KeepAliveOptions;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly onClosed: () => void;
}

type RunEffect = Extract<AnswererEffect, { type: 'run' }>;

/** One call that a handler is busy with. */
interface RunningCall {
  readonly context: RunningCallContext;
  answers?: AsyncIterator<Uint8Array>;
}

/** Runs the calls of one connection; the driver of an {@link AnswererSession}. */
export class AnswererConnection {
  readonly #options: AnswererConnectionOptions;
  readonly #driver: Driver<AnswererInput, AnswererEffect>;
  readonly #channel: FrameChannel;
  readonly #calls = new Map<number, RunningCall>();
  /** Streaming calls that may go on once what was written has left. */
  #waitingPulls: number[] = [];

  constructor(options: AnswererConnectionOptions) {
    this.#options = options;
    const { clock, logger, keepAlive, callCountMax, requestBytesMax, connection } = options;
    const answerBytesMax = connection.hello.frameBytesMax - FRAME_OVERHEAD_BYTES;
    const nowMs = clock.nowMs();
    this.#driver = new Driver<AnswererInput, AnswererEffect>({
      core: new AnswererSession({
        keepAlive,
        callCountMax,
        requestBytesMax,
        answerBytesMax,
        nowMs,
      }),
      clock,
      tick: { type: 'tick' },
      execute: (effect) => this.#execute(effect),
      onFault: (error) => {
        logger.error('rpc answerer session failed', { error });
        this.#channel.destroy();
      },
    });
    this.#channel = new FrameChannel({
      stream: connection.stream,
      frameBytesMax: options.frameBytesMax,
      isReadingPausedWhenBlocked: true,
      metrics: options.metrics,
      onFrame: (frame) => this.#driver.input({ type: 'frame', frame }),
      onPartialFrame: () => this.#driver.input({ type: 'partial-frame' }),
      onBlocked: (isBlocked) => this.#onBlocked(isBlocked),
      onClosed: () => this.#onClosed(),
    });
  }

  /** Calls whose handlers have not ended. */
  get callCount(): number {
    return this.#calls.size;
  }

  /** Takes no more calls and closes when the last one has ended. */
  drain(reason: string): void {
    this.#driver.input({ type: 'drain', reason });
  }

  destroy(): void {
    this.#channel.destroy();
  }

  #execute(effect: AnswererEffect): void {
    switch (effect.type) {
      case 'send':
        this.#channel.send(effect.frame);
        return;
      case 'run':
        this.#run(effect);
        return;
      case 'pull':
        if (this.#channel.isBlocked) this.#waitingPulls.push(effect.id);
        else this.#pull(effect.id);
        return;
      case 'abort':
        this.#calls.get(effect.id)?.context.abort(effect.reason);
        this.#closeAnswers(effect.id);
        return;
      case 'close':
        this.#options.metrics.increment('rpc.session.closed', 1, { reason: effect.reason });
        if (effect.reason === 'drained') this.#channel.end();
        else this.#channel.destroy();
        return;
    }
  }

  #run(effect: RunEffect): void {
    const { id, method, body, deadlineMs, isStreaming } = effect;
    const { connection, methods, metrics } = this.#options;
    const handler = methods.get(method);
    if (handler === undefined) {
      metrics.increment('rpc.server.unknown_method');
      this.#driver.input({ type: 'error', id, error: unknownMethod(method) });
      return;
    }
    metrics.increment('rpc.server.calls');
    const context = new RunningCallContext({ connection, method, deadlineMs });
    const call: RunningCall = { context };
    this.#calls.set(id, call);
    try {
      const result = handler(context, body);
      const isIterable = Symbol.asyncIterator in result;
      if (isStreaming) {
        call.answers = isIterable ? result[Symbol.asyncIterator]() : single(result);
        this.#driver.input({ type: 'ready', id });
      } else if (isIterable) this.#fail(id, new Error(`"${method}" gives a stream of answers`));
      else this.#awaitAnswer(id, result);
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #awaitAnswer(id: number, result: Promise<Uint8Array>): void {
    result.then(
      (body) => {
        this.#calls.delete(id);
        this.#driver.input({ type: 'answer', id, body });
      },
      (error: unknown) => this.#fail(id, error),
    );
  }

  #pull(id: number): void {
    const answers = this.#calls.get(id)?.answers;
    if (answers === undefined) return;
    settled(() => answers.next()).then(
      (result) => {
        if (result.done !== true) this.#driver.input({ type: 'item', id, body: result.value });
        else if (this.#calls.delete(id)) this.#driver.input({ type: 'end', id });
      },
      (error: unknown) => this.#fail(id, error),
    );
  }

  #onBlocked(isBlocked: boolean): void {
    this.#driver.input({ type: 'congestion', isCongested: isBlocked });
    if (isBlocked) return;
    const ids = this.#waitingPulls;
    this.#waitingPulls = [];
    for (const id of ids) this.#pull(id);
  }

  /** Lets a handler that is giving answers come to its end. */
  #closeAnswers(id: number): void {
    const answers = this.#calls.get(id)?.answers;
    if (answers === undefined) return;
    const end = (): void => {
      if (this.#calls.delete(id)) this.#driver.input({ type: 'end', id });
    };
    settled(() => answers.return?.()).then(end, end);
  }

  #fail(id: number, error: unknown): void {
    if (!this.#calls.delete(id)) return;
    this.#options.metrics.increment('rpc.server.failed_calls');
    this.#driver.input({ type: 'error', id, error: describeFailure(error) });
  }

  #onClosed(): void {
    this.#driver.input({ type: 'closed' });
    this.#options.onClosed();
  }
}

/** What a handler's own iterator throws is the failure of its call, not of the connection. */
function settled<T>(ask: () => T | PromiseLike<T>): Promise<T> {
  return new Promise((resolve) => resolve(ask()));
}

/** A handler of one answer serves a caller that would take several. */
function single(result: Promise<Uint8Array>): AsyncIterator<Uint8Array> {
  // It may fail before it is asked for, and is looked at only then.
  result.catch(() => undefined);
  return answerOf(result);
}

async function* answerOf(result: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await result;
}

function unknownMethod(method: string): CallError {
  const message = `there is no method "${method}"`;
  return { code: 'UNKNOWN_METHOD', message, isNotRun: true, isByProtocol: true };
}
