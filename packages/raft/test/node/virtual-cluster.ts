import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import {
  type Configuration,
  createFileSnapshotStore,
  createMemoryRaftNetwork,
  createRaft,
  createWalLogStore,
  type MemoryRaftNetwork,
  type Raft,
  type RaftConfigOptions,
  type StateMachine,
} from '../../src/index.js';
import { VirtualTime } from '../virtual-time.js';
import { KeyValueMachine } from './key-value-machine.js';

/** One server: its disk outlives its process. */
export interface VirtualServer<Result = number> {
  readonly id: string;
  readonly disk: VirtualDisk;
  machine: KeyValueMachine;
  raft: Raft<Result>;
}

/** Real nodes on virtual time, memory network and virtual disks. */
export class VirtualCluster<Result = number> extends VirtualTime {
  readonly network: MemoryRaftNetwork = createMemoryRaftNetwork(this.clock);
  readonly servers: Map<string, VirtualServer<Result>> = new Map();
  readonly #config: RaftConfigOptions;
  readonly #wrap: (machine: KeyValueMachine) => StateMachine<Result>;
  #seed: number;

  constructor(
    config: RaftConfigOptions = {},
    seed = 1,
    wrap: (machine: KeyValueMachine) => StateMachine<Result> = (machine) =>
      machine as unknown as StateMachine<Result>,
  ) {
    super();
    this.#config = config;
    this.#seed = seed;
    this.#wrap = wrap;
  }

  add(id: string): VirtualServer<Result> {
    const disk = new VirtualDisk({ rng: seededRng(this.#nextSeed()) });
    const server = { id, disk, ...this.#process(id, disk) };
    this.servers.set(id, server);
    return server;
  }

  /** Starts these servers as one group and waits for its leader. */
  async found(ids: readonly string[]): Promise<VirtualServer<Result>> {
    const voters = ids.map((id) => ({ id, address: `${id}:1` }));
    const configuration: Configuration = { voters, votersOutgoing: [], learners: [] };
    for (const id of ids) {
      const { raft } = this.add(id);
      await this.until(raft.bootstrap(configuration));
      await this.until(raft.start());
    }
    return this.leader();
  }

  /** The process dies with the power; the disk keeps what was synced. A new process starts. */
  async restart(server: VirtualServer<Result>): Promise<void> {
    void server.raft.stop();
    server.disk.crash();
    Object.assign(server, this.#process(server.id, server.disk));
    await this.until(server.raft.start());
  }

  /** Waits until exactly one of the servers that are not cut off leads and says so. */
  async leader(
    among: readonly VirtualServer<Result>[] = [...this.servers.values()],
  ): Promise<VirtualServer<Result>> {
    let found: VirtualServer<Result> | undefined;
    await this.eventually(() => {
      const leaders = among.filter(({ raft }) => raft.status().role === 'leader');
      found = leaders.length === 1 ? leaders[0] : undefined;
      return found !== undefined;
    });
    return found as VirtualServer<Result>;
  }

  async stop(): Promise<void> {
    for (const { raft } of this.servers.values()) await this.until(raft.stop());
  }

  #process(id: string, disk: VirtualDisk): Pick<VirtualServer<Result>, 'machine' | 'raft'> {
    const machine = new KeyValueMachine();
    const session = disk.session();
    const logStore = createWalLogStore({
      directory: '/raft/log',
      clusterId: 'test',
      nodeId: id,
      segmentBytes: 8192,
      disk: session,
      rng: seededRng(this.#nextSeed()),
    });
    const raft = createRaft<Result>({
      id,
      address: `${id}:1`,
      logStore,
      snapshotStore: createFileSnapshotStore({
        directory: '/raft/snapshots',
        clusterId: 'test',
        nodeId: id,
        disk: session,
      }),
      stateMachine: this.#wrap(machine),
      transport: this.network.transport(id),
      config: this.#config,
      clock: this.clock,
      rng: seededRng(this.#nextSeed()),
    });
    return { machine, raft };
  }

  #nextSeed(): number {
    this.#seed += 1;
    return this.#seed;
  }
}
