import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import type { Endpoint } from '../core/endpoint.js';
import { type Logger, silentLogger } from '../logger.js';
import { type Metrics, silentMetrics } from '../metrics.js';
import type { DatagramHandler, DatagramTransport } from '../transport.js';

export interface UdpTransportOptions {
  /** Address to bind, for example `127.0.0.1`. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Receive buffer asked of the kernel, halved until it agrees. Default 2 MiB. */
  readonly receiveBufferBytes?: number;
  /**
   * Bytes handed to the system that it has not taken yet; beyond, the transport is not writable until
   * half of them are left. Beyond eight times as many, datagrams are dropped. Default 1 MiB.
   */
  readonly sendQueueBytesMax?: number;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

const DEFAULT_RECEIVE_BUFFER_BYTES = 2 * 1024 * 1024;
const DEFAULT_SEND_QUEUE_BYTES_MAX = 1024 * 1024;
/** Answers are sent in any case, as many as peers ask for; memory for them must end somewhere. */
const DROP_QUEUE_FACTOR = 8;
const SMALLEST_RECEIVE_BUFFER_BYTES = 64 * 1024;

/** Datagrams over UDP. Counts `udp.send_errors`, `udp.send_dropped` and `udp.receive_errors`. */
export function createUdpTransport(options: UdpTransportOptions): DatagramTransport {
  const logger = options.logger ?? silentLogger;
  const metrics = options.metrics ?? silentMetrics;
  const socket = createSocket(isIPv6(options.host) ? 'udp6' : 'udp4');
  const sendQueueBytesMax = options.sendQueueBytesMax ?? DEFAULT_SEND_QUEUE_BYTES_MAX;
  let isOpen = false;
  let isClosed = false;
  let queuedBytes = 0;
  let isWritable = true;
  let tellWritable: ((isWritable: boolean) => void) | undefined;

  const queue = (lengthBytes: number): void => {
    queuedBytes += lengthBytes;
    const limitBytes = isWritable ? sendQueueBytesMax : sendQueueBytesMax / 2;
    if (isWritable !== queuedBytes > limitBytes) return;
    isWritable = !isWritable;
    if (isOpen) tellWritable?.(isWritable);
  };

  return {
    async listen(receive: DatagramHandler): Promise<Endpoint> {
      await bind(socket, options);
      isOpen = !isClosed;
      growReceiveBuffer(socket, options.receiveBufferBytes ?? DEFAULT_RECEIVE_BUFFER_BYTES);
      socket.on('error', (error) => {
        metrics.increment('udp.receive_errors');
        logger.warn('udp socket reported an error', { error });
      });
      socket.on('message', (bytes, from) => {
        if (isOpen) receive({ host: from.address, port: from.port }, bytes);
      });
      return { host: options.host, port: socket.address().port };
    },
    send(to, bytes) {
      if (!isOpen) return;
      if (queuedBytes > sendQueueBytesMax * DROP_QUEUE_FACTOR) {
        metrics.increment('udp.send_dropped');
        return;
      }
      try {
        const lengthBytes = bytes.length;
        socket.send(bytes, to.port, to.host, (error) => {
          queue(-lengthBytes);
          if (error !== null) metrics.increment('udp.send_errors');
        });
        queue(lengthBytes);
      } catch {
        // Node throws for a port that no peer can have; such an address may have come from a peer.
        metrics.increment('udp.send_errors');
      }
    },
    watchWritable(listener) {
      tellWritable = listener;
    },
    async close(): Promise<void> {
      if (isClosed) return;
      isClosed = true;
      isOpen = false;
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

/** Rejects when the address is taken, or when the socket is closed meanwhile. */
function bind(socket: Socket, { host, port }: UdpTransportOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const closed = (): void => reject(new Error('transport is closed'));
    socket.once('error', reject);
    socket.once('close', closed);
    socket.bind(port, host, () => {
      socket.off('error', reject);
      socket.off('close', closed);
      resolve();
    });
  });
}

function growReceiveBuffer(socket: Socket, wantedBytes: number): void {
  for (
    let bytes = wantedBytes;
    bytes >= SMALLEST_RECEIVE_BUFFER_BYTES;
    bytes = Math.floor(bytes / 2)
  ) {
    try {
      socket.setRecvBufferSize(bytes);
      return;
    } catch {
      // The kernel allows less; half as much is tried next.
    }
  }
}
