import { describe, expect, it } from 'vitest';
import type { PlantedBug } from '../../src/core/index.js';
import { numberFrom } from './environment.js';
import { type ReplacementResult, runReplacement } from './run-replacement.js';
import { shrinkScript } from './shrink-script.js';
import { scenarioOf } from './sweep.js';

/** As in `simulation.test.ts`: `SEED=n`, `SIM_SEEDS=n`, `SIM_FROM=n`. */
const environment = process.env;
const onlySeed = numberFrom(environment, 'SEED');
const isSweep = environment['SIM_SEEDS'] !== undefined;
const seedCount = numberFrom(environment, 'SIM_SEEDS', 1) ?? 30;
const firstSeed = numberFrom(environment, 'SIM_FROM') ?? 1;
const shrinkTriesMax = 300;
const sayEverySeeds = 50;

/** Says how a failure is seen again; what went wrong under faults also as a script to keep. */
async function explain({ seed, violation, script }: ReplacementResult): Promise<string> {
  const where = `SEED=${seed} npx vitest run test/sim/replacement.test.ts`;
  const shrunk = await shrinkScript(script, { triesMax: shrinkTriesMax });
  const small = shrunk === undefined ? '' : `\n${scenarioOf(shrunk, where)}`;
  return `${violation?.message}\nreplay, in packages/raft: ${where}${small}`;
}

describe('a group whose servers are all replaced under load and faults', () => {
  it(
    'keeps every invariant, loses nothing, and is whole in the end',
    async () => {
      const seeds =
        onlySeed === undefined
          ? Array.from({ length: seedCount }, (_, position) => firstSeed + position)
          : [onlySeed];
      const failures: string[] = [];
      let [underFaultsCount, replacedCount, committedCount] = [0, 0, 0];
      for (const [position, seed] of seeds.entries()) {
        const result = runReplacement(seed);
        underFaultsCount += result.underFaultsCount;
        replacedCount += result.replacedCount;
        committedCount += result.committedCount;
        if (onlySeed !== undefined) console.log(result.trace.join('\n'));
        if (result.violation !== undefined) failures.push(await explain(result));
        if (isSweep && (position + 1) % sayEverySeeds === 0) {
          const replaced = `${replacedCount} servers replaced, ${underFaultsCount} under faults`;
          console.log(
            `replacement: ${position + 1} seeds, ${failures.length} failures, ${replaced}`,
          );
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      expect(failures).toEqual([]);
      if (onlySeed !== undefined) return;
      // An operator who is never let do anything proves nothing.
      expect(underFaultsCount / seeds.length).toBeGreaterThan(1);
      expect(committedCount / seeds.length).toBeGreaterThan(100);
    },
    isSweep ? 12 * 3_600_000 : 60_000,
  );

  // The bugs that a change of members shows best; in a sweep also one that takes its time.
  const hunts: readonly (readonly [bug: PlantedBug, seedsMax: number])[] = [
    ['single-quorum-in-joint', 60],
    ['leave-joint-by-starter-only', 120],
    ...(isSweep ? ([['session-not-renewed', 200]] as const) : []),
  ];
  it.each(hunts)(
    'is where %s is found within %i seeds',
    (bug, seedsMax) => {
      const seeds = Array.from({ length: seedsMax }, (_, position) => position + 1);
      expect(seeds.some((seed) => runReplacement(seed, bug).violation !== undefined)).toBe(true);
    },
    300_000,
  );

  it('is the same run twice', () => {
    expect(runReplacement(5).traceHash).toBe(runReplacement(5).traceHash);
  });
});
