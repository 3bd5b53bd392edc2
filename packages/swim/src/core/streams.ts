import type { Deadline, Endpoint } from '@konsul/runtime/core';
import type { StreamDecoder, StreamSide } from './codec.js';
import type { SwimContext } from './context.js';
import type { SwimFailureReason } from './effect.js';
import type { StreamId, StreamOpenFailure } from './input.js';
import type { StreamMessage } from './messages.js';
import type { SwimTimer } from './timer.js';

/** Why a conversation failed. */
export interface StreamFailure {
  readonly reason: SwimFailureReason;
  readonly detail: string;
}

/** One conversation we start: a message, and an answer if one is expected. */
export interface StreamRequest {
  readonly to: Endpoint;
  /** For opening; what follows may take the configured time. */
  readonly timeoutMs: number;
  /** Asked for when the stream is open, so that what is said is fresh. */
  message(): StreamMessage;
  /** Absent when no answer is expected. Called at most once. */
  onAnswer?(message: StreamMessage): void;
  /** Where no answer is expected: the peer closed the stream in order. */
  onDone?(): void;
  /** Called at most once, and never with the others. */
  onFailure(failure: StreamFailure): void;
}

/** One conversation a peer starts. */
export interface InboundRequest {
  readonly from: Endpoint;
  readonly message: StreamMessage;
  /** Answers and ends the conversation; without it nothing is answered. */
  reply(message: StreamMessage): void;
}

type StreamPhase = 'opening' | 'listening' | 'ending';

interface StreamState {
  readonly id: StreamId;
  readonly remote: Endpoint;
  readonly side: StreamSide;
  readonly decoder: StreamDecoder;
  readonly request: StreamRequest | undefined;
  phase: StreamPhase;
  /** What was received and is not understood yet. */
  heldBytes: number;
  deadline: Deadline<SwimTimer>;
}

/** All open streams. Each carries one message each way at most, within one deadline. */
export class Streams {
  readonly #context: SwimContext;
  readonly #onRequest: (request: InboundRequest) => void;
  readonly #streams = new Map<StreamId, StreamState>();
  #acceptedCount = 0;
  /** What all accepted streams hold. */
  #acceptedBytes = 0;
  #idNext = 1;

  constructor(context: SwimContext, onRequest: (request: InboundRequest) => void) {
    this.#context = context;
    this.#onRequest = onRequest;
  }

  /** Starts a conversation. */
  open(request: StreamRequest): StreamId {
    const id = this.#idNext;
    this.#idNext += 1;
    const { to, timeoutMs } = request;
    // The driver ends the opening in time; the deadline behind it is for drivers that do not.
    this.#add({ id, remote: to, side: 'dialled', request }, timeoutMs * 2);
    this.#context.emit({ type: 'open-stream', streamId: id, to, timeoutMs });
    return id;
  }

  /** Ends a conversation without a word to who began it. */
  abandon(id: StreamId): void {
    const stream = this.#streams.get(id);
    if (stream !== undefined) this.#close(stream);
  }

  onAccepted(id: StreamId, from: Endpoint): void {
    if (this.#acceptedCount >= this.#context.config.acceptedStreamCountMax) {
      this.#context.reject(from, 'stream-limit');
      this.#context.emit({ type: 'close-stream', streamId: id });
      return;
    }
    this.#add(
      { id, remote: from, side: 'accepted', request: undefined },
      this.#context.config.streamTimeoutMs,
    );
  }

  onOpened(id: StreamId): void {
    const stream = this.#streams.get(id);
    if (stream?.request === undefined || stream.phase !== 'opening') return;
    this.#context.deadlines.reschedule(
      stream.deadline,
      this.#context.nowMs + this.#context.config.streamTimeoutMs,
    );
    this.#write(stream, stream.request.message());
    stream.phase = 'listening';
    if (stream.request.onAnswer === undefined) this.#end(stream);
  }

  onOpenFailed(id: StreamId, failure: { reason: StreamOpenFailure; detail: string }): void {
    const stream = this.#streams.get(id);
    if (stream === undefined) return;
    this.#forget(stream);
    stream.request?.onFailure(failure);
  }

  onData(id: StreamId, bytes: Uint8Array): void {
    const stream = this.#streams.get(id);
    if (stream?.phase !== 'listening') return;
    if (stream.side === 'accepted' && !this.#hold(stream, bytes.length)) return;
    const decoding = stream.decoder.push(bytes);
    if (decoding.type === 'incomplete') return;
    this.#letGo(stream);
    if (decoding.type === 'message') {
      this.#onMessage(stream, decoding.message);
      return;
    }
    this.#context.reject(stream.remote, decoding.reason);
    if (decoding.answer !== undefined && stream.side === 'accepted') {
      this.#context.emit({ type: 'write-stream', streamId: id, bytes: decoding.answer });
      this.#end(stream);
      return;
    }
    this.#fail(stream, { reason: 'rejected', detail: `unreadable answer: ${decoding.reason}` });
  }

  onEnded(id: StreamId): void {
    const stream = this.#streams.get(id);
    if (stream?.phase !== 'listening') return;
    this.#fail(stream, { reason: 'unreachable', detail: 'peer ended the stream unanswered' });
  }

  onClosed(id: StreamId, error: string | undefined): void {
    const stream = this.#streams.get(id);
    if (stream === undefined) return;
    this.#forget(stream);
    if (stream.phase === 'ending' && error === undefined) stream.request?.onDone?.();
    else {
      const detail = error ?? 'peer closed the stream unanswered';
      stream.request?.onFailure({ reason: 'unreachable', detail });
    }
  }

  onTimeout(id: StreamId): void {
    const stream = this.#streams.get(id);
    if (stream === undefined) return;
    if (stream.side === 'accepted' && stream.phase === 'listening') {
      this.#context.reject(stream.remote, 'stream-timeout');
    }
    this.#fail(stream, { reason: 'timeout', detail: 'stream timed out' });
  }

  #add(part: Pick<StreamState, 'id' | 'remote' | 'side' | 'request'>, timeoutMs: number): void {
    const { deadlines, nowMs, codec } = this.#context;
    this.#streams.set(part.id, {
      ...part,
      decoder: codec.createStreamDecoder(part.side),
      phase: part.side === 'accepted' ? 'listening' : 'opening',
      heldBytes: 0,
      deadline: deadlines.schedule(nowMs + timeoutMs, { type: 'stream', streamId: part.id }),
    });
    if (part.side === 'accepted') this.#acceptedCount += 1;
  }

  /**
   * Makes room for what a peer has said without a word understood so far: whoever holds most goes,
   * so that those who fill our memory do not keep out those who say something short. Extension.
   *
   * @returns whether the stream is still there.
   */
  #hold(stream: StreamState, lengthBytes: number): boolean {
    stream.heldBytes += lengthBytes;
    this.#acceptedBytes += lengthBytes;
    while (this.#acceptedBytes > this.#context.config.acceptedStreamBytesMax) {
      let largest = stream;
      for (const other of this.#streams.values()) {
        if (other.side === 'accepted' && other.heldBytes > largest.heldBytes) largest = other;
      }
      this.#context.reject(largest.remote, 'stream-bytes-limit');
      this.#close(largest);
    }
    return this.#streams.has(stream.id);
  }

  /** What it has said is understood, or never will be. */
  #letGo(stream: StreamState): void {
    if (stream.side === 'accepted') this.#acceptedBytes -= stream.heldBytes;
    stream.heldBytes = 0;
  }

  #onMessage(stream: StreamState, message: StreamMessage): void {
    if (stream.request !== undefined) {
      this.#close(stream);
      stream.request.onAnswer?.(message);
      return;
    }
    this.#onRequest({
      from: stream.remote,
      message,
      reply: (answer) => this.#write(stream, answer),
    });
    this.#end(stream);
  }

  #write(stream: StreamState, message: StreamMessage): void {
    const bytes = this.#context.codec.encodeStream(message, { side: stream.side });
    if (message.type === 'push-pull') this.#context.measure('sample', 'size.local', bytes.length);
    this.#context.emit({ type: 'write-stream', streamId: stream.id, bytes });
  }

  #end(stream: StreamState): void {
    stream.phase = 'ending';
    this.#context.emit({ type: 'end-stream', streamId: stream.id });
  }

  #fail(stream: StreamState, failure: StreamFailure): void {
    this.#close(stream);
    stream.request?.onFailure(failure);
  }

  #close(stream: StreamState): void {
    this.#forget(stream);
    this.#context.emit({ type: 'close-stream', streamId: stream.id });
  }

  #forget(stream: StreamState): void {
    this.#streams.delete(stream.id);
    this.#context.deadlines.cancel(stream.deadline);
    this.#letGo(stream);
    if (stream.side === 'accepted') this.#acceptedCount -= 1;
  }
}
