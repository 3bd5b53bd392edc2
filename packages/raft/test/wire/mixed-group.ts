import { seededRng } from '@konsul/runtime';
import { MemoryNetwork } from '@konsul/simulation';
import {
  type Configuration,
  createMemoryLogStore,
  createMemorySnapshotStore,
  createRaft,
  createStreamRaftTransport,
  type Raft,
  type RaftOptions,
  type RaftTransport,
} from '../../src/index.js';
import { ownProtocol } from '../../src/wire/capability.js';
import { command, KeyValueMachine } from '../node/key-value-machine.js';
import { VirtualTime } from '../virtual-time.js';
import { asFirstRelease } from './first-release.js';

/** `careless` is the present release, but takes everybody for its like. */
export type Release = 'first' | 'present' | 'careless';

export const ids = ['a', 'b', 'c'] as const;
export const founding: Configuration = {
  voters: ids.map((id) => ({ id, address: `${id}.test:8300` })),
  votersOutgoing: [],
  learners: [],
};

export interface MixedServer {
  readonly raft: Raft<number>;
  readonly machine: KeyValueMachine;
  readonly transport: RaftTransport;
}

/** Servers of either release on one network and virtual time. */
export class MixedGroup extends VirtualTime {
  readonly servers: Map<string, MixedServer> = new Map();
  /** What a server of the first release could not have said or taken. */
  readonly faults: string[] = [];
  readonly #network = new MemoryNetwork({ clock: this.clock, rng: seededRng(1) });
  readonly #stores = new Map<string, ReturnType<typeof stores>>();
  #seed = 1;

  async start(id: string, release: Release, founding?: Configuration): Promise<MixedServer> {
    this.#seed += 1;
    const [clock, rng] = [this.clock, seededRng(this.#seed)];
    const address = `${id}.test:8300`;
    const own = this.#network.stream({ host: `${id}.test`, port: 8300 });
    const streams = release === 'first' ? asFirstRelease(own, this.faults) : own;
    const identity = { nodeId: id, address, clusterId: 'c' };
    const transport = createStreamRaftTransport({ ...identity, streams, clock, rng });
    if (release === 'careless') transport.peerProtocol = () => ownProtocol;
    const machine = new KeyValueMachine();
    const kept = this.#stores.get(id) ?? stores();
    this.#stores.set(id, kept);
    const config = { snapshotThresholdEntries: 20, trailingEntries: 2, laggingEntriesMax: 4 };
    const options = { id, address, transport, stateMachine: machine, config, clock, rng };
    const raft = createRaft<number>({ ...kept, ...options });
    const server = { raft, machine, transport };
    this.servers.set(id, server);
    if (founding !== undefined) await this.until(raft.bootstrap(founding));
    await this.until(raft.start());
    return server;
  }

  /** Puts a command through whoever leads, however often it takes. */
  async put(key: string): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const running = [...this.servers.values()].filter(({ raft }) => raft.status().isRunning);
      const leader = running.find(({ raft }) => raft.status().role === 'leader');
      try {
        await this.until((leader ?? running[0])?.raft.propose(command(key, 'v')) ?? never());
        return;
      } catch {
        await this.pass(200);
      }
    }
    throw new Error(`${key} was not taken`);
  }

  /** Hands the lead to a server: who leads talks to everybody. */
  async lead(id: string): Promise<MixedServer> {
    const next = this.servers.get(id) as MixedServer;
    const leader = [...this.servers.values()].find(({ raft }) => raft.status().role === 'leader');
    if (leader === next) return next;
    await this.until(leader?.raft.transferLeadership(id) ?? never());
    await this.eventually(() => next.raft.status().role === 'leader');
    return next;
  }

  async stop(): Promise<void> {
    for (const { raft } of this.servers.values()) await this.until(raft.stop());
  }
}

function stores(): Pick<RaftOptions<number>, 'logStore' | 'snapshotStore'> {
  const logStore = createMemoryLogStore();
  // Closing a memory store stands for the end of its process; what it holds stays.
  return { logStore, snapshotStore: createMemorySnapshotStore() };
}

/** For calls of nobody. */
export function never(): Promise<never> {
  return Promise.reject(new Error('nobody runs'));
}
