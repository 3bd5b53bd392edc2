import type { Cancel } from '@konsul/runtime';
import type { NetworkFabric } from './network-fabric.js';
import type { NetworkHost } from './network-host.js';

/** What crosses the network for a stream. */
export type Segment =
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  | { readonly type: 'fin' }
  | { readonly type: 'reset' };

/** Where segments arrive. */
export interface SegmentTarget {
  readonly unreadBytes: number;
  receive(segment: Segment): void;
}

export interface StreamSenderOptions {
  readonly fabric: NetworkFabric;
  readonly from: NetworkHost;
  readonly to: NetworkHost;
  readonly target: SegmentTarget;
  /** All that was queued has left, and the end of the stream with it if it was asked for. */
  readonly onEmptied: () => void;
  /** Bytes could not pass for too long. */
  readonly onStallTimeout: () => void;
}

/** Bytes that may be under way or unread on the other side, as a TCP window. */
const WINDOW_BYTES = 256 * 1024;

/**
 * One direction of a stream: bytes that wait, a window of segments under way, and the patience
 * with a path that does not let them pass.
 */
export class StreamSender {
  readonly #options: StreamSenderOptions;
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  #underWay: { readonly segment: Segment; readonly arrivesAtMs: number }[] = [];
  #underWayBytes = 0;
  #isPumpScheduled = false;
  #isEnding = false;
  #hasSentLast = false;
  #isDiscarded = false;
  #isStalled = false;
  #cancelStallTimer: Cancel | undefined;

  constructor(options: StreamSenderOptions) {
    this.#options = options;
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** Whether the end of the stream has left. */
  get hasEnded(): boolean {
    return this.#hasSentLast;
  }

  write(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    this.#queuedBytes += bytes.length;
    this.schedulePump();
  }

  /** Sends what is queued and then the end. */
  end(): void {
    this.#isEnding = true;
    this.schedulePump();
  }

  /** Drops what is queued; what is under way still arrives, and then this. */
  abort(type: 'fin' | 'reset'): void {
    this.#queue = [];
    this.#queuedBytes = 0;
    if (this.#hasSentLast && type === 'fin') return;
    this.#hasSentLast = true;
    this.#launch({ type });
  }

  /** Nothing leaves or arrives any more. */
  discard(): void {
    this.#isDiscarded = true;
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#underWay = [];
    this.#unstall();
  }

  /** Sends at the end of this turn what the window allows. */
  schedulePump(): void {
    if (this.#isPumpScheduled) return;
    this.#isPumpScheduled = true;
    this.#options.fabric.clock.defer(() => {
      this.#isPumpScheduled = false;
      this.#pump();
    });
  }

  /** The path may have become better. */
  wake(): void {
    if (!this.#canPass()) return;
    this.#unstall();
    const head = this.#underWay[0];
    if (head === undefined) return;
    const { fabric, from, to } = this.#options;
    const lengthBytes = head.segment.type === 'data' ? head.segment.bytes.length : 0;
    const delayMs = fabric.segmentMs(from, to, lengthBytes);
    fabric.clock.schedule(fabric.clock.nowMs() + delayMs, () => this.#arrive());
  }

  #pump(): void {
    if (this.#hasSentLast || this.#isDiscarded) return;
    const hadQueued = this.#queuedBytes > 0;
    while (this.#queuedBytes > 0) {
      const roomBytes = WINDOW_BYTES - this.#underWayBytes - this.#options.target.unreadBytes;
      if (roomBytes <= 0) return;
      this.#launch({ type: 'data', bytes: this.#takeQueued(roomBytes) });
    }
    if (this.#isEnding) {
      this.#hasSentLast = true;
      this.#launch({ type: 'fin' });
    }
    if (hadQueued || this.#isEnding) this.#options.onEmptied();
  }

  /** Up to `lengthBytes` of what is queued, as one piece. */
  #takeQueued(lengthBytes: number): Uint8Array {
    const taken = new Uint8Array(Math.min(lengthBytes, this.#queuedBytes));
    let filled = 0;
    let index = 0;
    for (; filled < taken.length; index += 1) {
      const chunk = this.#queue[index] as Uint8Array;
      const room = taken.length - filled;
      if (chunk.length > room) {
        taken.set(chunk.subarray(0, room), filled);
        this.#queue[index] = chunk.subarray(room);
        filled += room;
        break;
      }
      taken.set(chunk, filled);
      filled += chunk.length;
    }
    this.#queue.splice(0, index);
    this.#queuedBytes -= taken.length;
    return taken;
  }

  #launch(segment: Segment): void {
    const { fabric, from, to } = this.#options;
    const lengthBytes = segment.type === 'data' ? segment.bytes.length : 0;
    const earliestMs = fabric.clock.nowMs() + fabric.segmentMs(from, to, lengthBytes);
    const behindMs = this.#underWay.at(-1)?.arrivesAtMs ?? 0;
    this.#underWay.push({ segment, arrivesAtMs: Math.max(earliestMs, behindMs) });
    this.#underWayBytes += lengthBytes;
    if (this.#underWay.length === 1) this.#armArrival();
  }

  #armArrival(): void {
    const head = this.#underWay[0];
    if (head !== undefined) {
      this.#options.fabric.clock.schedule(head.arrivesAtMs, () => this.#arrive());
    }
  }

  #arrive(): void {
    if (this.#isStalled || this.#isDiscarded) return;
    if (!this.#canPass()) {
      this.#stall();
      return;
    }
    const head = this.#underWay.shift();
    if (head === undefined) return;
    if (head.segment.type === 'data') this.#underWayBytes -= head.segment.bytes.length;
    this.#armArrival();
    this.#options.target.receive(head.segment);
    if (this.#queuedBytes > 0) this.schedulePump();
  }

  /** Acknowledgements have to come back, so a cut of either direction stops the bytes. */
  #canPass(): boolean {
    const { fabric, from, to } = this.#options;
    return fabric.canPass(from, to) && fabric.canPass(to, from);
  }

  #stall(): void {
    const { fabric, onStallTimeout } = this.#options;
    this.#isStalled = true;
    fabric.stalled.add(this);
    const breaksAtMs = fabric.clock.nowMs() + fabric.limits.streamStallTimeoutMs;
    this.#cancelStallTimer = fabric.clock.schedule(breaksAtMs, () => {
      this.discard();
      onStallTimeout();
    });
  }

  #unstall(): void {
    this.#isStalled = false;
    this.#options.fabric.stalled.delete(this);
    this.#cancelStallTimer?.();
    this.#cancelStallTimer = undefined;
  }
}
