import { afterAll, describe, expect, it } from 'vitest';
import { numberFrom } from './environment.js';
import { type BugHunt, bugHunts, focuses } from './planted-bugs.js';
import { runSimulation } from './run-simulation.js';
import { type Sweep, type SweepOptions, sweep, sweepLine } from './sweep.js';

/**
 * `SEED=n` runs that seed alone and prints its trace, `MIX=name` seeds of that mix; `SIM_SEEDS=n`
 * runs the first n, or n from `SIM_FROM` on, says how far it is, and sums up.
 */
const environment = process.env;
const onlySeed = numberFrom(environment, 'SEED');
const seedCount = numberFrom(environment, 'SIM_SEEDS', 1) ?? 100;
const firstSeed = numberFrom(environment, 'SIM_FROM') ?? 1;
const isSweep = environment['SIM_SEEDS'] !== undefined;
const sweepHoursMax = 12;
const sweepTimeoutMs = isSweep ? sweepHoursMax * 3_600_000 : 60_000;

const summary: Sweep[] = [];

async function run(options: Omit<SweepOptions, 'say'>): Promise<Sweep> {
  const say = isSweep ? { say: (line: string) => console.log(line) } : {};
  const swept = await sweep({ ...options, ...say });
  summary.push(swept);
  return swept;
}

function seedsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, position) => first + position);
}

afterAll(() => {
  if (isSweep) console.log(`In all:\n${summary.map(sweepLine).join('\n')}`);
});

function findBug({ bug, seedsMax, focus }: BugHunt): number | undefined {
  for (let seed = 1; seed <= seedsMax; seed += 1) {
    if (runSimulation(seed, bug, focus).violation !== undefined) return seed;
  }
  return undefined;
}

describe('a group under faults', () => {
  it(
    'keeps every invariant and recovers once faults end',
    async () => {
      const swept = await run({
        mix: environment['MIX'] ?? '',
        seeds: onlySeed === undefined ? seedsFrom(firstSeed, seedCount) : [onlySeed],
        onRun: ({ trace }) => {
          if (onlySeed !== undefined) console.log(trace.join('\n'));
        },
      });
      expect(swept.failures).toEqual([]);
      if (onlySeed !== undefined || environment['MIX'] !== undefined) return;
      // A harness that does nothing finds nothing.
      expect(swept.committedCount / swept.seedCount).toBeGreaterThan(50);
      expect(swept.readCount / swept.seedCount).toBeGreaterThan(10);
    },
    sweepTimeoutMs,
  );

  it('is the same run twice', () => {
    for (const seed of [7, 8, 9]) {
      const first = runSimulation(seed);
      const second = runSimulation(seed);
      expect(second.traceHash).toBe(first.traceHash);
      expect(second.eventCount).toBe(first.eventCount);
    }
  });
});

describe('the harness', () => {
  const hunts = bugHunts.filter(({ isFast }) => isFast || isSweep);
  it.each(hunts)(
    'finds $bug ($rule) within $seedsMax seeds',
    (hunt) => {
      expect(findBug(hunt)).toBeDefined();
    },
    300_000,
  );

  it('has a hunt for every rule that a planted bug stands for, and no bug twice', () => {
    expect(new Set(bugHunts.map(({ bug }) => bug)).size).toBe(bugHunts.length);
  });

  const focusSeeds = isSweep ? Math.ceil(seedCount / 2) : 10;
  it.each(Object.keys(focuses))(
    'finds nothing in a sound group under %s',
    async (mix) => {
      const { failures } = await run({ mix, seeds: seedsFrom(firstSeed, focusSeeds) });
      expect(failures).toEqual([]);
    },
    sweepTimeoutMs,
  );
});
