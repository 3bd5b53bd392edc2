import type { Endpoint } from '@konsul/runtime';
import { beginFault, type Fault, type PlannedFault } from '../fault-plan.js';
import type { SimulatedNode } from '../simulated-node.js';
import type { SimulatedMember, SimulatedProtocol } from '../simulated-protocol.js';
import { World } from '../world.js';
import { defaultAddress } from '../world-network.js';
import { checkProtocolOptions } from './check-protocol-options.js';
import { joinTimes, memberNames, type SimulationDescription } from './description.js';
import { type Detection, DetectionLog, type FalsePositive } from './detection-log.js';
import { type Load, LoadMeter, type LoadSample } from './load-meter.js';
import { expandFault, type SiteMembers } from './site-faults.js';
import { createLinkBetween } from './site-links.js';
import { type ViewSample, ViewTracker } from './view-tracker.js';

/** Everything that was measured in one run. */
export interface SimulationResult {
  readonly description: SimulationDescription;
  readonly protocolName: string;
  readonly memberCount: number;
  readonly views: readonly ViewSample[];
  readonly detections: readonly Detection[];
  readonly falsePositives: readonly FalsePositive[];
  readonly loadSamples: readonly LoadSample[];
  readonly load: ReadonlyMap<string, Load>;
  /** Events of the simulator's clock. */
  readonly eventCount: number;
  /** The same for two runs exactly if everything traced was the same. */
  readonly traceHash: string;
}

export interface RunOptions {
  readonly protocol: SimulatedProtocol;
  /** Called about once per virtual second. */
  readonly progress?: (atMs: number, sample: ViewSample) => void;
}

const PORT = 7_946;
const SAMPLE_COUNT = 600;
const SAMPLE_MS_MIN = 100;
const PROGRESS_MS = 1_000;
/** Whom members join by: so many of the first. */
const SEED_COUNT = 3;
const TRACE_LINES = 200;

/**
 * Runs a description from its beginning to its end on virtual time.
 *
 * @throws SimulationError when a member meets a defect, or tells of other changes than it shows;
 *   `OPTION_INVALID` when the protocol refuses what the description sets for it.
 */
export async function runSimulation(
  description: SimulationDescription,
  options: RunOptions,
): Promise<SimulationResult> {
  checkProtocolOptions(options.protocol, description.options);
  return new Run(description, options).complete();
}

class Run {
  readonly #description: SimulationDescription;
  readonly #options: RunOptions;
  readonly #world: World;
  readonly #views = new ViewTracker();
  readonly #log = new DetectionLog();
  readonly #meter: LoadMeter;
  readonly #members = new Map<string, SimulatedMember>();
  /** Which process of each member is the present one. */
  readonly #incarnations = new Map<string, number>();
  /** Those that do not come back, whatever took them down. */
  readonly #killed = new Set<string>();
  readonly #sites: SiteMembers = new Map();
  readonly #seeds: Endpoint[] = [];
  readonly #samples: ViewSample[] = [];

  constructor(description: SimulationDescription, options: RunOptions) {
    this.#description = description;
    this.#options = options;
    const { protocol } = options;
    this.#meter = new LoadMeter((bytes) => protocol.messageType?.(bytes) ?? 'datagram');
    const placeOf = new Map<string, { site: string; index: number }>();
    const linkBetween = createLinkBetween(description, placeOf);
    this.#world = new World({
      seed: description.seed,
      link: description.link,
      tracesNetwork: false,
      trace: { linesMax: TRACE_LINES },
      observeNetwork: (event) => this.#meter.observe(event),
      ...(linkBetween === undefined ? {} : { network: { linkBetween } }),
    });
    const joins = joinTimes(description.groups);
    let index = 0;
    for (const [groupIndex, names] of memberNames(description.groups).entries()) {
      const group = description.groups[groupIndex];
      if (group === undefined) continue;
      const site = this.#sites.get(group.site) ?? [];
      this.#sites.set(group.site, site);
      for (const name of names) {
        const address = defaultAddress(index);
        placeOf.set(address, { site: group.site, index });
        site.push(name);
        index += 1;
        this.#world.clock.schedule(joins.get(name) ?? 0, () => this.#join(name, address));
      }
    }
    for (const { type, atMs, who } of description.actions) {
      this.#world.clock.schedule(atMs, () => {
        for (const name of who.flatMap((word) => this.#sites.get(word) ?? [word])) {
          if (type === 'kill') this.#kill(name);
          else this.#leave(name);
        }
      });
    }
    for (const planned of description.faults) this.#plan(planned);
  }

  async complete(): Promise<SimulationResult> {
    const { durationMs } = this.#description;
    const sampleMs = Math.max(SAMPLE_MS_MIN, durationMs / SAMPLE_COUNT);
    let progressAtMs = 0;
    for (let atMs = 0; atMs < durationMs; ) {
      atMs = Math.min(durationMs, atMs + sampleMs);
      await this.#world.runAsync(atMs);
      const sample = this.#views.sample(atMs);
      this.#samples.push(sample);
      this.#meter.sample(atMs);
      if (atMs >= progressAtMs) {
        this.#options.progress?.(atMs, sample);
        progressAtMs = atMs + PROGRESS_MS;
      }
    }
    for (const [name, member] of this.#members) {
      if (this.#views.isRunning(name)) this.#views.verify(name, member);
    }
    return {
      description: this.#description,
      protocolName: this.#options.protocol.name,
      memberCount: [...this.#sites.values()].reduce((sum, names) => sum + names.length, 0),
      views: this.#samples,
      detections: this.#log.detections(),
      falsePositives: this.#log.falsePositives,
      loadSamples: this.#meter.samples,
      load: this.#meter.total,
      eventCount: this.#world.clock.eventCount,
      traceHash: this.#world.traceHash(),
    };
  }

  #join(name: string, address: string): void {
    // Killed before it was there: that was for nothing.
    this.#killed.delete(name);
    const seeds = [...this.#seeds];
    if (this.#seeds.length < SEED_COUNT) this.#seeds.push({ host: address, port: PORT });
    this.#world.addNode(name, (node) => this.#boot(node, seeds), { address });
  }

  #boot(node: SimulatedNode, seeds: readonly Endpoint[]): void {
    const { name, address, clock, rng, incarnation } = node;
    this.#views.start(name, this.#world.clock.nowMs());
    this.#log.started(name);
    this.#incarnations.set(name, incarnation);
    const member = this.#options.protocol.start({
      name,
      clock,
      rng,
      datagrams: node.datagram(PORT),
      streams: node.stream(PORT),
      endpoint: node.endpoint(PORT),
      seeds: seeds.length === 0 ? this.#otherSeeds(address) : seeds,
      options: this.#description.options,
      observe: (change) => {
        // What an earlier process still says by a promise it had is nobody's business.
        if (this.#incarnations.get(name) !== incarnation) return;
        node.trace(`${change.type} ${change.member}`);
        this.#views.change(name, change);
        this.#log.change(name, change, this.#world.clock.nowMs());
      },
      fail: node.fail,
    });
    requireMember(member);
    this.#members.set(name, member);
  }

  /** The first member has nobody to join; when it comes back it has. */
  #otherSeeds(address: string): Endpoint[] {
    return this.#seeds.filter(({ host }) => host !== address);
  }

  #kill(name: string): void {
    this.#killed.add(name);
    if (!this.#views.isRunning(name)) return;
    this.#world.crash(name);
    this.#onDown(name);
  }

  #onDown(name: string): void {
    this.#members.delete(name);
    this.#incarnations.delete(name);
    this.#views.stop(name);
    this.#log.ended(name, this.#world.clock.nowMs(), 'crash');
  }

  #leave(name: string): void {
    const member = this.#members.get(name);
    if (member === undefined || !this.#views.isExpected(name)) return;
    this.#views.leave(name);
    this.#log.ended(name, this.#world.clock.nowMs(), 'leave');
    member.leave();
  }

  #plan({ atMs, durationMs, fault }: PlannedFault): void {
    this.#world.clock.schedule(atMs, () => {
      for (const one of expandFault(fault, this.#sites)) this.#begin(one, atMs + durationMs);
    });
  }

  #begin(fault: Fault, endMs: number): void {
    if (fault.type === 'crash') {
      if (!this.#views.isRunning(fault.node)) return;
      this.#world.crash(fault.node, { type: fault.how });
      this.#onDown(fault.node);
      this.#world.clock.schedule(endMs, () => {
        if (!this.#killed.has(fault.node)) this.#world.restart(fault.node);
      });
      return;
    }
    this.#world.clock.schedule(endMs, beginFault(this.#world, fault));
  }
}

/** What no compiler has checked may return anything. */
function requireMember(member: unknown): void {
  const has = (key: string): boolean =>
    typeof member === 'object' && member !== null && typeof Reflect.get(member, key) === 'function';
  if (has('then')) {
    // Its own failure would end the process before this could be read.
    Promise.resolve(member).catch(() => undefined);
    throw new Error('start must return a member, not a promise');
  }
  if (!has('members') || !has('leave')) {
    throw new Error('start must return a member, with the functions members and leave');
  }
}
