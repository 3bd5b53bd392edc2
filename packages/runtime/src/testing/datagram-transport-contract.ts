import { deepEqual, doesNotThrow, equal, ok } from 'node:assert/strict';
import type { Endpoint } from '../core/index.js';
import type { DatagramTransport } from '../transport.js';
import {
  type ContractCase,
  type ContractSubject,
  contractCase,
  rejectsWith,
  settled,
} from './contract.js';

/** A network on which nothing is lost. */
export interface DatagramSubject extends ContractSubject {
  /** A transport that is not listening yet; `port` 0 lets it choose. */
  create(port: number): DatagramTransport;
}

interface Inbox {
  readonly transport: DatagramTransport;
  readonly endpoint: Endpoint;
  readonly seen: { readonly from: Endpoint; readonly bytes: Uint8Array }[];
}

async function openInbox(subject: DatagramSubject, port = 0): Promise<Inbox> {
  const transport = subject.create(port);
  const seen: { from: Endpoint; bytes: Uint8Array }[] = [];
  const listening = transport.listen((from, bytes) => void seen.push({ from, bytes }));
  return { transport, endpoint: await settled(subject, listening), seen };
}

/** What datagrams must do between transports that listen where they like. */
export const datagramExchangeContract: readonly ContractCase<DatagramSubject>[] = [
  contractCase('a datagram arrives whole, and its sender can be answered', async (subject) => {
    const [left, right] = [await openInbox(subject), await openInbox(subject)];
    ok(left.endpoint.port > 0, 'the chosen port is told');
    left.transport.send(right.endpoint, Uint8Array.of(1, 2, 3));
    await subject.until(() => right.seen.length === 1);
    const [received] = right.seen;
    deepEqual([...(received?.bytes ?? [])], [1, 2, 3]);
    if (received !== undefined) right.transport.send(received.from, Uint8Array.of(4));
    await subject.until(() => left.seen.length === 1);
    deepEqual([...(left.seen[0]?.bytes ?? [])], [4]);
  }),

  contractCase('empty and large datagrams arrive as they were', async (subject) => {
    const [left, right] = [await openInbox(subject), await openInbox(subject)];
    const large = Uint8Array.from({ length: 60_000 }, (_, index) => index % 251);
    left.transport.send(right.endpoint, new Uint8Array(0));
    left.transport.send(right.endpoint, large);
    await subject.until(() => right.seen.length === 2);
    const sizes = right.seen.map(({ bytes }) => bytes.length).sort((a, b) => a - b);
    deepEqual(sizes, [0, 60_000]);
    const received = right.seen.find(({ bytes }) => bytes.length > 0)?.bytes ?? [];
    ok(received.every((byte, index) => byte === index % 251));
  }),

  contractCase('what has arrived stays as it is when more arrives', async (subject) => {
    const [left, right] = [await openInbox(subject), await openInbox(subject)];
    for (const value of [1, 2]) {
      left.transport.send(right.endpoint, new Uint8Array(100).fill(value));
      await subject.until(() => right.seen.length === value);
    }
    for (const { bytes } of right.seen) equal(bytes.length, 100);
    const [first, second] = right.seen;
    ok(
      first?.bytes.every((byte) => byte === 1),
      'the second datagram overwrote the first',
    );
    ok(second?.bytes.every((byte) => byte === 2));
  }),

  contractCase('sending never throws, wherever it is sent to', async (subject) => {
    const [left, right] = [await openInbox(subject), await openInbox(subject)];
    const gone = await openInbox(subject);
    await settled(subject, gone.transport.close());
    for (const port of [gone.endpoint.port, 0, 70_000, -1, Number.NaN]) {
      doesNotThrow(() => left.transport.send({ ...right.endpoint, port }, Uint8Array.of(9)));
    }
    doesNotThrow(() => left.transport.send(right.endpoint, new Uint8Array(100_000)));
    left.transport.send(right.endpoint, Uint8Array.of(1));
    await subject.until(() => right.seen.length === 1);
    deepEqual([...(right.seen[0]?.bytes ?? [])], [1]);
  }),

  contractCase(
    'a transport that watches its queue says in turns how it stands',
    async (subject) => {
      const [left, right] = [await openInbox(subject), await openInbox(subject)];
      const said: boolean[] = [];
      left.transport.watchWritable?.((isWritable) => void said.push(isWritable));
      deepEqual(said, [], 'nothing is said before anything is sent');
      for (let count = 0; count < 40; count += 1) {
        left.transport.send(right.endpoint, new Uint8Array(50_000));
      }
      // Whatever piled up leaves again, so the last word is that all is well.
      await subject.until(() => right.seen.length > 0 && said.length % 2 === 0);
      ok(said.every((isWritable, index) => isWritable === (index % 2 === 1)));
    },
  ),

  contractCase('sending before listening or after closing does nothing', async (subject) => {
    const right = await openInbox(subject);
    const early = subject.create(0);
    doesNotThrow(() => early.send(right.endpoint, Uint8Array.of(1)));
    await settled(subject, early.close());
    const late = await openInbox(subject);
    await settled(subject, late.transport.close());
    doesNotThrow(() => late.transport.send(right.endpoint, Uint8Array.of(2)));
    const witness = await openInbox(subject);
    witness.transport.send(right.endpoint, Uint8Array.of(3));
    await subject.until(() => right.seen.length > 0);
    deepEqual(
      right.seen.map(({ bytes }) => bytes[0]),
      [3],
    );
  }),

  contractCase(
    'nothing is received after closing, and closing again is harmless',
    async (subject) => {
      const [left, right] = [await openInbox(subject), await openInbox(subject)];
      left.transport.send(right.endpoint, Uint8Array.of(1));
      await settled(subject, right.transport.close());
      const seenCount = right.seen.length;
      await settled(subject, right.transport.close());
      const witness = await openInbox(subject);
      left.transport.send(witness.endpoint, Uint8Array.of(2));
      await subject.until(() => witness.seen.length === 1);
      equal(right.seen.length, seenCount);
    },
  ),
];

/** What every {@link DatagramTransport} must do on a network that loses nothing. */
export const datagramTransportContract: readonly ContractCase<DatagramSubject>[] = [
  ...datagramExchangeContract,

  contractCase('a port that is taken is refused, and free again after closing', async (subject) => {
    const first = await openInbox(subject);
    const second = subject.create(first.endpoint.port);
    await rejectsWith(
      subject,
      second.listen(() => undefined),
      'EADDRINUSE',
    );
    await settled(subject, second.close());
    await settled(subject, first.transport.close());
    const third = await openInbox(subject, first.endpoint.port);
    equal(third.endpoint.port, first.endpoint.port);
  }),
];
