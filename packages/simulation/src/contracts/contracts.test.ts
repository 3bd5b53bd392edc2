import { seededRng } from '@konsul/runtime';
import { datagramTransportContract, streamTransportContract } from '@konsul/runtime/testing';
import { describe, it } from 'vitest';
import { MemoryNetwork } from '../memory-network.js';
import { VirtualClock } from '../virtual-clock.js';
import { VirtualDisk } from '../virtual-disk.js';
import { diskContract } from './disk-contract.js';

function virtualTime(clock: VirtualClock): (condition: () => boolean) => Promise<void> {
  return async (condition) => {
    for (let step = 0; step < 100_000; step += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (condition()) return;
      // Nothing waits: only the condition's own promises can still change something.
      if (!clock.runNext()) clock.advanceBy(1);
      if (clock.nowMs() > 600_000) break;
    }
    throw new Error('it never came to hold');
  };
}

function createNetwork(): { clock: VirtualClock; network: MemoryNetwork } {
  const clock = new VirtualClock({ tieRng: seededRng(2) });
  return { clock, network: new MemoryNetwork({ clock, rng: seededRng(1) }) };
}

describe('memory datagrams', () => {
  for (const { name, run } of datagramTransportContract) {
    it(name, () =>
      run(() => {
        const { clock, network } = createNetwork();
        return {
          create: (port) => network.datagram({ host: 'host', port }),
          until: virtualTime(clock),
          close: () => Promise.resolve(),
        };
      }),
    );
  }
});

describe('memory streams', () => {
  for (const { name, run } of streamTransportContract) {
    it(name, () =>
      run(() => {
        const { clock, network } = createNetwork();
        network.block(['host'], ['silent']);
        return {
          create: (port) => network.stream({ host: 'host', port }),
          refusingEndpoint: () => Promise.resolve({ host: 'host', port: 9 }),
          silentEndpoint: () => Promise.resolve({ host: 'silent', port: 9 }),
          until: virtualTime(clock),
          close: () => Promise.resolve(),
        };
      }),
    );
  }
});

describe('virtual disk', () => {
  for (const latency of [undefined, { type: 'uniform', minMs: 0, maxMs: 3 } as const]) {
    for (const { name, run } of diskContract) {
      it(`${name}, ${latency === undefined ? 'at once' : 'on virtual time'}`, () =>
        run(async () => {
          const clock = new VirtualClock();
          const disk = new VirtualDisk({
            rng: seededRng(1),
            clock,
            ...(latency === undefined
              ? {}
              : { readLatency: latency, writeLatency: latency, syncLatency: latency }),
          });
          const until = virtualTime(clock);
          const made = disk.makeDirectory('/data').then(() => true);
          let isMade = false;
          void made.then(() => {
            isMade = true;
          });
          await until(() => isMade);
          return { disk, directory: '/data', until, close: () => Promise.resolve() };
        }));
    }
  }
});
