import { deepEqual, doesNotThrow, equal, ok, rejects } from 'node:assert/strict';
import type { ByteStream, Endpoint } from '@konsul/runtime';
import {
  type ContractCase,
  type ContractSubject,
  contractCase,
  datagramExchangeContract,
  settled,
  streamExchangeContract,
  streamSilenceContract,
} from '@konsul/runtime/testing';
import type { SwimTransport } from '../transport.js';

/** What a contract case needs of an implementation, on a network that loses nothing. */
export interface SwimTransportSubject extends ContractSubject {
  /** A transport that does not listen yet, at an endpoint of its own. */
  create(): SwimTransport;
  /**
   * Where a request to connect gets no answer at all; over TCP, `createSilentListener` of
   * `@konsul/runtime/testing` is such a place.
   */
  silentEndpoint(): Promise<Endpoint>;
}

/** One thing that every transport must do. */
export type SwimTransportCase = ContractCase<SwimTransportSubject>;

/** A transport that listens, and what it has received. */
interface Station {
  readonly transport: SwimTransport;
  readonly endpoint: Endpoint;
  readonly datagrams: { readonly from: Endpoint; readonly bytes: Uint8Array }[];
  readonly conversations: Conversation[];
}

/** One stream, and what came on it. */
interface Conversation {
  readonly stream: ByteStream;
  readonly received: number[];
  hasEnded: boolean;
  closeCount: number;
}

const CONNECT_TIMEOUT_MS = 2_000;
const LARGE_BYTES = 256 * 1_024;

/** What datagrams and streams of one transport must do together. */
const together: readonly SwimTransportCase[] = [
  contractCase('datagrams and streams are reached at one host and port', async (subject) => {
    const transport = subject.create();
    const streams = await settled(
      subject,
      transport.streams.listen(() => undefined),
    );
    const datagrams = await settled(
      subject,
      transport.datagrams.listen(() => undefined),
    );
    deepEqual([datagrams.host, datagrams.port], [streams.host, streams.port]);
    ok(datagrams.port > 0, 'the port is known');
    await settled(subject, closeBoth(transport));
  }),

  contractCase('a datagram arrives whole and its sender can be answered', async (subject) => {
    const [left, right] = [await open(subject), await open(subject)];
    left.transport.datagrams.send(right.endpoint, Uint8Array.of(1, 2, 3));
    await subject.until(() => right.datagrams.length === 1);
    const received = right.datagrams[0];
    deepEqual([...(received?.bytes ?? [])], [1, 2, 3]);
    right.transport.datagrams.send(received?.from ?? left.endpoint, Uint8Array.of(4));
    await subject.until(() => left.datagrams.length === 1);
    await closeAll(subject, left, right);
  }),

  contractCase('datagrams of a full packet keep their bounds', async (subject) => {
    const [left, right] = [await open(subject), await open(subject)];
    for (let value = 1; value <= 20; value += 1) {
      left.transport.datagrams.send(right.endpoint, new Uint8Array(1_400).fill(value));
    }
    await subject.until(() => right.datagrams.length === 20);
    for (const { bytes } of right.datagrams) {
      equal(bytes.length, 1_400);
      ok(bytes.every((byte) => byte === bytes[0]));
    }
    await closeAll(subject, left, right);
  }),

  contractCase('sending to nobody does not throw', async (subject) => {
    const [left, gone] = [await open(subject), await open(subject)];
    await closeAll(subject, gone);
    doesNotThrow(() => left.transport.datagrams.send(gone.endpoint, Uint8Array.of(1)));
    await closeAll(subject, left);
    doesNotThrow(() => left.transport.datagrams.send(gone.endpoint, Uint8Array.of(1)));
  }),

  contractCase('a stream carries an exchange, ends in order and closes once', async (subject) => {
    const [left, right] = [await open(subject), await open(subject)];
    const dialled = await dial(subject, left, right);
    dialled.stream.write(new Uint8Array(LARGE_BYTES).fill(7));
    await subject.until(() => right.conversations[0]?.received.length === LARGE_BYTES);
    const accepted = right.conversations[0];
    accepted?.stream.write(Uint8Array.of(8, 9));
    accepted?.stream.end();
    await subject.until(() => dialled.hasEnded);
    deepEqual(dialled.received, [8, 9]);
    dialled.stream.end();
    await subject.until(() => dialled.closeCount === 1 && accepted?.closeCount === 1);
    await closeAll(subject, left, right);
    deepEqual([dialled.closeCount, accepted?.closeCount], [1, 1]);
  }),

  contractCase('a destroyed stream closes at the peer too', async (subject) => {
    const [left, right] = [await open(subject), await open(subject)];
    const dialled = await dial(subject, left, right);
    dialled.stream.write(Uint8Array.of(1));
    await subject.until(() => right.conversations[0]?.received.length === 1);
    dialled.stream.destroy();
    const accepted = right.conversations[0];
    // Some networks show this as an end, others as a failure; either lets the owner go on.
    await subject.until(() => accepted?.hasEnded === true || accepted?.closeCount === 1);
    await closeAll(subject, left, right);
  }),

  contractCase('dialling nobody rejects within the time given', async (subject) => {
    const [left, gone] = [await open(subject), await open(subject)];
    await closeAll(subject, gone);
    const dialling = left.transport.streams.connect(gone.endpoint, {
      timeoutMs: CONNECT_TIMEOUT_MS,
    });
    await rejects(settled(subject, dialling));
    await closeAll(subject, left);
  }),

  contractCase('closing ends every stream, and nothing is received after it', async (subject) => {
    const [left, right] = [await open(subject), await open(subject)];
    const dialled = await dial(subject, left, right);
    await closeAll(subject, right);
    await subject.until(() => dialled.hasEnded || dialled.closeCount === 1);
    left.transport.datagrams.send(right.endpoint, Uint8Array.of(1));
    await closeAll(subject, left);
    equal(right.datagrams.length, 0);
  }),
];

/**
 * What every {@link SwimTransport} must do, whatever it runs over: what any datagrams and any streams
 * must do, and what the two must do together.
 */
export const swimTransportContract: readonly SwimTransportCase[] = [
  ...together,
  ...datagramExchangeContract.map((one) =>
    partCase('datagrams', one, (subject) => ({ create: () => subject.create().datagrams })),
  ),
  ...[...streamExchangeContract, ...streamSilenceContract].map((one) =>
    partCase('streams', one, (subject) => ({
      create: () => subject.create().streams,
      createDialler: async () => {
        const { streams } = subject.create();
        await streams.listen(() => undefined);
        return streams;
      },
      silentEndpoint: () => subject.silentEndpoint(),
    })),
  ),
];

/** A case of one part's contract, as a case of the whole. */
function partCase<Part extends ContractSubject>(
  part: string,
  { name, run }: ContractCase<Part>,
  view: (subject: SwimTransportSubject) => Omit<Part, keyof ContractSubject>,
): SwimTransportCase {
  return {
    name: `${part}: ${name}`,
    run: (makeSubject) =>
      run(async () => {
        const subject = await makeSubject();
        const shared: ContractSubject = {
          until: (condition) => subject.until(condition),
          close: () => subject.close(),
        };
        return { ...view(subject), ...shared } as Part;
      }),
  };
}

async function open(subject: SwimTransportSubject): Promise<Station> {
  const transport = subject.create();
  const datagrams: Station['datagrams'] = [];
  const conversations: Conversation[] = [];
  await settled(
    subject,
    transport.streams.listen((stream) => void conversations.push(converse(stream))),
  );
  const endpoint = await settled(
    subject,
    transport.datagrams.listen((from, bytes) => void datagrams.push({ from, bytes })),
  );
  return { transport, endpoint, datagrams, conversations };
}

async function dial(
  subject: SwimTransportSubject,
  from: Station,
  to: Station,
): Promise<Conversation> {
  const dialling = from.transport.streams
    .connect(to.endpoint, { timeoutMs: CONNECT_TIMEOUT_MS })
    .then(converse);
  return await settled(subject, dialling);
}

function converse(stream: ByteStream): Conversation {
  const conversation: Conversation = { stream, received: [], hasEnded: false, closeCount: 0 };
  stream.setHandlers({
    data: (bytes) => {
      for (const byte of bytes) conversation.received.push(byte);
    },
    end: () => {
      conversation.hasEnded = true;
    },
    close: () => {
      conversation.closeCount += 1;
    },
  });
  return conversation;
}

async function closeBoth(transport: SwimTransport): Promise<void> {
  await Promise.all([transport.datagrams.close(), transport.streams.close()]);
}

async function closeAll(
  subject: SwimTransportSubject,
  ...stations: readonly Station[]
): Promise<void> {
  for (const { transport } of stations) await settled(subject, closeBoth(transport));
}
