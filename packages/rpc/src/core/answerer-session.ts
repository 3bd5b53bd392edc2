import { type Deadline, DeadlineQueue, type ProtocolCore } from '@konsul/runtime/core';
import {
  answerCostBytes,
  type CallError,
  type Frame,
  type ProtocolErrorCode,
  type RequestFrame,
  WINDOW_BYTES_MAX,
} from './frame.js';
import { KeepAlive } from './keep-alive.js';
import type { SessionCloseReason, SessionOptions } from './session-options.js';

export interface AnswererOptions extends SessionOptions {
  /** Bytes of requests whose calls are open; more calls are refused. */
  readonly requestBytesMax: number;
  /** Longest answer that fits into one of the caller's frames. */
  readonly answerBytesMax: number;
}

export type AnswererInput =
  | { readonly type: 'frame'; readonly frame: Frame }
  /** Bytes came that complete no frame yet: the peer lives. */
  | { readonly type: 'partial-frame' }
  /** What was sent begins to wait, or has left. */
  | { readonly type: 'congestion'; readonly isCongested: boolean }
  /** The one answer of a call without a window. */
  | { readonly type: 'answer'; readonly id: number; readonly body: Uint8Array }
  /** A call with a window can give its next answer when it is asked for. */
  | { readonly type: 'ready'; readonly id: number }
  /** What it gave after a `pull`, and that there is no more. */
  | { readonly type: 'item'; readonly id: number; readonly body: Uint8Array }
  | { readonly type: 'end'; readonly id: number }
  | { readonly type: 'error'; readonly id: number; readonly error: CallError }
  /** Take no more calls and close when the last one has ended. */
  | { readonly type: 'drain'; readonly reason: string }
  /** The connection is gone. */
  | { readonly type: 'closed' }
  | { readonly type: 'tick' };

/** Why a running call need not go on. */
export type AbortReason = 'cancelled' | 'closed' | 'deadline';

export type AnswererEffect =
  | { readonly type: 'send'; readonly frame: Frame }
  | {
      readonly type: 'run';
      readonly id: number;
      readonly method: string;
      readonly body: Uint8Array;
      /** Time left for it, in milliseconds; 0 for no limit. */
      readonly deadlineMs: number;
      readonly isStreaming: boolean;
    }
  /** Give the next answer of a streaming call: the caller has room for it. */
  | { readonly type: 'pull'; readonly id: number }
  /** Nobody waits for the call; its end must still be told. */
  | { readonly type: 'abort'; readonly id: number; readonly reason: AbortReason }
  | { readonly type: 'close'; readonly reason: SessionCloseReason; readonly detail: string };

interface RunningCall {
  /** 0 for a call with one answer. */
  readonly windowBytes: number;
  readonly requestBytes: number;
  /** Undefined for a call without limit. */
  readonly deadline: Deadline<number> | undefined;
  /** What the caller can still take in; may fall below zero by one answer. */
  creditBytes: number;
  /** The call waits to be asked for its next answer. */
  isReady: boolean;
  isAborted: boolean;
}

/**
 * The answering half of protocol `rpc`: says which calls to run, bounds them in number and in
 * bytes, and lets a streaming answer run only as far ahead as its caller has room.
 *
 * A call that nobody waits for still counts until its end is told, so that a caller cannot start
 * more work than the bound by giving up.
 */
export class AnswererSession implements ProtocolCore<AnswererInput, AnswererEffect> {
  readonly #options: AnswererOptions;
  readonly #keepAlive: KeepAlive;
  readonly #calls = new Map<number, RunningCall>();
  /** Ids of calls, at the instants when nobody waits for them any more. */
  readonly #deadlines = new DeadlineQueue<number>();
  #requestBytes = 0;
  #lastId = 0;
  #pingNonce = 0;
  #isDraining = false;
  #isClosed = false;
  #effects: AnswererEffect[] = [];

  constructor(options: AnswererOptions) {
    this.#options = options;
    this.#keepAlive = new KeepAlive(options.keepAlive, options.nowMs);
  }

  /** Calls whose end has not been told. */
  get callCount(): number {
    return this.#calls.size;
  }

  nextDeadlineMs(): number | undefined {
    if (this.#isClosed) return undefined;
    const earliestAtMs = this.#deadlines.nextMs() ?? Number.POSITIVE_INFINITY;
    return Math.min(earliestAtMs, this.#keepAlive.deadlineMs);
  }

  step(input: AnswererInput, nowMs: number): readonly AnswererEffect[] {
    this.#effects = [];
    this.#handle(input, nowMs);
    return this.#effects;
  }

  #handle(input: AnswererInput, nowMs: number): void {
    switch (input.type) {
      case 'frame':
        this.#onFrame(input.frame, nowMs);
        return;
      case 'answer':
        this.#finish(input.id, { body: input.body });
        return;
      case 'ready':
        this.#onReady(input.id);
        return;
      case 'item':
        this.#onItem(input.id, input.body);
        return;
      case 'end':
        this.#finish(input.id, {});
        return;
      case 'error':
        this.#finish(input.id, { error: input.error });
        return;
      case 'drain':
        this.#onDrain(input.reason);
        return;
      case 'closed':
        this.#onClosed();
        return;
      case 'partial-frame':
        this.#keepAlive.onReceived(nowMs);
        return;
      case 'congestion':
        this.#keepAlive.onCongestion(input.isCongested, nowMs);
        return;
      case 'tick':
        this.#onTick(nowMs);
        return;
    }
  }

  #onFrame(frame: Frame, nowMs: number): void {
    if (this.#isClosed) return;
    this.#keepAlive.onReceived(nowMs);
    switch (frame.type) {
      case 'request':
        this.#onRequest(frame, nowMs);
        return;
      case 'cancel':
        this.#abort(frame.id, 'cancelled');
        return;
      case 'credit':
        this.#onCredit(frame.id, frame.bytes);
        return;
      case 'ping':
        this.#send({ type: 'pong', nonce: frame.nonce });
        return;
      case 'pong':
        return;
      case 'response':
      case 'go-away':
        this.#violation(`a peer that dialled sent ${frame.type}`);
        return;
    }
  }

  #onRequest(frame: RequestFrame, nowMs: number): void {
    const { id, method, body, deadlineMs } = frame;
    if (id <= this.#lastId) {
      this.#violation(`call ${id} follows call ${this.#lastId}`);
      return;
    }
    // The peer was told by our go-away that calls with this id are not run.
    if (this.#isDraining) return;
    this.#lastId = id;
    const { callCountMax, requestBytesMax } = this.#options;
    if (this.#calls.size >= callCountMax) {
      this.#refuse(id, 'TOO_MANY_CALLS', `${this.#calls.size} calls are running`);
      return;
    }
    if (this.#requestBytes + body.length > requestBytesMax) {
      this.#refuse(id, 'TOO_MANY_CALLS', `requests of ${this.#requestBytes} bytes are running`);
      return;
    }
    const { windowBytes } = frame;
    if (windowBytes > WINDOW_BYTES_MAX) {
      this.#violation(`call ${id} has a window of ${windowBytes} bytes`);
      return;
    }
    this.#requestBytes += body.length;
    this.#calls.set(id, {
      windowBytes,
      requestBytes: body.length,
      deadline: deadlineMs > 0 ? this.#deadlines.schedule(nowMs + deadlineMs, id) : undefined,
      creditBytes: windowBytes,
      isReady: false,
      isAborted: false,
    });
    this.#effects.push({ type: 'run', id, method, body, deadlineMs, isStreaming: windowBytes > 0 });
  }

  #onCredit(id: number, bytes: number): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    call.creditBytes += bytes;
    if (call.creditBytes > call.windowBytes) {
      this.#violation(`credit of call ${id} exceeds its window`);
      return;
    }
    this.#pullIfPossible(id, call);
  }

  #onReady(id: number): void {
    const call = this.#calls.get(id);
    if (call === undefined || call.windowBytes === 0) return;
    call.isReady = true;
    this.#pullIfPossible(id, call);
  }

  #onItem(id: number, body: Uint8Array): void {
    const call = this.#calls.get(id);
    if (call === undefined || call.isAborted) return;
    if (body.length > this.#options.answerBytesMax) {
      // The handler still runs and tells its end, to which nobody listens any more.
      this.#respond(id, { error: tooLarge(body.length, this.#options.answerBytesMax) });
      this.#abort(id, 'cancelled');
      return;
    }
    this.#send({ type: 'response', id, more: true, body });
    call.creditBytes -= answerCostBytes(body);
    call.isReady = true;
    this.#pullIfPossible(id, call);
  }

  #pullIfPossible(id: number, call: RunningCall): void {
    if (!call.isReady || call.isAborted || call.creditBytes <= 0) return;
    call.isReady = false;
    this.#effects.push({ type: 'pull', id });
  }

  #finish(id: number, outcome: { body?: Uint8Array; error?: CallError }): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    this.#calls.delete(id);
    this.#deadlines.cancel(call.deadline);
    this.#requestBytes -= call.requestBytes;
    const { answerBytesMax } = this.#options;
    const bodyBytes = outcome.body?.length ?? 0;
    if (!call.isAborted)
      this.#respond(
        id,
        bodyBytes > answerBytesMax ? { error: tooLarge(bodyBytes, answerBytesMax) } : outcome,
      );
    this.#closeIfDrained();
  }

  #respond(id: number, outcome: { body?: Uint8Array; error?: CallError }): void {
    const { body = EMPTY, error } = outcome;
    const base = { type: 'response', id, more: false, body } as const;
    this.#send(error === undefined ? base : { ...base, error });
  }

  #refuse(id: number, code: ProtocolErrorCode, message: string): void {
    this.#respond(id, { error: { code, message, isNotRun: true, isByProtocol: true } });
  }

  #abort(id: number, reason: AbortReason): void {
    const call = this.#calls.get(id);
    if (call === undefined || call.isAborted) return;
    call.isAborted = true;
    this.#deadlines.cancel(call.deadline);
    this.#effects.push({ type: 'abort', id, reason });
  }

  #onDrain(reason: string): void {
    if (this.#isDraining || this.#isClosed) return;
    this.#isDraining = true;
    this.#send({ type: 'go-away', lastId: this.#lastId, reason });
    this.#closeIfDrained();
  }

  #onTick(nowMs: number): void {
    if (this.#isClosed) return;
    for (;;) {
      const deadline = this.#deadlines.takeDue(nowMs);
      if (deadline === undefined) break;
      this.#abort(deadline.value, 'deadline');
    }
    const verdict = this.#keepAlive.onTick(nowMs);
    if (verdict === 'ping') this.#send({ type: 'ping', nonce: ++this.#pingNonce });
    if (verdict === 'dead') this.#close('peer-silent', 'the peer is silent');
  }

  #onClosed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const id of [...this.#calls.keys()]) this.#abort(id, 'closed');
  }

  #violation(detail: string): void {
    this.#close('protocol-violation', detail);
  }

  #closeIfDrained(): void {
    if (this.#isDraining && this.#calls.size === 0) this.#close('drained', 'no calls are left');
  }

  #close(reason: SessionCloseReason, detail: string): void {
    if (this.#isClosed) return;
    this.#onClosed();
    this.#effects.push({ type: 'close', reason, detail });
  }

  #send(frame: Frame): void {
    if (!this.#isClosed) this.#effects.push({ type: 'send', frame });
  }
}

const EMPTY: Uint8Array = new Uint8Array(0);

function tooLarge(answerBytes: number, answerBytesMax: number): CallError {
  const message = `the answer has ${answerBytes} bytes, more than the ${answerBytesMax} of a frame`;
  return { code: 'FRAME_TOO_LARGE', message, isNotRun: false, isByProtocol: true };
}
