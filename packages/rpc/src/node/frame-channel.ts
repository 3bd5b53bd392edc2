import type { ByteStream, Metrics } from '@konsul/runtime';
import { type Frame, FrameDecoder } from '../core/index.js';
import { decodeRpcFrame, encodeRpcFrame } from '../wire/frame-codec.js';

export interface FrameChannelOptions {
  readonly stream: ByteStream;
  /** Longest frame that is taken, in bytes. */
  readonly frameBytesMax: number;
  /** Stop reading while what was written has not left: the peer that asks must also read. */
  readonly isReadingPausedWhenBlocked: boolean;
  readonly metrics: Metrics;
  readonly onFrame: (frame: Frame) => void;
  /** Bytes came in that complete no frame. */
  readonly onPartialFrame: () => void;
  /** `isBlocked` has changed. */
  readonly onBlocked: (isBlocked: boolean) => void;
  /** Called once, when nothing more will come. */
  readonly onClosed: (reason: string) => void;
}

/**
 * Frames of protocol `rpc` over a byte stream. A peer that sends anything else is cut off and
 * counted under `rpc.session.rejected`.
 */
export class FrameChannel {
  readonly #options: FrameChannelOptions;
  readonly #decoder: FrameDecoder;
  #isBlocked = false;
  #rejected: string | undefined;
  #isClosed = false;

  constructor(options: FrameChannelOptions) {
    this.#options = options;
    this.#decoder = new FrameDecoder({ frameBytesMax: options.frameBytesMax });
    options.stream.setHandlers({
      data: (bytes) => this.#onData(bytes),
      // Calls need both directions: a peer that says no more is gone.
      end: () => options.stream.destroy(),
      drain: () => this.#onDrain(),
      close: (error) => this.#onClose(error),
    });
  }

  /** The peer takes in less than is written to it. */
  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** Bytes written that have not left. */
  get bufferedBytes(): number {
    return this.#options.stream.bufferedBytes;
  }

  send(frame: Frame): void {
    const { stream, isReadingPausedWhenBlocked } = this.#options;
    if (stream.write(encodeRpcFrame(frame)) || this.#isBlocked) return;
    this.#isBlocked = true;
    if (isReadingPausedWhenBlocked) stream.pause();
    this.#options.onBlocked(true);
  }

  /** Sends what is queued and closes. */
  end(): void {
    this.#options.stream.end();
  }

  /** Closes at once. */
  destroy(): void {
    this.#options.stream.destroy();
  }

  #onData(bytes: Uint8Array): void {
    this.#decoder.push(bytes);
    let hasFrame = false;
    for (;;) {
      const payload = this.#decoder.next();
      if (payload === undefined) break;
      hasFrame = true;
      const frame = decodeRpcFrame(payload);
      if (frame === undefined) {
        this.#reject('frame-malformed');
        return;
      }
      this.#options.onFrame(frame);
    }
    if (this.#decoder.rejected !== undefined) this.#reject(this.#decoder.rejected);
    else if (!hasFrame) this.#options.onPartialFrame();
  }

  #reject(reason: string): void {
    if (this.#rejected !== undefined) return;
    this.#rejected = reason;
    this.#options.metrics.increment('rpc.session.rejected', 1, { reason });
    this.#options.stream.destroy();
  }

  #onDrain(): void {
    if (!this.#isBlocked) return;
    this.#isBlocked = false;
    if (this.#options.isReadingPausedWhenBlocked) this.#options.stream.resume();
    this.#options.onBlocked(false);
  }

  #onClose(error: Error | undefined): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#options.onClosed(this.#rejected ?? error?.message ?? 'the connection was closed');
  }
}
