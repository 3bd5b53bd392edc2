import type { ByteStream, StreamTransport } from '@konsul/runtime';
import { seededRng } from '@konsul/runtime';
import { MemoryNetwork, VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import type { SwimTransport } from '../src/index.js';
import { type SwimTransportSubject, swimTransportContract } from '../src/testing/index.js';

type Break = (transport: SwimTransport) => SwimTransport;

const WAIT_MS_MAX = 60_000;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A sound network in memory, with one flaw put in front of it. */
function makeSubject(damage: Break): SwimTransportSubject {
  const clock = new VirtualClock();
  const network = new MemoryNetwork({ clock, rng: seededRng(1) });
  network.block(['10.0.0.1'], ['silent']);
  let count = 0;
  return {
    create: () => {
      count += 1;
      const at = { host: `10.0.0.${count}`, port: 7_946 };
      return damage({ datagrams: network.datagram(at), streams: network.stream(at) });
    },
    silentEndpoint: () => Promise.resolve({ host: 'silent', port: 7_946 }),
    until: async (condition) => {
      while (!condition()) {
        await nextTurn();
        if (clock.nowMs() > WAIT_MS_MAX) throw new Error('it never came to hold');
        if (!clock.runNext()) clock.advanceBy(1);
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Changes streams that were dialled. */
function dialled(change: (stream: ByteStream) => Partial<ByteStream>): Break {
  return ({ datagrams, streams }) => ({
    datagrams,
    streams: withConnect(streams, async (...call) => {
      const stream = await streams.connect(...call);
      return new Proxy(stream, {
        get: (target, key) => {
          const changed: unknown = Reflect.get(change(stream), key);
          const value: unknown = changed ?? Reflect.get(target, key, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    }),
  });
}

function withConnect(
  streams: StreamTransport,
  connect: StreamTransport['connect'],
): StreamTransport {
  return {
    listen: (accept) => streams.listen(accept),
    connect,
    close: () => streams.close(),
  };
}

const losesLastBytes: Break = (transport) => {
  const counts = new WeakMap<ByteStream, number>();
  return dialled((stream) => ({
    write: (bytes) => {
      const count = counts.get(stream) ?? 0;
      counts.set(stream, count + 1);
      return stream.write(count === 0 ? bytes : bytes.subarray(0, -1));
    },
  }))(transport);
};

const destroysAtEnd: Break = dialled((stream) => ({ end: () => stream.destroy() }));

const reusesBuffer: Break = ({ datagrams, streams }) => {
  const buffer = new Uint8Array(65_536);
  return {
    streams,
    datagrams: {
      listen: (receive) =>
        datagrams.listen((from, bytes) => {
          buffer.set(bytes);
          receive(from, buffer.subarray(0, bytes.length));
        }),
      send: (to, bytes) => datagrams.send(to, bytes),
      close: () => datagrams.close(),
    },
  };
};

const dialsForEver: Break = ({ datagrams, streams }) => ({
  datagrams,
  streams: withConnect(streams, (to) => streams.connect(to, { timeoutMs: 1e9 })),
});

async function failures(damage: Break): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of swimTransportContract) {
    await run(() => makeSubject(damage)).catch(() => failed.push(name));
  }
  return failed;
}

test('a transport in memory without a flaw keeps the contract', async () => {
  expect(await failures((transport) => transport)).toEqual([]);
});

test.each([
  ['loses the last byte of later writes', losesLastBytes, 'streams: bytes arrive in order'],
  ['drops at the end what is queued', destroysAtEnd, 'streams: all that is queued leaves before'],
  ['drops its half of the end', destroysAtEnd, 'streams: one side may end and still receive'],
  ['has one buffer for all datagrams', reusesBuffer, 'datagrams: what has arrived stays as it is'],
  ['knows no time to give up', dialsForEver, 'streams: connecting gives up in time'],
])('a transport that %s is found out', async (_, damage, name) => {
  expect(await failures(damage)).toContainEqual(expect.stringContaining(name));
});
