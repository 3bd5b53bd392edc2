import { createTcpTransport, formatEndpoint } from '@konsul/runtime';
import { describe, it } from 'vitest';
import { freeEndpoint } from '../../test/node/free-endpoint.js';
import { type RaftTransportPair, raftTransportContract } from '../testing/index.js';
import { createMemoryRaftNetwork } from './memory-transport.js';
import { createStreamRaftTransport } from './stream-transport.js';

async function tcpPair(): Promise<RaftTransportPair> {
  const addresses = new Map<string, string>();
  for (const nodeId of ['a', 'b']) addresses.set(nodeId, formatEndpoint(await freeEndpoint()));
  const make = (nodeId: string): RaftTransportPair['a'] => {
    const address = addresses.get(nodeId) ?? '';
    const [host = '', port] = address.split(':');
    const streams = createTcpTransport({ host, port: Number(port) });
    return createStreamRaftTransport({ streams, nodeId, clusterId: 'c', address });
  };
  return { a: make('a'), b: make('b'), addresses };
}

describe('transports', () => {
  for (const { name, run } of raftTransportContract) {
    it(`memory: ${name}`, () => {
      const network = createMemoryRaftNetwork();
      const [a, b] = [network.transport('a'), network.transport('b')];
      return run({ a, b, addresses: new Map([...'ab'].map((id) => [id, id])) });
    });
    it(`tcp: ${name}`, async () => run(await tcpPair()));
  }
});
