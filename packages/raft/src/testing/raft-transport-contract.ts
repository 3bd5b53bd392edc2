import assert from 'node:assert/strict';
import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import type { IncomingSnapshot, RaftTransport } from '../node/raft-transport.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import type { ContractCase } from './contract.js';

/** Two transports, named `a` and `b`, that can reach each other and are not started. */
export interface RaftTransportPair {
  readonly a: RaftTransport;
  readonly b: RaftTransport;
  /** Where each is reached, by its name. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** What came in at one end. */
class Inbox {
  readonly messages: RaftMessage[] = [];
  readonly unreachable: string[] = [];
  onSnapshot: (incoming: IncomingSnapshot) => void = (incoming) => incoming.refuse();
  #wanted = 0;
  #wake: () => void = () => undefined;

  async start(transport: RaftTransport): Promise<void> {
    await transport.start({
      message: (message) => {
        this.messages.push(message);
        if (this.messages.length >= this.#wanted) this.#wake();
      },
      snapshot: (incoming) => this.onSnapshot(incoming),
      unreachable: (peer) => void this.unreachable.push(peer),
    });
  }

  /** Resolves when that many messages have come in all. */
  received(count: number): Promise<void> {
    this.#wanted = count;
    if (this.messages.length >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

const envelope = { from: 'a', to: 'b', term: 7 };

function offer(sizeBytes: number): SnapshotOffer {
  const configuration = {
    voters: [{ id: 'a', address: 'one:1' }],
    votersOutgoing: [],
    learners: [],
  };
  const snapshot = { id: 's', index: 9, term: 5, configuration, configurationIndex: 1, sizeBytes };
  return { type: 'snapshot-offer', ...envelope, session: 3, round: 2, snapshot };
}

function image(sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, at) => (at * 7) & 0xff);
}

function reader(bytes: Uint8Array, offsetBytes: number): SnapshotReader {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = offsetBytes; at < bytes.length; at += 50_000) {
      yield bytes.slice(at, at + 50_000);
    }
  }
  return { metadata: offer(bytes.length).snapshot, data: pieces() };
}

async function connected(pair: RaftTransportPair): Promise<{ a: Inbox; b: Inbox }> {
  const inboxes = { a: new Inbox(), b: new Inbox() };
  await inboxes.a.start(pair.a);
  await inboxes.b.start(pair.b);
  pair.a.setPeers(pair.addresses);
  pair.b.setPeers(pair.addresses);
  return inboxes;
}

async function closed(pair: RaftTransportPair): Promise<void> {
  await pair.a.close();
  await pair.b.close();
}

const noSignal = new AbortController().signal;

/** What {@link RaftTransport} promises; run every case on a pair of its own. */
export const raftTransportContract: readonly ContractCase<RaftTransportPair>[] = [
  {
    name: 'messages arrive unchanged and in order',
    run: async (pair) => {
      const { b } = await connected(pair);
      const entries = [1, 2, 3].map((at) => {
        const kind = at === 2 ? ('configuration' as const) : ('command' as const);
        return { index: 10 + at, term: at, kind, data: Uint8Array.of(at, 0, 255) };
      });
      const sent: RaftMessage[] = [
        { type: 'heartbeat', ...envelope, session: 1, round: 2, commitIndex: 3 },
        {
          type: 'append-request',
          ...envelope,
          session: 1,
          round: 2,
          previousIndex: 10,
          previousTerm: 1,
          commitIndex: 10,
          entries,
        },
        { type: 'timeout-now', ...envelope },
      ];
      for (const message of sent) pair.a.send(message);
      pair.a.flush();
      await b.received(sent.length);
      assert.deepEqual(JSON.stringify(b.messages), JSON.stringify(sent));
      await closed(pair);
    },
  },
  {
    name: 'messages go both ways',
    run: async (pair) => {
      const { a, b } = await connected(pair);
      pair.a.send({ type: 'timeout-now', ...envelope });
      pair.a.flush();
      await b.received(1);
      pair.b.send({ type: 'timeout-now', from: 'b', to: 'a', term: 8 });
      pair.b.flush();
      await a.received(1);
      assert.equal(a.messages[0]?.term, 8);
      await closed(pair);
    },
  },
  {
    name: 'a peer that nobody knows is reported unreachable',
    run: async (pair) => {
      const { a } = await connected(pair);
      pair.a.send({ type: 'timeout-now', from: 'a', to: 'nobody', term: 1 });
      pair.a.flush();
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(a.unreachable, ['nobody']);
      await closed(pair);
    },
  },
  {
    name: 'a snapshot is streamed whole, from the offset the receiver asks for',
    run: async (pair) => {
      const { b } = await connected(pair);
      const bytes = image(1_000_000);
      const chunks: Uint8Array[] = [];
      const received = new Promise<SnapshotOffer>((resolve, reject) => {
        b.onSnapshot = (incoming) => {
          const take = async (): Promise<void> => {
            for await (const chunk of incoming.accept(123_456)) chunks.push(new Uint8Array(chunk));
            resolve(incoming.offer);
          };
          take().catch(reject);
        };
      });
      const open = async (offsetBytes: number): Promise<SnapshotReader> =>
        reader(bytes, offsetBytes);
      const options = { signal: noSignal, bytesPerSecond: 0 };
      const isTaken = await pair.a.sendSnapshot(offer(bytes.length), open, options);
      assert.equal(isTaken, true);
      assert.deepEqual(await received, offer(bytes.length));
      assert.ok(Buffer.concat(chunks).equals(bytes.subarray(123_456)));
      await closed(pair);
    },
  },
  {
    name: 'a snapshot that is refused is not sent',
    run: async (pair) => {
      await connected(pair);
      const open = (): Promise<SnapshotReader> => Promise.reject(new Error('must not be opened'));
      const options = { signal: noSignal, bytesPerSecond: 0 };
      assert.equal(await pair.a.sendSnapshot(offer(10), open, options), false);
      await closed(pair);
    },
  },
  {
    name: 'a snapshot whose sender gives up fails at both ends',
    run: async (pair) => {
      const { b } = await connected(pair);
      const controller = new AbortController();
      const failed = new Promise<unknown>((resolve) => {
        b.onSnapshot = (incoming) => {
          const take = async (): Promise<void> => {
            for await (const _ of incoming.accept(0)) controller.abort();
          };
          take().catch(resolve);
        };
      });
      const bytes = image(1_000_000);
      const open = async (offsetBytes: number): Promise<SnapshotReader> =>
        reader(bytes, offsetBytes);
      const options = { signal: controller.signal, bytesPerSecond: 100_000 };
      await assert.rejects(pair.a.sendSnapshot(offer(bytes.length), open, options));
      assert.ok((await failed) instanceof Error);
      await closed(pair);
    },
  },
  {
    name: 'a snapshot whose receiver gives up fails at the sender',
    run: async (pair) => {
      const { b } = await connected(pair);
      b.onSnapshot = (incoming) => {
        const take = async (): Promise<void> => {
          for await (const _ of incoming.accept(0)) return;
        };
        void take();
      };
      const bytes = image(1_000_000);
      const open = async (offsetBytes: number): Promise<SnapshotReader> =>
        reader(bytes, offsetBytes);
      const options = { signal: noSignal, bytesPerSecond: 0 };
      await assert.rejects(pair.a.sendSnapshot(offer(bytes.length), open, options));
      await closed(pair);
    },
  },
  {
    name: 'a snapshot that breaks off fails at both ends',
    run: async (pair) => {
      const { b } = await connected(pair);
      const failed = new Promise<unknown>((resolve) => {
        b.onSnapshot = (incoming) => {
          const take = async (): Promise<void> => {
            for await (const _ of incoming.accept(0));
          };
          take().catch(resolve);
        };
      });
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield image(1000);
        throw new Error('the disk is gone');
      }
      const open = async (): Promise<SnapshotReader> => ({
        metadata: offer(5000).snapshot,
        data: broken(),
      });
      const options = { signal: noSignal, bytesPerSecond: 0 };
      await assert.rejects(pair.a.sendSnapshot(offer(5000), open, options));
      assert.ok((await failed) instanceof Error);
      await closed(pair);
    },
  },
];
