import type { ByteStream, ConnectOptions, Endpoint, StreamTransport } from '@konsul/runtime';
import { createStreamPair } from './memory-stream.js';
import { addressInUse, connectionRefused, dialTimedOut, transportClosed } from './network-error.js';
import type { NetworkFabric } from './network-fabric.js';
import type { HostedStream, NetworkHost } from './network-host.js';

interface Dial {
  readonly to: Endpoint;
  readonly local: Endpoint;
  settle(outcome: HostedStream | Error): void;
}

/** Streams to and from one endpoint of a memory network; made by `MemoryNetwork.stream`. */
export class MemoryStreamTransport implements StreamTransport {
  readonly #fabric: NetworkFabric;
  readonly #host: NetworkHost;
  readonly #incarnation: number;
  readonly #wantedPort: number;
  readonly #dials = new Set<Dial>();
  readonly #streams = new Set<HostedStream>();
  #listeningPort: number | undefined;
  #isClosed = false;

  constructor(fabric: NetworkFabric, endpoint: Endpoint) {
    this.#fabric = fabric;
    this.#host = fabric.host(endpoint.host);
    this.#incarnation = this.#host.incarnation;
    this.#wantedPort = endpoint.port;
  }

  listen(accept: (stream: ByteStream) => void): Promise<Endpoint> {
    if (this.#isClosed) return Promise.reject(transportClosed());
    if (!this.#isAlive()) return new Promise(() => undefined);
    const { listeners, address } = this.#host;
    const port = this.#host.choosePort(this.#wantedPort, listeners);
    if (port === undefined) return Promise.reject(addressInUse(address, this.#wantedPort));
    this.#listeningPort = port;
    listeners.set(port, {
      accept: (stream) => {
        this.#track(stream);
        this.#host.call(() => accept(stream));
      },
    });
    return Promise.resolve({ host: address, port });
  }

  connect(to: Endpoint, { timeoutMs }: ConnectOptions): Promise<ByteStream> {
    if (this.#isClosed) return Promise.reject(transportClosed());
    if (!this.#isAlive()) return new Promise(() => undefined);
    const { clock } = this.#fabric;
    const port = this.#host.choosePort(0, this.#host.listeners) ?? 0;
    return new Promise((resolve, reject) => {
      const cancelTimer = clock.schedule(clock.nowMs() + timeoutMs, () => {
        if (!this.#isAlive()) return;
        this.#fabric.note('stream-timed-out', dial.local, to);
        dial.settle(dialTimedOut(to));
      });
      const dial: Dial = {
        to,
        local: { host: this.#host.address, port },
        settle: (outcome) => {
          // A promise of a killed process never settles; its own timer may run for nothing.
          if (!this.#isAlive() || !this.#dials.delete(dial)) return;
          cancelTimer();
          this.#host.call(() => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
        },
      };
      this.#dials.add(dial);
      this.#knock(dial);
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    if (!this.#isAlive()) return new Promise(() => undefined);
    if (this.#listeningPort !== undefined) this.#host.listeners.delete(this.#listeningPort);
    this.#listeningPort = undefined;
    for (const dial of [...this.#dials]) dial.settle(transportClosed());
    for (const stream of this.#streams) stream.destroy();
    this.#streams.clear();
    // Behind the `close` calls that the destroyed streams have just deferred.
    return new Promise((resolve) => this.#fabric.clock.defer(() => this.#host.call(resolve)));
  }

  /** The request to connect travels; where it cannot pass, the dial's own timeout ends it. */
  #knock(dial: Dial): void {
    const { clock } = this.#fabric;
    const target = this.#fabric.host(dial.to.host);
    const atMs = clock.nowMs() + this.#fabric.segmentMs(this.#host, target, 0);
    clock.schedule(atMs, () => {
      if (!this.#dials.has(dial) || !this.#isAlive()) return;
      if (this.#fabric.canPass(this.#host, target)) this.#answer(dial, target);
    });
  }

  #answer(dial: Dial, target: NetworkHost): void {
    const fabric = this.#fabric;
    const { clock } = fabric;
    const listener = target.listeners.get(dial.to.port);
    const answerAtMs = clock.nowMs() + fabric.segmentMs(target, this.#host, 0);
    if (listener === undefined) {
      fabric.note('stream-refused', dial.local, dial.to);
      clock.schedule(answerAtMs, () => {
        if (fabric.canPass(target, this.#host)) dial.settle(connectionRefused(dial.to));
      });
      return;
    }
    const { client, server } = createStreamPair(
      { fabric, host: this.#host, local: dial.local, remote: dial.to },
      { fabric, host: target, local: dial.to, remote: dial.local },
    );
    fabric.note('stream-opened', dial.local, dial.to);
    listener.accept(server);
    clock.schedule(answerAtMs, () => {
      const isHeard = fabric.canPass(target, this.#host);
      if (isHeard && this.#isAlive() && this.#dials.has(dial)) {
        this.#track(client);
        dial.settle(client);
      } else {
        // Nobody has it, so it must not stay open for the other side either.
        client.destroy();
      }
    });
  }

  /** Whether the process that this transport was made for still runs. */
  #isAlive(): boolean {
    return this.#host.incarnation === this.#incarnation;
  }

  #track(stream: HostedStream): void {
    this.#streams.add(stream);
    stream.onGone(() => this.#streams.delete(stream));
  }
}
