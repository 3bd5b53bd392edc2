import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import type { ByteStream } from '../transport.js';
import { type ContractCase, contractCase, rejectsWith, settled } from './contract.js';
import {
  connectPair,
  DIAL,
  openDialler,
  probe,
  receivedOf,
  type StreamPairSubject,
  type StreamSubject,
} from './stream-probe.js';

const hasClosed = (told: readonly string[]): boolean =>
  told.some((word) => word.startsWith('close'));

const carrying: ContractCase<StreamPairSubject>[] = [
  contractCase('bytes arrive in order and once, both ways', async (subject) => {
    const { client, server } = await connectPair(subject);
    const total = 1_000_000;
    const pattern = Uint8Array.from({ length: total }, (_, index) => (index * 7) % 253);
    for (let at = 0; at < total; at += 9973) client.stream.write(pattern.slice(at, at + 9973));
    server.stream.write(Uint8Array.of(1, 2));
    server.stream.write(Uint8Array.of(3));
    await subject.until(() => server.receivedBytes === total && client.receivedBytes === 3);
    deepEqual([...receivedOf(client)], [1, 2, 3]);
    ok(receivedOf(server).every((byte, index) => byte === pattern[index]));
  }),

  contractCase('a server may speak first', async (subject) => {
    const listener = subject.create(0);
    const listening = listener.listen((stream) => void stream.write(Uint8Array.of(7)));
    const endpoint = await settled(subject, listening);
    const stream = await settled(subject, (await openDialler(subject)).connect(endpoint, DIAL));
    const client = probe(stream);
    await subject.until(() => client.receivedBytes === 1);
    equal(client.received[0]?.[0], 7);
  }),

  contractCase('the remote end is named', async (subject) => {
    const { client, server, endpoint } = await connectPair(subject);
    equal(client.stream.remote.port, endpoint.port);
    equal(client.stream.remote.host, endpoint.host);
    ok(server.stream.remote.port > 0);
  }),

  contractCase('a paused reader gets nothing until it resumes', async (subject) => {
    const { client, server } = await connectPair(subject);
    server.stream.pause();
    client.stream.write(Uint8Array.of(1));
    server.stream.write(Uint8Array.of(2));
    await subject.until(() => client.receivedBytes === 1);
    client.stream.write(Uint8Array.of(3));
    server.stream.write(Uint8Array.of(4));
    await subject.until(() => client.receivedBytes === 2);
    equal(server.receivedBytes, 0);
    server.stream.resume();
    await subject.until(() => server.receivedBytes === 2);
    deepEqual([...receivedOf(server)], [1, 3]);
  }),

  contractCase('a writer is told to wait for a slow reader, and when to go on', async (subject) => {
    const { client, server } = await connectPair(subject);
    server.stream.pause();
    const chunk = new Uint8Array(1024 * 1024);
    let writtenBytes = 0;
    // More than any kernel holds for us.
    for (let index = 0; index < 32; index += 1) {
      if (!client.stream.write(chunk)) ok(client.stream.bufferedBytes > 0);
      writtenBytes += chunk.length;
    }
    ok(!client.told.includes('drain'));
    server.stream.resume();
    await subject.until(() => server.receivedBytes === writtenBytes);
    await subject.until(() => client.told.includes('drain'));
    equal(client.stream.bufferedBytes, 0);
    deepEqual(client.told, ['drain']);
  }),
];

const ending: ContractCase<StreamPairSubject>[] = [
  contractCase('one side may end and still receive; then both close in order', async (subject) => {
    const { client, server } = await connectPair(subject);
    client.stream.write(Uint8Array.of(1));
    client.stream.end();
    await subject.until(() => server.told.includes('end'));
    equal(server.receivedBytes, 1);
    server.stream.write(Uint8Array.of(2));
    server.stream.end();
    await subject.until(() => hasClosed(client.told) && hasClosed(server.told));
    equal(client.receivedBytes, 1);
    deepEqual(client.told, ['end', 'close']);
    deepEqual(server.told, ['end', 'close']);
  }),

  contractCase('all that is queued leaves before the end does', async (subject) => {
    const { client, server } = await connectPair(subject);
    for (let index = 0; index < 20; index += 1) client.stream.write(new Uint8Array(50_000));
    client.stream.end();
    await subject.until(() => server.told.includes('end'));
    equal(server.receivedBytes, 1_000_000);
  }),

  contractCase('destroying tells the owner once and later, and the peer', async (subject) => {
    const { client, server } = await connectPair(subject);
    client.stream.destroy();
    deepEqual(client.told, []);
    client.stream.destroy();
    await subject.until(() => hasClosed(client.told) && server.told.length > 0);
    deepEqual(client.told, ['close']);
    server.stream.destroy();
    await subject.until(() => hasClosed(server.told));
    equal(server.told.filter((word) => word.startsWith('close')).length, 1);
  }),

  contractCase('a stream destroyed before it has handlers still tells them', async (subject) => {
    const listener = subject.create(0);
    const endpoint = await settled(
      subject,
      listener.listen((stream) => void probe(stream)),
    );
    const stream = await settled(subject, (await openDialler(subject)).connect(endpoint, DIAL));
    stream.destroy();
    const client = probe(stream);
    await subject.until(() => client.told.length > 0);
    deepEqual(client.told, ['close']);
  }),

  contractCase('nothing can be written after ending or destroying', async (subject) => {
    const { client, server } = await connectPair(subject);
    client.stream.end();
    equal(client.stream.write(Uint8Array.of(1)), false);
    server.stream.destroy();
    equal(server.stream.write(Uint8Array.of(1)), false);
    client.stream.end();
    server.stream.end();
    await subject.until(() => hasClosed(client.told) && hasClosed(server.told));
    equal(server.receivedBytes + client.receivedBytes, 0);
  }),

  contractCase('writing to a peer that is gone ends in one close', async (subject) => {
    const { client, server } = await connectPair(subject);
    server.stream.destroy();
    await subject.until(() => client.told.length > 0);
    for (let index = 0; index < 100 && !hasClosed(client.told); index += 1) {
      client.stream.write(Uint8Array.of(1));
      let turns = 0;
      await subject.until(() => {
        turns += 1;
        return turns > 3;
      });
    }
    await subject.until(() => hasClosed(client.told));
    equal(client.told.filter((word) => word.startsWith('close')).length, 1);
    equal(client.told.at(-1)?.startsWith('close'), true);
  }),
];

const connecting: ContractCase<StreamSubject>[] = [
  contractCase('connecting is refused where nobody listens', async (subject) => {
    const endpoint = await subject.refusingEndpoint();
    await rejectsWith(
      subject,
      (await openDialler(subject)).connect(endpoint, DIAL),
      'ECONNREFUSED',
    );
  }),

  contractCase('a port that is taken is refused, and free again after closing', async (subject) => {
    const first = subject.create(0);
    const { port } = await settled(
      subject,
      first.listen(() => undefined),
    );
    const second = subject.create(port);
    await rejectsWith(
      subject,
      second.listen(() => undefined),
      'EADDRINUSE',
    );
    await settled(subject, second.close());
    await settled(subject, first.close());
    const third = subject.create(port);
    const listening = third.listen(() => undefined);
    equal((await settled(subject, listening)).port, port);
  }),

  contractCase('closing a transport closes its streams before it resolves', async (subject) => {
    const { client, server, dialler, listener, endpoint } = await connectPair(subject);
    await settled(subject, dialler.close());
    deepEqual(client.told, ['close']);
    // The listener is still there; it is the closed transport that refuses.
    await rejects(settled(subject, dialler.connect(endpoint, DIAL)));
    await settled(subject, listener.close());
    ok(hasClosed(server.told));
    const told = [...server.told];
    const refused = settled(subject, (await openDialler(subject)).connect(endpoint, DIAL));
    await rejects(refused);
    await settled(subject, dialler.close());
    await settled(subject, listener.close());
    deepEqual(client.told, ['close']);
    deepEqual(server.told, told);
  }),
];

/** What dialling must do where nobody answers. */
export const streamSilenceContract: readonly ContractCase<SilentSubject>[] = [
  contractCase('connecting gives up in time where nobody answers', async (subject) => {
    const endpoint = await subject.silentEndpoint();
    const connecting = (await openDialler(subject)).connect(endpoint, { timeoutMs: 50 });
    await rejectsWith(subject, connecting, 'ETIMEDOUT');
  }),

  contractCase('closing a transport rejects what it is dialling', async (subject) => {
    const endpoint = await subject.silentEndpoint();
    const dialler = await openDialler(subject);
    const dialling = dialler.connect(endpoint, DIAL);
    const outcome = dialling.then(
      (stream: ByteStream) => stream,
      () => 'rejected',
    );
    await settled(subject, dialler.close());
    equal(await settled(subject, outcome), 'rejected');
  }),
];

/** A subject for cases in which dialling meets silence. */
export type SilentSubject = StreamPairSubject & Pick<StreamSubject, 'silentEndpoint'>;

/** What streams must do between two transports that listen where they like. */
export const streamExchangeContract: readonly ContractCase<StreamPairSubject>[] = [
  ...carrying,
  ...ending,
];

/** What every {@link StreamTransport} must do on a network that loses nothing. */
export const streamTransportContract: readonly ContractCase<StreamSubject>[] = [
  ...streamExchangeContract,
  ...connecting,
  ...streamSilenceContract,
];
