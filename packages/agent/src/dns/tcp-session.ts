import { Buffer } from 'node:buffer';
import type { ByteStream, Cancel, Clock } from '@konsul/runtime';
import { QUERY_BYTES_MAX } from './query.js';

/** What one TCP connection may use. */
export interface TcpSessionOptions {
  readonly clock: Clock;
  /** Closed when nothing whole has come for so long. */
  readonly idleTimeoutMs: number;
  /** Questions being answered at one time; more wait unread. */
  readonly pipelinedQueryCountMax: number;
  /** Unsent answers after which the connection is given up. */
  readonly bufferedBytesMax: number;
  /** Answers one message; undefined answers nothing. Never rejects. */
  readonly answer: (message: Uint8Array) => Promise<Uint8Array | undefined>;
  /** It is about to be given up because of what its other end does. */
  readonly onBreach: (breach: SessionBreach) => void;
  readonly onClose: () => void;
}

/** An empty or too long message, one of which only the beginning came, or answers left unread. */
export type SessionBreach = 'length' | 'incomplete' | 'unread';

const LENGTH_BYTES = 2;

/**
 * Questions and answers with their lengths in front, over one stream. Answers leave in the order in
 * which they are ready.
 *
 * Source: RFC 1035 section 4.2.2, RFC 7766.
 */
export class TcpSession {
  readonly #stream: ByteStream;
  readonly #options: TcpSessionOptions;
  #pending: Buffer = Buffer.alloc(0);
  #answeringCount = 0;
  #hasEnded = false;
  #isClosed = false;
  #cancelIdle: Cancel = () => undefined;

  constructor(stream: ByteStream, options: TcpSessionOptions) {
    this.#stream = stream;
    this.#options = options;
    this.#armIdle();
    stream.setHandlers({
      data: (bytes) => this.#receive(bytes),
      end: () => this.#end(),
      close: () => this.#close(),
    });
  }

  destroy(): void {
    this.#stream.destroy();
  }

  #receive(bytes: Uint8Array): void {
    this.#pending =
      this.#pending.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#pending, bytes]);
    this.#take();
  }

  /** Answers whole messages for as long as there is room for more. */
  #take(): void {
    while (this.#answeringCount < this.#options.pipelinedQueryCountMax) {
      if (this.#pending.length < LENGTH_BYTES) break;
      const messageBytes = this.#pending.readUInt16BE(0);
      if (messageBytes === 0 || messageBytes > QUERY_BYTES_MAX) {
        this.#giveUp('length');
        return;
      }
      const end = LENGTH_BYTES + messageBytes;
      if (this.#pending.length < end) break;
      const message = this.#pending.subarray(LENGTH_BYTES, end);
      this.#pending = this.#pending.subarray(end);
      this.#armIdle();
      this.#answeringCount += 1;
      void this.#options.answer(message).then((answer) => this.#answered(answer));
    }
    if (this.#answeringCount >= this.#options.pipelinedQueryCountMax) this.#stream.pause();
    else this.#stream.resume();
  }

  #answered(answer: Uint8Array | undefined): void {
    this.#answeringCount -= 1;
    if (this.#isClosed) return;
    if (answer !== undefined) {
      const length = Buffer.allocUnsafe(LENGTH_BYTES);
      length.writeUInt16BE(answer.length);
      this.#stream.write(length);
      this.#stream.write(answer);
    }
    if (this.#stream.bufferedBytes > this.#options.bufferedBytesMax) {
      this.#giveUp('unread');
      return;
    }
    this.#take();
    if (this.#hasEnded && this.#answeringCount === 0) this.#stream.end();
  }

  #end(): void {
    this.#hasEnded = true;
    if (this.#answeringCount === 0) this.#stream.end();
  }

  #close(): void {
    this.#isClosed = true;
    this.#cancelIdle();
    this.#options.onClose();
  }

  #armIdle(): void {
    this.#cancelIdle();
    const { clock, idleTimeoutMs } = this.#options;
    this.#cancelIdle = clock.schedule(clock.nowMs() + idleTimeoutMs, () => {
      if (this.#pending.length > 0) this.#giveUp('incomplete');
      else this.destroy();
    });
  }

  #giveUp(breach: SessionBreach): void {
    this.#options.onBreach(breach);
    this.destroy();
  }
}
