import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { AgentError } from '../errors.js';
import type { DemoPort } from './topology.js';

/**
 * Tries every port, one after the other, and lets go of it again.
 *
 * @throws AgentError LISTEN_FAILED that names the first port which cannot be had, and why.
 */
export async function requireFreePorts(ports: readonly DemoPort[]): Promise<void> {
  for (const port of ports) {
    const failure = await (port.protocol === 'tcp' ? tryTcp(port) : tryUdp(port));
    if (failure !== undefined) throw new AgentError('LISTEN_FAILED', describe(port, failure));
  }
}

function tryTcp({ address, port }: DemoPort): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host: address, port }, () => server.close(() => resolve(undefined)));
  });
}

function tryUdp({ address, port }: DemoPort): Promise<NodeJS.ErrnoException | undefined> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', (error) => {
      socket.close();
      resolve(error);
    });
    socket.bind({ address, port }, () => socket.close(() => resolve(undefined)));
  });
}

function describe({ address, port, protocol }: DemoPort, failure: NodeJS.ErrnoException): string {
  const where = `${address}:${port} (${protocol})`;
  if (failure.code === 'EADDRINUSE') {
    return `${where} is in use: another demo, or an agent that listens on all addresses`;
  }
  if (failure.code === 'EADDRNOTAVAIL') {
    return `${address} is no address of this machine: add it to the loopback interface (macOS: sudo ifconfig lo0 alias ${address})`;
  }
  return `${where} cannot be opened: ${failure.message}`;
}
