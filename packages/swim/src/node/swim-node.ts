import {
  type Clock,
  checkOptions,
  createEventHub,
  createSystemRng,
  Driver,
  type Endpoint,
  type EventHub,
  option,
  PendingCommands,
  silentLogger,
  silentMetrics,
  systemClock,
} from '@konsul/runtime';
import { resolveConfig } from '../config.js';
import { parseAddress } from '../core/address.js';
import { META_BYTES_MAX, type SwimConfig } from '../core/config.js';
import type { SwimEffect } from '../core/effect.js';
import type { SwimEvent } from '../core/event.js';
import type { CommandId, SwimInput } from '../core/input.js';
import type { Member } from '../core/member.js';
import { SwimCore } from '../core/swim-core.js';
import { checkArgument, refuseOption, SwimError } from '../errors.js';
import type { SwimEvents } from '../events.js';
import { SWIM_ARGUMENT_RULES, SWIM_OPTION_RULES } from '../option-rules.js';
import type { JoinResult, Swim, SwimOptions } from '../swim.js';
import { createMemberlistCodec } from '../wire/memberlist-codec.js';
import { announcedEndpoint, resolvePeers, systemLookup } from './addresses.js';
import { commandResult, type SwimSuccess } from './command-result.js';
import { emitEvents } from './emit-events.js';
import { createNetworkTransport } from './network-transport.js';
import { SwimIo } from './swim-io.js';

const DEFAULT_BIND: Endpoint = { host: '0.0.0.0', port: 7_946 };
const DEFAULT_COMMAND_TIMEOUT_MS = 5_000;
const PORT_MAX = 65_535;
const TICK: SwimInput = { type: 'tick' };

/**
 * A member with everything it needs: memberlist's wire, UDP and TCP, the system's clock.
 *
 * @throws SwimError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createSwim(options: SwimOptions): Swim {
  checkOptions(options, SWIM_OPTION_RULES, refuseOption);
  return new SwimNode(options);
}

class SwimNode implements Swim {
  readonly config: SwimConfig;
  readonly on: EventHub<SwimEvents>['on'];
  readonly once: EventHub<SwimEvents>['once'];
  readonly off: EventHub<SwimEvents>['off'];
  readonly #options: SwimOptions;
  readonly #clock: Clock;
  readonly #core: SwimCore;
  readonly #io: SwimIo;
  readonly #hub: EventHub<SwimEvents>;
  readonly #commands = new PendingCommands<SwimSuccess>();
  #events: SwimEvent[] = [];
  #driver: Driver<SwimInput, SwimEffect> | undefined;
  #phase: 'new' | 'running' | 'stopped' = 'new';

  constructor(options: SwimOptions) {
    this.#options = options;
    checkMeta(options.meta);
    this.config = resolveConfig({
      ...options.tuning,
      name: options.name,
      profile: options.profile ?? 'lan',
    });
    this.#clock = options.clock ?? systemClock;
    this.#hub = createEventHub<SwimEvents>(options.logger ?? silentLogger);
    this.on = this.#hub.on;
    this.once = this.#hub.once;
    this.off = this.#hub.off;
    this.#core = new SwimCore({
      config: this.config,
      codec: options.codec ?? createMemberlistCodec(options.wire),
      rng: options.rng ?? createSystemRng(),
      ...(options.delegate === undefined ? {} : { delegate: options.delegate }),
    });
    const metrics = options.metrics ?? silentMetrics;
    const transport =
      options.transport ?? createNetworkTransport({ ...(options.bind ?? DEFAULT_BIND), metrics });
    this.#io = new SwimIo({
      transport,
      clock: this.#clock,
      metrics,
      input: (input) => this.#driver?.input(input),
    });
  }

  get healthScore(): number {
    return this.#core.healthScore;
  }

  async start(): Promise<void> {
    if (this.#phase !== 'new') throw new SwimError('ALREADY_STARTED', 'start was called before');
    this.#driver = new Driver({
      core: this.#core,
      clock: this.#clock,
      tick: TICK,
      execute: (effect) => this.#execute(effect),
      afterTurn: () => this.#endTurn(),
      onFault: (error) => this.#onFault(error),
    });
    this.#phase = 'running';
    try {
      this.#input(this.#startInput(await this.#io.start()));
    } catch (error) {
      await this.stop();
      throw error;
    }
    await new Promise<void>((resolve) => this.#clock.defer(resolve));
    this.#requireRunning();
    if (this.#core.localMember !== undefined) return;
    await this.stop();
    const reason = 'allowedCidrs or the delegate refuse what this member announces of itself';
    throw new SwimError('INVALID_CONFIG', reason);
  }

  async stop(): Promise<void> {
    if (this.#phase === 'stopped') return;
    const hadStarted = this.#phase !== 'new';
    this.#phase = 'stopped';
    this.#driver?.stop();
    this.#commands.abort(new SwimError('NOT_RUNNING', 'the member was stopped'));
    if (hadStarted) await this.#io.close();
  }

  async join(peers: readonly string[]): Promise<JoinResult> {
    this.#requireRunning();
    checkPeers(peers);
    const options = {
      defaultPort: (this.#options.bind ?? DEFAULT_BIND).port || this.localMember().port,
      lookup: this.#options.lookup ?? systemLookup,
    };
    const { endpoints, failures } = await resolvePeers(peers, options);
    const outcome = await this.#run((commandId) => ({
      type: 'join',
      commandId,
      peers: endpoints,
    }));
    if (outcome.type !== 'joined') return { contactedCount: 0, failures };
    return { ...outcome, failures: [...failures, ...outcome.failures] };
  }

  async leave(timeoutMs: number = DEFAULT_COMMAND_TIMEOUT_MS): Promise<void> {
    checkArgument('timeoutMs', timeoutMs, SWIM_ARGUMENT_RULES.timeoutMs);
    await this.#run((commandId) => ({ type: 'leave', commandId, timeoutMs }));
  }

  members(): readonly Member[] {
    return this.#core.liveMembers();
  }

  knownMembers(): readonly Member[] {
    return this.#core.knownMembers();
  }

  member(name: string): Member | undefined {
    return this.#core.member(name);
  }

  localMember(): Member {
    const member = this.#core.localMember;
    if (member === undefined) throw new SwimError('NOT_RUNNING', 'the member has not started');
    return member;
  }

  async updateMeta(
    meta: Uint8Array,
    timeoutMs: number = DEFAULT_COMMAND_TIMEOUT_MS,
  ): Promise<void> {
    checkArgument('meta', meta, SWIM_ARGUMENT_RULES.meta);
    checkArgument('timeoutMs', timeoutMs, SWIM_ARGUMENT_RULES.timeoutMs);
    await this.#run((commandId) => ({ type: 'update-meta', commandId, meta, timeoutMs }));
  }

  send(name: string, payload: Uint8Array): void {
    const to = this.#endpointOf(name);
    checkArgument('payload', payload, SWIM_ARGUMENT_RULES.payload);
    this.#input({ type: 'send-user', to, payload });
  }

  async sendReliable(name: string, payload: Uint8Array): Promise<void> {
    const to = this.#endpointOf(name);
    checkArgument('payload', payload, SWIM_ARGUMENT_RULES.payload);
    await this.#run((commandId) => ({ type: 'send-user-stream', commandId, to, payload }));
  }

  async ping(name: string): Promise<number> {
    const to = this.#endpointOf(name);
    const outcome = await this.#run((commandId) => ({ type: 'ping', commandId, to }));
    return outcome.type === 'pong' ? outcome.rttMs : 0;
  }

  broadcast(payload: Uint8Array, name?: string): void {
    checkArgument('payload', payload, SWIM_ARGUMENT_RULES.payload);
    checkArgument('name', name, SWIM_ARGUMENT_RULES.name);
    const bytesMax = this.#core.broadcastBytesMax;
    if (payload.length > bytesMax) {
      const detail = `payload has ${payload.length} bytes, at most ${bytesMax} fit into a packet`;
      throw new SwimError('TOO_LARGE', detail);
    }
    this.#input(
      name === undefined ? { type: 'broadcast', payload } : { type: 'broadcast', payload, name },
    );
  }

  #startInput(bound: Endpoint): SwimInput {
    const { host, port } = announcedEndpoint(bound, this.#options.advertise);
    const address = parseAddress(host);
    if (address === undefined) {
      throw new SwimError('INVALID_ADDRESS', `advertise host ${host} is no IP address`);
    }
    if (!Number.isInteger(port) || port < 1 || port > PORT_MAX) {
      throw new SwimError('INVALID_ADDRESS', `advertise port ${port} is not 1 to ${PORT_MAX}`);
    }
    return { type: 'start', address, port, meta: this.#options.meta ?? new Uint8Array(0) };
  }

  #execute(effect: SwimEffect): void {
    if (effect.type === 'notify') {
      this.#events.push(effect.event);
    } else if (effect.type === 'complete') {
      this.#commands.complete(effect.commandId, commandResult(effect.outcome));
    } else {
      this.#io.execute(effect);
    }
  }

  #endTurn(): void {
    this.#io.endTurn();
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    emitEvents(this.#hub, events);
  }

  #onFault(error: unknown): void {
    const detail = `the member stopped by a defect: ${String(error)}`;
    const fault = new SwimError('INTERNAL_FAULT', detail, { cause: error });
    this.#options.logger?.error('swim member stopped by a defect', { error });
    this.#commands.abort(fault);
    this.#hub.emit('fault', fault);
    this.stop().catch((stopError: unknown) => {
      this.#options.logger?.error('swim transport did not close', { error: stopError });
    });
  }

  #requireRunning(): void {
    if (this.#phase !== 'running') {
      throw new SwimError('NOT_RUNNING', `the member is ${this.#phase}, not running`);
    }
  }

  #input(input: SwimInput): void {
    this.#requireRunning();
    this.#driver?.input(input);
  }

  #run(command: (commandId: CommandId) => SwimInput): Promise<SwimSuccess> {
    return this.#commands.run((commandId) => this.#input(command(commandId)));
  }

  /** A member that does not run knows nobody: that is what its user should hear, not the other. */
  #endpointOf(name: string): Endpoint {
    this.#requireRunning();
    const member = this.#core.member(name);
    if (member === undefined) {
      throw new SwimError('UNKNOWN_MEMBER', `no member is named ${JSON.stringify(name)}`);
    }
    return { host: member.host, port: member.port, name };
  }
}

/** Peers may come from a configuration file, where one address is easily not a list. */
function checkPeers(peers: readonly string[]): void {
  const problem = option.texts(peers, 'peers');
  if (problem !== undefined) throw new SwimError('INVALID_ADDRESS', problem);
}

function checkMeta(meta: Uint8Array | undefined): void {
  if (meta === undefined || meta.length <= META_BYTES_MAX) return;
  throw new SwimError(
    'INVALID_CONFIG',
    `meta must have at most ${META_BYTES_MAX} bytes; it has ${meta.length}`,
  );
}
