import type { DatagramHandler, Endpoint } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import type { SwimWorldInput } from '../core/input.js';
import type { SwimTransport } from '../transport.js';
import { SwimIo } from './swim-io.js';

const HERE: Endpoint = { host: '10.0.0.1', port: 7_946 };

function bench(datagramCountPerTurnMax: number) {
  const inputs: SwimWorldInput[] = [];
  const counted = new Map<string, number>();
  const listening: string[] = [];
  let receive: DatagramHandler = () => undefined;
  let tellWritable: (isWritable: boolean) => void = () => undefined;
  const transport: SwimTransport = {
    datagrams: {
      listen: (handler) => {
        listening.push('datagrams');
        receive = handler;
        return Promise.resolve(HERE);
      },
      send: () => undefined,
      watchWritable: (listener) => {
        tellWritable = listener;
      },
      close: () => Promise.resolve(),
    },
    streams: {
      listen: () => {
        listening.push('streams');
        return Promise.resolve(HERE);
      },
      connect: () => Promise.reject(new Error('not here')),
      close: () => Promise.resolve(),
    },
  };
  const io = new SwimIo({
    transport,
    clock: new VirtualClock(),
    input: (input) => inputs.push(input),
    metrics: {
      increment: (name, by = 1) => void counted.set(name, (counted.get(name) ?? 0) + by),
      gauge: () => undefined,
      sample: () => undefined,
    },
    datagramCountPerTurnMax,
  });
  const hear = (): void => receive(HERE, Uint8Array.of(1));
  const say = (isWritable: boolean): void => tellWritable(isWritable);
  return { io, inputs, counted, listening, hear, say };
}

test('what the transport says of its queue is an input, until the close', async () => {
  const { io, inputs, counted, say } = bench(2);
  await io.start();
  say(false);
  say(true);
  expect(inputs).toEqual([{ type: 'datagrams-blocked' }, { type: 'datagrams-writable' }]);
  expect([counted.get('udp.blocked'), counted.get('udp.writable')]).toEqual([1, 1]);
  await io.close();
  say(false);
  expect(inputs).toHaveLength(2);
});

test('datagrams of one turn are bounded, dropped ones counted, and the next turn has room', async () => {
  const { io, inputs, counted, hear } = bench(2);
  await io.start();
  for (let count = 0; count < 5; count += 1) hear();
  expect(inputs).toHaveLength(2);
  expect(counted.get('udp.dropped')).toBe(3);
  io.endTurn();
  hear();
  expect(inputs).toHaveLength(3);
});

test('closed while it starts, it does not begin to receive', async () => {
  const { io, inputs, listening, hear } = bench(2);
  const starting = io.start();
  await io.close();
  await expect(starting).rejects.toMatchObject({ code: 'NOT_RUNNING' });
  expect(listening).toEqual(['streams']);
  hear();
  expect(inputs).toEqual([]);
});
