import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BugHunt, bugHunts } from './planted-bugs.js';
import { runScript, runSimulation, type SimulationResult } from './run-simulation.js';
import { formatScript, parseScript } from './script.js';
import { recordScript } from './script-outcome.js';
import { shrinkScript } from './shrink-script.js';
import { scenarioOf, sweep } from './sweep.js';

const isSweep = process.env['SIM_SEEDS'] !== undefined;

describe('the script of a run', () => {
  it('is the same run, also when it was printed and read', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const { script, violation: _, ...result } = runSimulation(seed);
      const read = parseScript(formatScript(script));
      expect(read).toEqual(script);
      const { traceHash, committedCount, readCount } = runScript(read);
      expect({ seed, traceHash, committedCount, readCount }).toEqual({
        seed,
        traceHash: result.traceHash,
        committedCount: result.committedCount,
        readCount: result.readCount,
      });
    }
  });

  it('is refused with a setting or a command that does not exist', () => {
    expect(() => parseScript('group 3 seed=1 dropRate=0.1')).toThrow('no such setting: dropRate');
    expect(() => parseScript('group 3 seed=one')).toThrow('no such setting: seed');
    expect(() => parseScript('wait 3ms')).toThrow('line 1: no such command');
    expect(() => parseScript('at 1ms propos s1 00')).toThrow('no such act: propos s1 00');
  });
});

/** The first run that a planted bug breaks. */
function hunt({ bug, focus, seedsMax }: BugHunt): SimulationResult {
  for (let seed = 1; seed <= seedsMax; seed += 1) {
    const result = runSimulation(seed, bug, focus);
    if (result.violation !== undefined) return result;
  }
  throw new Error(`${bug} is not found`);
}

/** Shrinking these takes a moment; the others are shrunk when `SIM_SEEDS` is set. */
const quick = [
  'ack-before-fsync',
  'vote-before-fsync',
  'whole-suffix-truncation',
  'self-counted-before-durable',
  'apply-before-durable',
  'single-quorum-in-joint',
  'pre-vote-resets-timer',
];

const triesMax = isSweep ? 2_000 : 600;
/** So many can be read through as they are. */
const fewActs = 15;

describe('a run that breaks an invariant', () => {
  it.each(bugHunts.filter(({ bug }) => isSweep || quick.includes(bug)))(
    'is made small, and breaks it only with $bug',
    async (wanted) => {
      const { script, violation, seed } = hunt(wanted);
      const shrunk = await shrinkScript(script, { plantedBug: wanted.bug, triesMax });
      if (shrunk === undefined) throw new Error('the script of a broken run must break');
      const actsMax = Math.max(fewActs, script.acts.length / 2);
      expect(shrunk.script.acts.length).toBeLessThanOrEqual(actsMax);
      expect(shrunk.tryCount).toBeLessThanOrEqual(triesMax);
      const scenario = scenarioOf(shrunk, `seed ${seed}`);
      expect(runScript(parseScript(scenario), wanted.bug).violation?.invariant).toBe(
        violation?.invariant,
      );
      // What is printed is what must be recorded once the bug is gone.
      expect(recordScript(scenario)).toBe(scenario);
      if (isSweep) console.log(`${wanted.bug}: ${script.acts.length} acts before\n${scenario}`);
    },
    300_000,
  );

  it('is given up when its tries or its time run out, and left alone when it breaks nothing', async () => {
    const wanted = bugHunts.find(({ bug }) => bug === 'single-quorum-in-joint') as BugHunt;
    const { script } = hunt(wanted);
    const few = await shrinkScript(script, { plantedBug: wanted.bug, triesMax: 5 });
    expect(few?.tryCount).toBe(5);
    const isOver = (): boolean => true;
    const late = await shrinkScript(script, { plantedBug: wanted.bug, triesMax: 5, isOver });
    expect(late).toMatchObject({ tryCount: 0, script });
    expect(await shrinkScript(script, { triesMax: 5 })).toBeUndefined();
  });
});

describe('a sweep that finds something', () => {
  it('says how to see it again: by its seed and mix, and as a script for the first few', async () => {
    const said: string[] = [];
    const { failures, seedCount } = await sweep({
      mix: 'churn',
      seeds: [1, 2, 3, 4, 5, 6],
      plantedBug: 'self-counted-before-durable',
      say: (line) => said.push(line),
    });
    expect(seedCount).toBe(6);
    expect(failures.length).toBeGreaterThan(3);
    expect(said).toEqual(failures);
    const [first = ''] = failures;
    expect(first).toMatch(/^I6: .*\nreplay: SEED=\d MIX=churn npm run sim -w packages\/raft\n/);
    const scenario = first.slice(first.indexOf('# I6'));
    expect(recordScript(scenario)).toBe(scenario);
    expect(recordScript(scenario, 'self-counted-before-durable')).toMatch(/\nI6: .*\n$/);
    expect(failures.at(-1)).not.toContain('----');
  });

  it('is refused for a mix that does not exist', async () => {
    await expect(sweep({ mix: 'chrun', seeds: [1] })).rejects.toThrow(/must be one of turmoil, /);
  });
});

const folder = new URL('./scripts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.simulation.txt'));

describe('a script that was kept', () => {
  it.each(files)('%s goes as recorded', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(recordScript(text)).toBe(text);
    expect(text).toMatch(/\nevery invariant holds/);
  });

  it.each(bugHunts.filter(({ bug }) => files.includes(`${bug}.simulation.txt`)))(
    'for $bug still breaks what it was kept for, with the bug',
    ({ bug }) => {
      const text = readFileSync(new URL(`${bug}.simulation.txt`, folder), 'utf8');
      const broken = /^# (\w+): /.exec(text)?.[1];
      const { violation } = runScript(parseScript(text), bug);
      expect(violation?.invariant).toBe(broken);
    },
  );
});
