import { describe, expect, it } from 'vitest';
import { type BugHunt, bugHunts, focuses } from './planted-bugs.js';
import { runSimulation, type SimulationResult } from './run-simulation.js';

/** `SEED=n` runs that seed alone and prints its trace; `SIM_SEEDS=n` runs the first n. */
const onlySeed = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED']);
const seedCount = Number(process.env['SIM_SEEDS'] ?? 100);
const isSweep = process.env['SIM_SEEDS'] !== undefined;

function explain(result: SimulationResult): string {
  const replay = `SEED=${result.seed} npm run sim -w packages/raft`;
  return `${result.violation?.message}\nreplay: ${replay}\n${JSON.stringify(result.mix)}`;
}

function findBug({ bug, seedsMax, focus }: BugHunt): number | undefined {
  for (let seed = 1; seed <= seedsMax; seed += 1) {
    if (runSimulation(seed, bug, focus).violation !== undefined) return seed;
  }
  return undefined;
}

describe('a group under faults', () => {
  it(
    'keeps every invariant and recovers once faults end',
    () => {
      const seeds =
        onlySeed === undefined
          ? Array.from({ length: seedCount }, (_, position) => position + 1)
          : [onlySeed];
      const failures: string[] = [];
      let committedCount = 0;
      let readCount = 0;
      for (const seed of seeds) {
        const result = runSimulation(seed);
        committedCount += result.committedCount;
        readCount += result.readCount;
        if (onlySeed !== undefined) console.log(result.trace.join('\n'));
        if (result.violation !== undefined) {
          failures.push(explain(result));
          if (isSweep) console.log(explain(result));
        }
        if (isSweep && seed % 50 === 0) {
          console.log(`${seed} seeds, ${failures.length} failures, ${committedCount} commits`);
        }
      }
      expect(failures).toEqual([]);
      if (onlySeed !== undefined) return;
      // A harness that does nothing finds nothing.
      expect(committedCount / seeds.length).toBeGreaterThan(50);
      expect(readCount / seeds.length).toBeGreaterThan(10);
    },
    isSweep ? 3_600_000 : 60_000,
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
  it.each(Object.entries(focuses))(
    'finds nothing in a sound group under %s',
    (_, focus) => {
      const failures: string[] = [];
      for (let seed = 1; seed <= focusSeeds; seed += 1) {
        const result = runSimulation(seed, undefined, focus);
        if (result.violation !== undefined) failures.push(explain(result));
      }
      expect(failures).toEqual([]);
    },
    300_000,
  );
});
