import { createTcpTransport, formatEndpoint } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import { freeEndpoint } from '../../test/node/free-endpoint.js';
import { type RaftTransportPair, raftTransportContract } from '../testing/index.js';
import { createMemoryRaftNetwork } from './memory-transport.js';
import { createStreamRaftTransport } from './stream-transport.js';

/** The machine may have other work. */
const patient = { timeoutMs: 30_000 };

async function tcpPair(): Promise<RaftTransportPair> {
  const addresses = new Map<string, string>();
  for (const nodeId of ['a', 'b']) addresses.set(nodeId, formatEndpoint(await freeEndpoint()));
  const queueBytesMax = 4 * 1024 * 1024;
  const make = (nodeId: string): RaftTransportPair['a'] => {
    const address = addresses.get(nodeId) ?? '';
    const [host = '', port] = address.split(':');
    const streams = createTcpTransport({ host, port: Number(port) });
    return createStreamRaftTransport({ streams, nodeId, clusterId: 'c', address, queueBytesMax });
  };
  return { a: make('a'), b: make('b'), addresses, queueBytesMax };
}

describe('transports', () => {
  for (const { name, run } of raftTransportContract) {
    it(`memory: ${name}`, async () => {
      const network = createMemoryRaftNetwork();
      const [a, b] = [network.transport('a'), network.transport('b')];
      const addresses = new Map([...'ab'].map((id) => [id, id]));
      const outcome = await run({ a, b, addresses }, patient);
      // Nothing waits there for longer than a turn of the event loop.
      expect(outcome.type).toBe(name.includes('is bounded') ? 'not-applicable' : 'holds');
    });
    it(`tcp: ${name}`, async () => {
      expect(await run(await tcpPair(), patient)).toEqual({ type: 'holds' });
    });
  }
});
