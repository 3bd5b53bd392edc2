import assert from 'node:assert/strict';
import type { IncomingSnapshot } from '../node/raft-transport.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import type { ContractCase } from './contract.js';
import { fails, image, offer, type RaftTransportPair, transportCase } from './transport-bench.js';

/** More than the buffers of a connection hold. */
const LARGE_BYTES = 16 * 1024 * 1024;
const IMAGE_BYTES = 1_000_000;

async function drain(incoming: IncomingSnapshot): Promise<void> {
  for await (const _ of incoming.accept(0));
}

/** Cases of {@link RaftTransport.sendSnapshot} and of what the receiver is given. */
export const snapshotCases: readonly ContractCase<RaftTransportPair>[] = [
  transportCase(
    'a snapshot is streamed whole, from the offset the receiver asks for',
    async (bench) => {
      await bench.connect();
      const chunks: Uint8Array[] = [];
      const received = bench.onSnapshot(async (incoming) => {
        for await (const chunk of incoming.accept(123_456)) chunks.push(new Uint8Array(chunk));
        return incoming.offer;
      });
      assert.equal(await bench.sendSnapshot({ sizeBytes: IMAGE_BYTES }), true);
      assert.deepEqual(await received(), offer(IMAGE_BYTES));
      assert.ok(Buffer.concat(chunks).equals(image(IMAGE_BYTES).subarray(123_456)));
    },
  ),
  transportCase('a snapshot that is refused is not sent', async (bench) => {
    await bench.connect();
    const open = (): Promise<SnapshotReader> => Promise.reject(new Error('must not be opened'));
    assert.equal(await bench.sendSnapshot({ sizeBytes: 10, open }), false);
  }),
  transportCase('a snapshot whose sender gives up fails at both ends', async (bench) => {
    await bench.connect();
    const controller = new AbortController();
    const received = bench.onSnapshot(async (incoming) => {
      for await (const _ of incoming.accept(0)) controller.abort();
    });
    const { signal } = controller;
    await fails('the sender', () => bench.sendSnapshot({ sizeBytes: LARGE_BYTES, signal }));
    await fails('the receiver', received);
  }),
  transportCase(
    'a snapshot whose receiver stops reading early fails at the sender',
    async (bench) => {
      await bench.connect();
      bench.onSnapshot(async (incoming) => {
        for await (const _ of incoming.accept(0)) return;
      });
      await fails('the sender', () => bench.sendSnapshot({ sizeBytes: IMAGE_BYTES }));
    },
  ),
  transportCase('a snapshot that its receiver cancels fails at both ends', async (bench) => {
    await bench.connect();
    const received = bench.onSnapshot(async (incoming) => {
      for await (const _ of incoming.accept(0)) incoming.cancel();
    });
    await fails('the sender', () => bench.sendSnapshot({ sizeBytes: LARGE_BYTES }));
    await fails('the receiver', received);
  }),
  transportCase('a snapshot that breaks off fails at both ends', async (bench) => {
    await bench.connect();
    const received = bench.onSnapshot(drain);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield image(1000);
      throw new Error('the disk is gone');
    }
    const open = async (): Promise<SnapshotReader> => ({
      metadata: offer(5000).snapshot,
      data: broken(),
    });
    await fails('the sender', () => bench.sendSnapshot({ sizeBytes: 5000, open }));
    await fails('the receiver', received);
  }),
  transportCase('a snapshot whose receiver closes fails at both ends', async (bench) => {
    await bench.connect();
    const received = bench.onSnapshot(async (incoming) => {
      let closing: Promise<void> | undefined;
      try {
        for await (const _ of incoming.accept(0)) closing ??= bench.closeB();
      } finally {
        await closing;
      }
    });
    await fails('the sender', () => bench.sendSnapshot({ sizeBytes: LARGE_BYTES }));
    await fails('the receiver', received);
  }),
  transportCase('a snapshot holds up no message, also where nobody reads it', async (bench) => {
    await bench.connect();
    await bench.exchange();
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let receivedBytes = 0;
    let begun = (): void => undefined;
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const received = bench.onSnapshot(async (incoming) => {
      for await (const chunk of incoming.accept(0)) {
        receivedBytes += chunk.length;
        begun();
        await gate;
      }
    });
    const sending = bench.sendSnapshot({ sizeBytes: LARGE_BYTES });
    sending.catch(() => undefined);
    await bench.wait('the first bytes of the snapshot', () => beginning);
    for (let round = 0; round < 3; round += 1) await bench.exchange();
    bench.pair.b.send({ type: 'timeout-now', from: 'b', to: 'a', term: 8 });
    bench.pair.b.flush();
    await bench.a.received(1);
    goOn();
    assert.equal(await sending, true);
    await received();
    assert.equal(receivedBytes, LARGE_BYTES);
  }),
  transportCase('a snapshot in the name of somebody else is not offered', async (bench) => {
    await bench.connect();
    const offered = { ...offer(10), from: 'c' };
    const sending = bench.sendSnapshot({ sizeBytes: 10, offered }).catch(() => false);
    assert.equal(await sending, false);
    assert.equal(bench.b.offerCount, 0, 'b was offered a snapshot of a in the name of c');
  }),
];
