import type { ByteStream, Clock, Endpoint } from '@konsul/runtime';
import { type PeerIdentity, POOLING_CAPABILITY } from '../core/index.js';
import type { PoolableConnection } from './connection-slot.js';
import type { DialledConnection } from './dialer.js';

/** A connection of a raw protocol that several users write whole messages to. */
export interface PooledStream {
  readonly remote: Endpoint;
  /** What the peer said of itself. */
  readonly peer: PeerIdentity;
  /** Writes still go out; once false it stays so. */
  readonly isOpen: boolean;
  /** False: the peer takes one message per connection; call `release` behind it. */
  readonly isPooling: boolean;
  /** Bytes written that have not left. */
  readonly bufferedBytes: number;
  /**
   * Queues bytes; those of one turn leave together. They belong to the stream from now on.
   *
   * @returns false when it is closed, or when the owner should write less for a while.
   */
  write(bytes: Uint8Array): boolean;
  /** No more of this user: keeps the connection if the peer pools, and else ends it. */
  release(): void;
  /** Ends the connection for all of its users, because it has been found to be of no use. */
  destroy(): void;
  /** Calls back once when the connection is gone, or at once if it is already. */
  onClosed(listener: () => void): void;
  /** Passes bytes from the peer to one listener; without any they are dropped. */
  onData(listener: (bytes: Uint8Array) => void): void;
}

export interface RawConnectionOptions {
  readonly dialled: DialledConnection;
  /** How long written bytes may wait without any leaving before the peer counts as gone. */
  readonly writeStallTimeoutMs: number;
  readonly clock: Clock;
}

/** The pool's side of a {@link PooledStream}. */
export class RawConnection implements PoolableConnection, PooledStream {
  readonly peer: PeerIdentity;
  readonly isPooling: boolean;
  lastUsedAtMs: number;
  readonly #stream: ByteStream;
  readonly #options: RawConnectionOptions;
  #closedListeners: (() => void)[] = [];
  #onData: ((bytes: Uint8Array) => void) | undefined;
  /** False once nothing can be written; the stream itself may not be gone yet. */
  #isOpen = true;
  #isGone = false;
  #isStallWatched = false;

  constructor(options: RawConnectionOptions) {
    const { dialled, clock } = options;
    this.#options = options;
    this.#stream = dialled.stream;
    this.peer = dialled.identity;
    this.isPooling = dialled.identity.capabilities.includes(POOLING_CAPABILITY);
    this.lastUsedAtMs = clock.nowMs();
    this.#stream.setHandlers({
      data: (bytes) => this.#onData?.(bytes),
      end: () => this.destroy(),
      close: () => this.#closed(),
    });
  }

  get remote(): Endpoint {
    return this.#stream.remote;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isBusy(): boolean {
    return this.#stream.bufferedBytes > 0;
  }

  get bufferedBytes(): number {
    return this.#stream.bufferedBytes;
  }

  write(bytes: Uint8Array): boolean {
    if (!this.#isOpen) return false;
    this.lastUsedAtMs = this.#options.clock.nowMs();
    const isRoom = this.#stream.write(bytes);
    if (!isRoom) this.#watchStall();
    return isRoom;
  }

  release(): void {
    if (!this.isPooling) this.retire();
  }

  retire(): void {
    this.#isOpen = false;
    this.#stream.end();
    // A peer that never closes its half must not keep ours.
    this.#watchStall();
  }

  destroy(): void {
    this.#isOpen = false;
    this.#stream.destroy();
  }

  onClosed(listener: () => void): void {
    if (this.#isGone) listener();
    else this.#closedListeners.push(listener);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#onData = listener;
  }

  #closed(): void {
    this.#isOpen = false;
    this.#isGone = true;
    for (const listener of this.#closedListeners) listener();
    this.#closedListeners = [];
  }

  /** A path that was cut takes no bytes and says nothing; the buffer that does not empty tells. */
  #watchStall(): void {
    if (this.#isStallWatched) return;
    this.#isStallWatched = true;
    const { clock, writeStallTimeoutMs } = this.#options;
    const beforeBytes = this.#stream.bufferedBytes;
    clock.schedule(clock.nowMs() + writeStallTimeoutMs, () => {
      this.#isStallWatched = false;
      if (this.#isGone) return;
      const nowBytes = this.#stream.bufferedBytes;
      if (!this.#isOpen || nowBytes >= beforeBytes) this.destroy();
      else if (nowBytes > 0) this.#watchStall();
    });
  }
}
