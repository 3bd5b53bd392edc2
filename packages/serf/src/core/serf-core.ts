import type { ProtocolCore } from '@konsul/runtime/core';
import { SwimCore, type SwimDelegate, type SwimEffect, type SwimInput } from '@konsul/swim/core';
import { admissionHooks } from './admission.js';
import { Commands } from './commands.js';
import type { SerfConfig } from './config.js';
import { SerfContext, type SerfCoreOptions, type SerfCoreState } from './context.js';
import type { Coordinate } from './coordinate.js';
import type { SerfEffect } from './effect.js';
import { EventPipeline } from './event-pipeline.js';
import { Conflicts } from './handlers/conflicts.js';
import { Coordinates } from './handlers/coordinates.js';
import { Departure } from './handlers/departure.js';
import { IncomingQueries } from './handlers/incoming-queries.js';
import { Intents } from './handlers/intents.js';
import { InternalQueries } from './handlers/internal-queries.js';
import { KeyRequests } from './handlers/key-requests.js';
import { Maintenance } from './handlers/maintenance.js';
import { MemberChanges } from './handlers/member-changes.js';
import { OutgoingQueries } from './handlers/outgoing-queries.js';
import { QueryAnswers } from './handlers/query-answers.js';
import { Rejoin } from './handlers/rejoin.js';
import { Removals } from './handlers/removals.js';
import { StateExchange } from './handlers/state-exchange.js';
import { UserEvents } from './handlers/user-events.js';
import { Inbox } from './inbox.js';
import type { KeyringSavedInput, SerfCommand, SerfInput, SnapshotFailedInput } from './input.js';
import type { SerfMember } from './member.js';
import { SnapshotLog } from './snapshot-log.js';
import type { SerfStats } from './stats.js';

const SWIM_TICK: SwimInput = { type: 'tick' };

/** The parts that the layer below calls. */
interface DelegateParts {
  readonly context: SerfContext;
  readonly changes: MemberChanges;
  readonly inbox: Inbox;
  readonly exchange: StateExchange;
  readonly coordinates: Coordinates;
  readonly conflicts: Conflicts;
}

/**
 * One member of a Serf pool as a synchronous state machine: a {@link SwimCore} that knows who is
 * there, and on top of it why members are gone, events and queries that reach everybody, tags,
 * network coordinates and the keys of the pool.
 *
 * Life of a user event: it arrives as a user message of the layer below, which hands it to `Inbox`;
 * `UserEvents` witnesses its time and looks whether it is new; new ones go through `EventPipeline`
 * to the host as a `notify` effect, and into `Broadcasts`, from which the layer below takes what it
 * sends along with its gossip.
 *
 * Source: HashiCorp Serf, whose wire and rules these are; extensions are named where they stand.
 */
export class SerfCore implements ProtocolCore<SerfInput, SerfEffect> {
  readonly #context: SerfContext;
  readonly #swim: SwimCore;
  readonly #snapshot: SnapshotLog;
  readonly #commands: Commands;
  readonly #coordinates: Coordinates;
  readonly #internal: InternalQueries;

  constructor(options: SerfCoreOptions) {
    const context = new SerfContext(options);
    this.#context = context;
    this.#snapshot = new SnapshotLog(context);
    this.#coordinates = new Coordinates(context);
    const pipeline = new EventPipeline(context, this.#snapshot);
    const removals = new Removals({
      context,
      pipeline,
      onErased: (name) => this.#coordinates.forget(name),
    });
    const intents = new Intents({ context, pipeline, removals });
    const userEvents = new UserEvents(context, pipeline);
    const exchange = new StateExchange({ context, intents, userEvents });
    const outgoing: OutgoingQueries = new OutgoingQueries(
      context,
      (message) => void incoming.apply(message),
    );
    const answers = new QueryAnswers(context, (message) => outgoing.onResponse(message));
    this.#internal = new InternalQueries(context, answers);
    const incoming: IncomingQueries = new IncomingQueries({
      context,
      pipeline,
      answers,
      answerInternal: (message) => this.#internal.answer(message),
    });
    this.#swim = new SwimCore({
      config: options.config.swim,
      codec: options.swimCodec,
      rng: options.rng,
      delegate: createDelegate({
        context,
        changes: new MemberChanges({
          context,
          pipeline,
          removals,
          onGone: (name) => outgoing.onMemberGone(name),
        }),
        inbox: new Inbox({ context, intents, userEvents, incoming, outgoing, answers }),
        exchange,
        coordinates: this.#coordinates,
        conflicts: new Conflicts({ context, pipeline, queries: outgoing }),
      }),
    });
    context.attachSwim(this.#swim);
    this.#commands = new Commands({
      context,
      intents,
      exchange,
      userEvents,
      outgoing,
      incoming,
      keys: new KeyRequests(context, outgoing),
      departure: new Departure({ context, pipeline, snapshot: this.#snapshot, intents }),
      maintenance: new Maintenance(context, removals),
      rejoin: new Rejoin(context, intents),
      snapshot: this.#snapshot,
    });
  }

  get config(): SerfConfig {
    return this.#context.config;
  }

  get state(): SerfCoreState {
    return this.#context.state;
  }

  /** Members of any status, ourselves included. */
  get memberCount(): number {
    return this.#context.members.size;
  }

  /** Our own entry; undefined before the start. */
  get localMember(): SerfMember | undefined {
    return this.member(this.#context.localName);
  }

  member(name: string): SerfMember | undefined {
    return this.#context.members.get(name)?.view;
  }

  /** Members of any status, in the order in which we heard of them. */
  members(): readonly SerfMember[] {
    return Array.from(this.#context.members.all(), (record) => record.view);
  }

  /** Our own position; undefined when turned off. */
  coordinate(): Coordinate | undefined {
    return this.#coordinates.own;
  }

  /** Where a member said it was with its last ack. */
  coordinateOf(name: string): Coordinate | undefined {
    return this.#coordinates.of(name);
  }

  stats(): SerfStats {
    const { members, memberClock, eventClock, queryClock, broadcasts } = this.#context;
    return {
      memberCount: members.size,
      failedCount: members.failed.size,
      leftCount: members.left.size,
      healthScore: this.#swim.healthScore,
      memberTime: memberClock.time,
      eventTime: eventClock.time,
      queryTime: queryClock.time,
      intentQueueCount: broadcasts.countOf('intent'),
      eventQueueCount: broadcasts.countOf('event'),
      queryQueueCount: broadcasts.countOf('query'),
      isEncrypted: (this.#context.options.keyring?.size ?? 0) > 0,
      coordinateResetCount: this.#coordinates.resetCount,
    };
  }

  step(input: SerfInput, nowMs: number): readonly SerfEffect[] {
    this.#context.nowMs = nowMs;
    if (input.type === 'tick') this.#onTick();
    else if (input.type === 'snapshot-failed') this.#snapshot.onFailure();
    else if (input.type === 'keyring-saved') this.#internal.onKeyringSaved(input);
    else if (isCommand(input)) this.#commands.run(input);
    else this.#pass(this.#swim.step(input, nowMs));
    return this.#finishCall();
  }

  flush(nowMs: number): readonly SerfEffect[] {
    this.#context.nowMs = nowMs;
    this.#pass(this.#swim.flush(nowMs));
    return this.#finishCall();
  }

  nextDeadlineMs(): number | undefined {
    const below = this.#swim.nextDeadlineMs();
    const own = this.#context.deadlines.nextMs();
    if (below === undefined || own === undefined) return below ?? own;
    return Math.min(below, own);
  }

  #onTick(): void {
    const { deadlines, nowMs } = this.#context;
    const belowMs = this.#swim.nextDeadlineMs();
    if (belowMs !== undefined && belowMs <= nowMs) this.#pass(this.#swim.step(SWIM_TICK, nowMs));
    for (let due = deadlines.takeDue(nowMs); due !== undefined; due = deadlines.takeDue(nowMs)) {
      due.value();
    }
  }

  /** What the parts want of the layer below is done now, when no call of it is in progress. */
  #finishCall(): readonly SerfEffect[] {
    const { nowMs } = this.#context;
    for (
      let input = this.#context.nextSwimInput();
      input !== undefined;
      input = this.#context.nextSwimInput()
    ) {
      this.#pass(this.#swim.step(input, nowMs));
    }
    this.#snapshot.onCallEnd();
    return this.#context.takeEffects();
  }

  /** Events of the layer below have come by the delegate already. */
  #pass(effects: readonly SwimEffect[]): void {
    for (const effect of effects) {
      if (effect.type === 'complete') {
        this.#context.onSwimOutcome(effect.commandId, effect.outcome);
      } else if (effect.type !== 'notify') {
        this.#context.emit(effect);
      }
    }
  }
}

function isCommand(
  input: Exclude<SerfInput, SnapshotFailedInput | KeyringSavedInput>,
): input is SerfCommand {
  switch (input.type) {
    case 'tick':
    case 'datagram':
    case 'stream-accepted':
    case 'stream-opened':
    case 'stream-failed':
    case 'stream-data':
    case 'stream-ended':
    case 'stream-closed':
    case 'datagrams-blocked':
    case 'datagrams-writable':
      return false;
    default:
      return true;
  }
}

function createDelegate(parts: DelegateParts): SwimDelegate {
  const { context, changes, inbox, exchange, coordinates, conflicts } = parts;
  return {
    ...admissionHooks(context),
    onMemberEvent: (event) => changes.onEvent(event),
    broadcastQueues: context.broadcasts.queues,
    onUserMessage: (payload, from, sender) => inbox.onMessage(payload, { from, sender }),
    localState: () => exchange.localState(),
    mergeRemoteState: (bytes, isJoin) => exchange.merge(bytes, isJoin),
    ackPayload: () => coordinates.ackPayload(),
    onPingComplete: (member, rttMs, payload) => coordinates.onPingComplete(member, rttMs, payload),
    onConflict: (existing, other) => conflicts.onConflict(existing, other),
  };
}
