import type { ByteStream } from '@konsul/runtime';
import { afterEach, expect, test } from 'vitest';
import { createProtocolStreamTransport } from '../src/index.js';
import { Cluster, failure, read, text } from './cluster.js';

const cluster = new Cluster();
afterEach(() => cluster.close());

async function transport(options: { area?: string } = {}) {
  const { listener, endpoint, metrics } = await cluster.server();
  const { pool } = cluster.pool();
  const made = createProtocolStreamTransport({ protocol: 'raft', listener, pool, ...options });
  cluster.onClose(() => made.close());
  return { transport: made, listener, endpoint, metrics };
}

function firstData(stream: ByteStream): Promise<string> {
  return new Promise((resolve) => {
    stream.setHandlers({ data: (bytes) => resolve(read(bytes)) });
  });
}

test('streams go both ways over the shared port', async () => {
  const ours = await transport();
  const theirs = await transport();
  const accepted = new Promise<string>((resolve) => {
    void theirs.transport.listen((stream) => {
      stream.setHandlers({
        data: (bytes) => {
          stream.write(text('pong'));
          resolve(read(bytes));
        },
      });
    });
  });
  const stream = await ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 });
  const answer = firstData(stream);
  stream.write(text('ping'));
  expect(await accepted).toBe('ping');
  expect(await answer).toBe('pong');
  expect(theirs.metrics.value('rpc.port.accepted{raft}')).toBe(1);
});

test('closing ends its streams and gives the protocol free again', async () => {
  const ours = await transport();
  const theirs = await transport();
  await theirs.transport.listen((stream) => stream.setHandlers({ data: () => undefined }));
  const stream = await ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 });
  const gone = new Promise<void>((resolve) =>
    stream.setHandlers({ data: () => undefined, end: () => resolve() }),
  );
  await theirs.transport.close();
  await gone;
  const error = await failure(ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 }));
  expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED' });
  theirs.listener.handle({ protocol: 'raft' }, () => undefined);
});

test('one end may have finished while the other still speaks', async () => {
  const ours = await transport();
  const theirs = await transport();
  await theirs.transport.listen((stream) => {
    stream.setHandlers({
      data: () => undefined,
      end: () => {
        stream.write(text('last words'));
        stream.end();
      },
    });
  });
  const stream = await ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 });
  const answer = firstData(stream);
  stream.end();
  expect(await answer).toBe('last words');
});
