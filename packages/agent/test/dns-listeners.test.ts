import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { type Endpoint, seededRng, silentLogger, silentMetrics } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import type { AgentConfig } from '../src/config/agent-config.js';
import { defaultSettings } from '../src/config/defaults.js';
import { createDnsListeners } from '../src/dns/dns-listeners.js';
import { MemoryGateway } from './http/memory-gateway.js';

const HOST = '127.0.0.1';

/** A port that nobody else has at the moment. */
async function freeEndpoint(): Promise<Endpoint> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return { host: HOST, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

test('when one address cannot be bound, it is named and none is', async () => {
  const [free, taken] = [await freeEndpoint(), await freeEndpoint()];
  const other = createSocket('udp4');
  other.bind(taken.port, HOST);
  await once(other, 'listening');
  try {
    const clock = new VirtualClock();
    const config = { ...defaultSettings, listeners: { dns: [free, taken] } };
    const listeners = createDnsListeners({
      config: config as unknown as AgentConfig,
      gateway: new MemoryGateway(clock),
      context: { clock, rng: seededRng(1), logger: silentLogger, metrics: silentMetrics },
    });
    await expect(listeners.start()).rejects.toMatchObject({
      code: 'LISTEN_FAILED',
      detail: expect.stringContaining(`DNS (${HOST}:${taken.port}) cannot be opened: `),
    });
    const socket = connect(free.port, HOST);
    await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  } finally {
    other.close();
  }
});
