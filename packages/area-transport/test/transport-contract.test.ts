import {
  createConnectionPool,
  createPortListener,
  createTlsCredentials,
  type TlsMaterial,
} from '@konsul/rpc';
import { createSilentListener } from '@konsul/runtime/testing';
import { swimTransportContract } from '@konsul/swim/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAuthority } from '../../../tools/certificate-authority.js';
import { createAreaTransport } from '../src/index.js';
import { until } from './area.js';

let material: TlsMaterial;

beforeAll(async () => {
  const authority = await createAuthority('Area CA');
  material = await authority.issue({ dnsName: 'server.dc1.consul' });
});

/** Servers are listening before a case begins; each gives one transport. */
async function makeSubject(options: { tls: boolean; capabilities?: readonly string[] }) {
  const tls = options.tls ? createTlsCredentials(material) : undefined;
  const servers = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const identity = {
        datacenter: 'dc1',
        nodeName: 'node',
        ...(options.capabilities === undefined ? {} : { capabilities: options.capabilities }),
      };
      const listener = createPortListener({ host: '127.0.0.1', port: 0, identity, tls });
      await listener.listen();
      return { listener, pool: createConnectionPool({ identity, tls }) };
    }),
  );
  const free = [...servers];
  const closers: (() => Promise<void>)[] = [];
  return {
    async silentEndpoint() {
      const silent = await createSilentListener('127.0.0.1');
      closers.push(silent.close);
      return silent.endpoint;
    },
    create() {
      const server = free.shift();
      if (server === undefined) throw new Error('a case asked for a fifth transport');
      const area = { datacenter: 'dc1', peerDatacenter: 'dc2' };
      return createAreaTransport({ area, ...server });
    },
    until,
    async close() {
      for (const { listener, pool } of servers) {
        await pool.close();
        await listener.close();
      }
      for (const close of closers) await close();
    },
  };
}

describe.each([
  { name: 'in clear', tls: false },
  { name: 'with TLS', tls: true },
  { name: 'to peers that take one packet per connection', tls: false, capabilities: [] },
])('the contract of swim transports, $name', (options) => {
  test.each(swimTransportContract)('$name', async ({ run }) => {
    expect.assertions(0);
    await run(() => makeSubject(options));
  });
});
