import type { ByteStream, ByteStreamHandlers, Endpoint } from '@konsul/runtime';

/** A stream whose transport can end it and wait until its user has been told. */
export class OwnedStream implements ByteStream {
  readonly #stream: ByteStream;
  readonly #onClosed: () => void;
  #hasHandlers = false;
  #notifyDestroyed: (() => void) | undefined;
  #destroyed: Promise<void> | undefined;

  constructor(stream: ByteStream, onClosed: () => void) {
    this.#stream = stream;
    this.#onClosed = onClosed;
  }

  get remote(): Endpoint {
    return this.#stream.remote;
  }

  get bufferedBytes(): number {
    return this.#stream.bufferedBytes;
  }

  setHandlers(handlers: ByteStreamHandlers): void {
    this.#hasHandlers = true;
    this.#stream.setHandlers({
      ...handlers,
      close: (error) => {
        this.#onClosed();
        handlers.close?.(error);
        this.#notifyDestroyed?.();
      },
    });
  }

  write(bytes: Uint8Array): boolean {
    return this.#stream.write(bytes);
  }

  pause(): void {
    this.#stream.pause();
  }

  resume(): void {
    this.#stream.resume();
  }

  end(): void {
    this.#stream.end();
  }

  destroy(): void {
    this.#stream.destroy();
  }

  /** Ends it at once; resolves when nothing more will be called. */
  destroyed(): Promise<void> {
    this.#destroyed ??= new Promise((resolve) => {
      this.#notifyDestroyed = resolve;
      if (!this.#hasHandlers) this.setHandlers({ data: () => undefined });
      this.#stream.destroy();
    });
    return this.#destroyed;
  }
}
