import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createNodeDisk,
  createTcpTransport,
  createUdpTransport,
  type DatagramTransport,
  type Endpoint,
  nodeDisk,
  type StreamTransport,
} from '@konsul/runtime';
import {
  createSilentListener,
  datagramTransportContract,
  streamTransportContract,
} from '@konsul/runtime/testing';
import { describe, it } from 'vitest';
import { diskContract } from './disk-contract.js';

const HOST = '127.0.0.1';

async function realTime(condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error('it never came to hold');
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** A port on which the kernel has just let somebody listen, and nobody does. */
async function refusingEndpoint(): Promise<Endpoint> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return { host: HOST, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

describe('UDP on the loopback interface', () => {
  for (const { name, run } of datagramTransportContract) {
    it(name, () =>
      run(() => {
        const transports: DatagramTransport[] = [];
        return {
          create: (port) => {
            const transport = createUdpTransport({ host: HOST, port });
            transports.push(transport);
            return transport;
          },
          until: realTime,
          close: async () => {
            for (const transport of transports) await transport.close();
          },
        };
      }),
    );
  }
});

describe('TCP on the loopback interface', () => {
  for (const { name, run } of streamTransportContract) {
    it(name, () =>
      run(() => {
        const transports: StreamTransport[] = [];
        const closers: (() => Promise<void>)[] = [];
        return {
          create: (port) => {
            const transport = createTcpTransport({ host: HOST, port });
            transports.push(transport);
            return transport;
          },
          refusingEndpoint,
          silentEndpoint: async () => {
            const silent = await createSilentListener(HOST);
            closers.push(silent.close);
            return silent.endpoint;
          },
          until: realTime,
          close: async () => {
            for (const transport of transports) await transport.close();
            for (const close of closers) await close();
          },
        };
      }),
    );
  }
});

describe.each([
  ['the file system of the machine', nodeDisk],
  ['the file system of the machine, waited for', createNodeDisk({ waitsForSmallWrites: true })],
])('%s', (_, disk) => {
  for (const { name, run } of diskContract) {
    it(name, () =>
      run(async () => {
        const directory = await mkdtemp(join(tmpdir(), 'konsul-disk-'));
        return {
          disk,
          directory,
          until: realTime,
          close: () => rm(directory, { recursive: true }),
        };
      }),
    );
  }
});
