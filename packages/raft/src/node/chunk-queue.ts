export interface ChunkQueueOptions {
  /** The source should pause above this many waiting bytes and resume below. */
  readonly bytesMax: number;
  readonly pause: () => void;
  readonly resume: () => void;
  /** The consumer stopped early. */
  readonly onReturn: () => void;
}

/** Chunks that come by callback, taken by one `for await`. */
export class ChunkQueue implements AsyncIterable<Uint8Array> {
  readonly #options: ChunkQueueOptions;
  readonly #chunks: Uint8Array[] = [];
  #waitingBytes = 0;
  #isPaused = false;
  #end: { readonly error?: Error } | undefined;
  #wake: (() => void) | undefined;

  constructor(options: ChunkQueueOptions) {
    this.#options = options;
  }

  push(chunk: Uint8Array): void {
    if (this.#end !== undefined) return;
    this.#chunks.push(chunk);
    this.#waitingBytes += chunk.length;
    if (!this.#isPaused && this.#waitingBytes > this.#options.bytesMax) {
      this.#isPaused = true;
      this.#options.pause();
    }
    this.#wake?.();
  }

  /** No more comes; with an error, the consumer gets it after what is waiting. */
  end(error?: Error): void {
    this.#end ??= error === undefined ? {} : { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let isFinished = false;
    try {
      for (;;) {
        const chunk = this.#chunks.shift();
        if (chunk !== undefined) {
          this.#waitingBytes -= chunk.length;
          this.#resumeIfDrained();
          yield chunk;
        } else if (this.#end === undefined) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          this.#wake = undefined;
        } else {
          isFinished = true;
          if (this.#end.error !== undefined) throw this.#end.error;
          return;
        }
      }
    } finally {
      if (!isFinished) this.#options.onReturn();
    }
  }

  #resumeIfDrained(): void {
    if (!this.#isPaused || this.#waitingBytes > this.#options.bytesMax / 2) return;
    this.#isPaused = false;
    this.#options.resume();
  }
}
