import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { suggestion, systemClock } from '@konsul/runtime';
import { commandProcess, type FlagSpec, parseArguments } from '@konsul/runtime/command-line';
import { requireHappenings } from '../sim/check-happenings.js';
import { checkProtocolOptions } from '../sim/check-protocol-options.js';
import { type SimulationDescription, withMemberCount } from '../sim/description.js';
import { parseDescription } from '../sim/parse-description.js';
import { runSimulation, type SimulationResult } from '../sim/run-simulation.js';
import { simulationReport, summaryLines } from '../sim/simulation-report.js';
import { integer } from '../sim/words.js';
import type { SimulatedProtocol } from '../simulated-protocol.js';
import { HELP } from './help.js';
import { loadProtocol } from './load-protocol.js';
import { progressLines } from './progress.js';
import { makeReportFolder } from './report-folder.js';

/** Where the program's words go; replaced by tests. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
  /** Whether somebody watches what goes to `error`: only then is progress told. Default false. */
  readonly isTerminal?: boolean;
}

const FLAG_NAMES = ['seed', 'seeds', 'members', 'protocol', 'out'] as const;

type FlagName = (typeof FLAG_NAMES)[number];

/** All have a value; `HELP` says what they are for. */
const FLAGS: readonly FlagSpec[] = FLAG_NAMES.map((name) => ({ name, kind: 'value', help: '' }));
const SEED_COUNT_MAX = 10_000;
const MEMBER_COUNT_MAX = 10_000;

/**
 * The program `konsul-sim`.
 *
 * @returns the exit code: 0, 1 when a run failed, 2 when it was called or described wrongly.
 */
export async function main(
  args: readonly string[],
  console: Console = processConsole(),
): Promise<number> {
  let call: Call;
  try {
    call = readCall(args);
  } catch (error) {
    console.error(`konsul-sim: ${reasonOf(error)}\nkonsul-sim --help says how it is called`);
    return 2;
  }
  if (call.command === 'help') {
    console.out(HELP);
    return 0;
  }
  let prepared: Prepared;
  try {
    prepared = await prepare(call);
  } catch (error) {
    console.error(`konsul-sim: ${reasonOf(error)}`);
    return 2;
  }
  const { description, protocol } = prepared;
  console.out(outline(description));
  if (call.command === 'check' || protocol === undefined) return 0;
  try {
    await run(call, { description, protocol }, console);
    return 0;
  } catch (error) {
    console.error(`konsul-sim: ${reasonOf(error)}`);
    return 1;
  }
}

function processConsole(): Console {
  const { stdout, stderr } = commandProcess();
  return {
    out: (text) => stdout(`${text}\n`),
    error: (text) => stderr(`${text}\n`),
    isTerminal: process.stderr.isTTY,
  };
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
  const { flags, words, isHelpAsked } = readWords(args);
  const [command = 'help', file = '', ...others] = words;
  const { seed, seeds, members, protocol, out } = flags;
  const call: Omit<Call, 'command'> = {
    file,
    seed: seed === undefined ? undefined : integer('--seed', seed, [0, 2 ** 32 - 1]),
    seedCount: seeds === undefined ? 1 : integer('--seeds', seeds, [1, SEED_COUNT_MAX]),
    memberCount:
      members === undefined ? undefined : integer('--members', members, [1, MEMBER_COUNT_MAX]),
    protocol,
    outFolder: out,
  };
  if (isHelpAsked || command === 'help') return { ...call, command: 'help' };
  if (command !== 'run' && command !== 'check') {
    const hint = suggestion(command, ['run', 'check', 'help']);
    throw new Error(`there is no command ${command}${hint}`);
  }
  if (file === '') throw new Error(`${command} needs a FILE`);
  if (others.length > 0) throw new Error(`${command} takes one FILE, not also ${others.join(' ')}`);
  return { ...call, command };
}

/** Flags may stand before words, between them and behind them; nothing behind `--` is one. */
function readWords(args: readonly string[]): {
  readonly flags: Partial<Record<FlagName, string | undefined>>;
  readonly words: readonly string[];
  readonly isHelpAsked: boolean;
} {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const flags: Partial<Record<FlagName, string | undefined>> = {};
  const words: string[] = [];
  let isHelpAsked = false;
  let rest = args.slice(0, end);
  while (rest.length > 0) {
    const read = parseArguments(rest, FLAGS, refuse);
    isHelpAsked ||= read.isHelpAsked;
    for (const [name, texts] of read.values) flags[name as FlagName] = texts.at(-1);
    const [word, ...others] = read.positionals;
    if (word !== undefined) words.push(word);
    rest = others;
  }
  return { flags, words: [...words, ...args.slice(end + 1)], isHelpAsked };
}

function refuse(problem: string): never {
  throw new Error(problem);
}

/** What a call needs, checked as far as it can be before hours are spent on a run. */
interface Prepared {
  readonly description: SimulationDescription;
  /** Absent when a file that sets nothing is checked. */
  readonly protocol: SimulatedProtocol | undefined;
}

async function prepare(call: Call): Promise<Prepared> {
  const description = attempt(call.file, () => readDescription(call));
  // A file that sets nothing can be checked where no protocol is installed.
  const isBare = call.protocol === undefined && Object.keys(description.options).length === 0;
  if (call.command === 'check' && isBare) return { description, protocol: undefined };
  const protocol = await loadProtocol(call.protocol);
  attempt(call.file, () => checkProtocolOptions(protocol, description.options));
  if (call.command === 'run') attempt('--out', () => makeReportFolder(reportFolder(call)));
  return { description, protocol };
}

/** Does a part of the work; says of an error what it is about. */
function attempt<Result>(subject: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${subject}: ${reasonOf(cause)}`, { cause });
  }
}

function readDescription({ file, seed, memberCount }: Call): SimulationDescription {
  const read = parseDescription(readFileSync(file, 'utf8'), {
    readFile: (path) => readFileSync(resolve(dirname(file), path), 'utf8'),
  });
  const seeded = seed === undefined ? read : { ...read, seed };
  if (memberCount === undefined) return seeded;
  const scaled = withMemberCount(seeded, memberCount);
  requireHappenings(scaled);
  return scaled;
}

function reportFolder({ outFolder, file }: Call): string {
  return outFolder ?? `${file}.report`;
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
  { description, protocol }: Prepared & { readonly protocol: SimulatedProtocol },
  console: Console,
): Promise<void> {
  const results: SimulationResult[] = [];
  const { durationMs } = description;
  const tell = (line: string): void => console.error(line);
  for (let index = 0; index < call.seedCount; index += 1) {
    const seed = description.seed + index;
    const startedAtMs = systemClock.nowMs();
    const result = await runSimulation(
      { ...description, seed },
      {
        protocol,
        ...(console.isTerminal === true
          ? { progress: progressLines({ seed, durationMs, tell }) }
          : {}),
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
  const folder = reportFolder(call);
  for (const { name, text } of simulationReport(results)) writeFileSync(join(folder, name), text);
  console.out(`report: ${join(folder, 'report.md')}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
