import { Worker } from 'node:worker_threads';
import type { Endpoint } from '../core/index.js';
import { createTcpTransport } from '../node/tcp-transport.js';

/** Where requests to connect by TCP get no answer at all. */
export interface SilentListener {
  readonly endpoint: Endpoint;
  close(): Promise<void>;
}

const FILLER_COUNT = 8;
const FILLER_TIMEOUT_MS = 100;

const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: workerData, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;

/**
 * A listener whose thread is stuck and whose queue of half-accepted connections is full: the kernel
 * drops further requests to connect. For contracts over TCP that dial where nobody answers.
 */
export async function createSilentListener(host: string): Promise<SilentListener> {
  const worker = new Worker(PROGRAM, { eval: true, workerData: host });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const endpoint = { host, port };
  const filler = createTcpTransport({ host, port: 0 });
  for (let index = 0; index < FILLER_COUNT; index += 1) {
    const dial = filler.connect(endpoint, { timeoutMs: FILLER_TIMEOUT_MS });
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
