import type { DatagramHandler, DatagramTransport, Endpoint } from '@konsul/runtime';
import { randomBelow, randomBetween } from '@konsul/runtime';
import { addressInUse, transportClosed } from './network-error.js';
import type { NetworkFabric } from './network-fabric.js';
import type { NetworkHost } from './network-host.js';
import { drawLatencyMs, happens } from './network-link.js';
import type { DropReason } from './network-options.js';

/** Datagrams from one endpoint of a memory network; made by `MemoryNetwork.datagram`. */
export class MemoryDatagramTransport implements DatagramTransport {
  readonly #fabric: NetworkFabric;
  readonly #host: NetworkHost;
  readonly #incarnation: number;
  readonly #wantedPort: number;
  #endpoint: Endpoint | undefined;
  #isClosed = false;

  constructor(fabric: NetworkFabric, endpoint: Endpoint) {
    this.#fabric = fabric;
    this.#host = fabric.host(endpoint.host);
    this.#incarnation = this.#host.incarnation;
    this.#wantedPort = endpoint.port;
  }

  listen(receive: DatagramHandler): Promise<Endpoint> {
    if (this.#isClosed) return Promise.reject(transportClosed());
    if (this.#host.incarnation !== this.#incarnation) return new Promise(() => undefined);
    const { datagramSockets, address } = this.#host;
    const port = this.#host.choosePort(this.#wantedPort, datagramSockets);
    if (port === undefined) return Promise.reject(addressInUse(address, this.#wantedPort));
    this.#endpoint = { host: address, port };
    datagramSockets.set(port, { endpoint: this.#endpoint, receive });
    return Promise.resolve(this.#endpoint);
  }

  send(to: Endpoint, bytes: Uint8Array): void {
    const from = this.#endpoint;
    if (from === undefined || this.#host.incarnation !== this.#incarnation) return;
    const fabric = this.#fabric;
    fabric.note('datagram-sent', from, to, { bytes });
    const target = fabric.findHost(to.host);
    const reason = this.#refusal(target, bytes);
    if (target === undefined || reason !== undefined) {
      fabric.note('datagram-dropped', from, to, { bytes, reason: reason ?? 'unknown-host' });
      return;
    }
    const { duplicateRatio } = fabric.linkOf(this.#host, target);
    const copyCount = happens(duplicateRatio, fabric.rng) ? 2 : 1;
    for (let copy = 0; copy < copyCount; copy += 1) this.#launch({ target, from, to, bytes });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    const endpoint = this.#endpoint;
    this.#endpoint = undefined;
    if (endpoint !== undefined && this.#host.incarnation === this.#incarnation) {
      this.#host.datagramSockets.delete(endpoint.port);
    }
    return Promise.resolve();
  }

  /** Why a datagram does not even leave, or is lost on its way. */
  #refusal(target: NetworkHost | undefined, bytes: Uint8Array): DropReason | undefined {
    const fabric = this.#fabric;
    const { datagramBytesMax, underWayCountMax } = fabric.limits;
    if (target === undefined) return 'unknown-host';
    if (bytes.length > datagramBytesMax) return 'oversize';
    if (!fabric.canPass(this.#host, target)) return blockedReason(target);
    if (fabric.underWayCount >= underWayCountMax) return 'queue-full';
    const { queueBytesMax, lossRatio } = fabric.linkOf(this.#host, target);
    const waitingBytes = fabric.waitingBytes(this.#host, target);
    if (waitingBytes + bytes.length > queueBytesMax) return 'queue-full';
    return happens(lossRatio, fabric.rng) ? 'loss' : undefined;
  }

  #launch({ target, from, to, bytes }: Flight): void {
    const fabric = this.#fabric;
    const { clock, rng } = fabric;
    const link = fabric.linkOf(this.#host, target);
    let delayMs =
      fabric.occupyMs(this.#host, target, bytes.length) + drawLatencyMs(link.latency, rng);
    if (happens(link.reorderRatio, rng)) delayMs += randomBetween(rng, 0, link.reorderDelayMs);
    const isCorrupt = bytes.length > 0 && happens(link.corruptRatio, rng);
    fabric.underWayCount += 1;
    clock.schedule(clock.nowMs() + delayMs, () => {
      fabric.underWayCount -= 1;
      // Receivers own what they get, so each gets a copy; senders that reuse a buffer are found out.
      const copy = new Uint8Array(bytes);
      if (isCorrupt) flipOneBit(copy, randomBelow(rng, copy.length * 8));
      this.#arrive({ target, from, to, bytes: copy });
    });
  }

  #arrive({ target, from, to, bytes }: Flight): void {
    const fabric = this.#fabric;
    if (!fabric.canPass(this.#host, target)) {
      fabric.note('datagram-dropped', from, to, { bytes, reason: blockedReason(target) });
      return;
    }
    const socket = target.datagramSockets.get(to.port);
    if (socket === undefined) {
      fabric.note('datagram-dropped', from, to, { bytes, reason: 'closed-port' });
      return;
    }
    const deliver = (): void => {
      if (target.datagramSockets.get(to.port) !== socket) return;
      fabric.note('datagram-delivered', from, to, { bytes });
      socket.receive(from, bytes);
    };
    if (!target.callWithDatagram(deliver, fabric.limits.waitingDatagramCountMax)) {
      fabric.note('datagram-dropped', from, to, { bytes, reason: 'queue-full' });
    }
  }
}

/** One copy of a datagram under way. */
interface Flight {
  readonly target: NetworkHost;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly bytes: Uint8Array;
}

function blockedReason(target: NetworkHost): DropReason {
  return target.isUp ? 'cut' : 'host-down';
}

function flipOneBit(bytes: Uint8Array, bit: number): void {
  const index = bit >> 3;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (bit & 7));
}
