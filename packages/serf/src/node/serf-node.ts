import {
  checkOptions,
  createEventHub,
  type Endpoint,
  type EventHub,
  silentLogger,
} from '@konsul/runtime';
import { isSwimError, META_BYTES_MAX, resolveAddress, systemLookup } from '@konsul/swim';
import { asSerf, resolveConfig } from '../config.js';
import type { SerfCodec } from '../core/codec.js';
import type { SerfConfig } from '../core/config.js';
import type { Coordinate } from '../core/coordinate.js';
import type { SerfMember } from '../core/member.js';
import type { QueryFilter, Tags } from '../core/messages.js';
import type { SerfStats } from '../core/stats.js';
import { checkArgument, refuseOption, SerfError } from '../errors.js';
import type { SerfEvents } from '../events.js';
import {
  FORCE_LEAVE_OPTION_RULES,
  JOIN_OPTION_RULES,
  QUERY_OPTION_RULES,
  SERF_ARGUMENT_RULES,
  SERF_OPTION_RULES,
  USER_EVENT_OPTION_RULES,
} from '../option-rules.js';
import type {
  ForceLeaveOptions,
  JoinOptions,
  KeyManager,
  KeyResult,
  OutgoingQuery,
  QueryOptions,
  Serf,
  SerfOptions,
  SerfState,
  UserEventOptions,
} from '../serf.js';
import { createSerfCodec } from '../wire/serf-codec.js';
import { createKeyManager, type KeyRequestOptions } from './key-manager.js';
import { DEFAULT_BIND, SerfHost } from './serf-host.js';

const NO_BYTES: Uint8Array = new Uint8Array(0);

/**
 * A member of a Serf pool with everything it needs: Serf's wire, UDP and TCP, the system's clock.
 *
 * @throws SerfError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createSerf(options: SerfOptions): Serf {
  checkOptions(options, SERF_OPTION_RULES, refuseOption);
  return asSerf(() => new SerfNode(options));
}

class SerfNode implements Serf {
  readonly config: SerfConfig;
  readonly keys: KeyManager;
  readonly on: EventHub<SerfEvents>['on'];
  readonly once: EventHub<SerfEvents>['once'];
  readonly off: EventHub<SerfEvents>['off'];
  readonly #options: SerfOptions;
  readonly #codec: SerfCodec;
  readonly #host: SerfHost;

  constructor(options: SerfOptions) {
    const hub = createEventHub<SerfEvents>(options.logger ?? silentLogger);
    this.#options = options;
    this.config = resolveConfig(options);
    this.on = hub.on;
    this.once = hub.once;
    this.off = hub.off;
    this.keys = createKeyManager((request) => this.#requestKeys(request));
    this.#codec = createSerfCodec(this.config.protocolVersion);
    this.#host = new SerfHost({ options, config: this.config, codec: this.#codec, hub });
  }

  get state(): SerfState {
    return this.#host.state;
  }

  get memberCount(): number {
    return this.#host.core.memberCount;
  }

  async start(): Promise<void> {
    const tags = this.#options.tags ?? {};
    this.#checkTags(tags);
    await this.#host.start(tags);
  }

  stop(): Promise<void> {
    return this.#host.stop();
  }

  async join(peers: readonly string[], options: JoinOptions = {}): Promise<number> {
    this.#host.requireRunning();
    checkPeers(peers);
    checkOptions(options, JOIN_OPTION_RULES, refuseOption);
    const endpoints = await this.#resolve(peers);
    const outcome = await this.#host.run((commandId) => ({
      type: 'join',
      commandId,
      peers: endpoints,
      isIgnoringOldEvents: options.ignoreOldEvents ?? false,
    }));
    return outcome.type === 'joined' ? outcome.contactedCount : 0;
  }

  async leave(): Promise<void> {
    await this.#host.run((commandId) => ({ type: 'leave', commandId }));
  }

  async forceLeave(name: string, options: ForceLeaveOptions = {}): Promise<void> {
    checkArgument('name', name, SERF_ARGUMENT_RULES.name);
    checkOptions(options, FORCE_LEAVE_OPTION_RULES, refuseOption);
    const isPrune = options.prune ?? false;
    await this.#host.run((commandId) => ({ type: 'force-leave', commandId, node: name, isPrune }));
  }

  members(): readonly SerfMember[] {
    return this.#host.core.members();
  }

  member(name: string): SerfMember | undefined {
    return this.#host.core.member(name);
  }

  localMember(): SerfMember {
    const member = this.#host.core.localMember;
    if (member === undefined) throw new SerfError('NOT_RUNNING', 'the member has not started');
    return member;
  }

  async setTags(tags: Tags): Promise<void> {
    checkArgument('tags', tags, SERF_ARGUMENT_RULES.tags);
    this.#checkTags(tags);
    await this.#host.run((commandId) => ({ type: 'set-tags', commandId, tags: { ...tags } }));
  }

  async userEvent(
    name: string,
    payload: Uint8Array = NO_BYTES,
    options: UserEventOptions = {},
  ): Promise<void> {
    checkArgument('name', name, SERF_ARGUMENT_RULES.name);
    checkArgument('payload', payload, SERF_ARGUMENT_RULES.payload);
    checkOptions(options, USER_EVENT_OPTION_RULES, refuseOption);
    const canCoalesce = options.coalesce ?? false;
    const event = { name, payload: new Uint8Array(payload), canCoalesce };
    await this.#host.run((commandId) => ({ type: 'user-event', commandId, ...event }));
  }

  async query(name: string, options: QueryOptions = {}): Promise<OutgoingQuery> {
    checkArgument('name', name, SERF_ARGUMENT_RULES.name);
    checkOptions(options, QUERY_OPTION_RULES, refuseOption);
    const { timeoutMs, relayFactor = 0, wantsAck = false, payload = NO_BYTES } = options;
    return await this.#host.runQuery(name, (commandId) => ({
      type: 'query',
      commandId,
      name,
      payload: new Uint8Array(payload),
      filters: filtersOf(options),
      wantsAck,
      relayFactor,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    }));
  }

  coordinate(): Coordinate | undefined {
    return this.#host.core.coordinate();
  }

  coordinateOf(name: string): Coordinate | undefined {
    return this.#host.core.coordinateOf(name);
  }

  stats(): SerfStats {
    return this.#host.core.stats();
  }

  #checkTags(tags: Tags): void {
    const { length } = this.#codec.encodeTags(tags);
    if (length > META_BYTES_MAX) {
      const detail = `tags take ${length} bytes, at most ${META_BYTES_MAX} are allowed`;
      throw new SerfError('TOO_LARGE', detail);
    }
  }

  async #resolve(peers: readonly string[]): Promise<readonly Endpoint[]> {
    const { bind = DEFAULT_BIND, defaultPort = bind.port, lookup = systemLookup } = this.#options;
    try {
      const resolved = peers.map((peer) => resolveAddress(peer, { defaultPort, lookup }));
      return (await Promise.all(resolved)).flat();
    } catch (error) {
      if (!isSwimError(error)) throw error;
      throw new SerfError('INVALID_ADDRESS', error.detail, { cause: error });
    }
  }

  async #requestKeys(request: KeyRequestOptions): Promise<KeyResult> {
    const outcome = await this.#host.run((commandId) => ({
      type: 'key-request',
      commandId,
      ...request,
    }));
    if (outcome.type === 'keys') return outcome.tally;
    throw new SerfError('INTERNAL_FAULT', `key request ended as ${outcome.type}`);
  }
}

/** Peers may come from a configuration file, where one address is easily not a list. */
function checkPeers(peers: readonly string[]): void {
  const problem = SERF_ARGUMENT_RULES.peers(peers, 'peers');
  if (problem !== undefined) throw new SerfError('INVALID_ADDRESS', problem);
}

function filtersOf({ filterNodes, filterTags }: QueryOptions): readonly QueryFilter[] {
  const filters: QueryFilter[] = [];
  if (filterNodes !== undefined) filters.push({ type: 'nodes', names: [...filterNodes] });
  for (const [tag, expression] of Object.entries(filterTags ?? {})) {
    filters.push({ type: 'tag', tag, expression });
  }
  return filters;
}
