import {
  type Clock,
  createSystemRng,
  Driver,
  type Endpoint,
  type EventHub,
  type Logger,
  type Metrics,
  nodeDisk,
  PendingCommands,
  silentLogger,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import {
  announcedEndpoint,
  type CommandId,
  createMemberlistCodec,
  createNetworkTransport,
  parseAddress,
  SwimIo,
  type SwimMeasurement,
} from '@konsul/swim';
import type { SerfCodec } from '../core/codec.js';
import type { SerfConfig } from '../core/config.js';
import type { SerfEffect } from '../core/effect.js';
import type { QueryEvent, SerfEvent } from '../core/event.js';
import type { QueryId, SerfInput } from '../core/input.js';
import type { Tags } from '../core/messages.js';
import { SerfCore } from '../core/serf-core.js';
import type { RecoveredState } from '../core/snapshot-replay.js';
import { checkArgument, SerfError } from '../errors.js';
import type { SerfEvents } from '../events.js';
import type { IncomingQuery } from '../incoming-query.js';
import { SERF_ARGUMENT_RULES } from '../option-rules.js';
import type { SerfOptions, SerfState } from '../serf.js';
import { commandResult, type SerfSuccess } from './command-result.js';
import { emitEvents } from './emit-events.js';
import { guardedChecks } from './host-checks.js';
import { adaptKeyring } from './keyring-adapter.js';
import { ReplyCollector } from './outgoing-query.js';
import { prefixedMetrics } from './prefixed-metrics.js';
import { recoverSnapshot } from './recover-snapshot.js';
import { SnapshotFile } from './snapshot-file.js';

/** Where a member binds when nothing else is said. */
export const DEFAULT_BIND: Endpoint = { host: '0.0.0.0', port: 7_946 };

const TICK: SerfInput = { type: 'tick' };

/** What a host is made from. */
export interface SerfHostParts {
  readonly options: SerfOptions;
  readonly config: SerfConfig;
  readonly codec: SerfCodec;
  readonly hub: EventHub<SerfEvents>;
}

/** Runs one core in the world: transport, clock, snapshot file, and listeners. */
export class SerfHost {
  readonly core: SerfCore;
  readonly #parts: SerfHostParts;
  readonly #options: SerfOptions;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #io: SwimIo;
  readonly #snapshot: SnapshotFile | undefined;
  readonly #commands = new PendingCommands<SerfSuccess>();
  readonly #queries = new Map<QueryId, ReplyCollector>();
  #events: SerfEvent[] = [];
  #savingKeyring: Promise<void> = Promise.resolve();
  #driver: Driver<SerfInput, SerfEffect> | undefined;
  #phase: 'new' | 'running' | 'stopped' = 'new';
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(parts: SerfHostParts) {
    const { options } = parts;
    this.#parts = parts;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#logger = options.logger ?? silentLogger;
    this.#metrics = options.metrics ?? silentMetrics;
    this.core = this.#createCore();
    this.#io = this.#createIo();
    this.#snapshot = this.#createSnapshot();
  }

  get state(): SerfState {
    return this.#phase === 'running' ? this.core.state : this.#phase;
  }

  /** Binds and gives the core its start. */
  async start(tags: Tags): Promise<void> {
    if (this.#phase !== 'new') throw new SerfError('ALREADY_STARTED', 'start was called before');
    this.#phase = 'running';
    this.#starting = this.#begin(tags);
    try {
      await this.#starting;
    } catch (error) {
      // Why it did not start matters more than what could not be closed.
      await this.stop().catch(() => undefined);
      throw error;
    }
  }

  /** Stops at once; harmless when repeated. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  /** @throws SerfError NOT_RUNNING. */
  requireRunning(): void {
    if (this.#phase !== 'running' || this.#driver === undefined) {
      throw new SerfError('NOT_RUNNING', `the member is ${this.#phase}, not running`);
    }
  }

  /** Gives the core a command. @returns how it ended; rejects when it did not do what it was for. */
  async run(command: (commandId: CommandId) => SerfInput): Promise<SerfSuccess> {
    this.requireRunning();
    return await this.#commands.run((commandId) => this.#driver?.input(command(commandId)));
  }

  /** The same for a query, whose replies are gathered from the first one on. */
  async runQuery(
    name: string,
    command: (commandId: CommandId) => SerfInput,
  ): Promise<ReplyCollector> {
    this.requireRunning();
    let collector: ReplyCollector | undefined;
    await this.#commands.run(
      (commandId) => this.#driver?.input(command(commandId)),
      (outcome) => {
        collector = this.#openCollector(name, outcome);
      },
    );
    if (collector !== undefined) return collector;
    throw new SerfError('INTERNAL_FAULT', `query ${name} ended before it began`);
  }

  async #begin(tags: Tags): Promise<void> {
    const recovered = await this.#recover();
    this.#requireUnstopped();
    const driver = this.#createDriver();
    this.#driver = driver;
    const bound = await this.#io.start();
    this.#requireUnstopped();
    const start = this.#startInput(bound, tags);
    driver.input(recovered === undefined ? start : { ...start, recovered });
    driver.settle();
  }

  /** The host may change its mind while files and sockets are being opened. */
  #requireUnstopped(): void {
    if (this.#phase === 'stopped') {
      throw new SerfError('NOT_RUNNING', 'the member was stopped while it started');
    }
  }

  #createCore(): SerfCore {
    const { keyring, wire, rng } = this.#options;
    return new SerfCore({
      config: this.#parts.config,
      codec: this.#parts.codec,
      swimCodec: createMemberlistCodec({ ...wire, ...(keyring === undefined ? {} : { keyring }) }),
      rng: rng ?? createSystemRng(),
      isSnapshotEnabled: this.#options.snapshotPath !== undefined,
      ...(keyring === undefined ? {} : { keyring: adaptKeyring(keyring) }),
      ...guardedChecks(this.#options, this.#logger),
    });
  }

  #createIo(): SwimIo {
    const metrics = prefixedMetrics(this.#metrics, 'memberlist.');
    const bind = this.#options.bind ?? DEFAULT_BIND;
    return new SwimIo({
      transport: this.#options.transport ?? createNetworkTransport({ ...bind, metrics }),
      clock: this.#clock,
      metrics,
      input: (input) => this.#driver?.input(input),
    });
  }

  #createSnapshot(): SnapshotFile | undefined {
    const { snapshotPath: path, disk = nodeDisk } = this.#options;
    if (path === undefined) return undefined;
    return new SnapshotFile({
      disk,
      path,
      logger: this.#logger,
      metrics: this.#metrics,
      onFailure: () => this.#driver?.input({ type: 'snapshot-failed' }),
    });
  }

  #createDriver(): Driver<SerfInput, SerfEffect> {
    return new Driver({
      core: this.core,
      clock: this.#clock,
      tick: TICK,
      execute: (effect) => this.#execute(effect),
      afterTurn: () => this.#endTurn(),
      onFault: (error) => this.#onFault(error),
    });
  }

  async #recover(): Promise<RecoveredState | undefined> {
    const { snapshotPath: path, disk, isRejoinAfterLeave = false } = this.#options;
    const file = this.#snapshot;
    if (path === undefined || file === undefined) return undefined;
    const isOfMachine = disk === undefined || disk === nodeDisk;
    return await recoverSnapshot({
      file,
      path,
      isOfMachine,
      isRejoinAfterLeave,
      logger: this.#logger,
    });
  }

  #startInput(bound: Endpoint, tags: Tags): Extract<SerfInput, { readonly type: 'start' }> {
    const { host, port } = announcedEndpoint(bound, this.#options.advertise);
    const address = parseAddress(host);
    if (address === undefined) {
      throw new SerfError('INVALID_ADDRESS', `advertise host ${host} is no IP address`);
    }
    return { type: 'start', address, port, tags: { ...tags } };
  }

  #execute(effect: SerfEffect): void {
    switch (effect.type) {
      case 'notify':
        this.#events.push(effect.event);
        break;
      case 'complete':
        this.#commands.complete(effect.commandId, commandResult(effect.outcome));
        break;
      case 'query-reply':
        this.#queries.get(effect.queryId)?.add(effect.reply);
        break;
      case 'query-ended':
        this.#queries.get(effect.queryId)?.end();
        this.#queries.delete(effect.queryId);
        break;
      case 'keyring-changed':
        this.#saveKeyring(effect.changeId);
        break;
      case 'append-snapshot':
        this.#snapshot?.append(effect.text);
        break;
      case 'replace-snapshot':
        this.#snapshot?.replace(effect.text);
        break;
      case 'sync-snapshot':
        this.#snapshot?.sync();
        break;
      case 'serf-reject':
        this.#metrics.increment('serf.reject', 1, { reason: effect.reason });
        break;
      case 'serf-measure':
        measure(this.#metrics, effect.measurement);
        break;
      case 'log':
        this.#logger[effect.level](effect.message, effect.fields);
        break;
      default:
        this.#io.execute(effect);
    }
  }

  #endTurn(): void {
    this.#io.endTurn();
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    emitEvents(this.#parts.hub, events, (event) => this.#incomingQuery(event));
    if (events.some(({ type }) => type === 'name-lost')) this.#onNameLost();
  }

  #incomingQuery({ key, ...query }: QueryEvent): IncomingQuery {
    return {
      ...query,
      respond: (payload) => {
        const responding = this.#respond(key, payload);
        // A listener need not wait for it; an answer that came too late must not end the process.
        responding.catch(() => undefined);
        return responding;
      },
    };
  }

  async #respond(key: QueryEvent['key'], payload: Uint8Array): Promise<void> {
    checkArgument('payload', payload, SERF_ARGUMENT_RULES.payload);
    const answer = new Uint8Array(payload);
    await this.run((commandId) => ({ type: 'respond', commandId, key, payload: answer }));
  }

  #openCollector(name: string, success: SerfSuccess): ReplyCollector | undefined {
    if (success.type !== 'query-started') return undefined;
    const { queryId, deadlineMs } = success;
    const cancel = (): void => this.#driver?.input({ type: 'cancel-query', queryId });
    const collector = new ReplyCollector({ name, deadlineMs, cancel });
    this.#queries.set(queryId, collector);
    return collector;
  }

  /** One after the other, so that the last state is the one that stays. */
  #saveKeyring(changeId: number): void {
    const { keyring, onKeyringChange } = this.#options;
    if (keyring === undefined || onKeyringChange === undefined) {
      this.#driver?.input({ type: 'keyring-saved', changeId });
      return;
    }
    const saving = this.#savingKeyring.then(() => onKeyringChange(keyring));
    this.#savingKeyring = saving.then(
      () => this.#driver?.input({ type: 'keyring-saved', changeId }),
      (error: unknown) => {
        this.#logger.error('keyring was changed, but not saved', { error });
        const failure = error instanceof Error ? error.message : String(error);
        this.#driver?.input({ type: 'keyring-saved', changeId, failure });
      },
    );
  }

  #onNameLost(): void {
    this.#logger.error('another member has this name', { name: this.#parts.config.swim.name });
    if (this.#options.onNameLost !== 'report') this.#stopByItself();
  }

  #onFault(error: unknown): void {
    const detail = `the member stopped by a defect: ${String(error)}`;
    const fault = new SerfError('INTERNAL_FAULT', detail, { cause: error });
    this.#logger.error('serf member stopped by a defect', { error });
    this.#commands.abort(fault);
    this.#parts.hub.emit('fault', fault);
    this.#stopByItself();
  }

  /** Nobody waits for it, so nobody else would hear that something could not be closed. */
  #stopByItself(): void {
    this.stop().catch((error: unknown) => {
      this.#logger.error('serf member did not stop in order', { error });
    });
  }

  async #stop(): Promise<void> {
    const hadStarted = this.#phase !== 'new';
    this.#phase = 'stopped';
    this.#driver?.stop();
    this.#commands.abort(new SerfError('NOT_RUNNING', 'the member was stopped'));
    for (const query of this.#queries.values()) query.end();
    this.#queries.clear();
    if (!hadStarted) return;
    // What is still being opened must be there to be closed.
    await this.#starting?.catch(() => undefined);
    try {
      await this.#io.close();
    } finally {
      await this.#snapshot?.close();
      await this.#savingKeyring;
    }
  }
}

function measure(metrics: Metrics, { kind, name, value }: SwimMeasurement): void {
  const fullName = `serf.${name}`;
  if (kind === 'counter') metrics.increment(fullName, value);
  else if (kind === 'gauge') metrics.gauge(fullName, value);
  else metrics.sample(fullName, value);
}
