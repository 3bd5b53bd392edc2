import type { DatagramTransport, Endpoint, StreamTransport } from '@konsul/runtime';
import { MemoryDatagramTransport } from './memory-datagram-transport.js';
import { MemoryStreamTransport } from './memory-stream-transport.js';
import { NetworkFabric } from './network-fabric.js';
import { type Cut, type LinkScope, oneWayCut, partitionCut, type Undo } from './network-faults.js';
import type { LinkOptions } from './network-link.js';
import type { MemoryNetworkOptions, NetworkEventType } from './network-options.js';

/**
 * A network in memory, on virtual time: datagrams and streams between hosts, with everything that
 * goes wrong on a real one. All chance comes from one generator, so a seed fixes every packet.
 *
 * Host names are free text. A host exists as soon as somebody takes a transport of it.
 *
 * @remarks Datagrams that are under way when a cut begins are lost. Stream bytes wait for the cut
 * to heal, and the stream breaks with `ETIMEDOUT` when that takes too long.
 */
export class MemoryNetwork {
  readonly #fabric: NetworkFabric;

  constructor(options: MemoryNetworkOptions) {
    this.#fabric = new NetworkFabric(options);
    if (options.linkBetween !== undefined) {
      this.#fabric.faults.setLinkBetween(options.linkBetween);
    }
  }

  /** Datagrams from `at`; port 0 lets the network choose when it listens. */
  datagram(at: Endpoint): DatagramTransport {
    return new MemoryDatagramTransport(this.#fabric, at);
  }

  /** Streams from and to `at`; port 0 lets the network choose when it listens. */
  stream(at: Endpoint): StreamTransport {
    return new MemoryStreamTransport(this.#fabric, at);
  }

  /** Cuts hosts of different groups off from one another; hosts in no group see everybody. */
  partition(groups: readonly (readonly string[])[]): Undo {
    return this.cut(partitionCut(groups));
  }

  /** Cuts one direction: nothing gets from `from` to `to`. */
  block(from: readonly string[], to: readonly string[]): Undo {
    return this.cut(oneWayCut(from, to));
  }

  /** Cuts what the function says, as long as it is not undone. */
  cut(cut: Cut): Undo {
    const undo = this.#fabric.faults.cut(cut);
    return () => {
      undo();
      this.#fabric.wakeStalled();
    };
  }

  /** Takes back all cuts; link overrides stay. */
  heal(): void {
    this.#fabric.faults.removeCuts();
    this.#fabric.wakeStalled();
  }

  /**
   * Makes links different as long as it is not undone. Later overrides win over earlier ones.
   *
   * @throws SimulationError `OPTION_INVALID`.
   */
  override(link: LinkOptions, scope: LinkScope = {}): Undo {
    return this.#fabric.faults.override(link, scope);
  }

  /** The machine loses power: its process is gone and its peers are not told. */
  takeDown(host: string): void {
    const target = this.#fabric.host(host);
    for (const stream of target.streams) stream.kill(true);
    target.killProcess();
    target.isUp = false;
  }

  /** The machine is back, with nothing running on it. */
  bringUp(host: string): void {
    this.#fabric.host(host).isUp = true;
    this.#fabric.wakeStalled();
  }

  /** Only the process is killed; the machine resets or ends its streams. */
  killProcess(host: string): void {
    const target = this.#fabric.host(host);
    for (const stream of target.streams) stream.kill(false);
    target.killProcess();
  }

  /** Stops the process on a host: what comes in waits, within bounds, until it goes on. */
  hold(host: string): void {
    this.#fabric.host(host).isHeld = true;
  }

  /** Lets the process go on; what waited is delivered at this instant, in order. */
  release(host: string): void {
    const target = this.#fabric.host(host);
    const { clock } = this.#fabric;
    for (const callback of target.release()) clock.defer(() => target.call(callback));
    for (const stream of target.streams) stream.scheduleDispatch();
  }

  /** How often something has happened so far. */
  count(type: NetworkEventType): number {
    return this.#fabric.count(type);
  }
}
