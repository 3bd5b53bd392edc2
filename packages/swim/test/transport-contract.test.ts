import { seededRng } from '@konsul/runtime';
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
        return {
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
        let count = 0;
        return {
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
