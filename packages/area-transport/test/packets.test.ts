import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ByteStream, Endpoint } from '@konsul/runtime';
import { ManualClock } from '@konsul/runtime/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { encodePacket } from '../src/core/index.js';
import { AreaTransportError, createAreaTransport, isAreaTransportError } from '../src/index.js';
import { type AreaServer, Servers, until } from './area.js';

const servers = new Servers();
afterEach(() => servers.close());

const dc1 = { datacenter: 'dc1', peerDatacenter: 'dc2' };
const dc2 = { datacenter: 'dc2', peerDatacenter: 'dc1' };

/** Listens and remembers what comes in. */
async function receive(server: AreaServer) {
  const packets: { from: Endpoint; bytes: Uint8Array }[] = [];
  await server.transport.datagrams.listen((from, bytes) => packets.push({ from, bytes }));
  return packets;
}

describe('packets', () => {
  test('of both datacenters of an area meet, whichever side names it first', async () => {
    const [left, right] = await Promise.all([servers.start(dc1), servers.start(dc2)]);
    const packets = await receive(right);
    left.transport.datagrams.send(right.endpoint, Uint8Array.of(1));
    await until(() => packets.length === 1);
    expect(packets).toEqual([{ from: left.endpoint, bytes: Uint8Array.of(1) }]);
  });

  test('share one kept connection, which is measured', async () => {
    const [left, right] = await Promise.all([servers.start(dc1), servers.start(dc2)]);
    const packets = await receive(right);
    for (let value = 0; value < 200; value += 1) {
      left.transport.datagrams.send(right.endpoint, Uint8Array.of(value));
      if (value % 50 === 0) await until(() => packets.length > value);
    }
    await until(() => packets.length === 200);
    expect(packets.map(({ bytes }) => bytes[0])).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect(right.metrics.value('rpc.port.accepted{gossip-packet}')).toBe(1);
    expect(left.metrics.value('area.connections.outgoing')).toBe(1);
    await right.transport.datagrams.close();
    await until(() => left.metrics.value('area.connections.outgoing') === 0);
  });

  test('to a peer that keeps no connections go one by one', async () => {
    const [left, right] = await Promise.all([
      servers.start(dc1),
      servers.start({ ...dc2, capabilities: [] }),
    ]);
    const packets = await receive(right);
    for (let value = 0; value < 10; value += 1)
      left.transport.datagrams.send(right.endpoint, Uint8Array.of(value));
    await until(() => packets.length === 10);
    const values = packets.map(({ bytes }) => bytes[0] ?? -1);
    expect(values.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(right.metrics.value('rpc.port.accepted{gossip-packet}')).toBe(10);
    expect(left.metrics.value('area.connections.outgoing')).toBe(10);
  });

  test('of another area do not get in', async () => {
    const left = await servers.start({ datacenter: 'dc3', peerDatacenter: 'dc2' });
    const right = await servers.start(dc2);
    const packets = await receive(right);
    left.transport.datagrams.send(right.endpoint, Uint8Array.of(1));
    await until(() => left.metrics.value('area.packets.dropped{unreachable}') === 1);
    expect(packets).toEqual([]);
    expect(right.metrics.value('rpc.port.rejected{unknown-protocol}')).toBe(1);
  });

  test('two areas of one server on one port stay apart', async () => {
    const hub = await servers.start({ datacenter: 'hub', peerDatacenter: 'dc1' });
    const other = createAreaTransport({
      area: { datacenter: 'hub', peerDatacenter: 'dc2' },
      pool: hub.pool,
      listener: hub.listener,
    });
    const first = await receive(hub);
    const second = await receive({ ...hub, transport: other });
    servers.onClose(() => other.datagrams.close());
    const left = await servers.start({ datacenter: 'dc1', peerDatacenter: 'hub' });
    const right = await servers.start({ datacenter: 'dc2', peerDatacenter: 'hub' });
    left.transport.datagrams.send(hub.endpoint, Uint8Array.of(1));
    right.transport.datagrams.send(hub.endpoint, Uint8Array.of(2));
    await until(() => first.length === 1 && second.length === 1);
    expect([first[0]?.bytes[0], second[0]?.bytes[0]]).toEqual([1, 2]);
  });
});

describe('a slow or missing peer', () => {
  test('never holds up the sender: the oldest packets are dropped and counted', async () => {
    // Accepts connections and says nothing, as a far or overloaded peer seems to.
    const silent = createServer((socket) => socket.resume());
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    servers.onClose(async () => silent.close());
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const clock = new ManualClock();
    const left = await servers.start({ ...dc1, clock, tuning: { queuedPacketCountMax: 8 } });
    const [right, accepted] = [await servers.start(dc2), once(silent, 'connection')];
    const packets = await receive(right);
    const slow = { host: '127.0.0.1', port };
    for (let value = 0; value < 20; value += 1)
      left.transport.datagrams.send(slow, Uint8Array.of(value));
    expect(left.metrics.value('area.packets.dropped{queue-full}')).toBe(12);
    // Others are served meanwhile.
    left.transport.datagrams.send(right.endpoint, Uint8Array.of(7));
    await until(() => packets.length === 1);
    await accepted;
    clock.advanceBy(10_000);
    await until(() => left.metrics.value('area.packets.dropped{unreachable}') === 8);
  });

  test('too many of them are not sent to, and those that are gone make room', async () => {
    const left = await servers.start({ ...dc1, tuning: { linkCountMax: 1 } });
    const right = await servers.start(dc2);
    const packets = await receive(right);
    const { datagrams } = left.transport;
    datagrams.send({ host: '127.0.0.1', port: 1 }, Uint8Array.of(1));
    datagrams.send(right.endpoint, Uint8Array.of(2));
    expect(left.metrics.value('area.packets.dropped{too-many-peers}')).toBe(1);
    await until(() => left.metrics.value('area.packets.dropped{unreachable}') === 1);
    datagrams.send(right.endpoint, Uint8Array.of(3));
    await until(() => packets.length === 1);
    expect(packets[0]?.bytes).toEqual(Uint8Array.of(3));
  });

  test('that takes no bytes loses packets instead of growing our memory', async () => {
    const left = await servers.start({ ...dc1, tuning: { bufferedBytesMax: 100_000 } });
    const right = await servers.start(dc2);
    let accepted: ByteStream | undefined;
    right.listener.handle({ protocol: 'gossip-packet', area: 'dc1|dc2' }, ({ stream }) => {
      accepted = stream;
      stream.setHandlers({ data: () => undefined });
      stream.pause();
    });
    left.transport.datagrams.send(right.endpoint, new Uint8Array(60_000));
    await until(() => accepted !== undefined);
    await until(() => left.metrics.value('area.connections.outgoing') === 1);
    // More than the buffers of both kernels hold.
    for (let round = 0; round < 400; round += 1)
      left.transport.datagrams.send(right.endpoint, new Uint8Array(60_000));
    expect(left.metrics.value('area.packets.dropped{congested}')).toBeGreaterThan(0);
  });

  test('behind a cut path is found out and its connection given up', async () => {
    const clock = new ManualClock();
    const left = await servers.start({ ...dc1, clock });
    const right = await servers.start(dc2);
    let arrivedBytes = 0;
    right.listener.handle({ protocol: 'gossip-packet', area: 'dc1|dc2' }, ({ stream }) => {
      stream.setHandlers({
        data: (bytes) => {
          arrivedBytes += bytes.length;
        },
      });
    });
    left.transport.datagrams.send(right.endpoint, Uint8Array.of(1));
    await until(() => arrivedBytes > 0);
    const packetBytes = arrivedBytes;
    clock.advanceBy(15_000);
    await until(() => arrivedBytes > packetBytes);
    expect(left.metrics.value('area.connections.outgoing')).toBe(1);
    clock.advanceBy(10_000);
    await until(() => left.metrics.value('area.connections.outgoing') === 0);
  });

  test('that answers keeps its connection for as long as there is traffic', async () => {
    const clock = new ManualClock();
    const left = await servers.start({ ...dc1, clock });
    const right = await servers.start(dc2);
    const packets = await receive(right);
    for (let round = 1; round <= 5; round += 1) {
      left.transport.datagrams.send(right.endpoint, Uint8Array.of(round));
      await until(() => packets.length === round);
      clock.advanceBy(15_000);
      // The pong is on its way back before this packet is received.
      left.transport.datagrams.send(right.endpoint, Uint8Array.of(0));
      await until(() => packets.length === round + 1);
      packets.pop();
    }
    expect(right.metrics.value('rpc.port.accepted{gossip-packet}')).toBe(1);
  });
});

describe('what comes in', () => {
  test('waits in the network when too much waits here, and none of it is lost', async () => {
    const left = await servers.start({ ...dc1, tuning: { queuedPacketCountMax: 5_000 } });
    const right = await servers.start({ ...dc2, tuning: { waitingPacketCountMax: 16 } });
    const packets = await receive(right);
    for (let value = 0; value < 5_000; value += 1)
      left.transport.datagrams.send(right.endpoint, Uint8Array.of(value & 0xff, value >> 8));
    await until(() => packets.length === 5_000);
    expect(packets.every(({ bytes }, i) => (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0) === i)).toBe(
      true,
    );
    expect(right.metrics.value('area.links.held')).toBeGreaterThan(0);
  });

  test('without an endpoint to answer to, or garbled, is refused', async () => {
    const left = await servers.start(dc1);
    const right = await servers.start(dc2);
    const packets = await receive(right);
    const options = { area: 'dc1|dc2' };
    const silent = await left.pool.open(right.endpoint, 'gossip-packet', options);
    silent.stream.write(encodePacket(Uint8Array.of(1)));
    const large = await left.pool.open(right.endpoint, 'gossip-packet', options);
    large.stream.write(Uint8Array.of(0xff, 0, 0, 0));
    await right.metrics.reaches('area.links.rejected{not-announced}', 1);
    await right.metrics.reaches('area.links.rejected{frame-too-large}', 1);
    expect(packets).toEqual([]);
  });
});

describe('options', () => {
  test('out of bounds are refused with name, value and bounds', async () => {
    const { pool, listener } = await servers.start(dc1);
    const make = () => createAreaTransport({ area: dc1, pool, listener, dialTimeoutMs: 0 });
    expect(make).toThrow(
      '[INVALID_CONFIG] dialTimeoutMs must be an integer of 1 to 600000; it is 0',
    );
  });

  test('of a wrong shape are refused by name', async () => {
    const { pool, listener } = await servers.start(dc1);
    const make = (options: object) => () =>
      createAreaTransport(options as Parameters<typeof createAreaTransport>[0]);
    expect(make({})).toThrow('[INVALID_CONFIG] area must be an object; it is undefined');
    expect(make({ area: { datacenter: 'dc1' }, pool, listener })).toThrow(
      '[INVALID_CONFIG] area.peerDatacenter must be a text that is not empty; it is undefined',
    );
    expect(make({ area: dc1, listener })).toThrow('pool must be an object with the methods');
    expect(make({ area: dc1, pool, listener, dialTimeout: 5 })).toThrow(
      'there is no option dialTimeout; did you mean dialTimeoutMs?',
    );
  });

  test('an area of one datacenter with itself is none', async () => {
    const { pool, listener } = await servers.start(dc1);
    const area = { datacenter: 'dc1', peerDatacenter: 'dc1' };
    const make = () => createAreaTransport({ area, pool, listener });
    expect(make).toThrow(AreaTransportError);
    expect(make).toThrow(
      expect.toSatisfy((error) => isAreaTransportError(error, 'INVALID_CONFIG')),
    );
    expect(isAreaTransportError(new Error('other'))).toBe(false);
  });

  test('a listener that does not listen cannot be used', async () => {
    const { pool, listener } = await servers.start(dc1);
    await listener.close();
    expect(() => createAreaTransport({ area: dc1, pool, listener })).toThrow('[NOT_LISTENING]');
  });
});
