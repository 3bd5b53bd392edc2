import { type Deadline, DeadlineQueue, type ProtocolCore } from '@konsul/runtime/core';
import { answerCostBytes, type CallError, type Frame, type ResponseFrame } from './frame.js';
import { KeepAlive } from './keep-alive.js';
import type { SessionCloseReason, SessionOptions } from './session-options.js';

/** How a call that did not give its answer ended. */
export interface CallFailure {
  readonly code:
    | 'CANCELLED'
    | 'CONNECTION_CLOSED'
    | 'DEADLINE_EXCEEDED'
    | 'FRAME_TOO_LARGE'
    | 'REMOTE'
    | 'TOO_MANY_CALLS'
    | 'UNKNOWN_METHOD';
  readonly message: string;
  /** False: the peer has certainly not begun it. */
  readonly mayHaveRun: boolean;
  /** With `REMOTE`: the method's own code and words. */
  readonly remote?: { readonly code: string; readonly message: string };
}

export type CallerInput =
  /** Begins a call. `id` is greater than every earlier one. */
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly body: Uint8Array;
      /** How long the answer may take, in milliseconds; 0 for no limit. */
      readonly deadlineMs: number;
      /** Bytes of answers taken in ahead of their reader; 0 for a call with one answer. */
      readonly windowBytes: number;
    }
  | { readonly type: 'cancel'; readonly id: number }
  /** The reader of a streaming call has taken one answer that cost so much. */
  | { readonly type: 'consumed'; readonly id: number; readonly bytes: number }
  | { readonly type: 'frame'; readonly frame: Frame }
  /** Bytes came that complete no frame yet: the peer lives. */
  | { readonly type: 'partial-frame' }
  /** What was sent begins to wait, or has left. */
  | { readonly type: 'congestion'; readonly isCongested: boolean }
  /** Take no more calls and close when the last one has ended. */
  | { readonly type: 'drain' }
  /** The connection is gone. */
  | { readonly type: 'closed'; readonly reason: string }
  | { readonly type: 'tick' };

export type CallerEffect =
  | { readonly type: 'send'; readonly frame: Frame }
  /** The one answer of a call without a window. */
  | { readonly type: 'answered'; readonly id: number; readonly body: Uint8Array }
  /** One answer of a call with a window, and the end of them. */
  | { readonly type: 'item'; readonly id: number; readonly body: Uint8Array }
  | { readonly type: 'ended'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly failure: CallFailure }
  /** The peer takes no more calls: use another connection. */
  | { readonly type: 'draining'; readonly reason: string }
  | { readonly type: 'close'; readonly reason: SessionCloseReason; readonly detail: string };

interface OpenCall {
  readonly windowBytes: number;
  /** Undefined for a call without limit. */
  readonly deadline: Deadline<number> | undefined;
  /** Cost of answers that came in and for which no credit has been given back. */
  uncreditedBytes: number;
  /** Part of it that the reader has taken. */
  consumedBytes: number;
}

/**
 * The calling half of protocol `rpc`: many calls at once over one connection, each with its
 * deadline, each able to be given up, answers matched by id.
 *
 * Every call ends exactly once, with `answered`, `ended` or `failed`.
 */
export class CallerSession implements ProtocolCore<CallerInput, CallerEffect> {
  readonly #callCountMax: number;
  readonly #keepAlive: KeepAlive;
  readonly #calls = new Map<number, OpenCall>();
  /** Ids of calls, at the instants when their callers give up. */
  readonly #deadlines = new DeadlineQueue<number>();
  #lastId = 0;
  #pingNonce = 0;
  #closedReason: string | undefined;
  #isDraining = false;
  #effects: CallerEffect[] = [];

  constructor(options: SessionOptions) {
    this.#callCountMax = options.callCountMax;
    this.#keepAlive = new KeepAlive(options.keepAlive, options.nowMs);
  }

  /** Calls that have not ended. */
  get callCount(): number {
    return this.#calls.size;
  }

  nextDeadlineMs(): number | undefined {
    if (this.#closedReason !== undefined) return undefined;
    const earliestAtMs = this.#deadlines.nextMs() ?? Number.POSITIVE_INFINITY;
    return Math.min(earliestAtMs, this.#keepAlive.deadlineMs);
  }

  step(input: CallerInput, nowMs: number): readonly CallerEffect[] {
    this.#effects = [];
    this.#handle(input, nowMs);
    return this.#effects;
  }

  #handle(input: CallerInput, nowMs: number): void {
    switch (input.type) {
      case 'call':
        this.#onCall(input, nowMs);
        return;
      case 'cancel':
        this.#giveUp(input.id, 'CANCELLED', 'the caller gave up');
        return;
      case 'consumed':
        this.#onConsumed(input.id, input.bytes);
        return;
      case 'frame':
        this.#onFrame(input.frame, nowMs);
        return;
      case 'drain':
        this.#isDraining = true;
        this.#closeIfDrained();
        return;
      case 'closed':
        this.#endAll(input.reason);
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

  #onCall(input: Extract<CallerInput, { type: 'call' }>, nowMs: number): void {
    const { id, method, body, deadlineMs, windowBytes } = input;
    this.#lastId = id;
    if (this.#closedReason !== undefined || this.#isDraining) {
      const message = this.#closedReason ?? 'the connection takes no more calls';
      this.#fail(id, { code: 'CONNECTION_CLOSED', message, mayHaveRun: false });
      return;
    }
    if (this.#calls.size >= this.#callCountMax) {
      const message = `${this.#calls.size} calls are open on the connection, which is the most`;
      this.#fail(id, { code: 'TOO_MANY_CALLS', message, mayHaveRun: false });
      return;
    }
    const deadline = deadlineMs > 0 ? this.#deadlines.schedule(nowMs + deadlineMs, id) : undefined;
    this.#calls.set(id, { windowBytes, deadline, uncreditedBytes: 0, consumedBytes: 0 });
    this.#send({ type: 'request', id, method, deadlineMs, windowBytes, body });
  }

  #onConsumed(id: number, bytes: number): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    call.consumedBytes += bytes;
    // Half a window at a time: often enough to keep the peer sending, seldom enough to be cheap.
    if (call.consumedBytes * 2 < call.windowBytes) return;
    this.#send({ type: 'credit', id, bytes: call.consumedBytes });
    call.uncreditedBytes -= call.consumedBytes;
    call.consumedBytes = 0;
  }

  #onFrame(frame: Frame, nowMs: number): void {
    if (this.#closedReason !== undefined) return;
    this.#keepAlive.onReceived(nowMs);
    switch (frame.type) {
      case 'response':
        this.#onResponse(frame);
        return;
      case 'ping':
        this.#send({ type: 'pong', nonce: frame.nonce });
        return;
      case 'pong':
        return;
      case 'go-away':
        this.#onGoAway(frame.lastId, frame.reason);
        return;
      case 'request':
      case 'cancel':
      case 'credit':
        this.#violation(`a peer that was dialled sent ${frame.type}`);
        return;
    }
  }

  #onResponse(frame: ResponseFrame): void {
    if (frame.id > this.#lastId) {
      this.#violation(`answer to unknown call ${frame.id}`);
      return;
    }
    const call = this.#calls.get(frame.id);
    // The answer crossed our cancellation on its way.
    if (call === undefined) return;
    if (frame.error !== undefined) {
      this.#fail(frame.id, failureOf(frame.error));
      return;
    }
    if (call.windowBytes === 0) {
      if (frame.more) {
        this.#violation(`several answers to call ${frame.id} without window`);
        return;
      }
      this.#end(frame.id);
      this.#effects.push({ type: 'answered', id: frame.id, body: frame.body });
      this.#closeIfDrained();
      return;
    }
    if (!frame.more) {
      this.#end(frame.id);
      this.#effects.push({ type: 'ended', id: frame.id });
      this.#closeIfDrained();
      return;
    }
    if (call.uncreditedBytes >= call.windowBytes) {
      this.#violation(`answers to call ${frame.id} exceed its window`);
      return;
    }
    call.uncreditedBytes += answerCostBytes(frame.body);
    this.#effects.push({ type: 'item', id: frame.id, body: frame.body });
  }

  #onGoAway(lastId: number, reason: string): void {
    this.#isDraining = true;
    this.#effects.push({ type: 'draining', reason });
    for (const id of [...this.#calls.keys()])
      if (id > lastId)
        this.#fail(id, { code: 'CONNECTION_CLOSED', message: reason, mayHaveRun: false });
    this.#closeIfDrained();
  }

  #onTick(nowMs: number): void {
    if (this.#closedReason !== undefined) return;
    for (;;) {
      const deadline = this.#deadlines.takeDue(nowMs);
      if (deadline === undefined) break;
      this.#giveUp(deadline.value, 'DEADLINE_EXCEEDED', 'no answer within the deadline');
    }
    const verdict = this.#keepAlive.onTick(nowMs);
    if (verdict === 'ping') this.#send({ type: 'ping', nonce: ++this.#pingNonce });
    if (verdict === 'dead') this.#close('peer-silent', 'the peer is silent');
  }

  #giveUp(id: number, code: 'CANCELLED' | 'DEADLINE_EXCEEDED', message: string): void {
    if (!this.#calls.has(id)) return;
    this.#send({ type: 'cancel', id });
    this.#fail(id, { code, message, mayHaveRun: true });
  }

  #fail(id: number, failure: CallFailure): void {
    this.#end(id);
    this.#effects.push({ type: 'failed', id, failure });
    this.#closeIfDrained();
  }

  #end(id: number): void {
    this.#deadlines.cancel(this.#calls.get(id)?.deadline);
    this.#calls.delete(id);
  }

  #endAll(reason: string): void {
    if (this.#closedReason !== undefined) return;
    this.#closedReason = reason;
    for (const id of [...this.#calls.keys()])
      this.#fail(id, { code: 'CONNECTION_CLOSED', message: reason, mayHaveRun: true });
  }

  #violation(detail: string): void {
    this.#close('protocol-violation', detail);
  }

  #closeIfDrained(): void {
    if (this.#isDraining && this.#calls.size === 0) this.#close('drained', 'no calls are left');
  }

  #close(reason: SessionCloseReason, detail: string): void {
    if (this.#closedReason !== undefined) return;
    this.#endAll(detail);
    this.#effects.push({ type: 'close', reason, detail });
  }

  #send(frame: Frame): void {
    this.#effects.push({ type: 'send', frame });
  }
}

function failureOf(error: CallError): CallFailure {
  const { code, message } = error;
  const mayHaveRun = !error.isNotRun;
  if (error.isByProtocol && isProtocolFailure(code)) return { code, message, mayHaveRun };
  return { code: 'REMOTE', message, mayHaveRun, remote: { code, message } };
}

function isProtocolFailure(
  code: string,
): code is 'FRAME_TOO_LARGE' | 'TOO_MANY_CALLS' | 'UNKNOWN_METHOD' {
  return code === 'FRAME_TOO_LARGE' || code === 'TOO_MANY_CALLS' || code === 'UNKNOWN_METHOD';
}
