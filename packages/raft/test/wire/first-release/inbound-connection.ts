// Kept as the first release had it, so that a test can speak with it.
import type { ByteStream, Clock } from '@konsul/runtime';
import type { RaftMessage } from '../../../src/core/message.js';
import type { IncomingSnapshot } from '../../../src/node/raft-transport.js';
import { SnapshotReceiver } from '../../../src/node/snapshot-receiver.js';
import { Watchdog } from '../../../src/node/watchdog.js';
import { FrameDecoder, type FrameFault } from '../../../src/wire/frame.js';
import { decodeHello, type Hello, helloBytesMax } from './hello-codec.js';
import { type DecodeRejection, decodeMessage } from './message-codec.js';

/** Why something that a peer sent was not taken. */
export type InboundRejection =
  | FrameFault
  | DecodeRejection
  | 'handshake-timeout'
  | 'hello-malformed'
  | 'hello-other-cluster'
  | 'hello-not-for-us'
  | 'sender-differs';

export interface InboundConnectionOptions {
  readonly stream: ByteStream;
  readonly clock: Clock;
  readonly nodeId: string;
  readonly clusterId: string;
  readonly group: number;
  readonly frameBytesMax: number;
  readonly handshakeTimeoutMs: number;
  readonly stallTimeoutMs: number;
  /** The peer has said who it is; `address` is where it says it is reached. */
  readonly onHello: (peer: string, address: string) => void;
  readonly onMessage: (message: RaftMessage) => void;
  readonly onSnapshot: (incoming: IncomingSnapshot) => void;
  readonly onRejected: (reason: InboundRejection) => void;
  readonly onClosed: () => void;
}

/** A connection that a peer dialled: a hello within the deadline, then messages or a snapshot. */
export class InboundConnection {
  readonly #options: InboundConnectionOptions;
  readonly #handshake: Watchdog;
  readonly #decoder: FrameDecoder;
  #hello: Hello | undefined;
  #snapshot: SnapshotReceiver | undefined;
  #isClosed = false;

  constructor(options: InboundConnectionOptions) {
    this.#options = options;
    const { stream, clock, handshakeTimeoutMs } = options;
    this.#handshake = new Watchdog({
      clock,
      timeoutMs: handshakeTimeoutMs,
      onExpire: () => this.#close('handshake-timeout'),
    });
    // A stranger gets no more memory than its hello needs.
    this.#decoder = new FrameDecoder(helloBytesMax, (body, isOwned) => {
      if (!this.#isClosed) this.#onFrame(body, isOwned);
    });
    stream.setHandlers({
      data: (bytes) => {
        const fault = this.#isClosed ? undefined : this.#decoder.push(bytes);
        if (fault !== undefined) this.#close(fault);
      },
      end: () => stream.end(),
      close: () => this.#onStreamClosed(),
    });
  }

  /** Who is at the other end; undefined before its hello was accepted. */
  get peer(): string | undefined {
    return this.#hello?.from;
  }

  close(): void {
    this.#options.stream.destroy();
  }

  #onFrame(body: Uint8Array, isOwned: boolean): void {
    if (this.#hello === undefined) this.#onHello(body);
    else if (this.#snapshot !== undefined) this.#snapshot.frame(isOwned ? body : body.slice());
    else this.#onMessage(body, isOwned);
  }

  #onHello(body: Uint8Array): void {
    this.#handshake.stop();
    const { clusterId, nodeId, group } = this.#options;
    const hello = decodeHello(body);
    if (hello === undefined) this.#close('hello-malformed');
    else if (hello.clusterId !== clusterId) this.#close('hello-other-cluster');
    else if (hello.to !== nodeId || hello.group !== group) this.#close('hello-not-for-us');
    else {
      this.#hello = hello;
      this.#decoder.limitTo(this.#options.frameBytesMax);
      this.#options.onHello(hello.from, hello.address);
    }
  }

  #onMessage(body: Uint8Array, isOwned: boolean): void {
    // Entries outlive the socket's chunk: one copy per frame keeps them from pinning all of it.
    const result = decodeMessage(isOwned ? body : body.slice(), this.#options.group);
    if (result.type === 'rejected') {
      this.#rejectMessage(result.reason);
      return;
    }
    const { message } = result;
    const isHonest = message.from === this.#hello?.from && message.to === this.#options.nodeId;
    if (!isHonest) {
      this.#close('sender-differs');
      return;
    }
    const isOffer = message.type === 'snapshot-offer';
    if (isOffer !== (this.#hello?.kind === 'snapshot')) {
      this.#close('malformed');
      return;
    }
    if (message.type !== 'snapshot-offer') {
      this.#options.onMessage(message);
      return;
    }
    this.#snapshot = new SnapshotReceiver(message, this.#options);
    this.#options.onSnapshot(this.#snapshot);
  }

  #rejectMessage(reason: DecodeRejection): void {
    // A kind that only a newer peer knows is skipped; anything else means that we lost the thread.
    if (reason === 'unknown-kind') this.#options.onRejected(reason);
    else this.#close(reason);
  }

  #close(reason: InboundRejection): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#handshake.stop();
    this.#options.onRejected(reason);
    this.#options.stream.destroy();
  }

  #onStreamClosed(): void {
    this.#isClosed = true;
    this.#handshake.stop();
    this.#snapshot?.closed(new Error('the connection was lost'));
    this.#options.onClosed();
  }
}
