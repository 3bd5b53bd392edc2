import type { PooledStream } from '@konsul/rpc';
import { ManualClock } from '@konsul/runtime/testing';
import { expect, test } from 'vitest';
import { encodeAnnounce, LinkDecoder } from '../core/index.js';
import { PacketLink } from './packet-link.js';

/** A connection that remembers what kinds of frames were written to it. */
class FakeStream implements PooledStream {
  readonly remote = { host: '10.0.0.1', port: 8300 };
  readonly peer = {
    datacenter: 'dc2',
    nodeName: 'node',
    nodeId: '',
    capabilities: [],
    frameBytesMax: 1_000_000,
  };
  readonly isPooling: boolean;
  readonly bufferedBytes = 0;
  readonly frames: string[] = [];
  readonly #decoder = new LinkDecoder({ packetBytesMax: 1_000 });
  readonly #listeners: (() => void)[] = [];
  isOpen = true;

  constructor(isPooling: boolean) {
    this.isPooling = isPooling;
  }

  write(bytes: Uint8Array): boolean {
    this.#decoder.push(bytes);
    for (let frame = this.#decoder.next(); frame !== undefined; frame = this.#decoder.next())
      this.frames.push(frame.type === 'packet' ? `packet ${frame.bytes[0]}` : frame.type);
    return true;
  }

  release(): void {}

  destroy(): void {
    this.isOpen = false;
    for (const listener of this.#listeners.splice(0)) listener();
  }

  onClosed(listener: () => void): void {
    this.#listeners.push(listener);
  }

  onData(): void {}
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a peer that begins to pool while it is dialled several times gets one introduction', async () => {
  const pending: ((stream: PooledStream) => void)[] = [];
  let pooledCount = 0;
  const link = new PacketLink({
    acquire: () => new Promise((resolve) => pending.push(resolve)),
    announce: encodeAnnounce('10.0.0.2:8300'),
    queuedPacketCountMax: 10,
    bufferedBytesMax: 1_000,
    keepAliveIntervalMs: 1_000,
    keepAliveTimeoutMs: 1_000,
    clock: new ManualClock(),
    onDropped: () => undefined,
    onPooled: (change) => {
      pooledCount += change;
    },
    onUnpooled: () => undefined,
  });
  for (let value = 0; value < 4; value += 1) link.send(Uint8Array.of(value));
  const single = new FakeStream(false);
  pending.shift()?.(single);
  await nextTurn();
  expect(single.frames).toEqual(['announce', 'packet 0']);
  expect(pending).toHaveLength(3);

  const shared = new FakeStream(true);
  pending.shift()?.(shared);
  await nextTurn();
  link.send(Uint8Array.of(4));
  for (const resolve of pending) resolve(shared);
  await nextTurn();
  expect(shared.frames).toEqual(['announce', 'packet 1', 'packet 2', 'packet 3', 'packet 4']);
  expect(pooledCount).toBe(1);
  shared.destroy();
  expect(pooledCount).toBe(0);
  expect(link.isIdle).toBe(true);
});
