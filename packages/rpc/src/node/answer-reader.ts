import { answerCostBytes } from '../core/index.js';
import type { RpcError } from '../errors.js';

export interface AnswerReaderOptions {
  /** One answer that cost so much has been taken. */
  readonly onConsumed: (bytes: number) => void;
  /** The reader stopped before the end. */
  readonly onAbandoned: () => void;
}

interface Waiting {
  readonly resolve: (result: IteratorResult<Uint8Array, undefined>) => void;
  readonly reject: (error: RpcError) => void;
}

/**
 * The answers of one streaming call, in order. What has come in and has not been taken is bounded
 * by the call's window, because the peer gets room for more only as answers are taken.
 */
export class AnswerReader implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #options: AnswerReaderOptions;
  #queue: Uint8Array[] = [];
  #waiting: Waiting[] = [];
  #isEnded = false;
  #failure: RpcError | undefined;

  constructor(options: AnswerReaderOptions) {
    this.#options = options;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const body = this.#queue.shift();
    if (body !== undefined) {
      this.#options.onConsumed(answerCostBytes(body));
      return Promise.resolve({ done: false, value: body });
    }
    if (this.#failure !== undefined) {
      const failure = this.#failure;
      // An iterator fails once; whoever asks again is told that it is over.
      this.#failure = undefined;
      this.#isEnded = true;
      return Promise.reject(failure);
    }
    if (this.#isEnded) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    const wasOpen = !this.#isEnded && this.#failure === undefined;
    this.#queue = [];
    this.onEnd();
    if (wasOpen) this.#options.onAbandoned();
    return Promise.resolve({ done: true, value: undefined });
  }

  onItem(body: Uint8Array): void {
    if (this.#isEnded) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) {
      this.#queue.push(body);
      return;
    }
    this.#options.onConsumed(answerCostBytes(body));
    waiting.resolve({ done: false, value: body });
  }

  onEnd(): void {
    this.#isEnded = true;
    this.#failure = undefined;
    for (const waiting of this.#waiting) waiting.resolve({ done: true, value: undefined });
    this.#waiting = [];
  }

  onFailure(error: RpcError): void {
    if (this.#isEnded) return;
    const first = this.#waiting.shift();
    if (first === undefined) {
      this.#failure = error;
      return;
    }
    this.onEnd();
    first.reject(error);
  }
}
