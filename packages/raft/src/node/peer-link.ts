import {
  type ByteStream,
  type Cancel,
  type Clock,
  type Endpoint,
  type Metrics,
  type Rng,
  randomBetween,
  type StreamTransport,
} from '@konsul/runtime';
import type { RaftMessage } from '../core/message.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { FrameDecoder, writeFrame } from '../wire/frame.js';
import { decodeHello, encodeHello, type Hello, helloBytesMax } from '../wire/hello-codec.js';
import { encodeMessage } from '../wire/message-codec.js';

export interface PeerLinkOptions {
  readonly hello: Hello;
  readonly endpoint: Endpoint;
  readonly streams: StreamTransport;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly metrics: Metrics;
  readonly connectTimeoutMs: number;
  readonly backoffMinMs: number;
  readonly backoffMaxMs: number;
  /** Bytes that may wait; beyond it appends are dropped, beyond twice as many everything is. */
  readonly queueBytesMax: number;
  /** A connection whose messages go unanswered for this long is given up and dialled anew. */
  readonly unansweredMs: number;
  readonly onUnreachable: () => void;
  /** The peer has answered the hello, and so said what it speaks; the first release does not. */
  readonly onAnswer: (hello: Hello) => void;
}

const BUFFER_BYTES_MIN = 1024;
const BUFFER_BYTES_MAX = 1024 * 1024;

/** The outgoing message connection to one peer: dialled when there is something to say. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #writer = new ByteWriter(BUFFER_BYTES_MIN);
  #stream: ByteStream | undefined;
  #isDialling = false;
  #isClosed = false;
  #failureCount = 0;
  #retryTimer: Cancel | undefined;
  #unansweredSinceMs: number | undefined;
  #saidAtMs = 0;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
  }

  get endpoint(): Endpoint {
    return this.#options.endpoint;
  }

  /** The group that the connection was dialled for; the first release carries no other on it. */
  get group(): number {
    return this.#options.hello.group;
  }

  send(message: RaftMessage, group: number): void {
    if (this.#isClosed) return;
    if (this.#retryTimer !== undefined || !this.#hasRoomFor(message)) {
      this.#options.metrics.increment('raft.transport.dropped');
      this.#options.onUnreachable();
      return;
    }
    writeFrame(this.#writer, () => encodeMessage(this.#writer, message, group));
    this.#noteSaid();
    if (this.#stream === undefined) this.#dial();
  }

  /** Writes what was queued in this turn. */
  flush(): void {
    if (this.#stream === undefined || this.#writer.length === 0) return;
    const since = this.#unansweredSinceMs;
    const nowMs = this.#options.clock.nowMs();
    if (since !== undefined && nowMs - since > this.#options.unansweredMs) {
      this.#options.metrics.increment('raft.transport.unanswered');
      this.#stream.destroy();
      return;
    }
    const next = Math.min(Math.max(this.#writer.length, BUFFER_BYTES_MIN), BUFFER_BYTES_MAX);
    this.#stream.write(this.#writer.detach(next));
  }

  /**
   * Not everything is answered, so only a peer that is silent while it is talked to all the time
   * seems lost.
   */
  #noteSaid(): void {
    const nowMs = this.#options.clock.nowMs();
    const wasSilent = nowMs - this.#saidAtMs > this.#options.unansweredMs;
    if (wasSilent) this.#unansweredSinceMs = undefined;
    this.#saidAtMs = nowMs;
    this.#unansweredSinceMs ??= nowMs;
  }

  /** The peer was heard, on whichever connection. */
  heard(): void {
    this.#failureCount = 0;
    this.#unansweredSinceMs = undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#retryTimer?.();
    this.#stream?.destroy();
    this.#stream = undefined;
  }

  #hasRoomFor(message: RaftMessage): boolean {
    const waiting = this.#writer.length + (this.#stream?.bufferedBytes ?? 0);
    const isBulk = message.type === 'append-request' && message.entries.length > 0;
    const { queueBytesMax } = this.#options;
    return waiting < (isBulk ? queueBytesMax : 2 * queueBytesMax);
  }

  #dial(): void {
    if (this.#isDialling) return;
    this.#isDialling = true;
    const { streams, endpoint, connectTimeoutMs } = this.#options;
    streams.connect(endpoint, { timeoutMs: connectTimeoutMs }).then(
      (stream) => this.#onConnected(stream),
      () => this.#onLost(),
    );
  }

  #onConnected(stream: ByteStream): void {
    this.#isDialling = false;
    if (this.#isClosed) {
      stream.destroy();
      return;
    }
    this.#stream = stream;
    this.#unansweredSinceMs = undefined;
    const decoder = new FrameDecoder(helloBytesMax, (body) => this.#onAnswer(body));
    stream.setHandlers({
      data: (bytes) => {
        if (decoder.push(bytes) !== undefined) stream.destroy();
      },
      end: () => stream.destroy(),
      close: () => this.#onLost(),
    });
    const greeting = new ByteWriter(256);
    writeFrame(greeting, () => encodeHello(greeting, this.#options.hello));
    stream.write(greeting.detach());
    this.flush();
  }

  #onAnswer(body: Uint8Array): void {
    const answer = decodeHello(body);
    // What a newer peer says besides is not for us.
    if (answer !== undefined && answer.from === this.#options.hello.to) {
      this.#options.onAnswer(answer);
    }
  }

  #onLost(): void {
    this.#isDialling = false;
    this.#stream = undefined;
    this.#unansweredSinceMs = undefined;
    this.#writer.reset(BUFFER_BYTES_MAX);
    if (this.#isClosed) return;
    const { clock, rng, backoffMinMs, backoffMaxMs } = this.#options;
    const ceilingMs = Math.min(backoffMaxMs, backoffMinMs * 2 ** this.#failureCount);
    this.#failureCount = Math.min(this.#failureCount + 1, 30);
    const delayMs = randomBetween(rng, ceilingMs / 2, ceilingMs);
    this.#retryTimer = clock.schedule(clock.nowMs() + delayMs, () => {
      this.#retryTimer = undefined;
    });
    this.#options.onUnreachable();
  }
}
