import { type ByteStreamHandlers, type Endpoint, invariant } from '@konsul/runtime';
import { networkError } from './network-error.js';
import type { NetworkFabric } from './network-fabric.js';
import type { HostedStream, NetworkHost } from './network-host.js';
import { happens } from './network-link.js';
import { type Segment, StreamSender } from './stream-sender.js';

/** `write` asks its caller to wait from here on, as Node's sockets do. */
const HIGH_WATER_BYTES = 16 * 1024;

/** What one end of a stream is made of. */
export interface MemoryStreamOptions {
  readonly fabric: NetworkFabric;
  readonly host: NetworkHost;
  readonly local: Endpoint;
  readonly remote: Endpoint;
}

/** Both ends of an open stream, not yet known to their owners. */
export function createStreamPair(
  client: MemoryStreamOptions,
  server: MemoryStreamOptions,
): { readonly client: MemoryStream; readonly server: MemoryStream } {
  const near = new MemoryStream(client);
  const far = new MemoryStream(server);
  near.attach(far);
  far.attach(near);
  return { client: near, server: far };
}

/**
 * One end of a stream in memory. Its owner is only ever called from an event of the clock, never
 * from within one of its own calls.
 */
export class MemoryStream implements HostedStream {
  readonly remote: Endpoint;
  readonly #options: MemoryStreamOptions;
  readonly #incarnation: number;
  #peer: MemoryStream | undefined;
  #sender: StreamSender | undefined;
  #handlers: ByteStreamHandlers | undefined;
  #unread: Uint8Array[] = [];
  #unreadBytes = 0;
  #isPaused = false;
  #wantsDrain = false;
  #isDrainDue = false;
  #isEndRequested = false;
  #hasReceivedEnd = false;
  #hasDeliveredEnd = false;
  #isGone = false;
  #hasDeliveredClose = false;
  #closeError: Error | undefined;
  #onGone: (() => void) | undefined;
  #isDispatchScheduled = false;
  #isDispatching = false;

  constructor(options: MemoryStreamOptions) {
    this.#options = options;
    this.remote = options.remote;
    this.#incarnation = options.host.incarnation;
    options.host.streams.add(this);
  }

  get bufferedBytes(): number {
    return this.#sender?.queuedBytes ?? 0;
  }

  get unreadBytes(): number {
    return this.#unreadBytes;
  }

  /** Connects this end with the other one. */
  attach(peer: MemoryStream): void {
    const { fabric, host } = this.#options;
    this.#peer = peer;
    this.#sender = new StreamSender({
      fabric,
      from: host,
      to: peer.#options.host,
      target: peer,
      onEmptied: () => this.#onEmptied(),
      onStallTimeout: () => {
        this.#note('stream-timed-out');
        this.#break(networkError('ETIMEDOUT', 'read ETIMEDOUT'));
      },
    });
  }

  setHandlers(handlers: ByteStreamHandlers): void {
    invariant(this.#handlers === undefined, 'a stream has one owner');
    this.#handlers = handlers;
    this.scheduleDispatch();
  }

  write(bytes: Uint8Array): boolean {
    const sender = this.#sender;
    if (this.#isGone || this.#isEndRequested || !this.#isAlive() || sender === undefined) {
      return false;
    }
    if (sender.queuedBytes + bytes.length > this.#options.fabric.limits.streamBufferBytesMax) {
      sender.abort('reset');
      this.#break(networkError('ENOBUFS', 'too many bytes queued without waiting for drain'));
      return false;
    }
    if (bytes.length > 0) sender.write(bytes);
    if (sender.queuedBytes < HIGH_WATER_BYTES) return true;
    this.#wantsDrain = true;
    return false;
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.scheduleDispatch();
  }

  end(): void {
    if (this.#isGone || this.#isEndRequested || !this.#isAlive()) return;
    this.#isEndRequested = true;
    this.#sender?.end();
  }

  destroy(): void {
    if (this.#isGone || !this.#isAlive()) return;
    this.#sender?.abort(this.#unreadBytes > 0 ? 'reset' : 'fin');
    this.#break(undefined);
  }

  /**
   * The process that owns this end was killed. Its machine says so to the peer by an end or a
   * reset, as chance has it; unless the machine itself went down.
   */
  kill(isMachineDown: boolean): void {
    const { fabric } = this.#options;
    if (isMachineDown) this.#sender?.discard();
    else if (!this.#isGone) this.#sender?.abort(happens(0.5, fabric.rng) ? 'reset' : 'fin');
    this.#isGone = true;
    this.#unread = [];
    this.#unreadBytes = 0;
  }

  /** Calls back once this end is closed or broken. */
  onGone(callback: () => void): void {
    this.#onGone = callback;
  }

  /** The other side has read, so more may leave. */
  onWindowOpened(): void {
    if (this.bufferedBytes > 0) this.#sender?.schedulePump();
  }

  /** Takes what came over the network. */
  receive(segment: Segment): void {
    if (this.#isGone) {
      if (segment.type === 'data') this.#answerWithReset();
      return;
    }
    switch (segment.type) {
      case 'data':
        this.#unread.push(segment.bytes);
        this.#unreadBytes += segment.bytes.length;
        break;
      case 'fin':
        this.#note('stream-ended');
        this.#hasReceivedEnd = true;
        break;
      case 'reset':
        this.#note('stream-reset');
        this.#sender?.discard();
        this.#break(networkError('ECONNRESET', 'read ECONNRESET'));
        return;
    }
    this.#dispatch();
  }

  /** Calls the owner at the end of this turn with whatever is due. */
  scheduleDispatch(): void {
    if (this.#isDispatchScheduled) return;
    this.#isDispatchScheduled = true;
    this.#options.fabric.clock.defer(() => {
      this.#isDispatchScheduled = false;
      this.#dispatch();
    });
  }

  #isAlive(): boolean {
    return this.#options.host.incarnation === this.#incarnation;
  }

  #onEmptied(): void {
    if (this.#wantsDrain) {
      this.#wantsDrain = false;
      this.#isDrainDue = true;
    }
    this.scheduleDispatch();
  }

  #break(error: Error | undefined): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#closeError = error;
    this.#unread = [];
    this.#unreadBytes = 0;
    this.#options.host.streams.delete(this);
    this.#onGone?.();
    this.scheduleDispatch();
  }

  #dispatch(): void {
    const handlers = this.#handlers;
    const { host } = this.#options;
    if (handlers === undefined || !this.#isAlive() || host.isHeld || this.#isDispatching) return;
    this.#isDispatching = true;
    try {
      this.#deliver(handlers);
    } finally {
      this.#isDispatching = false;
    }
  }

  #deliver(handlers: ByteStreamHandlers): void {
    if (this.#isDrainDue && !this.#isGone) {
      this.#isDrainDue = false;
      handlers.drain?.();
    }
    this.#deliverUnread(handlers);
    if (this.#isEndDue()) {
      this.#hasDeliveredEnd = true;
      handlers.end?.();
    }
    if (this.#hasDeliveredEnd && this.#isEndRequested && this.#sender?.hasEnded === true) {
      this.#break(undefined);
    }
    if (this.#isGone && !this.#hasDeliveredClose) {
      this.#hasDeliveredClose = true;
      handlers.close?.(this.#closeError);
    }
  }

  #deliverUnread(handlers: ByteStreamHandlers): void {
    while (!this.#isGone && !this.#isPaused) {
      const bytes = this.#unread.shift();
      if (bytes === undefined) return;
      this.#unreadBytes -= bytes.length;
      this.#options.fabric.note('stream-delivered', this.remote, this.#options.local, { bytes });
      handlers.data(bytes);
      // The window has opened by what was read.
      this.#peer?.onWindowOpened();
    }
  }

  #isEndDue(): boolean {
    if (this.#isGone || this.#isPaused || this.#hasDeliveredEnd) return false;
    return this.#hasReceivedEnd && this.#unread.length === 0;
  }

  #answerWithReset(): void {
    const { fabric, host } = this.#options;
    const peer = this.#peer;
    if (peer === undefined || peer.#isGone) return;
    const target = peer.#options.host;
    const atMs = fabric.clock.nowMs() + fabric.segmentMs(host, target, 0);
    fabric.clock.schedule(atMs, () => {
      if (fabric.canPass(host, target)) peer.receive({ type: 'reset' });
    });
  }

  #note(type: 'stream-ended' | 'stream-reset' | 'stream-timed-out'): void {
    this.#options.fabric.note(type, this.remote, this.#options.local);
  }
}
