import { text } from 'node:stream/consumers';
import {
  createMemoryLogStore,
  createMemoryRaftNetwork,
  createMemorySnapshotStore,
  createRaft,
  type Raft,
  type StateMachine,
} from '@konsul/raft';

/** A number that every server of the group holds. A command adds its first byte. */
class Counter implements StateMachine<number> {
  value = 0;

  apply(entries: readonly { readonly data: Uint8Array }[]): number[] {
    return entries.map(({ data }) => {
      this.value += data[0] ?? 0;
      return this.value;
    });
  }

  snapshot(): { data: Uint8Array[] } {
    return { data: [new TextEncoder().encode(String(this.value))] };
  }

  async restore(_: unknown, data: AsyncIterable<Uint8Array>): Promise<void> {
    this.value = Number(await text(data));
  }
}

const network = createMemoryRaftNetwork();
const voters = ['a', 'b', 'c'].map((id) => ({ id, address: `${id}.example:8300` }));
const counters = new Map<string, Counter>();
const nodes = new Map<string, Raft<number>>();
for (const { id, address } of voters) {
  const stateMachine = new Counter();
  const node = createRaft({
    id,
    address,
    stateMachine,
    logStore: createMemoryLogStore(),
    snapshotStore: createMemorySnapshotStore(),
    transport: network.transport(id),
  });
  await node.bootstrap({ voters, votersOutgoing: [], learners: [] });
  await node.start();
  counters.set(id, stateMachine);
  nodes.set(id, node);
}

// Commands go to the leader; every server applies them in the same order.
const first = nodes.get('a');
const leaderId = (await first?.waitForLeader())?.id ?? '';
const results = await Promise.all(
  [1, 2, 3].map((n) => nodes.get(leaderId)?.propose(Uint8Array.of(n))),
);
console.log(`${leaderId} leads; the counter went ${results.join(', ')}`);

// A linearizable read, on any server.
for (const [id, node] of nodes) {
  await node.readIndex();
  if (counters.get(id)?.value !== 6) throw new Error(`${id} must see every command`);
}
console.log('all three servers read 6');
for (const node of nodes.values()) await node.stop();
