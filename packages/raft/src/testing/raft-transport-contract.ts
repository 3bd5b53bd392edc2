import assert from 'node:assert/strict';
import type { RaftMessage } from '../core/message.js';
import type { ContractCase } from './contract.js';
import { envelope, type RaftTransportPair, timeoutNow, transportCase } from './transport-bench.js';
import { snapshotCases } from './transport-snapshots.js';

const CHUNK_BYTES = 1024 * 1024;

function append(term: number, data: Uint8Array): RaftMessage {
  return {
    type: 'append-request',
    ...envelope,
    term,
    session: 1,
    round: 2,
    previousIndex: 10,
    previousTerm: 1,
    commitIndex: 10,
    entries: [{ index: 11, term, kind: 'command', data }],
  };
}

const messageCases: readonly ContractCase<RaftTransportPair>[] = [
  transportCase('messages arrive unchanged and in order', async (bench) => {
    await bench.connect();
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
    bench.sendToB(...sent);
    await bench.b.received(sent.length);
    assert.deepEqual(JSON.stringify(bench.b.messages), JSON.stringify(sent));
  }),
  transportCase('messages go both ways', async (bench) => {
    await bench.connect();
    bench.sendToB(timeoutNow(7));
    await bench.b.received(1);
    bench.pair.b.send({ type: 'timeout-now', from: 'b', to: 'a', term: 8 });
    bench.pair.b.flush();
    await bench.a.received(1);
    assert.equal(bench.a.messages[0]?.term, 8);
  }),
  transportCase('a sender is answered where nobody has said where it is', async (bench) => {
    await bench.connect();
    bench.pair.b.setPeers(new Map());
    bench.sendToB(timeoutNow(7));
    await bench.b.received(1);
    bench.pair.b.send({ type: 'timeout-now', from: 'b', to: 'a', term: 8 });
    bench.pair.b.flush();
    await bench.a.received(1);
    assert.equal(bench.a.messages[0]?.term, 8);
  }),
  transportCase('a peer that nobody knows is reported unreachable', async (bench) => {
    await bench.connect();
    bench.sendToB({ type: 'timeout-now', from: 'a', to: 'nobody', term: 1 });
    await bench.a.reported('nobody');
    assert.ok(!bench.a.unreachable.includes('b'), 'b can be reached');
  }),
  transportCase(
    'a peer that has closed is reported once something is sent to it',
    async (bench) => {
      await bench.connect();
      await bench.exchange();
      await bench.closeB();
      let isReported = false;
      const reported = bench.a.reported('b').then(() => {
        isReported = true;
      });
      while (!isReported) {
        bench.sendToB(timeoutNow(7));
        await bench.quiet();
      }
      await reported;
    },
  ),
  transportCase(
    'what waits for a peer is bounded; small messages are dropped last',
    async (bench) => {
      const { queueBytesMax } = bench;
      await bench.connect();
      await bench.exchange();
      const data = new Uint8Array(CHUNK_BYTES);
      const before = bench.b.messages.length;
      const count = 2 * Math.ceil(queueBytesMax / CHUNK_BYTES) + 4;
      for (let at = 1; at <= count; at += 1) bench.pair.a.send(append(2_000 + at, data));
      bench.sendToB(timeoutNow(5_000));
      await bench.a.reported('b');
      await bench.wait('the message that followed the appends', async () => {
        while (!bench.b.has(5_000)) await bench.quiet();
      });
      const taken = bench.b.messages.length - before - 1;
      const takenMax = Math.ceil(queueBytesMax / CHUNK_BYTES) + 1;
      assert.ok(taken <= takenMax, `${taken} MiB waited, ${queueBytesMax} bytes may`);
      assert.ok(taken > 0, 'what finds room is kept');
    },
  ),
  transportCase('a message for somebody else is not taken', async (bench) => {
    await bench.connect();
    const addresses = new Map(bench.pair.addresses).set('c', bench.addressOf('b'));
    bench.pair.a.setPeers(addresses);
    bench.sendToB({ type: 'timeout-now', from: 'a', to: 'c', term: 66 });
    for (let round = 0; round < 3; round += 1) await bench.exchange();
    await bench.quiet();
    assert.ok(!bench.b.has(66), 'b was given a message for c');
  }),
  transportCase('a message in the name of somebody else is not taken', async (bench) => {
    await bench.connect();
    await bench.exchange();
    bench.sendToB({ type: 'timeout-now', from: 'c', to: 'b', term: 66 });
    for (let round = 0; round < 3; round += 1) await bench.exchange();
    await bench.quiet();
    assert.ok(!bench.b.has(66), 'b was given a message of a in the name of c');
  }),
  transportCase('nothing comes once close has resolved', async (bench) => {
    await bench.connect();
    await bench.exchange();
    bench.pair.b.send({ type: 'timeout-now', from: 'b', to: 'nobody', term: 1 });
    for (let term = 1; term <= 100; term += 1) bench.pair.a.send(timeoutNow(term));
    bench.pair.a.flush();
    await bench.closeB();
    const before = bench.b.callCount;
    for (let round = 0; round < 3; round += 1) {
      bench.sendToB(timeoutNow(7));
      bench.pair.b.send({ type: 'timeout-now', from: 'b', to: 'a', term: 1 });
      bench.pair.b.send({ type: 'timeout-now', from: 'b', to: 'nobody', term: 1 });
      bench.pair.b.flush();
      await bench.quiet();
    }
    assert.equal(bench.b.callCount, before, 'a handler was called after close');
  }),
];

/** What {@link RaftTransport} promises; run every case on a pair of its own. */
export const raftTransportContract: readonly ContractCase<RaftTransportPair>[] = [
  ...messageCases,
  ...snapshotCases,
];
