import type { PooledStream } from '@konsul/rpc';
import type { Cancel, Clock } from '@konsul/runtime';
import {
  encodePacket,
  encodePing,
  joinFrames,
  LinkDecoder,
  LinkMonitor,
  PacketQueue,
} from '../core/index.js';

/** Why a packet was not sent. */
export type PacketDropReason =
  | 'queue-full'
  | 'unreachable'
  | 'congested'
  | 'oversize'
  | 'too-many-peers';

export interface PacketLinkOptions {
  /** A connection to the peer, shared by all packets or for one of them. */
  readonly acquire: () => Promise<PooledStream>;
  /** What stands first on every connection. */
  readonly announce: Uint8Array;
  readonly queuedPacketCountMax: number;
  readonly bufferedBytesMax: number;
  readonly keepAliveIntervalMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly clock: Clock;
  readonly onDropped: (reason: PacketDropReason, count: number) => void;
  /** A shared connection was opened, and later closed. */
  readonly onPooled: (change: 1 | -1) => void;
  /** A connection for one packet was opened. */
  readonly onUnpooled: () => void;
}

/** Dials at one time to a peer that takes one packet per connection. */
const UNPOOLED_DIAL_COUNT_MAX = 4;

/**
 * The way of packets to one peer: straight to its connection when there is one, and through a
 * bounded queue while it is dialled. Sending never waits and never throws.
 */
export class PacketLink {
  readonly #options: PacketLinkOptions;
  readonly #queue: PacketQueue;
  #stream: PooledStream | undefined;
  #monitor: LinkMonitor | undefined;
  #cancelTimer: Cancel | undefined;
  #dialCount = 0;
  #isPooling = true;
  #isClosed = false;

  constructor(options: PacketLinkOptions) {
    this.#options = options;
    this.#queue = new PacketQueue({ countMax: options.queuedPacketCountMax });
  }

  /** Nothing is open, dialled or waiting: the link can be forgotten. */
  get isIdle(): boolean {
    return this.#stream?.isOpen !== true && this.#dialCount === 0;
  }

  send(packet: Uint8Array): void {
    if (this.#isClosed) return;
    if (this.#stream?.isOpen === true) {
      this.#write(this.#stream, packet);
      return;
    }
    if (this.#queue.push(packet)) this.#options.onDropped('queue-full', 1);
    this.#dial();
  }

  /** Drops what waits and lets the connection go. */
  close(): void {
    this.#isClosed = true;
    this.#queue.takeAll();
    this.#cancelTimer?.();
    this.#stream?.destroy();
  }

  #write(stream: PooledStream, packet: Uint8Array): void {
    if (stream.bufferedBytes > this.#options.bufferedBytesMax) {
      this.#options.onDropped('congested', 1);
      return;
    }
    stream.write(encodePacket(packet));
    this.#monitor?.onPacketSent(this.#options.clock.nowMs());
    if (this.#cancelTimer === undefined) this.#arm();
  }

  #dial(): void {
    const dialCountMax = this.#isPooling ? 1 : UNPOOLED_DIAL_COUNT_MAX;
    while (this.#dialCount < Math.min(dialCountMax, this.#queue.count)) {
      this.#dialCount += 1;
      this.#options.acquire().then(
        (stream) => this.#onOpened(stream),
        () => this.#onFailed(),
      );
    }
  }

  #onOpened(stream: PooledStream): void {
    this.#dialCount -= 1;
    this.#isPooling = stream.isPooling;
    if (this.#isClosed) {
      stream.destroy();
      return;
    }
    if (!stream.isPooling) this.#sendAlone(stream);
    else if (stream === this.#stream) this.#writeQueued(stream);
    else this.#adopt(stream);
  }

  /** A peer that has begun to pool gives all of several dials the same connection. */
  #writeQueued(stream: PooledStream): void {
    for (const packet of this.#queue.takeAll()) this.#write(stream, packet);
  }

  #onFailed(): void {
    this.#dialCount -= 1;
    if (this.#dialCount > 0) return;
    const count = this.#queue.takeAll().length;
    if (count > 0 && !this.#isClosed) this.#options.onDropped('unreachable', count);
  }

  #adopt(stream: PooledStream): void {
    const { announce, clock, onPooled, keepAliveIntervalMs, keepAliveTimeoutMs } = this.#options;
    this.#stream = stream;
    this.#monitor = new LinkMonitor({
      intervalMs: keepAliveIntervalMs,
      timeoutMs: keepAliveTimeoutMs,
    });
    this.#listenForPongs(stream, this.#monitor);
    stream.write(joinFrames([announce, ...this.#queue.takeAll().map(encodePacket)]));
    this.#monitor.onPacketSent(clock.nowMs());
    this.#arm();
    onPooled(1);
    stream.onClosed(() => {
      onPooled(-1);
      if (this.#stream === stream) this.#forget();
    });
  }

  #sendAlone(stream: PooledStream): void {
    this.#options.onUnpooled();
    const packet = this.#queue.shift();
    if (packet !== undefined)
      stream.write(joinFrames([this.#options.announce, encodePacket(packet)]));
    stream.release();
    this.#dial();
  }

  #listenForPongs(stream: PooledStream, monitor: LinkMonitor): void {
    const decoder = new LinkDecoder({ packetBytesMax: 1 });
    stream.onData((bytes) => {
      decoder.push(bytes);
      for (let frame = decoder.next(); frame !== undefined; frame = decoder.next())
        if (frame.type === 'pong') monitor.onPong();
      if (decoder.rejected !== undefined) stream.destroy();
    });
  }

  #forget(): void {
    this.#stream = undefined;
    this.#monitor = undefined;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  /** One timer at a time; it looks again when it finds its deadline moved. */
  #arm(): void {
    const { clock } = this.#options;
    const deadlineMs = this.#monitor?.deadlineMs;
    this.#cancelTimer?.();
    this.#cancelTimer =
      deadlineMs === undefined ? undefined : clock.schedule(deadlineMs, () => this.#onTimer());
  }

  #onTimer(): void {
    const verdict = this.#monitor?.onTick(this.#options.clock.nowMs());
    if (verdict === 'ping') this.#stream?.write(encodePing());
    if (verdict === 'dead') {
      this.#stream?.destroy();
      return;
    }
    this.#arm();
  }
}
