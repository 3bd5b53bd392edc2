import type { ByteStream, Clock } from '@konsul/runtime';
import type { SnapshotOffer } from '../core/message.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { writeFrame } from '../wire/frame.js';
import {
  decodeSnapshotSignal,
  encodeSnapshotSignal,
  type SnapshotSignal,
} from '../wire/snapshot-stream-codec.js';
import { ChunkQueue } from './chunk-queue.js';
import type { IncomingSnapshot } from './raft-transport.js';
import { Watchdog } from './watchdog.js';

export interface SnapshotReceiverOptions {
  readonly stream: ByteStream;
  readonly clock: Clock;
  /** A connection that is silent for this long while bytes are awaited is given up. */
  readonly stallTimeoutMs: number;
}

const QUEUE_BYTES_MAX = 1024 * 1024;

/** The receiving end of one snapshot connection, from the offer on. */
export class SnapshotReceiver implements IncomingSnapshot {
  readonly offer: SnapshotOffer;
  readonly #stream: ByteStream;
  readonly #queue: ChunkQueue;
  readonly #watchdog: Watchdog;
  #isAnswered = false;

  constructor(offer: SnapshotOffer, options: SnapshotReceiverOptions) {
    const { stream, clock, stallTimeoutMs } = options;
    this.offer = offer;
    this.#stream = stream;
    this.#queue = new ChunkQueue({
      bytesMax: QUEUE_BYTES_MAX,
      pause: () => stream.pause(),
      resume: () => stream.resume(),
      onReturn: () => this.closed(new Error('the snapshot was given up here')),
    });
    const onExpire = (): void => this.closed(new Error('the snapshot stopped coming'));
    this.#watchdog = new Watchdog({ clock, timeoutMs: stallTimeoutMs, onExpire });
  }

  accept(offsetBytes: number): AsyncIterable<Uint8Array> {
    this.#answer({ type: 'accept', offsetBytes });
    return this.#queue;
  }

  refuse(): void {
    if (this.#isAnswered) return;
    this.#answer({ type: 'refuse' });
    this.#watchdog.stop();
    this.#stream.end();
  }

  cancel(): void {
    this.closed(new Error('the snapshot is no longer wanted'));
  }

  /** A frame came in. `body` may be a view; it is copied where it is kept. */
  frame(body: Uint8Array): void {
    this.#watchdog.feed();
    const signal = decodeSnapshotSignal(body);
    if (signal?.type === 'data' && this.#isAnswered) this.#queue.push(signal.bytes);
    else if (signal?.type === 'end' && this.#isAnswered) this.#complete();
    else this.closed(new Error('the sender of a snapshot broke the protocol'));
  }

  /** The connection is gone, or must go. */
  closed(error: Error): void {
    this.#watchdog.stop();
    this.#queue.end(error);
    this.#stream.destroy();
  }

  #complete(): void {
    this.#watchdog.stop();
    this.#queue.end();
    this.#say({ type: 'done' });
    this.#stream.end();
  }

  #answer(signal: SnapshotSignal): void {
    this.#isAnswered = true;
    this.#watchdog.feed();
    this.#say(signal);
  }

  #say(signal: SnapshotSignal): void {
    const writer = new ByteWriter(64);
    writeFrame(writer, () => encodeSnapshotSignal(writer, signal));
    this.#stream.write(writer.detach(1));
  }
}
