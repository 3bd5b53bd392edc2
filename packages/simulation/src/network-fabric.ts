import type { Endpoint, Rng } from '@konsul/runtime';
import { NetworkFaults } from './network-faults.js';
import { NetworkHost } from './network-host.js';
import { drawLatencyMs, happens, LOOPBACK_LINK, type ResolvedLink } from './network-link.js';
import type { MemoryNetworkOptions, NetworkEvent, NetworkEventType } from './network-options.js';
import type { VirtualClock } from './virtual-clock.js';

/** Something that waits for its path to open again. */
export interface Stalled {
  wake(): void;
}

/** The first wait before lost stream bytes are sent again; it doubles each time. */
const RETRANSMIT_MS = 200;
const RETRANSMIT_COUNT_MAX = 8;

/** What the transports of one memory network share. */
export class NetworkFabric {
  readonly clock: VirtualClock;
  readonly rng: Rng;
  readonly faults: NetworkFaults;
  readonly limits: Required<
    Pick<
      MemoryNetworkOptions,
      | 'datagramBytesMax'
      | 'waitingDatagramCountMax'
      | 'underWayCountMax'
      | 'streamBufferBytesMax'
      | 'streamStallTimeoutMs'
    >
  >;
  readonly stalled: Set<Stalled> = new Set();
  /** Datagrams that are under way. */
  underWayCount = 0;
  readonly #hosts = new Map<string, NetworkHost>();
  readonly #counts = new Map<NetworkEventType, number>();
  readonly #observe: ((event: NetworkEvent) => void) | undefined;

  constructor(options: MemoryNetworkOptions) {
    this.clock = options.clock;
    this.rng = options.rng;
    this.faults = new NetworkFaults(options.link ?? {});
    this.#observe = options.observe;
    this.limits = {
      datagramBytesMax: options.datagramBytesMax ?? 65_507,
      waitingDatagramCountMax: options.waitingDatagramCountMax ?? 1024,
      underWayCountMax: options.underWayCountMax ?? 1_000_000,
      streamBufferBytesMax: options.streamBufferBytesMax ?? 64 * 1024 * 1024,
      streamStallTimeoutMs: options.streamStallTimeoutMs ?? 15_000,
    };
  }

  host(address: string): NetworkHost {
    let host = this.#hosts.get(address);
    if (host === undefined) {
      host = new NetworkHost(address);
      this.#hosts.set(address, host);
    }
    return host;
  }

  /** A host that somebody has used before. */
  findHost(address: string): NetworkHost | undefined {
    return this.#hosts.get(address);
  }

  canPass(from: NetworkHost, to: NetworkHost): boolean {
    if (!from.isUp || !to.isUp) return false;
    return from === to || !this.faults.isCut(from.address, to.address);
  }

  linkOf(from: NetworkHost, to: NetworkHost): ResolvedLink {
    return from === to ? LOOPBACK_LINK : this.faults.linkOf(from.address, to.address);
  }

  /** Takes a turn on a slow link. @returns how long the bytes wait and take to be put on it. */
  occupyMs(from: NetworkHost, to: NetworkHost, lengthBytes: number): number {
    const { bandwidthBytesPerMs } = this.linkOf(from, to);
    if (bandwidthBytesPerMs === Number.POSITIVE_INFINITY) return 0;
    const nowMs = this.clock.nowMs();
    const startMs = Math.max(nowMs, from.linkBusyUntilMs.get(to.address) ?? 0);
    const untilMs = startMs + lengthBytes / bandwidthBytesPerMs;
    from.linkBusyUntilMs.set(to.address, untilMs);
    return untilMs - nowMs;
  }

  /** Bytes that wait for a slow link. */
  waitingBytes(from: NetworkHost, to: NetworkHost): number {
    const { bandwidthBytesPerMs } = this.linkOf(from, to);
    if (bandwidthBytesPerMs === Number.POSITIVE_INFINITY) return 0;
    const busyMs = (from.linkBusyUntilMs.get(to.address) ?? 0) - this.clock.nowMs();
    return Math.max(0, busyMs) * bandwidthBytesPerMs;
  }

  /** How long a reliable segment is under way: loss costs time, not bytes. */
  segmentMs(from: NetworkHost, to: NetworkHost, lengthBytes: number): number {
    const link = this.linkOf(from, to);
    let ms = this.occupyMs(from, to, lengthBytes) + drawLatencyMs(link.latency, this.rng);
    for (let attempt = 0; attempt < RETRANSMIT_COUNT_MAX; attempt += 1) {
      if (!happens(link.lossRatio, this.rng)) break;
      ms += RETRANSMIT_MS * 2 ** attempt;
    }
    return ms;
  }

  /** Gives everything that is stalled a new try; called when something has become better. */
  wakeStalled(): void {
    for (const stalled of [...this.stalled]) stalled.wake();
  }

  count(type: NetworkEventType): number {
    return this.#counts.get(type) ?? 0;
  }

  note(type: NetworkEventType, from: Endpoint, to: Endpoint, detail: NetworkDetail = {}): void {
    this.#counts.set(type, this.count(type) + 1);
    this.#observe?.({ type, from, to, ...detail });
  }
}

type NetworkDetail = Pick<NetworkEvent, 'bytes' | 'reason'>;
