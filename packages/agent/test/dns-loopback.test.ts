import { Buffer } from 'node:buffer';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createTcpTransport, createUdpTransport, seededRng, systemClock } from '@konsul/runtime';
import { decode, encode, streamDecode, streamEncode } from 'dns-packet';
import { expect, test } from 'vitest';
import { defaultSettings } from '../src/config/defaults.js';
import type { DnsBackend } from '../src/dns/backend.js';
import { DnsResolver } from '../src/dns/resolver.js';
import { DnsServer } from '../src/dns/server.js';

const missing = async (): Promise<{ type: 'missing' }> => ({ type: 'missing' });
const backend: DnsBackend = {
  node: async ({ node }) => ({
    type: 'found',
    value: { node, address: '10.0.0.1', datacenter: 'dc1', meta: {} },
  }),
  serviceInstances: missing,
  preparedQuery: missing,
  pointer: missing,
  servers: missing,
};

const questions = [{ name: 'n1.node.consul', type: 'A' as const }];

test('real sockets carry questions and answers, by UDP and by TCP', async () => {
  const host = '127.0.0.1';
  const server = new DnsServer({
    datagrams: createUdpTransport({ host, port: 0 }),
    streams: createTcpTransport({ host, port: 0 }),
    resolver: new DnsResolver({
      backend,
      settings: defaultSettings.dns,
      domains: ['consul.'],
      clock: systemClock,
      rng: seededRng(1),
      hasRecursor: false,
    }),
    settings: defaultSettings.dns,
    clock: systemClock,
  });
  const { udp, tcp } = await server.start();
  const datagrams = createSocket('udp4');
  const stream = connect(tcp.port, host);
  try {
    datagrams.send(encode({ type: 'query', id: 3, questions }), udp.port, host);
    const [reply] = (await once(datagrams, 'message')) as [Buffer];
    expect(decode(reply)).toMatchObject({ id: 3, answers: [{ data: '10.0.0.1' }] });

    stream.end(streamEncode({ type: 'query', id: 4, questions }));
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const answer = streamDecode(Buffer.concat(chunks));
    expect(answer).toMatchObject({ id: 4, answers: [{ data: '10.0.0.1' }] });
  } finally {
    datagrams.close();
    stream.destroy();
    await server.stop();
  }
});
