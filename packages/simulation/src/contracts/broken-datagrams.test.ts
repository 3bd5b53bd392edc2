import { seededRng } from '@konsul/runtime';
import { datagramTransportContract } from '@konsul/runtime/testing';
import { expect, test } from 'vitest';
import { MemoryNetwork } from '../memory-network.js';
import { VirtualClock } from '../virtual-clock.js';

test('datagrams that share one buffer are found out', async () => {
  const name = 'what has arrived stays as it is when more arrives';
  const found = datagramTransportContract.find((one) => one.name === name);
  const clock = new VirtualClock();
  const network = new MemoryNetwork({ clock, rng: seededRng(1) });
  const buffer = new Uint8Array(1_024);
  const run = found?.run(() => ({
    create: (port) => {
      const transport = network.datagram({ host: 'host', port });
      return {
        listen: (receive) =>
          transport.listen((from, bytes) => {
            buffer.set(bytes);
            receive(from, buffer.subarray(0, bytes.length));
          }),
        send: (to, bytes) => transport.send(to, bytes),
        close: () => transport.close(),
      };
    },
    until: async (condition) => {
      for (let step = 0; step < 1_000 && !condition(); step += 1) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        if (!clock.runNext()) clock.advanceBy(1);
      }
    },
    close: () => Promise.resolve(),
  }));
  await expect(run).rejects.toThrow('the second datagram overwrote the first');
});
