import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import type { Probe } from './probe.js';

/** What is sent; its content means nothing. */
const PING = new TextEncoder().encode('PING');

/**
 * Critical when the host refuses the datagram, passing when it answers or says nothing in time: of
 * UDP more cannot be known.
 */
export function createUdpProbe(target: Endpoint): Probe {
  const address = formatEndpoint(target);
  return (signal) =>
    new Promise((resolve, reject) => {
      const socket = createSocket(isIPv6(target.host) ? 'udp6' : 'udp4');
      const finish = (settle: () => void): void => {
        signal.removeEventListener('abort', pass);
        socket.removeAllListeners();
        // An error that was under way when the socket closed is nobody's concern.
        socket.on('error', () => undefined);
        socket.close();
        settle();
      };
      const pass = (): void =>
        finish(() => resolve({ status: 'passing', output: `UDP connect ${address}: Success` }));
      const fail = (error: Error): void =>
        finish(() => reject(new Error(`dial udp ${address}: ${error.message}`)));
      signal.addEventListener('abort', pass);
      socket.once('message', pass);
      socket.once('error', fail);
      // Only a connected socket is told that its datagrams are refused.
      socket.connect(target.port, target.host, () => {
        socket.send(PING, (error) => {
          if (error !== null && error !== undefined) fail(error);
        });
      });
    });
}
