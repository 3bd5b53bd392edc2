import {
  type ByteStream,
  type Clock,
  type Endpoint,
  type Metrics,
  silentMetrics,
} from '@konsul/runtime';
import type { SwimEffect } from '../core/effect.js';
import type { StreamId, StreamOpenFailure, SwimWorldInput } from '../core/input.js';
import { SwimError } from '../errors.js';
import type { SwimTransport } from '../transport.js';

export interface SwimIoOptions {
  readonly transport: SwimTransport;
  readonly clock: Clock;
  /** Takes what happens on the transport; give it to the driver. */
  readonly input: (input: SwimWorldInput) => void;
  readonly metrics?: Metrics;
  /** Datagrams taken in per turn; more are dropped and counted as `udp.dropped`. Default 4,096. */
  readonly datagramCountPerTurnMax?: number;
}

/** Those effects that are about the transport or about measuring. */
export type SwimIoEffect = Exclude<SwimEffect, { readonly type: 'notify' | 'complete' }>;

const DEFAULT_DATAGRAM_COUNT_PER_TURN_MAX = 4_096;

/**
 * Executes a core's effects on a transport and turns what happens there into inputs. Holds no
 * protocol; any driver whose core contains a `SwimCore` can use it.
 *
 * Counts `udp.sent`, `udp.received` and `tcp.sent` in bytes, `reject` with its reason, and `udp.blocked`
 * and `udp.writable` when datagrams begin and cease to pile up.
 */
export class SwimIo {
  readonly #options: SwimIoOptions;
  readonly #metrics: Metrics;
  readonly #datagramCountMax: number;
  readonly #streams = new Map<StreamId, ByteStream>();
  /** Streams asked for that are not open yet. */
  readonly #opening = new Set<StreamId>();
  #acceptedIdNext = -1;
  #datagramCount = 0;
  #isClosed = false;

  constructor(options: SwimIoOptions) {
    this.#options = options;
    this.#metrics = options.metrics ?? silentMetrics;
    this.#datagramCountMax = options.datagramCountPerTurnMax ?? DEFAULT_DATAGRAM_COUNT_PER_TURN_MAX;
  }

  /** Begins to receive. @returns where datagrams reach us; streams do at the same place. */
  async start(): Promise<Endpoint> {
    const { datagrams, streams } = this.#options.transport;
    datagrams.watchWritable?.((isWritable) => {
      this.#metrics.increment(isWritable ? 'udp.writable' : 'udp.blocked');
      this.#input({ type: isWritable ? 'datagrams-writable' : 'datagrams-blocked' });
    });
    await streams.listen((stream) => this.#onAccept(stream));
    // Whoever closed us meanwhile has closed the transport: it must not begin to listen again.
    if (this.#isClosed) throw new SwimError('NOT_RUNNING', 'the transport was closed');
    return await datagrams.listen((from, bytes) => this.#onDatagram(from, bytes));
  }

  /** Closes the transport; no input comes any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#opening.clear();
    this.#streams.clear();
    const { datagrams, streams } = this.#options.transport;
    await Promise.all([datagrams.close(), streams.close()]);
  }

  /** Must be called when a turn's inputs have been taken in, so that the next turn's are let in. */
  endTurn(): void {
    this.#datagramCount = 0;
  }

  execute(effect: SwimIoEffect): void {
    switch (effect.type) {
      case 'send':
        this.#metrics.increment('udp.sent', effect.bytes.length);
        this.#options.transport.datagrams.send(effect.to, effect.bytes);
        break;
      case 'open-stream':
        void this.#open(effect.streamId, effect.to, effect.timeoutMs);
        break;
      case 'write-stream':
        this.#metrics.increment('tcp.sent', effect.bytes.length);
        this.#streams.get(effect.streamId)?.write(effect.bytes);
        break;
      case 'end-stream':
        this.#streams.get(effect.streamId)?.end();
        break;
      case 'close-stream':
        this.#destroy(effect.streamId);
        break;
      case 'reject':
        this.#metrics.increment('reject', 1, { reason: effect.reason });
        break;
      case 'measure':
        this.#measure(effect);
    }
  }

  #measure({ measurement }: Extract<SwimEffect, { readonly type: 'measure' }>): void {
    const { kind, name, value, labels } = measurement;
    if (kind === 'counter') this.#metrics.increment(name, value, labels);
    else if (kind === 'gauge') this.#metrics.gauge(name, value, labels);
    else this.#metrics.sample(name, value, labels);
  }

  #onDatagram(from: Endpoint, bytes: Uint8Array): void {
    this.#metrics.increment('udp.received', bytes.length);
    this.#datagramCount += 1;
    if (this.#datagramCount > this.#datagramCountMax) {
      this.#metrics.increment('udp.dropped');
      return;
    }
    const receivedAtMs = this.#options.clock.nowMs();
    this.#input({ type: 'datagram', from, bytes, receivedAtMs });
  }

  #onAccept(stream: ByteStream): void {
    if (this.#isClosed) {
      stream.destroy();
      return;
    }
    const streamId = this.#acceptedIdNext;
    this.#acceptedIdNext -= 1;
    this.#attach(streamId, stream);
    this.#input({ type: 'stream-accepted', streamId, from: stream.remote });
  }

  async #open(streamId: StreamId, to: Endpoint, timeoutMs: number): Promise<void> {
    this.#opening.add(streamId);
    try {
      const stream = await this.#options.transport.streams.connect(to, { timeoutMs });
      // The core may have lost its interest while the stream was opening.
      if (!this.#opening.delete(streamId)) {
        stream.destroy();
        return;
      }
      this.#attach(streamId, stream);
      this.#input({ type: 'stream-opened', streamId });
    } catch (error) {
      if (!this.#opening.delete(streamId)) return;
      const detail = error instanceof Error ? error.message : String(error);
      this.#input({ type: 'stream-failed', streamId, reason: openFailure(error), detail });
    }
  }

  #attach(streamId: StreamId, stream: ByteStream): void {
    this.#streams.set(streamId, stream);
    stream.setHandlers({
      data: (bytes) => this.#input({ type: 'stream-data', streamId, bytes }),
      end: () => this.#input({ type: 'stream-ended', streamId }),
      close: (error) => {
        if (!this.#streams.delete(streamId)) return;
        this.#input(
          error === undefined
            ? { type: 'stream-closed', streamId }
            : { type: 'stream-closed', streamId, error: error.message },
        );
      },
    });
  }

  /** The core has forgotten the stream: nothing that comes of it is for the core any more. */
  #destroy(streamId: StreamId): void {
    this.#opening.delete(streamId);
    const stream = this.#streams.get(streamId);
    this.#streams.delete(streamId);
    stream?.destroy();
  }

  #input(input: SwimWorldInput): void {
    if (!this.#isClosed) this.#options.input(input);
  }
}

function openFailure(error: unknown): StreamOpenFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return 'refused';
  const isTimeout = code === 'ETIMEDOUT' || /timed? ?out/i.test(String(error));
  return isTimeout ? 'timeout' : 'unreachable';
}
