import { formatEndpoint, unreachable } from '@konsul/runtime/core';
import type { SwimOutcome } from '@konsul/swim/core';
import type { SerfContext } from './context.js';
import type { Departure } from './handlers/departure.js';
import { INTERNAL_QUERY_PREFIX, type IncomingQueries } from './handlers/incoming-queries.js';
import type { Intents } from './handlers/intents.js';
import type { KeyRequests } from './handlers/key-requests.js';
import type { Maintenance } from './handlers/maintenance.js';
import type { OpenQuery } from './handlers/open-query.js';
import type { OutgoingQueries } from './handlers/outgoing-queries.js';
import type { Rejoin } from './handlers/rejoin.js';
import type { StateExchange } from './handlers/state-exchange.js';
import type { UserEvents } from './handlers/user-events.js';
import type { QueryId, SerfCommand } from './input.js';
import type { SnapshotLog } from './snapshot-log.js';
import type { RecoveredState } from './snapshot-replay.js';

/** The one internal query that a host may ask: who hears us. */
const PING_QUERY = '_serf_ping';

/** The parts of a core that commands work with. */
export interface CommandParts {
  readonly context: SerfContext;
  readonly intents: Intents;
  readonly exchange: StateExchange;
  readonly userEvents: UserEvents;
  readonly outgoing: OutgoingQueries;
  readonly incoming: IncomingQueries;
  readonly keys: KeyRequests;
  readonly departure: Departure;
  readonly maintenance: Maintenance;
  readonly rejoin: Rejoin;
  readonly snapshot: SnapshotLog;
}

type CommandOf<Type extends SerfCommand['type']> = Extract<SerfCommand, { readonly type: Type }>;

/** Does what the host wants. */
export class Commands {
  readonly #parts: CommandParts;
  readonly #context: SerfContext;
  readonly #queries = new Map<QueryId, OpenQuery>();
  #queryIdNext = 1;

  constructor(parts: CommandParts) {
    this.#parts = parts;
    this.#context = parts.context;
  }

  run(command: SerfCommand): void {
    if (command.type === 'start') this.#start(command);
    else if (command.type === 'cancel-query') this.#cancelQuery(command.queryId);
    else if (this.#isReadyFor(command)) this.#runReady(command);
  }

  #runReady(command: Exclude<SerfCommand, CommandOf<'start' | 'cancel-query'>>): void {
    switch (command.type) {
      case 'join':
        this.#join(command);
        break;
      case 'leave':
        this.#parts.departure.leave(command.commandId);
        break;
      case 'force-leave':
        this.#parts.departure.forceLeave(command);
        break;
      case 'set-tags':
        this.#setTags(command);
        break;
      case 'user-event':
        this.#parts.userEvents.send(command);
        break;
      case 'query':
        this.#query(command);
        break;
      case 'respond':
        this.#parts.incoming.respond(command);
        break;
      case 'key-request':
        this.#parts.keys.send(command);
        break;
      default:
        unreachable(command);
    }
  }

  /** Only a leave may be repeated while leaving. */
  #isReadyFor(command: Exclude<SerfCommand, CommandOf<'start' | 'cancel-query'>>): boolean {
    const { state } = this.#context;
    if (state === 'running' || (state !== 'new' && command.type === 'leave')) return true;
    const reason = state === 'new' ? 'not-started' : 'left';
    this.#context.fail(command.commandId, reason, `the member is ${state}, not running`);
    return false;
  }

  #start({ address, port, tags, recovered }: CommandOf<'start'>): void {
    if (this.#context.state !== 'new') return;
    this.#context.state = 'running';
    if (recovered !== undefined) this.#recover(recovered);
    const meta = this.#context.codec.encodeTags(tags);
    this.#context.tellSwim({ type: 'start', address, port, meta });
    this.#parts.maintenance.start();
    if (recovered !== undefined) this.#parts.rejoin.start(recovered.alive);
  }

  /** Old events and queries are not for us: the member before us has seen them. */
  #recover(recovered: RecoveredState): void {
    const { memberClock, eventClock, queryClock, events, queries } = this.#context;
    memberClock.witness(recovered.memberTime);
    eventClock.witness(recovered.eventTime);
    queryClock.witness(recovered.queryTime);
    events.raiseTimeMin(recovered.eventTime + 1);
    queries.raiseTimeMin(recovered.queryTime + 1);
    const addresses = new Map<string, string>();
    for (const [name, endpoint] of recovered.alive) addresses.set(name, formatEndpoint(endpoint));
    this.#parts.snapshot.begin(addresses);
  }

  #join({ commandId, peers, isIgnoringOldEvents }: CommandOf<'join'>): void {
    const { exchange, intents } = this.#parts;
    if (isIgnoringOldEvents) exchange.beginIgnoringOldEvents();
    this.#context.commandSwim(
      (swimCommandId) => ({ type: 'join', commandId: swimCommandId, peers }),
      (outcome) => {
        if (isIgnoringOldEvents) exchange.endIgnoringOldEvents();
        if (outcome.type === 'joined' && this.#context.state === 'running') intents.announceJoin();
        this.#passOn(commandId, outcome);
      },
    );
  }

  #setTags({ commandId, tags }: CommandOf<'set-tags'>): void {
    const { codec, config } = this.#context;
    this.#context.commandSwim(
      (swimCommandId) => ({
        type: 'update-meta',
        commandId: swimCommandId,
        meta: codec.encodeTags(tags),
        timeoutMs: config.broadcastTimeoutMs,
      }),
      (outcome) => this.#passOn(commandId, outcome),
    );
  }

  #passOn(commandId: number, outcome: SwimOutcome): void {
    if (outcome.type === 'pong') this.#context.complete(commandId, { type: 'done' });
    else this.#context.complete(commandId, outcome);
  }

  #query(command: CommandOf<'query'>): void {
    const { commandId, type: _type, ...request } = command;
    const { name, payload } = command;
    const isPing = name === PING_QUERY && payload.length === 0;
    if (name.startsWith(INTERNAL_QUERY_PREFIX) && !isPing) {
      this.#context.fail(commandId, 'reserved-name', `query ${name} belongs to the protocol`);
      return;
    }
    const queryId = this.#queryIdNext;
    this.#queryIdNext += 1;
    const refusal = this.#parts.outgoing.send({
      ...request,
      wantsResponse: !isPing,
      onStart: (query) => {
        this.#queries.set(queryId, query);
        const { deadlineMs } = query.options;
        this.#context.complete(commandId, { type: 'query-started', queryId, deadlineMs });
      },
      onReply: (reply) => this.#context.emit({ type: 'query-reply', queryId, reply }),
      onEnd: () => {
        this.#queries.delete(queryId);
        this.#context.emit({ type: 'query-ended', queryId });
      },
    });
    if (refusal !== undefined) this.#context.fail(commandId, refusal.reason, refusal.detail);
  }

  #cancelQuery(queryId: QueryId): void {
    const query = this.#queries.get(queryId);
    if (query !== undefined) this.#parts.outgoing.end(query);
  }
}
