import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioHost } from './scenario.js';
import { parseDurationMs, parseScenario, recordScenario, verifyScenarioFile } from './scenario.js';
import { World } from './world.js';
import { createWorldCommands } from './world-commands.js';

/** Adds numbers, and says the sum when asked. */
function createSums(): ScenarioHost {
  let sum = 0;
  let lines: string[] = [];
  return {
    commands: {
      add({ words, options }) {
        const times = Number(options['times'] ?? 1);
        for (const word of words) sum += Number(word) * times;
      },
      say({ words }) {
        lines.push(`${words.join('+')}: ${sum}`);
      },
      fail() {
        throw new Error('as asked');
      },
    },
    takeLines() {
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}

const SCENARIO = `# Sums.
add 1 2
say "the sum" is
----
the sum+is: 3

add 4 times=2
----

# The end.
say
----
: 11
`;

describe('a scenario', () => {
  it('is recorded as it stands when nothing has changed', async () => {
    expect(await recordScenario(SCENARIO, createSums())).toBe(SCENARIO);
  });

  it('is recorded anew from its commands alone', async () => {
    const stale = SCENARIO.replace('3', '4').replace(': 11', 'nothing');
    expect(await recordScenario(stale, createSums())).toBe(SCENARIO);
    expect(await recordScenario('say\nadd 1', createSums())).toBe('say\nadd 1\n----\n: 0\n');
  });

  it('takes commands apart', () => {
    const [block] = parseScenario('join a "b c" name="d e" n=1');
    expect(block?.commands[0]).toEqual({
      name: 'join',
      words: ['a', 'b c'],
      options: { name: 'd e', n: '1' },
      text: 'join a "b c" name="d e" n=1',
      lineNumber: 1,
    });
  });

  it('names the line that it cannot read or run', async () => {
    expect(() => parseScenario('\n----\n')).toThrow('[SCENARIO_SYNTAX] line 2');
    expect(() => parseScenario('say "x')).toThrow('[SCENARIO_SYNTAX] line 1: a quote');
    expect(() => parseScenario('n=1')).toThrow('[SCENARIO_SYNTAX] line 1');
    await expect(recordScenario('\nshout', createSums())).rejects.toThrow(
      '[SCENARIO_COMMAND] line 2: shout: unknown command; known: add, say, fail',
    );
    await expect(recordScenario('toString', createSums())).rejects.toThrow('unknown command');
    await expect(recordScenario('fail', createSums())).rejects.toThrow(
      '[SCENARIO_COMMAND] line 1: fail: as asked',
    );
  });

  it('reads durations', () => {
    expect([parseDurationMs('250ms'), parseDurationMs('1.5s'), parseDurationMs('2m')]).toEqual([
      250, 1500, 120_000,
    ]);
    expect(() => parseDurationMs('5')).toThrow('[SCENARIO_COMMAND]');
  });
});

describe('a scenario file', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'konsul-scenario-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('is compared, and rewritten only when asked', async () => {
    const path = join(directory, 'sums.scenario.txt');
    await writeFile(path, SCENARIO.replace(': 11', ': 12'));
    await expect(verifyScenarioFile(path, createSums())).rejects.toThrow(
      `[SCENARIO_MISMATCH] ${path}:13\n  expected: : 12\n  recorded: : 11`,
    );
    await verifyScenarioFile(path, createSums(), { update: true });
    expect(await readFile(path, 'utf8')).toBe(SCENARIO);
    await verifyScenarioFile(path, createSums());
  });

  it('works as a file snapshot of vitest', async () => {
    const path = join(directory, 'sums.scenario.txt');
    await writeFile(path, SCENARIO);
    const text = await readFile(path, 'utf8');
    await expect(await recordScenario(text, createSums())).toMatchFileSnapshot(path);
  });
});

describe('the commands of a world', () => {
  it('move it and hurt it', async () => {
    const world = new World({ seed: 1, shufflesTies: false, tracesNetwork: false });
    for (const name of ['a', 'b', 'c']) world.addNode(name, () => undefined);
    let seenCount = world.trace.lineCount;
    const recorded = await recordScenario(
      'partition a | b c\nadvance 1s\nheal\n\npause a\nresume a\ncrash b\nrestart b\n\n' +
        'block a > b c\nloss 0.5\nclock c rate=2\ncrash c process\nadvance 500ms\nheal\n',
      {
        commands: createWorldCommands(world),
        takeLines: () => {
          const lines = world.trace.lines(world.trace.lineCount - seenCount);
          seenCount = world.trace.lineCount;
          return lines;
        },
      },
    );
    expect(recorded).toContain('----\n0.000 world: partition a | b c\n1000.000 world: end of');
    expect(recorded).toContain('1000.000 b: crash power\n1000.000 b: start 1\n');
    expect(recorded).toContain('1000.000 world: block a > b c\n');
    expect(recorded).toContain('1000.000 c: clock rate 2\n1000.000 c: crash process\n');
  });
});
