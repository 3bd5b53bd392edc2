import { parseArgs } from 'node:util';
import { type Disk, nodeDisk } from '@konsul/runtime';
import { commandProcess } from '@konsul/runtime/command-line';
import { applyCut, planCut } from '../storage/wal/mend.js';
import { type LogPlace, surveyLog } from '../storage/wal/survey.js';
import { describeCut, describeFindings, describeLog } from './wal-report.js';

/** What the command works with; for tests. */
export interface CliSurroundings {
  readonly disk?: Disk;
  readonly write?: (line: string) => void;
}

/** 0 sound or done, 1 damaged, 2 wrong usage or failed, 3 torn: opening the log will cut it. */
export type ExitCode = 0 | 1 | 2 | 3;

const USAGE = `konsul-raft-wal: looks at the write-ahead log of a Raft node, and mends what a crash tore

  konsul-raft-wal inspect <directory>   what it holds
  konsul-raft-wal verify  <directory>   whether it is sound
  konsul-raft-wal repair  <directory> [--truncate-at <segment>:<byte>] [--dry-run | --apply]

repair cuts a torn last batch, which nobody was told of, or with --truncate-at everything from a
place on, whatever that loses. It only says what it would do unless --apply is given, keeps copies
of what it cuts beside the log, and refuses a log that is in use.

exit codes: 0 sound or done, 1 damaged, 2 wrong usage or failed, 3 torn (opening will cut it)`;

/** Runs the command. @returns the exit code. */
export async function main(
  argv: readonly string[],
  surroundings: CliSurroundings = {},
): Promise<ExitCode> {
  // The command's own output, on the stream that is meant for it.
  const write = surroundings.write ?? lineWriter();
  const disk = surroundings.disk ?? nodeDisk;
  try {
    return await run(argv, { disk, write });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    write(`konsul-raft-wal: ${reason}`);
    const isUsage = error instanceof TypeError && 'code' in error;
    if (isUsage) write(USAGE);
    return 2;
  }
}

function lineWriter(): (line: string) => void {
  const { stdout } = commandProcess();
  return (line) => stdout(`${line}\n`);
}

async function run(
  argv: readonly string[],
  io: { readonly disk: Disk; readonly write: (line: string) => void },
): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      apply: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      'truncate-at': { type: 'string' },
    },
  });
  const [command, directory, ...rest] = positionals;
  const isKnown = command === 'inspect' || command === 'verify' || command === 'repair';
  if (values.help === true || !isKnown || directory === undefined || rest.length > 0) {
    io.write(USAGE);
    return values.help === true ? 0 : 2;
  }
  const survey = await surveyLog(io.disk, directory);
  if (survey.segments.length === 0) throw new Error(`${directory} holds no log`);
  if (command === 'repair') {
    const cutAt = values['truncate-at'];
    const isApplied = values.apply === true && values['dry-run'] !== true;
    return repair({ ...io, directory, cutAt, isApplied });
  }
  if (command === 'inspect') for (const line of describeLog(survey)) io.write(line);
  for (const line of describeFindings(survey)) io.write(line);
  if (survey.findings.some(({ type }) => type === 'damaged')) return 1;
  if (survey.findings.length > 0) return 3;
  if (command === 'verify') {
    const frameCount = survey.segments.reduce((total, segment) => total + segment.frameCount, 0);
    io.write(`sound: ${survey.segments.length} segments, ${frameCount} batches`);
  }
  return 0;
}

async function repair(options: {
  readonly disk: Disk;
  readonly write: (line: string) => void;
  readonly directory: string;
  readonly cutAt: string | undefined;
  readonly isApplied: boolean;
}): Promise<ExitCode> {
  const { disk, write, directory, cutAt, isApplied } = options;
  const { findings } = await surveyLog(disk, directory);
  const damage = findings.find(({ type }) => type === 'damaged');
  const at: LogPlace | undefined = cutAt === undefined ? findings[0] : readPlace(cutAt);
  if (cutAt === undefined && damage !== undefined) {
    write(`damaged: segment ${damage.sequence}, byte ${damage.offset}: ${damage.text}`);
    write(
      'This is no trace of a crash and is not repaired. Give the server an empty directory and',
    );
    write('a new id, or see what --truncate-at would lose.');
    return 1;
  }
  if (at === undefined) {
    write('sound: there is nothing to repair');
    return 0;
  }
  const plan = await planCut(disk, directory, at);
  for (const line of describeCut(plan)) write(line);
  if (!isApplied) {
    write('nothing was changed; --apply does it');
    return 0;
  }
  for (const path of await applyCut(disk, directory, plan)) write(`kept: ${path}`);
  write('done');
  return 0;
}

function readPlace(text: string): LogPlace {
  const match = /^(\d+):(\d+)$/.exec(text);
  if (match === null) {
    throw new Error(`--truncate-at is ${JSON.stringify(text)}: must be <segment>:<byte>`);
  }
  return { sequence: Number(match[1]), offset: Number(match[2]) };
}
