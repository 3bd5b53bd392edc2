import type { DatagramTransport, StreamTransport } from '@konsul/runtime';

/**
 * What a member needs of the network: datagrams for probes and gossip, streams for full state. Both
 * must be reachable at the same host and port, since a member announces only one.
 *
 * Datagrams may be carried over anything that keeps them whole, for example pooled connections.
 * Streams are opened for one message each way and then closed.
 */
export interface SwimTransport {
  readonly datagrams: DatagramTransport;
  readonly streams: StreamTransport;
}
