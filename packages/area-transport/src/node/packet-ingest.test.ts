import type { ByteStream, ByteStreamHandlers } from '@konsul/runtime';
import { CountingMetrics, ManualClock } from '@konsul/runtime/testing';
import { expect, test } from 'vitest';
import { encodeAnnounce, encodePacket, joinFrames } from '../core/index.js';
import { PacketIngest } from './packet-ingest.js';

/** An accepted connection whose other end is the test. */
class FakeStream implements ByteStream {
  readonly remote = { host: '10.0.0.1', port: 5000 };
  readonly bufferedBytes = 0;
  readonly calls: string[] = [];
  handlers: ByteStreamHandlers | undefined;

  setHandlers(handlers: ByteStreamHandlers): void {
    this.handlers = handlers;
  }

  write(): boolean {
    return true;
  }

  pause(): void {
    this.calls.push('pause');
  }

  resume(): void {
    this.calls.push('resume');
  }

  end(): void {
    this.calls.push('end');
  }

  destroy(): void {
    this.calls.push('destroy');
  }
}

function ingest() {
  const received: number[] = [];
  const clock = new ManualClock();
  const made = new PacketIngest({
    receive: (_, bytes) => received.push(bytes[0] ?? -1),
    packetBytesMax: 100,
    waitingPacketCountMax: 8,
    clock,
    metrics: new CountingMetrics(),
    labels: { area: 'dc1|dc2' },
  });
  return { made, received };
}

function packets(count: number): Uint8Array {
  const values = Array.from({ length: count }, (_, value) => value);
  const frames = values.map((value) => encodePacket(Uint8Array.of(value)));
  return joinFrames([encodeAnnounce('10.0.0.1:8300'), ...frames]);
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('a connection is left unread while too much waits, and read on when there is room', async () => {
  const { made, received } = ingest();
  const stream = new FakeStream();
  made.attach(stream);
  stream.handlers?.data(packets(20));
  expect(stream.calls).toEqual(['pause']);
  await turns(10);
  expect(received).toEqual(Array.from({ length: 20 }, (_, value) => value));
  expect(stream.calls.at(-1)).toBe('resume');
});

test('what came whole before a connection closed is handed over, also while it was left unread', async () => {
  const { made, received } = ingest();
  const stream = new FakeStream();
  made.attach(stream);
  stream.handlers?.data(packets(20));
  stream.handlers?.close?.();
  await turns(10);
  expect(received).toHaveLength(20);
  expect(stream.calls).not.toContain('resume');
});

test('after the end nothing is handed over any more', async () => {
  const { made, received } = ingest();
  const stream = new FakeStream();
  made.attach(stream);
  stream.handlers?.data(packets(20));
  made.close();
  await turns(10);
  expect(received).toEqual([]);
  expect(stream.calls.at(-1)).toBe('destroy');
});
