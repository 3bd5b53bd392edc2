import {
  type ByteStream,
  type ByteStreamHandlers,
  silentLogger,
  silentMetrics,
} from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import type { Frame } from '../core/index.js';
import { encodeRpcFrame } from '../wire/frame-codec.js';
import { CallerConnection } from './caller-connection.js';

/** A stream whose other end is the test. */
class FakeStream implements ByteStream {
  readonly remote = { host: '10.0.0.1', port: 8300 };
  readonly bufferedBytes = 0;
  readonly written: Uint8Array[] = [];
  isRoom = true;
  isDestroyed = false;
  handlers: ByteStreamHandlers | undefined;

  setHandlers(handlers: ByteStreamHandlers): void {
    this.handlers = handlers;
  }

  write(bytes: Uint8Array): boolean {
    this.written.push(bytes);
    return this.isRoom;
  }

  pause(): void {}
  resume(): void {}
  end(): void {}

  destroy(): void {
    this.isDestroyed = true;
  }
}

function connection() {
  const clock = new VirtualClock();
  const stream = new FakeStream();
  const calls = new CallerConnection({
    stream,
    peer: {
      datacenter: 'dc1',
      nodeName: 'alpha',
      nodeId: '',
      capabilities: [],
      frameBytesMax: 1_000_000,
    },
    frameBytesMax: 1_000_000,
    callCountMax: 10,
    requestBytesMax: 1_000_000,
    keepAlive: { intervalMs: 30_000, timeoutMs: 10_000 },
    clock,
    logger: silentLogger,
    metrics: silentMetrics,
    onRetired: () => undefined,
    onClosed: () => undefined,
  });
  const call = (bodyBytes: number): Promise<Uint8Array> =>
    calls.call({
      method: 'm',
      body: new Uint8Array(bodyBytes),
      deadlineMs: 0,
      signal: undefined,
    });
  return { clock, stream, calls, call };
}

test('an answer that takes longer than a peer may be silent arrives, because its bytes do', async () => {
  const { clock, stream, call } = connection();
  const answer = call(0);
  const body = new Uint8Array(500_000).fill(7);
  const frame: Frame = { type: 'response', id: 1, more: false, body };
  const bytes = encodeRpcFrame(frame);
  const pieceBytes = Math.ceil(bytes.length / 20);
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    clock.advanceBy(15_000);
    stream.handlers?.data(bytes.slice(start, start + pieceBytes));
  }
  clock.advanceBy(1);
  expect(stream.isDestroyed).toBe(false);
  expect((await answer).length).toBe(500_000);
});

test('a request that is still leaving does not make its peer dead, one that never leaves does', () => {
  const { clock, stream, call } = connection();
  stream.isRoom = false;
  call(500_000).catch(() => undefined);
  clock.advanceBy(100_000);
  expect(stream.isDestroyed).toBe(false);
  stream.handlers?.drain?.();
  clock.advanceBy(9_000);
  expect(stream.isDestroyed).toBe(false);
  clock.advanceBy(2_000);
  expect(stream.isDestroyed).toBe(true);
});

test('a session that fails ends its calls and takes no more', async () => {
  const { clock, stream, calls, call } = connection();
  const first = call(0);
  stream.write = () => {
    throw new Error('a defect');
  };
  clock.advanceBy(1);
  await expect(first).rejects.toMatchObject({ code: 'CONNECTION_CLOSED', mayHaveRun: true });
  expect(calls.isOpen).toBe(false);
  await expect(call(0)).rejects.toMatchObject({ code: 'CONNECTION_CLOSED', mayHaveRun: false });
});
