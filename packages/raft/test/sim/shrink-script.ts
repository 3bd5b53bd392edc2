import { shrinkPlan } from '@konsul/simulation';
import type { PlantedBug } from '../../src/core/index.js';
import { serversOf } from './act.js';
import { type Conditions, calm } from './conditions.js';
import { type RunOutcome, runScript } from './run-simulation.js';
import type { Script } from './script.js';

export interface ShrinkScriptOptions {
  readonly plantedBug?: PlantedBug | undefined;
  /** Runs that may be tried. */
  readonly triesMax: number;
  /** Whether time is up. */
  readonly isOver?: () => boolean;
}

/** What is left of a script, and how it ends. */
export interface ShrunkScript {
  readonly script: Script;
  readonly outcome: RunOutcome;
  readonly tryCount: number;
}

/** Tries that are kept back for the last touch. */
const roundingTries = 60;

/** Conditions that are made calm together. */
const aspects: readonly (readonly (keyof Conditions)[])[] = [
  ['dropRatio'],
  ['duplicateRatio'],
  ['slowRatio'],
  ['cutRatio'],
  ['stallRatio'],
  ['snapshotEvery', 'trailingEntries', 'laggingEntries', 'snapshotTimeoutMs'],
  ['clockRatio', 'leaseClockRatioMax'],
  ['messageBytesMax', 'inflightMessagesMax'],
  ['cacheBytesMax'],
  ['delayMinMs', 'delayMaxMs'],
  ['syncMinMs', 'syncMaxMs'],
];

/**
 * Finds a smaller script that breaks the same invariant: calmer conditions, fewer servers, fewer
 * and shorter acts, round numbers, an earlier end.
 *
 * @returns undefined when the script breaks none.
 */
export async function shrinkScript(
  script: Script,
  options: ShrinkScriptOptions,
): Promise<ShrunkScript | undefined> {
  const shrinking = new Shrinking(options);
  return shrinking.begin(script) ? shrinking.run() : undefined;
}

class Shrinking {
  readonly #options: ShrinkScriptOptions;
  #tryCount = 0;
  #triesMax: number;
  #best: { readonly script: Script; readonly outcome: RunOutcome } | undefined;

  constructor(options: ShrinkScriptOptions) {
    this.#options = options;
    this.#triesMax = options.triesMax;
  }

  begin(script: Script): boolean {
    const outcome = runScript(script, this.#options.plantedBug);
    if (outcome.violation === undefined) return false;
    this.#best = { script, outcome };
    return true;
  }

  async run(): Promise<ShrunkScript> {
    this.#endEarly();
    this.#triesMax = this.#options.triesMax - roundingTries;
    for (let before = ''; before !== this.#size; ) {
      before = this.#size;
      this.#calmDown();
      this.#dismissServers();
      this.#leaveOutKinds();
      await this.#leaveOutActs();
      this.#endEarly();
    }
    this.#triesMax = this.#options.triesMax;
    this.#roundOff();
    this.#endEarly();
    return { ...this.#found, tryCount: this.#tryCount };
  }

  get #found(): { readonly script: Script; readonly outcome: RunOutcome } {
    if (this.#best === undefined) throw new Error('there is nothing to shrink');
    return this.#best;
  }

  /** Equal when a round has not made anything smaller. */
  get #size(): string {
    const { acts, serverCount, conditions } = this.#found.script;
    return `${acts.length} ${serverCount} ${JSON.stringify(conditions)}`;
  }

  /** Keeps what is smaller when it breaks the same invariant. */
  #try(change: Partial<Script>): boolean {
    const { isOver, plantedBug } = this.#options;
    if (this.#tryCount >= this.#triesMax || isOver?.() === true) return false;
    this.#tryCount += 1;
    const { script: best, outcome: before } = this.#found;
    const script = { ...best, ...change };
    const outcome = runScript(script, plantedBug);
    if (outcome.violation?.invariant !== before.violation?.invariant) return false;
    this.#best = { script, outcome };
    return true;
  }

  /** What comes after the violation is not part of it. */
  #endEarly(): void {
    const { script, outcome } = this.#found;
    const endMs = Math.min(script.endMs, Math.ceil(outcome.endedAtMs));
    const acts = script.acts.filter(({ atMs }) => atMs <= outcome.endedAtMs);
    const isBroken = script.healMs === 0 || outcome.endedAtMs < script.endMs;
    const healMs = isBroken ? 0 : script.healMs;
    if (acts.length === script.acts.length && endMs === script.endMs) return;
    this.#try({ acts, endMs, healMs });
  }

  #calmDown(): void {
    for (const aspect of aspects) {
      const { conditions } = this.#found.script;
      if (aspect.every((key) => conditions[key] === calm[key])) continue;
      const calmed = Object.fromEntries(aspect.map((key) => [key, calm[key]]));
      this.#try({ conditions: { ...conditions, ...calmed } });
    }
  }

  #dismissServers(): void {
    for (;;) {
      const { serverCount, acts } = this.#found.script;
      const last = `s${serverCount}`;
      const others = acts.filter(({ act }) => !serversOf(act).includes(last));
      if (serverCount === 1 || !this.#try({ serverCount: serverCount - 1, acts: others })) return;
    }
  }

  /** Often nobody needs to read, or to be cut off, at all. */
  #leaveOutKinds(): void {
    const kinds = new Set(this.#found.script.acts.map(({ act }) => act.type));
    for (const kind of kinds) {
      this.#try({ acts: this.#found.script.acts.filter(({ act }) => act.type !== kind) });
    }
  }

  async #leaveOutActs(): Promise<void> {
    const { acts } = this.#found.script;
    // It runs the whole plan first, and that breaks: there is no need to see it again.
    await shrinkPlan(acts, (fewer) => fewer === acts || this.#try({ acts: fewer }), {
      tryCountMax: this.#options.triesMax,
    });
  }

  /** Nobody reads fourteen digits. */
  #roundOff(): void {
    const round = (value: number): number => Math.round(value);
    const { acts } = this.#found.script;
    const rounded = acts.map((planned) => ({
      ...planned,
      atMs: round(planned.atMs),
      durationMs: planned.durationMs === 0 ? 0 : Math.max(1, round(planned.durationMs)),
    }));
    if (!this.#try({ acts: rounded })) {
      for (const [at, planned] of rounded.entries()) {
        const acts = this.#found.script.acts.map((own, position) =>
          position === at ? planned : own,
        );
        this.#try({ acts });
      }
    }
    for (const [key, value] of Object.entries(this.#found.script.conditions)) {
      if (Number.isInteger(value)) continue;
      for (const digits of [1, 2, 3]) {
        const { conditions } = this.#found.script;
        if (
          this.#try({ conditions: { ...conditions, [key]: Number(value.toPrecision(digits)) } })
        ) {
          break;
        }
      }
    }
  }
}
