import type { Endpoint } from './core/endpoint.js';

/**
 * Best effort: a datagram arrives whole, once, several times or not at all, in any order.
 * Sending never blocks, never throws and never tells whether it worked.
 */
export interface DatagramTransport {
  /** Begins to receive. @returns where peers on this machine's network reach it. */
  listen(receive: DatagramHandler): Promise<Endpoint>;
  /** `bytes` belong to the transport from now on. */
  send(to: Endpoint, bytes: Uint8Array): void;
  /** Stops receiving; resolves when nothing more will be called. */
  close(): Promise<void>;
  /**
   * For transports that know: tells from now on when what is sent begins to pile up in this machine
   * (false) and when it leaves again (true). These come in turns, false first; nothing is called
   * within `watchWritable` or after the close. One listener, the last one given. Sending meanwhile
   * is allowed, and dropped where the transport would keep too much. While it is not writable a member
   * neither probes nor gossips, so whoever says false must say true as soon as anything leaves.
   */
  watchWritable?(listener: (isWritable: boolean) => void): void;
}

/** `bytes` belong to the receiver. */
export type DatagramHandler = (from: Endpoint, bytes: Uint8Array) => void;

/** Reliable: bytes arrive in order and once, or the stream ends. */
export interface StreamTransport {
  /** Begins to accept. @returns where peers on this machine's network reach it. */
  listen(accept: (stream: ByteStream) => void): Promise<Endpoint>;
  /** Opens a stream. Rejects when it is refused or not open within `timeoutMs`. */
  connect(to: Endpoint, options: ConnectOptions): Promise<ByteStream>;
  /** Stops accepting and destroys every stream; resolves when nothing more will be called. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** How long opening may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a stream tells its owner. Nothing is called after `close`. */
export interface ByteStreamHandlers {
  /** Bytes came in; they belong to the receiver. */
  readonly data: (bytes: Uint8Array) => void;
  /** The peer will send no more. */
  readonly end?: () => void;
  /** What was buffered has left, after a `write` that returned false. */
  readonly drain?: () => void;
  /** The stream is gone, for the given reason if it was not an orderly end. Called exactly once. */
  readonly close?: (error?: Error) => void;
}

/** One reliable stream of bytes in both directions. */
export interface ByteStream {
  readonly remote: Endpoint;
  /** Bytes accepted by `write` that have not left yet. */
  readonly bufferedBytes: number;
  /** Must be set in the turn in which the stream was received; bytes wait until then. */
  setHandlers(handlers: ByteStreamHandlers): void;
  /**
   * Queues bytes; those of one turn leave together. They belong to the stream from now on.
   *
   * @returns false when the owner should wait for `drain` before writing more.
   */
  write(bytes: Uint8Array): boolean;
  /** Stops and starts `data`. */
  pause(): void;
  resume(): void;
  /** Sends what is queued and then says that no more comes. */
  end(): void;
  /** Ends both directions at once and drops what is queued. */
  destroy(): void;
}
