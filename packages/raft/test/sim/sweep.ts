import type { PlantedBug } from '../../src/core/index.js';
import { focuses } from './planted-bugs.js';
import { runSimulation, type SimulationResult } from './run-simulation.js';
import { formatScript, rule } from './script.js';
import { outcomeText } from './script-outcome.js';
import { type ShrunkScript, shrinkScript } from './shrink-script.js';

/** What came of many seeds of one mix. */
export interface Sweep {
  readonly mix: string;
  readonly failures: readonly string[];
  readonly seedCount: number;
  readonly eventCount: number;
  readonly committedCount: number;
  readonly readCount: number;
  readonly seconds: number;
}

export interface SweepOptions {
  /** One of {@link focuses}; empty for the draw of everything. */
  readonly mix: string;
  readonly seeds: readonly number[];
  readonly plantedBug?: PlantedBug;
  /** Is told how far it is, now and then, and of every failure at once. */
  readonly say?: (line: string) => void;
  readonly onRun?: (result: SimulationResult) => void;
}

const sayEverySeeds = 50;
const shrinkTriesMax = 600;
const shrinkSecondsMax = 60;
const toldLengthMax = 110;
/** Failures of one cause look alike; the first few are enough. */
const shrunkMax = 3;

/** Runs seeds of one mix. */
export async function sweep(options: SweepOptions): Promise<Sweep> {
  const { mix, seeds, plantedBug, say, onRun } = options;
  const focus = mix === '' ? {} : focuses[mix];
  if (focus === undefined) {
    throw new Error(`the mix is ${mix}, must be one of ${Object.keys(focuses).join(', ')}`);
  }
  const failures: string[] = [];
  const startedAtMs = performance.now();
  let [seedCount, eventCount, committedCount, readCount] = [0, 0, 0, 0];
  const sum = (): Sweep => {
    const seconds = (performance.now() - startedAtMs) / 1_000;
    return { mix, failures, seedCount, eventCount, committedCount, readCount, seconds };
  };
  for (const seed of seeds) {
    const result = runSimulation(seed, plantedBug, focus);
    onRun?.(result);
    seedCount += 1;
    eventCount += result.eventCount;
    committedCount += result.committedCount;
    readCount += result.readCount;
    if (result.violation !== undefined) {
      const isShrunk = failures.length < shrunkMax;
      failures.push(await explain(result, { mix, isShrunk, plantedBug }));
      say?.(failures.at(-1) ?? '');
    }
    if (seedCount % sayEverySeeds !== 0) continue;
    say?.(`${sweepLine(sum())}, ${seeds.length - seedCount} seeds to go`);
    // What was said is printed between two turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return sum();
}

/** One line for a terminal. */
export function sweepLine(swept: Sweep): string {
  const { mix, seedCount, failures, eventCount, committedCount, readCount, seconds } = swept;
  const what = `${seedCount} seeds, ${failures.length} failures, ${eventCount} events`;
  const name = mix === '' ? 'everything' : mix;
  return `${name}: ${what}, ${committedCount} commits, ${readCount} reads, ${seconds.toFixed(0)} s`;
}

/** Says how a failure is seen again: by its seed, and as a script to keep. */
async function explain(
  result: SimulationResult,
  how: { mix: string; isShrunk: boolean; plantedBug: PlantedBug | undefined },
): Promise<string> {
  const { mix, isShrunk, plantedBug } = how;
  const where = `SEED=${result.seed}${mix === '' ? '' : ` MIX=${mix}`}`;
  const head = `${result.violation?.message}\nreplay: ${where} npm run sim -w packages/raft`;
  if (!isShrunk) return head;
  const startedAtMs = performance.now();
  const shrunk = await shrinkScript(result.script, {
    plantedBug,
    triesMax: shrinkTriesMax,
    isOver: () => performance.now() - startedAtMs > shrinkSecondsMax * 1_000,
  });
  if (shrunk === undefined) return `${head}\nits script does not show it`;
  const file = 'packages/raft/test/sim/scripts/<name>.simulation.txt';
  return `${head}\nto be kept as ${file}:\n\n${scenarioOf(shrunk, where)}`;
}

/** A scenario with what must be recorded once the cause is mended. */
export function scenarioOf(shrunk: ShrunkScript, where: string): string {
  const { script, outcome, tryCount } = shrunk;
  const told = outcome.violation?.message.split('\n')[0]?.slice(0, toldLengthMax);
  const head = `# ${told}\n# From ${where}, made smaller in ${tryCount} runs.\n`;
  const sound = outcomeText(script, undefined);
  return `${head}${formatScript(script)}${rule}\n${sound}\n`;
}
