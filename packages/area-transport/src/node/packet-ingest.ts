import {
  type ByteStream,
  type Clock,
  type DatagramHandler,
  type Endpoint,
  type Metrics,
  parseEndpoint,
} from '@konsul/runtime';
import { encodePong, LinkDecoder, type LinkFrame } from '../core/index.js';

export interface PacketIngestOptions {
  readonly receive: DatagramHandler;
  readonly packetBytesMax: number;
  /** Packets held at one time; connections are not read beyond. */
  readonly waitingPacketCountMax: number;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly labels: Readonly<Record<string, string>>;
}

interface WaitingPacket {
  readonly from: Endpoint;
  readonly bytes: Uint8Array;
}

/** One connection that packets come in on. */
interface Inlet {
  readonly stream: ByteStream;
  readonly decoder: LinkDecoder;
  from: Endpoint | undefined;
  /** Left unread until there is room again. */
  isHeld: boolean;
  isClosed: boolean;
}

/** Packets handed over in one turn of the event loop; others wait for the next. */
const PACKET_COUNT_PER_TURN = 128;

/**
 * Takes packets in from every connection of an area and hands them over turn by turn. When too
 * many wait, connections are left unread until half of them are gone: the peer's kernel, and then
 * the peer, hold back the rest.
 */
export class PacketIngest {
  readonly #options: PacketIngestOptions;
  readonly #inlets = new Set<Inlet>();
  #waiting: WaitingPacket[] = [];
  #isDeliveryScheduled = false;
  #isClosed = false;

  constructor(options: PacketIngestOptions) {
    this.#options = options;
  }

  /** Reads one accepted connection until it closes. */
  attach(stream: ByteStream): void {
    const decoder = new LinkDecoder({ packetBytesMax: this.#options.packetBytesMax });
    const inlet: Inlet = { stream, decoder, from: undefined, isHeld: false, isClosed: false };
    this.#inlets.add(inlet);
    stream.setHandlers({
      data: (bytes) => {
        decoder.push(bytes);
        this.#read(inlet);
      },
      end: () => stream.end(),
      close: () => this.#onStreamClosed(inlet),
    });
  }

  /** Ends every connection and drops what waits. */
  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
    for (const { stream } of this.#inlets) stream.destroy();
    this.#inlets.clear();
  }

  get #isFull(): boolean {
    return this.#waiting.length >= this.#options.waitingPacketCountMax;
  }

  #read(inlet: Inlet): void {
    while (!this.#isFull && !this.#isClosed) {
      const frame = inlet.decoder.next();
      if (frame === undefined) break;
      if (!this.#onFrame(inlet, frame)) {
        this.#reject(inlet, 'not-announced');
        return;
      }
    }
    if (inlet.decoder.rejected !== undefined) this.#reject(inlet, inlet.decoder.rejected);
    else if (this.#isFull && !inlet.isHeld) this.#hold(inlet);
  }

  /** @returns false when the peer has not said first where it can be answered. */
  #onFrame(inlet: Inlet, frame: LinkFrame): boolean {
    if (frame.type === 'announce') {
      const endpoint = parseEndpoint(frame.endpoint, 0);
      if (endpoint === undefined || endpoint.port === 0) return false;
      inlet.from = endpoint;
    } else if (frame.type === 'packet') {
      if (inlet.from === undefined) return false;
      this.#waiting.push({ from: inlet.from, bytes: frame.bytes });
      this.#scheduleDelivery();
    } else if (frame.type === 'ping') inlet.stream.write(encodePong());
    return true;
  }

  #reject(inlet: Inlet, reason: string): void {
    this.#inlets.delete(inlet);
    this.#options.metrics.increment('area.links.rejected', 1, { ...this.#options.labels, reason });
    inlet.stream.destroy();
  }

  #hold(inlet: Inlet): void {
    inlet.isHeld = true;
    inlet.stream.pause();
    this.#options.metrics.increment('area.links.held', 1, this.#options.labels);
  }

  #onStreamClosed(inlet: Inlet): void {
    inlet.isClosed = true;
    // Whole packets that came before the end are still read when there is room again.
    if (!inlet.isHeld) this.#inlets.delete(inlet);
  }

  #scheduleDelivery(): void {
    if (this.#isDeliveryScheduled) return;
    this.#isDeliveryScheduled = true;
    this.#options.clock.defer(() => this.#deliver());
  }

  #deliver(): void {
    this.#isDeliveryScheduled = false;
    const { receive, metrics, labels, waitingPacketCountMax } = this.#options;
    const batch = this.#waiting.splice(0, PACKET_COUNT_PER_TURN);
    for (const { from, bytes } of batch) {
      if (this.#isClosed) return;
      receive(from, bytes);
    }
    metrics.increment('area.packets.received', batch.length, labels);
    if (this.#waiting.length > 0) this.#scheduleDelivery();
    if (this.#waiting.length * 2 <= waitingPacketCountMax) this.#readHeld();
  }

  #readHeld(): void {
    for (const inlet of this.#inlets) {
      if (this.#isFull) return;
      if (!inlet.isHeld) continue;
      inlet.isHeld = false;
      this.#read(inlet);
      if (inlet.isHeld) return;
      if (inlet.isClosed) this.#inlets.delete(inlet);
      else inlet.stream.resume();
    }
  }
}
