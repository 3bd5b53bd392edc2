import type { Metrics } from '@konsul/runtime';
import { seededRng } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import {
  createMemoryLogStore,
  createMemoryRaftNetwork,
  createMemorySnapshotStore,
  createRaft,
} from '../../src/index.js';
import { command, KeyValueMachine } from './key-value-machine.js';
import { VirtualCluster } from './virtual-cluster.js';

describe('reload', () => {
  it('takes limits and the policy of snapshots while the node runs', async () => {
    const cluster = new VirtualCluster({ snapshotThresholdEntries: 0 });
    const { raft } = await cluster.found(['a']);
    for (let at = 0; at < 30; at += 1) await cluster.until(raft.propose(command(`${at}`, 'v')));
    expect(raft.status().snapshotIndex).toBe(0);
    raft.reload({ snapshotThresholdEntries: 10, trailingEntries: 0 });
    await cluster.until(raft.propose(command('k', 'v')));
    await cluster.eventually(() => raft.status().snapshotIndex > 0);
    raft.reload({ uncommittedBytesMax: 100 });
    const calls = [1, 2, 3].map(() => raft.propose(new Uint8Array(60)));
    const settled = await cluster.until(Promise.allSettled(calls));
    expect(settled.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'OVERLOADED' } },
      { reason: { code: 'OVERLOADED' } },
    ]);
    await cluster.stop();
  });

  it('refuses what needs a restart or is out of bounds, and takes nothing of it', async () => {
    const cluster = new VirtualCluster({ snapshotThresholdEntries: 0 });
    const { raft } = await cluster.found(['a']);
    const wrong: readonly (readonly [object, RegExp])[] = [
      [
        { snapshotThresholdEntries: 1, electionTimeoutMinMs: 1 },
        /electionTimeoutMinMs cannot be changed while the node runs; it stays 250, not 1/,
      ],
      [
        { snapshotThresholdEntries: 1, snapshotsKept: 0 },
        /snapshotsKept must be a number of 1 to 1000; it is 0/,
      ],
      [
        { snapshotThresholdEntries: 1, trailingEntries: 1e9, laggingEntriesMax: 0 },
        /trailingEntries/,
      ],
    ];
    for (const [changes, text] of wrong) expect(() => raft.reload(changes)).toThrow(text);
    for (let at = 0; at < 5; at += 1) await cluster.until(raft.propose(command(`${at}`, 'v')));
    await cluster.pass(1_000);
    expect(raft.status().snapshotIndex).toBe(0);
    await cluster.stop();
  });
});

describe('observe', () => {
  it('gives what happened in order, and counts what its reader was too slow for', async () => {
    const cluster = new VirtualCluster();
    const { raft } = cluster.add('a');
    const all = raft.observe();
    const few = raft.observe({ types: ['configuration-committed', 'role-changed'], capacity: 1 });
    const voters = [{ id: 'a', address: 'a:1' }];
    await cluster.until(raft.bootstrap({ voters, votersOutgoing: [], learners: [] }));
    await cluster.until(raft.start());
    await cluster.leader();
    await cluster.until(raft.barrier());
    all.close();
    few.close();
    const types: string[] = [];
    for await (const event of all) types.push(event.type);
    expect(types.filter((type) => type === 'role-changed')).toHaveLength(3);
    expect(all.droppedCount).toBe(0);
    const kept: unknown[] = [];
    for await (const event of few) kept.push(event);
    expect(kept).toMatchObject([{ type: 'role-changed', detail: { role: 'pre-candidate' } }]);
    expect(few.droppedCount).toBeGreaterThan(1);
    await cluster.stop();
  });

  it('ends for a reader that stops, and when nobody reads any more', async () => {
    const cluster = new VirtualCluster();
    const { raft } = await cluster.found(['a']);
    await cluster.until(raft.barrier());
    const observer = raft.observe({ types: ['snapshot-taken'] });
    const reading = (async () => {
      for await (const event of observer) return event.type;
      return undefined;
    })();
    await cluster.until(raft.takeSnapshot());
    expect(await cluster.until(reading)).toBe('snapshot-taken');
    await cluster.until(raft.barrier());
    expect(() => raft.observe({ capacity: 0 })).toThrow(
      /capacity must be an integer of 1 to 9007199254740991; it is 0/,
    );
    await cluster.stop();
  });
});

describe('metrics', () => {
  it('come under the names that operators of Consul know', async () => {
    const clock = new VirtualClock();
    const network = createMemoryRaftNetwork(clock);
    const names = new Set<string>();
    const note = (name: string): void => void names.add(name);
    const metrics: Metrics = { increment: note, gauge: note, sample: note };
    const voters = ['a', 'b'].map((id) => ({ id, address: `${id}:1` }));
    const nodes = voters.map(({ id, address }, at) =>
      createRaft<number>({
        id,
        address,
        logStore: createMemoryLogStore(),
        snapshotStore: createMemorySnapshotStore(),
        stateMachine: new KeyValueMachine(),
        transport: network.transport(id),
        clock,
        rng: seededRng(at + 1),
        metrics,
      }),
    );
    const until = async (condition: () => boolean): Promise<void> => {
      for (let step = 0; step < 100_000 && !condition(); step += 1) {
        for (let turn = 0; turn < 20; turn += 1) await undefined;
        if (!condition()) clock.runNext();
      }
      expect(condition()).toBe(true);
    };
    const settled = async <T>(promise: Promise<T>): Promise<T> => {
      let isSettled = false;
      void promise.finally(() => {
        isSettled = true;
      });
      await until(() => isSettled);
      return promise;
    };
    for (const node of nodes) {
      await settled(node.bootstrap({ voters, votersOutgoing: [], learners: [] }));
      await settled(node.start());
    }
    await until(() => nodes.some((node) => node.status().role === 'leader'));
    const leader = nodes.find((node) => node.status().role === 'leader');
    await settled(leader?.propose(command('k', 'v')) ?? Promise.reject(new Error('no leader')));
    await settled(leader?.verifyLeader() ?? Promise.resolve());
    await settled(leader?.takeSnapshot() ?? Promise.reject(new Error('no leader')));
    const untilMs = clock.nowMs() + 3_000;
    await until(() => clock.nowMs() >= untilMs);
    for (const name of [
      'raft.apply',
      'raft.commitTime',
      'raft.commitNumLogs',
      'raft.fsm.apply',
      'raft.leader.dispatchLog',
      'raft.leader.lastContact',
      'raft.leader.oldestLogAge',
      'raft.replication.appendEntries.rpc',
      'raft.replication.appendEntries.logs',
      'raft.replication.heartbeat',
      'raft.rpc.appendEntries',
      'raft.rpc.requestVote',
      'raft.snapshot.persist',
      'raft.state.leader',
      'raft.transition.heartbeat_timeout',
      'raft.verify_leader',
      'raft.last_index',
    ]) {
      expect(names, name).toContain(name);
    }
    for (const node of nodes) await settled(node.stop());
  });
});
