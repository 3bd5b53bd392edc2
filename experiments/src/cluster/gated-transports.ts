import type {
  ByteStream,
  ByteStreamHandlers,
  DatagramTransport,
  StreamTransport,
} from '@konsul/runtime';
import type { Gate } from './gate.js';

/** What a member sends, as an observer counts it. */
export interface SendCounter {
  messageCount: number;
  byteCount: number;
}

/** Datagrams that pass a gate on their way in and out, and are counted as they leave the member. */
export function gatedDatagrams(
  inner: DatagramTransport,
  gate: Gate,
  counter: SendCounter,
): DatagramTransport {
  return {
    listen: (receive) => inner.listen((from, bytes) => gate.receive(() => receive(from, bytes))),
    send: (to, bytes) => {
      counter.messageCount += 1;
      counter.byteCount += bytes.length;
      gate.send(() => inner.send(to, bytes));
    },
    close: () => inner.close(),
  };
}

export interface GatedStreamOptions {
  readonly gate: Gate;
  readonly counter: SendCounter;
  /** Told of every dial that begins (1) and of every one that has ended (-1). */
  readonly onDial: (change: 1 | -1) => void;
}

/** Streams whose messages pass a gate. Machines connect by themselves, as kernels do. */
export function gatedStreams(inner: StreamTransport, options: GatedStreamOptions): StreamTransport {
  const { gate, onDial } = options;
  return {
    listen: (accept) =>
      inner.listen((stream) => {
        const gated = new GatedStream(stream, options);
        gate.receive(() => accept(gated));
      }),
    connect: async (to, connectOptions) => {
      onDial(1);
      try {
        return new GatedStream(await inner.connect(to, connectOptions), options);
      } finally {
        onDial(-1);
      }
    },
    close: () => inner.close(),
  };
}

class GatedStream implements ByteStream {
  readonly remote: ByteStream['remote'];
  readonly #inner: ByteStream;
  readonly #options: GatedStreamOptions;
  #handlers: ByteStreamHandlers | undefined;
  /** What came before there was an owner. */
  #early: (() => void)[] = [];

  constructor(inner: ByteStream, options: GatedStreamOptions) {
    this.#inner = inner;
    this.#options = options;
    this.remote = inner.remote;
    inner.setHandlers({
      data: (bytes) => this.#receive((handlers) => handlers.data(bytes)),
      end: () => this.#receive((handlers) => handlers.end?.()),
      drain: () => this.#receive((handlers) => handlers.drain?.()),
      close: (error) => this.#receive((handlers) => handlers.close?.(error)),
    });
  }

  get bufferedBytes(): number {
    return this.#inner.bufferedBytes;
  }

  setHandlers(handlers: ByteStreamHandlers): void {
    this.#handlers = handlers;
    const early = this.#early;
    this.#early = [];
    for (const action of early) action();
  }

  write(bytes: Uint8Array): boolean {
    const { gate, counter } = this.#options;
    counter.messageCount += 1;
    counter.byteCount += bytes.length;
    gate.send(() => this.#inner.write(bytes));
    return true;
  }

  pause(): void {
    this.#inner.pause();
  }

  resume(): void {
    this.#inner.resume();
  }

  end(): void {
    this.#options.gate.send(() => this.#inner.end());
  }

  destroy(): void {
    this.#inner.destroy();
  }

  #receive(tell: (handlers: ByteStreamHandlers) => void): void {
    this.#options.gate.receive(() => {
      const handlers = this.#handlers;
      if (handlers === undefined) this.#early.push(() => this.#handlers && tell(this.#handlers));
      else tell(handlers);
    });
  }
}
