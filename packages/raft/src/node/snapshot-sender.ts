import type { ByteStream, Cancel, Clock } from '@konsul/runtime';
import type { SnapshotOffer } from '../core/message.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { FrameDecoder, frameHeaderBytes, writeFrame } from '../wire/frame.js';
import { encodeHello, type Hello } from '../wire/hello-codec.js';
import { encodeMessage } from '../wire/message-codec.js';
import {
  decodeSnapshotSignal,
  encodeSnapshotSignal,
  type SnapshotSignal,
} from '../wire/snapshot-stream-codec.js';
import type { SendSnapshotOptions } from './raft-transport.js';
import { Watchdog } from './watchdog.js';

export interface SnapshotSenderOptions extends SendSnapshotOptions {
  readonly stream: ByteStream;
  readonly clock: Clock;
  readonly hello: Hello;
  readonly offer: SnapshotOffer;
  readonly open: (offsetBytes: number) => Promise<SnapshotReader>;
  readonly stallTimeoutMs: number;
}

const ANSWER_BYTES_MAX = 64;

/** A sender with a limit on its rate says something this often. */
const PIECES_PER_SECOND = 10;

/** Streams one snapshot over a connection that was just opened. @returns false when refused. */
export function streamSnapshot(options: SnapshotSenderOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    new SnapshotSender(options, resolve, reject).begin();
  });
}

class SnapshotSender {
  readonly #options: SnapshotSenderOptions;
  readonly #resolve: (isTaken: boolean) => void;
  readonly #reject: (error: Error) => void;
  readonly #watchdog: Watchdog;
  #isOver = false;
  #isStreaming = false;
  /** Goes on with what waits, for room in the connection or for its time. */
  #wake: () => void = () => undefined;

  constructor(
    options: SnapshotSenderOptions,
    resolve: (isTaken: boolean) => void,
    reject: (error: Error) => void,
  ) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#watchdog = new Watchdog({
      clock: options.clock,
      timeoutMs: options.stallTimeoutMs,
      onExpire: () => this.#fail(new Error(`${options.offer.to} stopped taking the snapshot`)),
    });
  }

  begin(): void {
    const { stream, signal, hello, offer } = this.#options;
    const decoder = new FrameDecoder(ANSWER_BYTES_MAX, (body) => this.#onAnswer(body));
    stream.setHandlers({
      data: (bytes) => {
        this.#watchdog.feed();
        if (decoder.push(bytes) !== undefined) this.#fail(new Error('the receiver is unreadable'));
      },
      drain: () => {
        this.#watchdog.feed();
        this.#wake();
      },
      // A receiver that hangs up without a word has not closed our half of the connection.
      end: () => this.#fail(new Error(`${offer.to} hung up`)),
      close: (error) => this.#fail(error ?? new Error(`the connection to ${offer.to} was closed`)),
    });
    signal.addEventListener('abort', this.#onAbort);
    if (signal.aborted) {
      this.#onAbort();
      return;
    }
    const writer = new ByteWriter();
    writeFrame(writer, () => encodeHello(writer, hello));
    writeFrame(writer, () => encodeMessage(writer, offer, hello.group));
    stream.write(writer.detach(1));
  }

  readonly #onAbort = (): void => this.#fail(new Error('the transfer was ended'));

  #onAnswer(body: Uint8Array): void {
    const answer = decodeSnapshotSignal(body);
    if (answer?.type === 'accept' && !this.#isStreaming) {
      this.#isStreaming = true;
      this.#stream(answer.offsetBytes).catch((error: unknown) => this.#fail(error));
    } else if (answer?.type === 'refuse') this.#finish(() => this.#resolve(false));
    else if (answer?.type === 'done') this.#finish(() => this.#resolve(true));
    else this.#fail(new Error('the receiver of a snapshot broke the protocol'));
  }

  async #stream(offsetBytes: number): Promise<void> {
    const { clock, bytesPerSecond } = this.#options;
    const startedAtMs = clock.nowMs();
    let sentBytes = 0;
    for await (const chunk of (await this.#options.open(offsetBytes)).data) {
      for (const bytes of piecesOf(chunk, bytesPerSecond)) {
        if (this.#isOver) return;
        if (!this.#say({ type: 'data', bytes })) await this.#drained();
        sentBytes += bytes.length;
        if (bytesPerSecond > 0) {
          await this.#until(startedAtMs + (sentBytes * 1000) / bytesPerSecond);
        }
      }
    }
    this.#say({ type: 'end' });
  }

  #say(signal: SnapshotSignal): boolean {
    const dataBytes = signal.type === 'data' ? signal.bytes.length : 0;
    const writer = new ByteWriter(frameHeaderBytes + 16 + dataBytes);
    writeFrame(writer, () => encodeSnapshotSignal(writer, signal));
    return this.#options.stream.write(writer.detach(1));
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#isOver) resolve();
    });
  }

  async #until(atMs: number): Promise<void> {
    const { clock } = this.#options;
    // Room in the connection wakes it too, and is no reason to hurry.
    while (!this.#isOver && atMs > clock.nowMs()) {
      this.#watchdog.feed();
      let cancel: Cancel | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        cancel = clock.schedule(atMs, resolve);
      });
      cancel?.();
    }
  }

  #fail(error: unknown): void {
    this.#finish(() => this.#reject(error instanceof Error ? error : new Error(String(error))));
  }

  #finish(settle: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#watchdog.stop();
    this.#options.signal.removeEventListener('abort', this.#onAbort);
    this.#wake();
    this.#options.stream.destroy();
    settle();
  }
}

/** A chunk, cut so that a slow sender need not be silent for long. */
function* piecesOf(chunk: Uint8Array, bytesPerSecond: number): Generator<Uint8Array> {
  const isLimited = bytesPerSecond > 0;
  const pieceBytes = isLimited ? Math.ceil(bytesPerSecond / PIECES_PER_SECOND) : chunk.length;
  for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes);
}
