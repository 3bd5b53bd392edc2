import { Driver, type EventHub } from '@konsul/runtime';
import type { RaftConfig } from '../config.js';
import type { LoadEffect, PersistEffect, RaftEffect, RaftNotification } from '../core/effect.js';
import type { SnapshotMetadata } from '../core/entry.js';
import type { RaftInput } from '../core/input.js';
import { allMembers, type Configuration, type ServerAddress } from '../core/membership.js';
import type { RaftMessage } from '../core/message.js';
import { RaftCore } from '../core/raft-core.js';
import type { RecoveredState } from '../core/recovered-state.js';
import type { RaftStatus } from '../core/status.js';
import { isRaftError, RaftError } from '../errors.js';
import type { RaftEvents } from '../events.js';
import { ApplyLoop } from './apply-loop.js';
import { Meters } from './meters.js';
import { emitNotification } from './notifications.js';
import { Proposals } from './proposals.js';
import type { RaftNodeStatus } from './raft.js';
import type { RaftEnvironment } from './raft-environment.js';
import type { IncomingSnapshot } from './raft-transport.js';
import { Reads } from './reads.js';
import { Requests } from './requests.js';
import type { StagingOutcome } from './restore-staging.js';
import { SnapshotTaker } from './snapshot-taker.js';
import { SnapshotTransfers } from './snapshot-transfers.js';

/** With less in the log than this, its size is no reason for a snapshot. */
const SNAPSHOT_LOG_BYTES_MIN = 64 * 1024 * 1024;

/** What a member is made from, besides the node's surroundings. */
export interface MemberStart {
  readonly recovered: RecoveredState;
  readonly events: EventHub<RaftEvents>;
  /** Kept with every snapshot. */
  readonly logId: string | undefined;
}

/**
 * A running core with everything around it: executes its effects and turns what comes of them into
 * inputs. Never waits between looking at the core and acting on what it saw.
 */
export class GroupMember<Result> {
  readonly proposals: Proposals<Result>;
  /** Pieces of backups. */
  readonly restores: Proposals<StagingOutcome>;
  readonly reads: Reads;
  readonly requests: Requests;
  readonly snapshots: SnapshotTaker;
  readonly #environment: RaftEnvironment<Result>;
  readonly #events: EventHub<RaftEvents>;
  readonly #core: RaftCore;
  readonly #driver: Driver<RaftInput, RaftEffect>;
  readonly #applyLoop: ApplyLoop<Result>;
  readonly #transfers: SnapshotTransfers;
  readonly #meters: Meters;
  #settings: RaftConfig;
  #notifications: RaftNotification[] = [];
  #addresses = new Map<string, string>();
  #isLeader = false;
  #isRunning = true;
  /** A snapshot that failed is tried again only when the log has grown as much once more. */
  #snapshotDueIndex = 0;

  constructor(environment: RaftEnvironment<Result>, { recovered, events, logId }: MemberStart) {
    const { id, settings, rng, clock, logger, metrics, transport } = environment;
    this.#settings = settings;
    this.#meters = new Meters(metrics, clock);
    const { snapshotStore, stateMachine } = environment;
    this.#environment = environment;
    this.#events = events;
    this.#core = new RaftCore({ id, config: settings, rng, recovered, nowMs: clock.nowMs() });
    const input = (value: RaftInput): void => this.input(value);
    const leader = (): ServerAddress | undefined => this.leader();
    const uncommittedBytesMax = (): number => this.#settings.uncommittedBytesMax;
    const common = { input, leader, clock, metrics, uncommittedBytesMax };
    this.proposals = new Proposals({ ...common, kind: 'command' });
    this.restores = new Proposals({ ...common, kind: 'restore' });
    this.reads = new Reads(input, leader);
    this.requests = new Requests({
      input,
      leader,
      configuration: () => {
        const { configuration, configurationIndex: index } = this.#core.status();
        return { configuration, index };
      },
    });
    const { appliedIndex } = this.#core.status();
    this.#applyLoop = new ApplyLoop({
      stateMachine,
      snapshotStore,
      clock,
      metrics,
      applied: { index: appliedIndex, term: this.#core.termAt(appliedIndex) ?? 0 },
      onResult: (index, term, result) => {
        this.proposals.onApplied(index, term, result);
        this.restores.onApplied(index, term, undefined);
      },
      onStaged: (index, term, outcome) => {
        this.proposals.onApplied(index, term, undefined);
        this.restores.onApplied(index, term, outcome);
      },
      onRestored: () => this.#takeSnapshot(),
      configurationAt: (index) => this.#core.configurationAt(index),
      onApplied: ({ index }) => this.#onApplied(index),
      onInstalled: (metadata) => this.#onInstalled(metadata),
      onFault: (error) => this.#fail(error),
    });
    this.snapshots = new SnapshotTaker(
      {
        applyLoop: this.#applyLoop,
        store: snapshotStore,
        logId,
        configurationAt: (index) => this.#core.configurationAt(index),
        keptCount: () => this.#settings.snapshotsKept,
        clock,
        rng,
        metrics,
        onTaken: (snapshot) => this.#onTaken(snapshot),
      },
      recovered.snapshot,
    );
    const bytesPerSecond = (): number => this.#settings.snapshotBytesPerSecond;
    const store = snapshotStore;
    this.#transfers = new SnapshotTransfers({
      input,
      store,
      logId,
      transport,
      bytesPerSecond,
      clock,
      logger,
    });
    this.#setPeers(this.#core.status().configuration);
    this.#driver = new Driver({
      core: this.#core,
      clock,
      tick: { type: 'tick' },
      execute: (effect) => this.#execute(effect),
      afterTurn: () => this.#endTurn(),
      onFault: (error) => this.#fail(error),
    });
  }

  /** False after `stop` and after a fault. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Lets the first turn happen: committed entries that were recovered are applied. */
  begin(): void {
    this.input({ type: 'tick' });
  }

  input(input: RaftInput): void {
    this.#driver.input(input);
  }

  /** Goes by other settings from the next input on. */
  configure(settings: RaftConfig): void {
    this.#settings = settings;
    this.input({ type: 'configure', config: settings });
  }

  onMessage(message: RaftMessage): void {
    this.#meters.received(message);
    this.input({ type: 'message', message });
  }

  onSnapshotOffered(incoming: IncomingSnapshot): void {
    if (this.#isRunning) this.#transfers.onOffered(incoming);
    else incoming.refuse();
  }

  status(): RaftStatus {
    return this.#core.status();
  }

  /** Who leads and where; a leader whose address no configuration has told yet is nobody's help. */
  leader(): ServerAddress | undefined {
    const id = this.#isRunning ? this.#core.leader : undefined;
    if (id === undefined) return undefined;
    const address = this.#addresses.get(id);
    return address === undefined ? undefined : { id, address };
  }

  nodeStatus(): RaftNodeStatus {
    const status = this.#core.status();
    const nowMs = this.#environment.clock.nowMs();
    const { leaderContactAtMs } = status;
    // Who has fallen silent leads nobody, whatever it was when it did.
    const role = this.#isRunning ? status.role : 'follower';
    const ownContactMs = role === 'leader' ? 0 : undefined;
    return {
      id: status.id,
      isRunning: this.#isRunning,
      role,
      term: status.term,
      leader: this.leader(),
      leaderContactMs: leaderContactAtMs === undefined ? ownContactMs : nowMs - leaderContactAtMs,
      commitIndex: status.commitIndex,
      appliedIndex: this.#applyLoop.applied.index,
      lastIndex: status.lastIndex,
      snapshotIndex: status.snapshotIndex,
      configuration: status.configuration,
      configurationIndex: status.configurationIndex,
      peers: (role === 'leader' ? status.peers : []).map(
        ({ id, state, matchIndex, contactAtMs }) => {
          return { id, state, matchIndex, lastContactMs: nowMs - contactAtMs };
        },
      ),
    };
  }

  /** Stops for good; everything open is rejected with `error`. */
  async stop(error: RaftError): Promise<void> {
    this.#halt(error);
    await this.#applyLoop.stop();
    await this.snapshots.stop();
    await this.#transfers.stop();
  }

  #halt(error: RaftError): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#driver.stop();
    this.#applyLoop.halt();
    this.snapshots.halt(error);
    this.#transfers.halt();
    this.proposals.failAll(error);
    this.restores.failAll(error);
    this.reads.failAll(error);
    this.requests.failAll(error);
  }

  /** Something the node cannot survive: it falls silent, so that others take over. */
  #fail(cause: unknown): void {
    if (!this.#isRunning) return;
    this.#environment.logger.error('the node stopped because of an error', { error: cause });
    this.#halt(new RaftError('STOPPED', 'the node stopped because of an error', { cause }));
    this.#events.emit('fault', cause);
  }

  #execute(effect: RaftEffect): void {
    switch (effect.type) {
      case 'send':
        this.#meters.sent(effect.message);
        this.#environment.transport.send(effect.message);
        return;
      case 'persist':
        this.#persist(effect);
        return;
      case 'apply':
        this.#applyLoop.apply(effect.entries);
        return;
      case 'load':
        this.#load(effect);
        return;
      case 'send-snapshot':
        this.#transfers.send(effect);
        return;
      case 'receive-snapshot':
        this.#transfers.receive(effect.from, effect.snapshot);
        return;
      case 'abort-snapshot':
        this.#transfers.abort(effect.from, effect.snapshotId);
        return;
      case 'install-snapshot':
        this.#applyLoop.install(effect.snapshot);
        return;
      case 'compact':
        this.#compact(effect.throughIndex);
        return;
      case 'read-ready':
        this.reads.onReady(effect.tokens, effect.index);
        return;
      case 'read-failed':
        this.reads.onFailed(effect.tokens, effect.reason);
        return;
      case 'proposal-outcome':
        (effect.id > 0 ? this.proposals : this.restores).onOutcome(effect);
        return;
      case 'membership-outcome':
        this.requests.onMembershipOutcome(effect);
        return;
      case 'transfer-outcome':
        this.requests.onTransferOutcome(effect);
        return;
      case 'notify':
        this.#onNotification(effect.notification);
        return;
    }
  }

  #endTurn(): void {
    this.#environment.transport.flush();
    this.reads.endTurn();
    this.#transfers.endTurn();
    const notifications = this.#notifications;
    this.#notifications = [];
    for (const notification of notifications) emitNotification(this.#events, notification);
    this.#meters.endTurn(() => this.#core.status());
    this.#applyLoop.run();
  }

  #persist(effect: PersistEffect): void {
    const { logStore, clock } = this.#environment;
    const { sequence, hardState, entries, snapshot, mustSync } = effect;
    const startedAtMs = clock.nowMs();
    logStore.append({ hardState, entries, reset: snapshot, mustSync }).then(
      () => {
        this.#meters.persisted(startedAtMs, this.#isLeader);
        this.input({ type: 'persisted', sequence });
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #load({ requestId, fromIndex, toIndex, maxBytes }: LoadEffect): void {
    this.#environment.logStore.read({ fromIndex, toIndex, bytesMax: maxBytes }).then(
      (entries) => this.input({ type: 'loaded', requestId, entries }),
      (error: unknown) => {
        if (isRaftError(error, 'LOG_COMPACTED')) this.input({ type: 'load-failed', requestId });
        else this.#fail(error);
      },
    );
  }

  #compact(throughIndex: number): void {
    this.#environment.logStore.compact(throughIndex).catch((error: unknown) => this.#fail(error));
  }

  #onApplied(index: number): void {
    this.input({ type: 'applied', index });
    const { snapshotThresholdEntries: threshold, snapshotSizeFactor } = this.#settings;
    if (threshold === 0 || this.snapshots.isRunning || index < this.#snapshotDueIndex) return;
    const { index: lastIndex, sizeBytes } = this.snapshots.last ?? { index: 0, sizeBytes: 0 };
    const wornBytes = Math.max(snapshotSizeFactor * sizeBytes, SNAPSHOT_LOG_BYTES_MIN);
    const isWorn = snapshotSizeFactor > 0 && this.#applyLoop.appliedBytes >= wornBytes;
    if (index - lastIndex < threshold && !isWorn) return;
    this.#snapshotDueIndex = index + (isWorn ? 1 : threshold);
    this.#applyLoop.appliedBytes = 0;
    this.#takeSnapshot();
  }

  #takeSnapshot(): void {
    this.snapshots.take().catch((error: unknown) => {
      if (!this.#isRunning) return;
      this.#environment.logger.error('a snapshot was not taken', { error });
    });
  }

  #onTaken(snapshot: SnapshotMetadata): void {
    this.input({ type: 'snapshot-taken', snapshot });
    const { index, sizeBytes } = snapshot;
    this.#events.emit('snapshot-taken', { index, sizeBytes });
  }

  #onInstalled(snapshot: SnapshotMetadata): void {
    this.snapshots.onInstalled(snapshot);
    this.input({ type: 'snapshot-installed', snapshotId: snapshot.id });
    const { index, sizeBytes } = snapshot;
    this.#events.emit('snapshot-installed', { index, sizeBytes });
  }

  #onNotification(notification: RaftNotification): void {
    this.requests.onNotification(notification);
    this.#meters.notified(notification);
    // Messages behind this effect may be for a server that was not known before.
    if (notification.type === 'configuration-changed') this.#setPeers(notification.configuration);
    if (notification.type === 'role-changed') this.#onRoleChanged(notification.role === 'leader');
    this.#notifications.push(notification);
  }

  #onRoleChanged(isLeader: boolean): void {
    if (this.#isLeader && !isLeader) {
      this.proposals.onLeadershipLost();
      this.restores.onLeadershipLost();
      this.requests.onLeadershipLost();
    }
    this.#isLeader = isLeader;
  }

  #setPeers(configuration: Configuration): void {
    this.#addresses = new Map(allMembers(configuration).map(({ id, address }) => [id, address]));
    this.#environment.transport.setPeers(this.#addresses);
  }
}
