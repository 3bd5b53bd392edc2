import type { ByteStream, Endpoint } from '@konsul/runtime';

/** A bound datagram socket. */
export interface DatagramSocket {
  readonly endpoint: Endpoint;
  receive(from: Endpoint, bytes: Uint8Array): void;
}

/** One end of a stream as its machine sees it. */
export interface HostedStream extends ByteStream {
  /** The process that owns this end was killed, perhaps with its whole machine. */
  kill(isMachineDown: boolean): void;
  /** Calls the owner at the end of this turn with whatever is due. */
  scheduleDispatch(): void;
  /** Calls back once this end is closed or broken. */
  onGone(callback: () => void): void;
}

/** A listening stream socket. */
export interface StreamListener {
  accept(stream: HostedStream): void;
}

const EPHEMERAL_PORT_MIN = 32_768;
const EPHEMERAL_PORT_MAX = 60_999;

/**
 * One machine of the network with one process on it: its bound sockets, its open streams, and
 * whether the machine is up and the process is running. Owned by MemoryNetwork.
 */
export class NetworkHost {
  readonly address: string;
  readonly datagramSockets: Map<number, DatagramSocket> = new Map();
  readonly listeners: Map<number, StreamListener> = new Map();
  readonly streams: Set<HostedStream> = new Set();
  /** Until when each slow link is busy, by target. */
  readonly linkBusyUntilMs: Map<string, number> = new Map();
  isUp = true;
  isHeld = false;
  /** Counts processes: what belongs to an earlier one is dead. */
  incarnation = 0;
  #held: (() => void)[] = [];
  #heldDatagramCount = 0;
  #nextPort = EPHEMERAL_PORT_MIN;

  constructor(address: string) {
    this.address = address;
  }

  /** Calls into the process now, or when it goes on; never when it has been killed meanwhile. */
  call(callback: () => void): void {
    const { incarnation } = this;
    if (!this.isHeld) {
      callback();
      return;
    }
    this.#held.push(() => {
      if (this.incarnation === incarnation) callback();
    });
  }

  /** @returns false when the stopped process has too many datagrams waiting. */
  callWithDatagram(callback: () => void, waitingCountMax: number): boolean {
    if (this.isHeld) {
      if (this.#heldDatagramCount >= waitingCountMax) return false;
      this.#heldDatagramCount += 1;
    }
    this.call(callback);
    return true;
  }

  /** Lets the process go on. @returns what waited, in order. */
  release(): (() => void)[] {
    this.isHeld = false;
    const held = this.#held;
    this.#held = [];
    this.#heldDatagramCount = 0;
    return held;
  }

  /** The process is gone, and with it everything it had open. */
  killProcess(): void {
    this.incarnation += 1;
    this.release();
    this.datagramSockets.clear();
    this.listeners.clear();
    this.streams.clear();
  }

  /** A port that `taken` does not hold; `wanted` 0 means any. Undefined when there is none. */
  choosePort(wanted: number, taken: ReadonlyMap<number, unknown>): number | undefined {
    if (wanted !== 0) return taken.has(wanted) ? undefined : wanted;
    const portCount = EPHEMERAL_PORT_MAX - EPHEMERAL_PORT_MIN + 1;
    for (let attempt = 0; attempt < portCount; attempt += 1) {
      const port = this.#nextPort;
      this.#nextPort = port === EPHEMERAL_PORT_MAX ? EPHEMERAL_PORT_MIN : port + 1;
      if (!taken.has(port)) return port;
    }
    return undefined;
  }
}
