import { formatEndpoint, type ProtocolCore, type Rng, seededRng } from '@konsul/runtime';
import { AmbientTrap } from './ambient-trap.js';
import { MemoryNetwork } from './memory-network.js';
import { type LinkScope, oneWayCut, partitionCut, type Undo } from './network-faults.js';
import type { LinkOptions } from './network-link.js';
import type { NetworkEvent } from './network-options.js';
import { type CreateCore, createSimulatedCore, type SimulatedCore } from './simulated-core.js';
import type { Boot, NodeOptions } from './simulated-node.js';
import { SimulationError, type SimulationErrorCode } from './simulation-error.js';
import { checksum, Trace } from './trace.js';
import { watchUncaught } from './uncaught-watch.js';
import { VirtualClock } from './virtual-clock.js';
import type { VirtualDisk } from './virtual-disk.js';
import { defaultAddress, networkObserver } from './world-network.js';
import { type CrashType, WorldNode } from './world-node.js';
import { checkWorldOptions, type WorldOptions } from './world-options.js';

/** Throws when something that must always hold does not. Called after every event. */
export type Checker = (world: World) => void;

export interface CrashOptions {
  /**
   * `power`: unsynced bytes are at risk and peers are not told. `process`: the machine stays, with
   * all that was written, and closes the streams. Default `power`.
   */
  readonly type?: CrashType;
}

const DEFAULT_COMPLETE_WITHIN_MS = 60_000;
const FAILURE_TRACE_LINES = 20;

/**
 * Nodes, a network and disks on virtual time, all from one seed: the same seed and the same calls
 * give the same run, byte for byte.
 *
 * Cores run synchronously by `run` and `runUntil`. Whole nodes that use promises run by `runAsync`,
 * `runUntilAsync` and `complete`, which let all promise callbacks finish between two events.
 */
export class World {
  readonly seed: number;
  readonly clock: VirtualClock;
  readonly network: MemoryNetwork;
  readonly trace: Trace;
  readonly #options: WorldOptions;
  readonly #nodes = new Map<string, WorldNode>();
  readonly #nameOfAddress = new Map<string, string>();
  readonly #checkers: { readonly name: string; readonly check: Checker }[] = [];
  readonly #trap: AmbientTrap | undefined;
  readonly #runNext = (): void => void this.clock.runNext();
  readonly #where = (): string => `seed ${this.seed} at ${this.clock.nowMs().toFixed(3)} ms`;
  #failure: SimulationError | undefined;

  /** @throws SimulationError `OPTION_INVALID`. */
  constructor(options: WorldOptions) {
    checkWorldOptions(options);
    this.#options = options;
    this.seed = options.seed;
    this.trace = new Trace(options.trace);
    this.#trap = options.trapsAmbient === false ? undefined : new AmbientTrap();
    const shufflesTies = options.shufflesTies ?? true;
    this.clock = new VirtualClock(shufflesTies ? { tieRng: this.rng('ties') } : {});
    const tracesNetwork = options.tracesNetwork ?? true;
    this.network = new MemoryNetwork({
      ...options.network,
      clock: this.clock,
      rng: this.rng('network'),
      ...(options.link === undefined ? {} : { link: options.link }),
      ...networkObserver(
        tracesNetwork ? (event) => this.#traceNetwork(event) : undefined,
        options.observeNetwork,
      ),
    });
  }

  /** Randomness of its own for each concern, so that drawing for one does not change another. */
  rng(concern: string): Rng {
    return seededRng(checksum(`${this.seed}/${concern}`));
  }

  /**
   * Adds a node and starts it.
   *
   * @throws SimulationError `NODE_EXISTS` when the name or the address is taken.
   */
  addNode(name: string, boot: Boot, options: NodeOptions = {}): void {
    const address = options.address ?? defaultAddress(this.#nodes.size);
    if (this.#nodes.has(name) || this.#nameOfAddress.has(address)) {
      throw new SimulationError('NODE_EXISTS', `there is already a node ${name} or ${address}`);
    }
    const node = new WorldNode({
      name,
      address,
      boot,
      clockOptions: options,
      diskOptions: this.#options.disk ?? {},
      clock: this.clock,
      network: this.network,
      rng: (concern) => this.rng(`node/${name}/${concern}`),
      trace: (text) => this.note(name, text),
      fail: (error) => this.#fail('NODE_FAULT', `node ${name} threw`, error),
    });
    this.#nodes.set(name, node);
    this.#nameOfAddress.set(address, name);
    node.start();
  }

  /** Adds a node that runs one core by the driver that also runs it in production. */
  addCore<Input, Effect, Core extends ProtocolCore<Input, Effect> = ProtocolCore<Input, Effect>>(
    name: string,
    create: CreateCore<Input, Effect, Core>,
    options: NodeOptions = {},
  ): SimulatedCore<Input, Core> {
    const { boot, handle } = createSimulatedCore(create);
    this.addNode(name, boot, options);
    return handle;
  }

  /** The names of all nodes, in the order of adding. */
  nodeNames(): string[] {
    return [...this.#nodes.keys()];
  }

  /** Whether a node is up; a paused one is. */
  isRunning(name: string): boolean {
    return this.#node(name).isRunning;
  }

  addressOf(name: string): string {
    return this.#node(name).address;
  }

  /** A node's disk, to inject faults or to look at what is on it. */
  disk(name: string): VirtualDisk {
    return this.#node(name).disk;
  }

  /** Stops a node's process: time goes on without it. Harmless when it is down or paused. */
  pause(name: string): void {
    this.#node(name).pause();
  }

  /** Lets a paused node go on. Harmless when it is not paused. */
  resume(name: string): void {
    this.#node(name).resume();
  }

  /** Ends a node's process without warning. Harmless when it is down. */
  crash(name: string, options: CrashOptions = {}): void {
    this.#node(name).crash(options.type ?? 'power');
  }

  /** Starts a node that is down, with the disk it had. Harmless when it runs. */
  restart(name: string): void {
    this.#node(name).start();
  }

  /** Makes a node's monotonic clock run faster or slower; 1 is right. */
  setClockRate(name: string, rate: number): void {
    this.#node(name).setClockRate(rate);
  }

  /** Makes a node's wall clock jump. */
  jumpWall(name: string, byMs: number): void {
    this.#node(name).jumpWall(byMs);
  }

  /** Cuts nodes of different groups off from one another; nodes in no group see everybody. */
  partition(groups: readonly (readonly string[])[]): Undo {
    const text = groups.map((names) => names.join(' ')).join(' | ');
    const cut = partitionCut(groups.map((names) => this.#addresses(names)));
    return this.#fault(`partition ${text}`, this.network.cut(cut));
  }

  /** Cuts one direction: nothing gets from the first nodes to the second. */
  block(from: readonly string[], to: readonly string[]): Undo {
    const cut = oneWayCut(this.#addresses(from), this.#addresses(to));
    return this.#fault(`block ${from.join(' ')} > ${to.join(' ')}`, this.network.cut(cut));
  }

  /** Makes links between nodes different; a missing side means all nodes. */
  degrade(link: LinkOptions, scope: LinkScope = {}): Undo {
    const from = scope.from === undefined ? undefined : [scope.from].flat();
    const to = scope.to === undefined ? undefined : [scope.to].flat();
    const undo = this.network.override(link, {
      ...(from === undefined ? {} : { from: this.#addresses(from) }),
      ...(to === undefined ? {} : { to: this.#addresses(to) }),
    });
    const sides = `${from?.join(' ') ?? '*'} > ${to?.join(' ') ?? '*'}`;
    return this.#fault(`degrade ${sides} ${JSON.stringify(link)}`, undo);
  }

  /** Calls a checker after every event from now on. */
  check(name: string, check: Checker): void {
    this.#checkers.push({ name, check });
  }

  /** Records a line in the trace. */
  note(who: string, text: string): void {
    this.trace.add(`${this.clock.nowMs().toFixed(3)} ${who}: ${text}`);
  }

  /** The same for two runs exactly if everything traced was the same. */
  traceHash(): string {
    return this.trace.hash();
  }

  /**
   * Runs everything due up to and at an instant, without letting promises go on between events.
   *
   * @throws SimulationError `NODE_FAULT`, `INVARIANT_VIOLATED` or `LIVELOCK`, with the seed.
   */
  run(untilMs: number): void {
    while (this.#isDue(untilMs)) this.#step();
    this.clock.moveTo(untilMs);
    this.#throwFailure();
  }

  /**
   * Runs until something holds, for at most `withinMs` from now.
   *
   * @returns whether it held.
   */
  runUntil(predicate: () => boolean, withinMs: number): boolean {
    const untilMs = this.clock.nowMs() + withinMs;
    while (!predicate()) {
      if (!this.#isDue(untilMs)) {
        this.run(untilMs);
        return predicate();
      }
      this.#step();
    }
    return true;
  }

  /** As `run`, letting all promises go on between two events. */
  async runAsync(untilMs: number): Promise<void> {
    await this.settle();
    while (this.#isDue(untilMs)) {
      this.#step();
      await this.settle();
    }
    this.clock.moveTo(untilMs);
    this.#throwFailure();
  }

  /** As `runUntil`, letting all promises go on between two events. */
  async runUntilAsync(predicate: () => boolean, withinMs: number): Promise<boolean> {
    const untilMs = this.clock.nowMs() + withinMs;
    await this.settle();
    while (!predicate()) {
      if (!this.#isDue(untilMs)) {
        await this.runAsync(untilMs);
        return predicate();
      }
      this.#step();
      await this.settle();
    }
    return true;
  }

  /**
   * Runs until a promise is settled, and returns or throws what it came to.
   *
   * @throws SimulationError `PROMISE_STUCK` when it is not within the virtual time given, which is
   * a minute by default.
   */
  async complete<T>(
    promise: Promise<T>,
    withinMs: number = DEFAULT_COMPLETE_WITHIN_MS,
  ): Promise<T> {
    let isSettled = false;
    const note = (): void => {
      isSettled = true;
    };
    promise.then(note, note);
    const isDone = await this.runUntilAsync(() => isSettled, withinMs);
    if (!isDone) throw this.#error('PROMISE_STUCK', `not settled after ${withinMs} ms`, undefined);
    return await promise;
  }

  /** Lets every promise callback that is ready run, and those that become ready by it. */
  async settle(): Promise<void> {
    const unwatch = watchUncaught(this.#where);
    // Node empties its microtask queue before it calls an immediate.
    await new Promise<void>((resolve) => setImmediate(resolve));
    unwatch();
    this.#throwFailure();
  }

  #isDue(untilMs: number): boolean {
    this.#throwFailure();
    const nextMs = this.clock.nextEventMs();
    return nextMs !== undefined && nextMs <= untilMs;
  }

  #step(): void {
    try {
      if (this.#trap === undefined) this.clock.runNext();
      else this.#trap.run(this.#runNext);
    } catch (error) {
      const isLivelock = error instanceof SimulationError && error.code === 'LIVELOCK';
      this.#fail(isLivelock ? 'LIVELOCK' : 'NODE_FAULT', 'an event threw', error);
    }
    for (const { name, check } of this.#checkers) {
      try {
        check(this);
      } catch (error) {
        this.#fail('INVARIANT_VIOLATED', `checker ${name}`, error);
      }
    }
    this.#throwFailure();
  }

  #fail(code: SimulationErrorCode, what: string, cause: unknown): void {
    this.#failure ??= this.#error(code, what, cause);
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #error(code: SimulationErrorCode, what: string, cause: unknown): SimulationError {
    const reason = cause instanceof Error ? cause.message : String(cause ?? '');
    const tail = this.trace.lines(FAILURE_TRACE_LINES).join('\n');
    return new SimulationError(
      code,
      `${this.#where()}: ${what}: ${reason}\nlast events:\n${tail}`,
      { cause },
    );
  }

  #fault(text: string, undo: Undo): Undo {
    this.note('world', text);
    let isUndone = false;
    return () => {
      if (isUndone) return;
      isUndone = true;
      this.note('world', `end of ${text}`);
      undo();
    };
  }

  #node(name: string): WorldNode {
    const node = this.#nodes.get(name);
    if (node === undefined) throw new SimulationError('NODE_UNKNOWN', `there is no node ${name}`);
    return node;
  }

  #addresses(names: readonly string[]): string[] {
    return names.map((name) => this.addressOf(name));
  }

  #traceNetwork(event: NetworkEvent): void {
    const from = this.#nameOfAddress.get(event.from.host) ?? formatEndpoint(event.from);
    const to = this.#nameOfAddress.get(event.to.host) ?? formatEndpoint(event.to);
    const { bytes, reason } = event;
    const payload =
      bytes === undefined ? '' : ` ${bytes.length} B #${checksum(bytes).toString(16)}`;
    const why = reason === undefined ? '' : ` ${reason}`;
    this.note(
      'net',
      `${event.type}${why} ${from}:${event.from.port} > ${to}:${event.to.port}${payload}`,
    );
  }
}
