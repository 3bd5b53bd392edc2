import { seededRng } from '@konsul/runtime';
import { createSilentListener } from '@konsul/runtime/testing';
import { MemoryNetwork, VirtualClock } from '@konsul/simulation';
import { describe, test } from 'vitest';
import { createNetworkTransport, type SwimTransport } from '../src/index.js';
import { swimTransportContract } from '../src/testing/index.js';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('UDP and TCP', () => {
  for (const { name, run } of swimTransportContract) {
    test(name, () =>
      run(() => {
        const made: SwimTransport[] = [];
        const closers: (() => Promise<void>)[] = [];
        return {
          silentEndpoint: async () => {
            const silent = await createSilentListener('127.0.0.1');
            closers.push(silent.close);
            return silent.endpoint;
          },
          create: () => {
            const transport = createNetworkTransport({ host: '127.0.0.1', port: 0 });
            made.push(transport);
            return transport;
          },
          until: async (condition) => {
            while (!condition()) await nextTurn();
          },
          close: async () => {
            for (const { datagrams, streams } of made) {
              await Promise.all([datagrams.close(), streams.close()]);
            }
            for (const close of closers) await close();
          },
        };
      }),
    );
  }
});

describe('a network in memory', () => {
  for (const { name, run } of swimTransportContract) {
    test(name, () =>
      run(() => {
        const clock = new VirtualClock();
        const network = new MemoryNetwork({ clock, rng: seededRng(1) });
        network.block(['10.0.0.1', '10.0.0.2'], ['silent']);
        let count = 0;
        return {
          silentEndpoint: () => Promise.resolve({ host: 'silent', port: 7_946 }),
          create: () => {
            count += 1;
            const at = { host: `10.0.0.${count}`, port: 7_946 };
            return { datagrams: network.datagram(at), streams: network.stream(at) };
          },
          until: async (condition) => {
            for (let step = 0; !condition(); step += 1) {
              await nextTurn();
              if (step > 10_000) throw new Error('it never came to hold');
              if (!clock.runNext()) clock.advanceBy(1);
            }
          },
          close: () => Promise.resolve(),
        };
      }),
    );
  }
});
