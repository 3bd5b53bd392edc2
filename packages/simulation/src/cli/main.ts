import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@konsul/runtime';
import { type SimulationDescription, withMemberCount } from '../sim/description.js';
import { parseDescription } from '../sim/parse-description.js';
import { runSimulation, type SimulationResult } from '../sim/run-simulation.js';
import { simulationReport, summaryLines } from '../sim/simulation-report.js';
import { integer } from '../sim/words.js';
import { HELP } from './help.js';
import { loadProtocol } from './load-protocol.js';

/** Where the program's words go; replaced by tests. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

const processConsole: Console = {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
};

const SEED_COUNT_MAX = 10_000;
const MEMBER_COUNT_MAX = 10_000;

/**
 * The program `konsul-sim`.
 *
 * @returns the exit code: 0, 1 when a run failed, 2 when it was called or described wrongly.
 */
export async function main(
  args: readonly string[],
  console: Console = processConsole,
): Promise<number> {
  let call: Call;
  try {
    call = readCall(args);
  } catch (error) {
    console.error(`konsul-sim: ${reasonOf(error)}\n\n${HELP}`);
    return 2;
  }
  if (call.command === 'help') {
    console.out(HELP);
    return 0;
  }
  let description: SimulationDescription;
  try {
    description = readDescription(call);
  } catch (error) {
    console.error(`konsul-sim: ${call.file}: ${reasonOf(error)}`);
    return 2;
  }
  if (call.command === 'check') {
    console.out(outline(description));
    return 0;
  }
  try {
    await run(call, description, console);
    return 0;
  } catch (error) {
    console.error(`konsul-sim: ${reasonOf(error)}`);
    return 1;
  }
}

interface Call {
  readonly command: 'run' | 'check' | 'help';
  readonly file: string;
  readonly seed: number | undefined;
  readonly seedCount: number;
  readonly memberCount: number | undefined;
  readonly protocol: string | undefined;
  readonly outFolder: string | undefined;
}

function readCall(args: readonly string[]): Call {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      seed: text,
      seeds: text,
      members: text,
      protocol: text,
      out: text,
    },
  });
  const [command = 'help', file = ''] = positionals;
  const { seed, seeds, members, protocol, out } = values;
  const call: Omit<Call, 'command'> = {
    file,
    seed: seed === undefined ? undefined : integer('--seed', seed, [0, 2 ** 32 - 1]),
    seedCount: seeds === undefined ? 1 : integer('--seeds', seeds, [1, SEED_COUNT_MAX]),
    memberCount:
      members === undefined ? undefined : integer('--members', members, [1, MEMBER_COUNT_MAX]),
    protocol,
    outFolder: out,
  };
  if (values.help === true || command === 'help') return { ...call, command: 'help' };
  if (command !== 'run' && command !== 'check') throw new Error(`there is no command ${command}`);
  if (file === '') throw new Error(`${command} needs a FILE`);
  return { ...call, command };
}

function readDescription({ file, seed, memberCount }: Call): SimulationDescription {
  const read = parseDescription(readFileSync(file, 'utf8'), {
    readFile: (path) => readFileSync(resolve(dirname(file), path), 'utf8'),
  });
  const seeded = seed === undefined ? read : { ...read, seed };
  return memberCount === undefined ? seeded : withMemberCount(seeded, memberCount);
}

function outline({
  title,
  groups,
  faults,
  actions,
  durationMs,
  seed,
}: SimulationDescription): string {
  const memberCount = groups.reduce((sum, { count }) => sum + count, 0);
  const sites = new Set(groups.map(({ site }) => site)).size;
  return (
    `${title}: ${memberCount} members in ${sites} sites for ${durationMs / 1000} s, ` +
    `${actions.length} actions, ${faults.length} faults, seed ${seed}`
  );
}

async function run(
  call: Call,
  description: SimulationDescription,
  console: Console,
): Promise<void> {
  const protocol = await loadProtocol(call.protocol);
  console.out(outline(description));
  const results: SimulationResult[] = [];
  for (let index = 0; index < call.seedCount; index += 1) {
    const seed = description.seed + index;
    const startedAtMs = systemClock.nowMs();
    const result = await runSimulation(
      { ...description, seed },
      {
        protocol,
        progress: (atMs, { runningCount, seenMin, agreeingRatio }) => {
          console.error(
            `seed ${seed}, ${(atMs / 1000).toFixed(0)} of ${description.durationMs / 1000} s: ` +
              `${runningCount} run, all see at least ${seenMin}, ` +
              `${(100 * agreeingRatio).toFixed(0)} % agree`,
          );
        },
      },
    );
    const elapsedMs = systemClock.nowMs() - startedAtMs;
    console.error(
      `seed ${seed}: ${result.eventCount} events in ${(elapsedMs / 1000).toFixed(1)} s, ` +
        `${((1000 * elapsedMs) / result.eventCount).toFixed(1)} µs each`,
    );
    results.push(result);
  }
  console.out(summaryLines(results).join('\n'));
  const folder = call.outFolder ?? `${call.file}.report`;
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of simulationReport(results)) writeFileSync(join(folder, name), text);
  console.out(`report: ${join(folder, 'report.md')}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
