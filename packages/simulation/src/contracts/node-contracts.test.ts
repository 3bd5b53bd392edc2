import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  createNodeDisk,
  createTcpTransport,
  createUdpTransport,
  type DatagramTransport,
  type Endpoint,
  nodeDisk,
  type StreamTransport,
} from '@konsul/runtime';
import { describe, it } from 'vitest';
import { datagramTransportContract } from './datagram-transport-contract.js';
import { diskContract } from './disk-contract.js';
import { streamTransportContract } from './stream-transport-contract.js';

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

/**
 * A listener whose thread is stuck and whose queue of half-accepted connections is full: the kernel
 * drops further requests to connect.
 */
async function createSilentListener(): Promise<{ endpoint: Endpoint; close: () => Promise<void> }> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const { createServer } = require('node:net');
     const server = createServer();
     server.listen({ port: 0, host: '${HOST}', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
     });`,
    { eval: true },
  );
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const endpoint = { host: HOST, port };
  const filler = createTcpTransport({ host: HOST, port: 0 });
  for (let index = 0; index < 8; index += 1) {
    const dial = filler.connect(endpoint, { timeoutMs: 100 });
    const isFull = await dial.then(
      () => false,
      () => true,
    );
    if (isFull) break;
  }
  return {
    endpoint,
    close: async () => {
      await worker.terminate();
      await filler.close();
    },
  };
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
            const silent = await createSilentListener();
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
