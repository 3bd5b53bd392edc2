import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { requireFreePorts } from './port-check.js';
import type { DemoPort } from './topology.js';

async function listening(): Promise<{ readonly port: number; close(): Promise<unknown> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, close: () => once(server.close(), 'close') };
}

test('a port that is in use is named', async () => {
  const { port, close } = await listening();
  const taken: DemoPort = { address: '127.0.0.1', port, protocol: 'tcp' };
  try {
    await expect(requireFreePorts([taken])).rejects.toMatchObject({
      code: 'LISTEN_FAILED',
      detail: expect.stringContaining(`127.0.0.1:${port} (tcp) is in use`),
    });
  } finally {
    await close();
  }
});

test('an address that this machine does not have is named', async () => {
  // Set aside for documentation. Source: RFC 5737.
  const foreign: DemoPort = { address: '192.0.2.1', port: 0, protocol: 'udp' };
  await expect(requireFreePorts([foreign])).rejects.toMatchObject({
    detail: expect.stringContaining('192.0.2.1 is no address of this machine'),
  });
});

test('free ports are let go of again', async () => {
  const { port, close } = await listening();
  await close();
  const free: DemoPort = { address: '127.0.0.1', port, protocol: 'tcp' };
  await requireFreePorts([free]);
  await requireFreePorts([free]);
});
