import type { ByteStream, Clock } from '@konsul/runtime';
import type { RaftMessage } from '../core/message.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { firstProtocol, isCompatible, ownProtocol } from '../wire/capability.js';
import { FrameDecoder, type FrameFault, writeFrame } from '../wire/frame.js';
import { decodeHello, encodeHello, type Hello, helloBytesMax } from '../wire/hello-codec.js';
import { type DecodeRejection, decodeMessage, groupOf } from '../wire/message-codec.js';
import type { IncomingSnapshot } from './raft-transport.js';
import { SnapshotReceiver } from './snapshot-receiver.js';
import { Watchdog } from './watchdog.js';

/** Why something that a peer sent was not taken. */
export type InboundRejection =
  | FrameFault
  | DecodeRejection
  | 'handshake-timeout'
  | 'hello-malformed'
  | 'hello-other-cluster'
  | 'hello-not-for-us'
  | 'hello-other-version'
  | 'sender-differs';

export interface InboundConnectionOptions {
  readonly stream: ByteStream;
  readonly clock: Clock;
  readonly nodeId: string;
  readonly clusterId: string;
  /** The groups that have a member here. */
  readonly hasGroup: (group: number) => boolean;
  /** One connection may speak for several groups, also for some that have no member here. */
  readonly isShared: boolean;
  readonly frameBytesMax: number;
  readonly handshakeTimeoutMs: number;
  readonly stallTimeoutMs: number;
  /** Where this node is reached; part of its answer to a hello. */
  readonly address: string;
  /** The peer has said who it is, where it says it is reached, and what it speaks. */
  readonly onHello: (hello: Hello) => void;
  readonly onMessage: (message: RaftMessage, group: number) => void;
  readonly onSnapshot: (incoming: IncomingSnapshot, group: number) => void;
  /** `hello` is what the peer said of itself, where that was the reason. */
  readonly onRejected: (reason: InboundRejection, hello?: Hello) => void;
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
    const { clusterId, nodeId, hasGroup } = this.#options;
    const hello = decodeHello(body);
    if (hello === undefined) this.#close('hello-malformed');
    else if (hello.clusterId !== clusterId) this.#close('hello-other-cluster', hello);
    else if (hello.to !== nodeId || !hasGroup(hello.group)) this.#close('hello-not-for-us', hello);
    else if (!isCompatible(hello.protocol ?? firstProtocol, ownProtocol)) {
      this.#close('hello-other-version', hello);
    } else {
      this.#hello = hello;
      this.#decoder.limitTo(this.#options.frameBytesMax);
      if (hello.kind === 'messages') this.#answer(hello);
      this.#options.onHello(hello);
    }
  }

  /** Says what we speak. The first release does not listen, and nothing else is said here. */
  #answer({ from, group }: Hello): void {
    const { stream, clusterId, nodeId, address } = this.#options;
    const said = { kind: 'messages', clusterId, group, from: nodeId, address, to: from } as const;
    const writer = new ByteWriter(256);
    writeFrame(writer, () => encodeHello(writer, { ...said, protocol: ownProtocol }));
    stream.write(writer.detach(1));
  }

  #onMessage(body: Uint8Array, isOwned: boolean): void {
    // Entries outlive the socket's chunk: a copy of a small frame keeps them from pinning all of it.
    const group = this.#groupFor(body);
    const result = decodeMessage(isOwned ? body : body.slice(), group);
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
      this.#options.onMessage(message, group);
      return;
    }
    this.#snapshot = new SnapshotReceiver(message, this.#options);
    this.#options.onSnapshot(this.#snapshot, group);
  }

  /** The group a message is read for: its own where that may be, else that of the connection. */
  #groupFor(body: Uint8Array): number {
    const greeted = this.#hello?.group ?? 0;
    const said = this.#options.isShared ? groupOf(body) : greeted;
    return said !== undefined && this.#options.hasGroup(said) ? said : greeted;
  }

  #rejectMessage(reason: DecodeRejection): void {
    // A kind that only a newer peer knows is skipped; anything else means that we lost the thread.
    const isOtherGroup = reason === 'other-group' && this.#options.isShared;
    if (reason === 'unknown-kind' || isOtherGroup) this.#options.onRejected(reason);
    else this.#close(reason);
  }

  #close(reason: InboundRejection, hello?: Hello): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#handshake.stop();
    this.#options.onRejected(reason, hello);
    this.#options.stream.destroy();
  }

  #onStreamClosed(): void {
    this.#isClosed = true;
    this.#handshake.stop();
    this.#snapshot?.closed(new Error('the connection was lost'));
    this.#options.onClosed();
  }
}
