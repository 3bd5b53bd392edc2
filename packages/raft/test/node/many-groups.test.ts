import { type ByteStream, type StreamTransport, seededRng } from '@konsul/runtime';
import { MemoryNetwork } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import {
  type Configuration,
  createMemoryLogStore,
  createMemorySnapshotStore,
  createRaft,
  createStreamRaftHost,
  createStreamRaftTransport,
  type Raft,
  type RaftTransport,
  type RaftTransportHost,
} from '../../src/index.js';
import { VirtualTime } from '../virtual-time.js';
import { asFirstRelease } from '../wire/first-release.js';
import { command, KeyValueMachine } from './key-value-machine.js';

const ids = ['a', 'b', 'c'];
const founding: Configuration = {
  voters: ids.map((id) => ({ id, address: `${id}.test:8300` })),
  votersOutgoing: [],
  learners: [],
};

interface Member {
  readonly id: string;
  readonly group: number;
  readonly raft: Raft<number>;
  readonly machine: KeyValueMachine;
}

/** Processes with a member in each of several groups, on virtual time. */
class Bench extends VirtualTime {
  readonly members: Member[] = [];
  /** Connections that are open now, by who dialled and whom. */
  readonly open = new Map<string, number>();
  /** What a server of the first release could not have said or taken. */
  readonly faults: string[] = [];
  readonly #network = new MemoryNetwork({ clock: this.clock, rng: seededRng(1) });
  #seed = 1;

  host(id: string): RaftTransportHost {
    return createStreamRaftHost({ ...this.#options(id), clusterId: 'c' });
  }

  firstRelease(id: string, group: number): RaftTransport {
    const options = this.#options(id);
    const streams = asFirstRelease(options.streams, this.faults);
    return createStreamRaftTransport({ ...options, streams, clusterId: 'c', group });
  }

  #options(id: string) {
    this.#seed += 1;
    const streams = this.#counted(id, this.#network.stream({ host: `${id}.test`, port: 8300 }));
    const address = `${id}.test:8300`;
    return { streams, nodeId: id, address, clock: this.clock, rng: seededRng(this.#seed) };
  }

  async join(id: string, group: number, transport: RaftTransport): Promise<void> {
    this.#seed += 1;
    const machine = new KeyValueMachine();
    const raft = createRaft<number>({
      id,
      address: `${id}.test:8300`,
      logStore: createMemoryLogStore(),
      snapshotStore: createMemorySnapshotStore(),
      stateMachine: machine,
      transport,
      clock: this.clock,
      rng: seededRng(this.#seed),
    });
    this.members.push({ id, group, raft, machine });
    await this.until(raft.bootstrap(founding));
    await this.until(raft.start());
  }

  leaderOf(group: number): Member | undefined {
    return this.members.find(
      (member) => member.group === group && member.raft.status().role === 'leader',
    );
  }

  #counted(id: string, streams: StreamTransport): StreamTransport {
    return {
      listen: (onStream) => streams.listen(onStream),
      close: () => streams.close(),
      connect: async (endpoint, options) => {
        const stream = await streams.connect(endpoint, options);
        const key = `${id}>${endpoint.host}`;
        const count = (by: number): void => void this.open.set(key, (this.open.get(key) ?? 0) + by);
        count(1);
        let isOpen = true;
        const closed = (): void => {
          if (isOpen) count(-1);
          isOpen = false;
        };
        const setHandlers: ByteStream['setHandlers'] = (handlers) =>
          stream.setHandlers({
            ...handlers,
            close: (error) => {
              closed();
              handlers.close?.(error);
            },
          });
        return new Proxy(stream, {
          get(target, name) {
            if (name === 'setHandlers') return setHandlers;
            if (name === 'destroy') closed();
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
      },
    };
  }
}

describe('many groups in one process', () => {
  it('share one connection per peer and direction, and keep apart what they say', async () => {
    const bench = new Bench();
    const groups = Array.from({ length: 12 }, (_, at) => at + 1);
    const hosts = ids.map((id) => ({ id, host: bench.host(id) }));
    for (const { id, host } of hosts) {
      for (const group of groups) await bench.join(id, group, host.transport(group));
    }
    for (const group of groups) {
      await bench.eventually(() => bench.leaderOf(group) !== undefined);
      const { raft } = bench.leaderOf(group) as Member;
      await bench.until(raft.propose(command(`group-${group}`, 'v')));
    }
    await bench.eventually(() => bench.members.every(({ machine }) => machine.values.size === 1));
    for (const { group, machine } of bench.members) {
      expect([...machine.values.keys()]).toEqual([`group-${group}`]);
    }
    await bench.eventually(() => [...bench.open.values()].every((count) => count <= 1));
    expect(bench.open.size).toBeLessThanOrEqual(ids.length * (ids.length - 1));
    // One group ends; the others go on over the same connections.
    for (const { raft, group } of bench.members) if (group === 1) await bench.until(raft.stop());
    const { raft } = bench.leaderOf(2) as Member;
    expect(await bench.until(raft.propose(command('more', 'v')))).toBe(2);
    for (const { host } of hosts) await bench.until(host.close());
  });

  it('speak with a server of the first release, over a connection per group', async () => {
    const bench = new Bench();
    const hosts = ['b', 'c'].map((id) => ({ id, host: bench.host(id) }));
    for (const group of [4, 9]) {
      for (const { id, host } of hosts) await bench.join(id, group, host.transport(group));
    }
    // That one knows one group per port.
    await bench.join('a', 9, bench.firstRelease('a', 9));
    for (const group of [4, 9]) {
      await bench.eventually(() => bench.leaderOf(group) !== undefined);
      const { raft } = bench.leaderOf(group) as Member;
      await bench.until(raft.propose(command(`group-${group}`, 'v')));
    }
    const old = bench.members.find(({ id }) => id === 'a');
    await bench.eventually(() => old?.machine.values.has('group-9') === true);
    expect(bench.faults).toEqual([]);
    for (const { host } of hosts) await bench.until(host.close());
  });

  it('have one member each, under a number that fits the wire', () => {
    const host = new Bench().host('a');
    host.transport(3);
    expect(() => host.transport(3)).toThrow(/INVALID_CONFIG.*group 3 has a member/);
    for (const group of [-1, 1.5, 2 ** 32]) expect(() => host.transport(group)).toThrow(/must be/);
  });
});
