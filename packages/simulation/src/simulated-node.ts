import type {
  Clock,
  DatagramHandler,
  DatagramTransport,
  Disk,
  Endpoint,
  Rng,
  StreamTransport,
} from '@konsul/runtime';
import type { ClockView, ClockViewOptions } from './clock-view.js';
import type { MemoryNetwork } from './memory-network.js';

/** One run of one node, from its start or restart to its crash: all it may touch of the world. */
export interface SimulatedNode {
  readonly name: string;
  /** Its host on the network, an IPv4 address unless chosen otherwise. */
  readonly address: string;
  /** 0 for the first start, one more with each restart. */
  readonly incarnation: number;
  readonly clock: Clock;
  readonly rng: Rng;
  /** The same disk after each restart. */
  readonly disk: Disk;
  /** Datagrams from this node; port 0 lets the network choose. */
  datagram(port: number): DatagramTransport;
  /** Streams from and to this node; port 0 lets the network choose. */
  stream(port: number): StreamTransport;
  /** Receives on a port at once, without a promise. @returns the function that sends from it. */
  openDatagrams(port: number, receive: DatagramHandler): DatagramTransport['send'];
  /** Where a port of this node is reached. */
  endpoint(port: number): Endpoint;
  /** Records a line in the trace of the world. */
  trace(text: string): void;
  /** Ends the run as failed: this node met a defect of its own. */
  fail(error: unknown): void;
}

/** Starts a node: takes transports, timers and the disk from `node`. Called again on restart. */
export type Boot = (node: SimulatedNode) => void | Promise<void>;

export interface NodeOptions extends ClockViewOptions {
  /** Its host on the network. Default 10.0.0.1 and so on, in the order of adding. */
  readonly address?: string;
}

/** What the node of one incarnation is made from. */
export interface NodeParts {
  readonly name: string;
  readonly address: string;
  readonly incarnation: number;
  readonly clock: ClockView;
  readonly rng: Rng;
  readonly disk: Disk;
  readonly network: MemoryNetwork;
  readonly trace: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

export function createSimulatedNode(parts: NodeParts): SimulatedNode {
  const { name, address, incarnation, clock, rng, disk, network, trace, fail } = parts;
  const endpoint = (port: number): Endpoint => ({ host: address, port });
  return {
    name,
    address,
    incarnation,
    clock,
    rng,
    disk,
    endpoint,
    trace,
    fail,
    datagram: (port) => network.datagram(endpoint(port)),
    stream: (port) => network.stream(endpoint(port)),
    openDatagrams(port, receive) {
      const transport = network.datagram(endpoint(port));
      transport.listen(receive).catch(fail);
      return (to, bytes) => transport.send(to, bytes);
    },
  };
}
