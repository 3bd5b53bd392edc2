import {
  checkOptions,
  createEventHub,
  createSystemRng,
  type EventHub,
  silentLogger,
  silentMetrics,
  systemClock,
  withoutUndefined,
} from '@konsul/runtime';
import { requireBytes } from '../bytes.js';
import { type ReloadableRaftConfig, reloadConfig, resolveConfig } from '../config.js';
import { bootstrapState } from '../core/bootstrap.js';
import type { SnapshotMetadata } from '../core/entry.js';
import {
  allMembers,
  type Configuration,
  emptyConfiguration,
  type ServerAddress,
} from '../core/membership.js';
import { foundingDefect } from '../core/membership-bounds.js';
import type { MembershipChange } from '../core/membership-change.js';
import { isRaftError, RaftError, reasonOf, refuseOption } from '../errors.js';
import type { RaftEvents } from '../events.js';
import type { LogState } from '../storage/raft-storage.js';
import { type BackupMetadata, openBackup, type RaftBackup, sendBackup } from './backup.js';
import { aborted, type Call, openCall } from './call.js';
import { GroupMember } from './group-member.js';
import { type ObserveOptions, observe, type RaftObserver } from './observer.js';
import { RAFT_OPTION_RULES } from './option-rules.js';
import { ownSnapshots } from './own-snapshots.js';
import { notLeader } from './proposals.js';
import type {
  CallOptions,
  ChangeMembershipOptions,
  Raft,
  RaftNodeStatus,
  RaftOptions,
  ReadOptions,
} from './raft.js';
import type { RaftEnvironment } from './raft-environment.js';
import type { RaftTransportHandlers } from './raft-transport.js';
import { recoverNode } from './recover-node.js';

/**
 * Makes one server of a Raft group; it does nothing before `start`.
 *
 * @throws RaftError INVALID_CONFIG
 */
export function createRaft<Result>(options: RaftOptions<Result>): Raft<Result> {
  checkOptions(options, RAFT_OPTION_RULES, refuseOption);
  return new RaftNode({
    clock: systemClock,
    rng: createSystemRng(),
    logger: silentLogger,
    metrics: silentMetrics,
    ...withoutUndefined(options),
    settings: resolveConfig(options.config),
  });
}

class RaftNode<Result> implements Raft<Result> {
  readonly id: string;
  readonly on: EventHub<RaftEvents>['on'];
  readonly once: EventHub<RaftEvents>['once'];
  readonly off: EventHub<RaftEvents>['off'];
  #environment: RaftEnvironment<Result>;
  readonly #events: EventHub<RaftEvents>;
  #isStarted = false;
  #isRestoring = false;
  #opening: Promise<LogState> | undefined;
  #member: GroupMember<Result> | undefined;
  #stopping: Promise<void> | undefined;
  /** Starting, founding and stopping happen one after the other. Never rejects. */
  #lastTurn: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Set<Call<ServerAddress>>();

  constructor(environment: RaftEnvironment<Result>) {
    this.#environment = environment;
    this.id = environment.id;
    this.#events = createEventHub<RaftEvents>(environment.logger);
    this.on = this.#events.on;
    this.once = this.#events.once;
    this.off = this.#events.off;
    this.on('fault', () => this.#stopWaiting());
  }

  async start(): Promise<void> {
    if (this.#stopping !== undefined) {
      throw new RaftError('STOPPED', `${this.id} has stopped for good; make another node`);
    }
    if (this.#isStarted) {
      throw new RaftError('ALREADY_STARTED', `${this.id} was started already; once is enough`);
    }
    this.#isStarted = true;
    try {
      await this.#inTurn(() => this.#start());
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async bootstrap(configuration: Configuration): Promise<void> {
    const defect = foundingDefect(configuration);
    if (defect !== undefined) throw new RaftError('INVALID_CONFIG', defect);
    await this.#inTurn(() => this.#found(configuration));
  }

  async #found(configuration: Configuration): Promise<void> {
    const log = await this.#open();
    const status = this.#member?.status();
    const isEmpty = log.lastIndex === 0 && log.hardState.term === 0;
    const isUntouched = status === undefined || (status.lastIndex === 0 && status.term === 0);
    if (!isEmpty || !isUntouched) {
      throw new RaftError('ALREADY_BOOTSTRAPPED', `${this.id} has a log already`);
    }
    await ownSnapshots(log, this.#environment.snapshotStore);
    const founding = bootstrapState(configuration);
    // An idle member has said nothing and written nothing, so another may take its place.
    await this.#member?.stop(new RaftError('DROPPED', 'the group is being founded'));
    await this.#environment.logStore.append({ ...founding, mustSync: true });
    const recovered: LogState = {
      ...log,
      hardState: founding.hardState,
      lastIndex: 1,
      terms: [{ firstIndex: 1, term: 1 }],
      configurationEntries: founding.entries,
    };
    this.#opening = Promise.resolve(recovered);
    if (this.#member === undefined) return;
    const events = this.#events;
    this.#member = new GroupMember(this.#environment, { recovered, events, logId: log.logId });
    this.#member.begin();
  }

  /** Gives the call's own promise away: another one around it would cost as much again. */
  propose(command: Uint8Array, options: CallOptions = {}): Promise<Result> {
    try {
      requireBytes(command, 'a command');
      const { commandBytesMax } = this.#environment.settings;
      if (command.length === 0) throw new RaftError('REFUSED', 'a command must not be empty');
      // Asked here, so that it does not take those of the same turn with it.
      if (command.length > commandBytesMax) throw tooLarge(command.length, commandBytesMax);
      const { proposals } = this.#running(options);
      if (this.#isRestoring) throw restoring('DROPPED');
      return proposals.propose(command, options.signal) as Promise<Result>;
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async barrier(options: CallOptions = {}): Promise<void> {
    const { proposals } = this.#running(options);
    this.#environment.metrics.increment('raft.barrier');
    await proposals.propose(new Uint8Array(0), options.signal);
  }

  async readIndex(options: ReadOptions = {}): Promise<number> {
    const member = this.#running(options);
    const { consistency, signal } = options;
    if (consistency === 'stale') return member.nodeStatus().appliedIndex;
    return member.reads.read(signal, consistency === 'lease');
  }

  async read<Answer>(
    query: () => Answer | Promise<Answer>,
    options: ReadOptions = {},
  ): Promise<Answer> {
    await this.readIndex(options);
    return query();
  }

  async verifyLeader(options: CallOptions = {}): Promise<void> {
    const member = this.#running(options);
    this.#environment.metrics.increment('raft.verify_leader');
    const { role, term } = member.status();
    if (role !== 'leader') throw notLeader(member.leader());
    await member.reads.read(options.signal);
    const after = member.status();
    if (after.role !== 'leader' || after.term !== term) throw notLeader(member.leader());
  }

  async waitForLeader(options: CallOptions = {}): Promise<ServerAddress> {
    const known = this.#running(options).leader();
    if (known !== undefined) return known;
    const call = openCall<ServerAddress>(options.signal);
    const onChange = (): void => {
      const leader = this.#member?.leader();
      if (leader !== undefined) call.resolve(leader);
    };
    // A leader may be heard before the configuration that says where it is.
    const news = ['leader-changed', 'configuration-changed'] as const;
    for (const name of news) this.#events.on(name, onChange);
    this.#waiting.add(call);
    try {
      return await call.promise;
    } finally {
      this.#waiting.delete(call);
      for (const name of news) this.#events.off(name, onChange);
    }
  }

  async changeMembership(
    changes: readonly MembershipChange[],
    options: ChangeMembershipOptions = {},
  ): Promise<number> {
    return this.#running(options).requests.change(changes, options);
  }

  addLearner(server: ServerAddress, options?: ChangeMembershipOptions): Promise<number> {
    return this.changeMembership([{ type: 'add-learner', ...server }], options);
  }

  async addVoter(server: ServerAddress, options: ChangeMembershipOptions = {}): Promise<number> {
    const change: MembershipChange = { type: 'add-voter', ...server };
    return this.#running(options).requests.change([change], options, server.id);
  }

  promote(id: string, options?: ChangeMembershipOptions): Promise<number> {
    return this.changeMembership([{ type: 'promote', id }], options);
  }

  demote(id: string, options?: ChangeMembershipOptions): Promise<number> {
    return this.changeMembership([{ type: 'demote', id }], options);
  }

  removeServer(id: string, options?: ChangeMembershipOptions): Promise<number> {
    return this.changeMembership([{ type: 'remove', id }], options);
  }

  async transferLeadership(to?: string): Promise<void> {
    await this.#running().requests.transfer(to);
  }

  async backup(): Promise<RaftBackup> {
    return openBackup(this.#environment.snapshotStore, await this.takeSnapshot());
  }

  async restore(metadata: BackupMetadata, data: AsyncIterable<Uint8Array>): Promise<void> {
    const member = this.#running();
    const { role, configuration } = member.status();
    if (role !== 'leader') throw notLeader(member.leader());
    if (this.#isRestoring) throw restoring('REFUSED');
    const unable = allMembers(configuration).filter(({ id }) => !this.#knowsRestore(id));
    if (unable.length > 0) {
      const names = unable.map(({ id }) => id).join(', ');
      const message = `not known to understand backups in the log: ${names}`;
      throw new RaftError('REFUSED', message, { reason: 'not-understood-by-all' });
    }
    this.#isRestoring = true;
    try {
      const { commandBytesMax } = this.#environment.settings;
      await sendBackup(member.restores, metadata, { data, commandBytesMax });
    } finally {
      this.#isRestoring = false;
    }
  }

  #knowsRestore(id: string): boolean {
    const { transport } = this.#environment;
    if (id === this.id || transport.peerProtocol === undefined) return true;
    return transport.peerProtocol(id)?.capabilities.has('restore-entries') === true;
  }

  async takeSnapshot(): Promise<SnapshotMetadata> {
    return this.#running().snapshots.take();
  }

  reload(changes: ReloadableRaftConfig): void {
    const settings = reloadConfig(this.#environment.settings, changes);
    this.#environment = { ...this.#environment, settings };
    this.#member?.configure(settings);
  }

  observe(options?: ObserveOptions): RaftObserver {
    return observe(this.#events, options);
  }

  configuration(): Configuration {
    return this.#member?.status().configuration ?? emptyConfiguration;
  }

  status(): RaftNodeStatus {
    if (this.#member !== undefined) return this.#member.nodeStatus();
    throw new RaftError('STOPPED', `${this.id} was never started`);
  }

  async #start(): Promise<void> {
    const log = await this.#open();
    const { snapshotStore, stateMachine, logger } = this.#environment;
    const recovered = await recoverNode({ log, snapshotStore, stateMachine, logger });
    const events = this.#events;
    const { logId } = log;
    const member = new GroupMember(this.#environment, { recovered, events, logId });
    this.#member = member;
    await this.#startTransport({
      message: (message) => this.#member?.onMessage(message),
      snapshot: (incoming) => this.#member?.onSnapshotOffered(incoming),
      unreachable: (peer) => this.#member?.input({ type: 'peer-unreachable', peer }),
    });
    member.begin();
  }

  async #startTransport(handlers: RaftTransportHandlers): Promise<void> {
    const { transport, address } = this.#environment;
    try {
      await transport.start(handlers);
    } catch (cause) {
      if (isRaftError(cause)) throw cause;
      const message = `${this.id}, reached at ${address}, cannot listen: ${reasonOf(cause)}`;
      throw new RaftError('TRANSPORT_FAILED', message, { cause });
    }
  }

  #open(): Promise<LogState> {
    if (this.#stopping !== undefined) return Promise.reject(this.#stopped());
    this.#opening ??= this.#environment.logStore.open().catch((cause: unknown) => {
      if (isRaftError(cause)) throw cause;
      const message = `the log of ${this.id} cannot be opened: ${reasonOf(cause)}`;
      throw new RaftError('STORAGE_FAILED', message, { cause });
    });
    return this.#opening;
  }

  /** The member that takes a call, unless its caller has given it up already. */
  #running(options: CallOptions = {}): GroupMember<Result> {
    if (options.signal?.aborted === true) throw aborted();
    if (this.#member?.isRunning === true) return this.#member;
    throw new RaftError('STOPPED', `${this.id} is not running`);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  #stopped(): RaftError {
    return new RaftError('STOPPED', `${this.id} has stopped`);
  }

  #stopWaiting(): void {
    for (const call of this.#waiting) call.reject(this.#stopped());
  }

  async #stop(): Promise<void> {
    this.#stopWaiting();
    // Who runs falls silent at once; who is being started meanwhile, when that is done.
    const halting = this.#member?.stop(this.#stopped());
    await this.#lastTurn;
    await halting;
    await this.#member?.stop(this.#stopped());
    await this.#environment.transport.close();
    await this.#opening?.then(
      () => this.#environment.logStore.close(),
      () => undefined,
    );
  }
}

function tooLarge(commandBytes: number, commandBytesMax: number): RaftError {
  const message = `the command has ${commandBytes} bytes; commandBytesMax is ${commandBytesMax}`;
  return new RaftError('REFUSED', message, { reason: 'too-large' });
}

function restoring(code: 'REFUSED' | 'DROPPED'): RaftError {
  const reason = 'restore-in-progress';
  return new RaftError(code, 'a backup is being restored', { reason });
}
