import { readFile, writeFile } from 'node:fs/promises';
import { SimulationError } from './simulation-error.js';

/** One line of a scenario, taken apart: `join a b retry=3` has two words and one option. */
export interface ScenarioCommand {
  readonly name: string;
  /** What follows the name, without options. Words with spaces stand in double quotes. */
  readonly words: readonly string[];
  /** The `key=value` parts. */
  readonly options: Readonly<Record<string, string>>;
  /** The line as it stands in the file. */
  readonly text: string;
  readonly lineNumber: number;
}

/** What a package brings to run its scenarios: its own words, and what they led to. */
export interface ScenarioHost {
  /** What each command does. What a command throws is reported with its line. */
  readonly commands: Readonly<Record<string, (command: ScenarioCommand) => void | Promise<void>>>;
  /** What has happened since it was last asked: one effect per line, none of them empty. */
  takeLines(): readonly string[];
}

/** Some commands and what they led to. */
export interface ScenarioBlock {
  /** Lines that begin with `#`, kept as they are. */
  readonly comments: readonly string[];
  readonly commands: readonly ScenarioCommand[];
  readonly recorded: readonly string[];
}

export interface VerifyOptions {
  /** Writes what was recorded to the file instead of comparing. Default false. */
  readonly update?: boolean;
}

const RULE = '----';

/**
 * Reads a scenario: blocks of commands, a rule of four dashes, and the effects recorded for them,
 * with an empty line between blocks.
 *
 * @throws SimulationError `SCENARIO_SYNTAX` with the line.
 */
export function parseScenario(text: string): ScenarioBlock[] {
  const blocks: ScenarioBlock[] = [];
  const lines = text.split('\n').map((line) => line.trimEnd());
  let index = 0;
  while (index < lines.length) {
    if (lines[index] === '') {
      index += 1;
      continue;
    }
    const comments: string[] = [];
    const commands: ScenarioCommand[] = [];
    for (; index < lines.length && lines[index] !== RULE && lines[index] !== ''; index += 1) {
      const line = lines[index] ?? '';
      if (line.startsWith('#')) comments.push(line);
      else commands.push(parseCommand(line, index + 1));
    }
    const hasRule = lines[index] === RULE;
    if (hasRule && commands.length === 0) throw syntaxError(index + 1, 'a rule needs commands');
    if (hasRule) index += 1;
    const recorded: string[] = [];
    for (; hasRule && index < lines.length && lines[index] !== ''; index += 1) {
      recorded.push(lines[index] ?? '');
    }
    blocks.push({ comments, commands, recorded });
  }
  return blocks;
}

/** Prints blocks so that `parseScenario` reads them back. */
export function formatScenario(blocks: readonly ScenarioBlock[]): string {
  return blocks
    .map(({ comments, commands, recorded }) => {
      const rule = commands.length === 0 ? [] : [RULE];
      return [...comments, ...commands.map(({ text }) => text), ...rule, ...recorded];
    })
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/**
 * Runs a scenario and returns its text with what was recorded now. Equal texts mean that nothing
 * has changed; vitest's `toMatchFileSnapshot` compares and, with `--update`, rewrites the file.
 *
 * @throws SimulationError `SCENARIO_SYNTAX` or `SCENARIO_COMMAND`, with the line.
 */
export async function recordScenario(text: string, host: ScenarioHost): Promise<string> {
  const blocks: ScenarioBlock[] = [];
  for (const block of parseScenario(text)) {
    for (const command of block.commands) await runCommand(host, command);
    const recorded = host.takeLines().flatMap((line) => line.split('\n'));
    blocks.push({ ...block, recorded: recorded.map((line) => line.trimEnd() || '.') });
  }
  return formatScenario(blocks);
}

/**
 * Runs a scenario file and compares, or rewrites it.
 *
 * @throws SimulationError `SCENARIO_MISMATCH` naming the first line that differs.
 */
export async function verifyScenarioFile(
  path: string,
  host: ScenarioHost,
  options: VerifyOptions = {},
): Promise<void> {
  const expected = await readFile(path, 'utf8');
  const actual = await recordScenario(expected, host);
  if (actual === expected) return;
  if (options.update === true) {
    await writeFile(path, actual);
    return;
  }
  const expectedLines = expected.split('\n');
  const actualLines = actual.split('\n');
  const index = actualLines.findIndex((line, lineIndex) => line !== expectedLines[lineIndex]);
  const at = index < 0 ? actualLines.length : index;
  throw new SimulationError(
    'SCENARIO_MISMATCH',
    `${path}:${at + 1}\n  expected: ${expectedLines[at] ?? '(end)'}\n  recorded: ${actualLines[at] ?? '(end)'}`,
  );
}

/**
 * Reads `250ms`, `1.5s` or `2m`.
 *
 * @throws SimulationError `SCENARIO_COMMAND`.
 */
export function parseDurationMs(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text);
  if (match === null) {
    throw new SimulationError('SCENARIO_COMMAND', `${text} is no duration; say 250ms, 1.5s or 2m`);
  }
  const unitMs = { ms: 1, s: 1000, m: 60_000 }[match[2] ?? ''] ?? 1;
  return Number(match[1]) * unitMs;
}

async function runCommand(host: ScenarioHost, command: ScenarioCommand): Promise<void> {
  const run = Object.hasOwn(host.commands, command.name) ? host.commands[command.name] : undefined;
  const where = `line ${command.lineNumber}: ${command.text}`;
  if (run === undefined) {
    const known = Object.keys(host.commands).join(', ');
    throw new SimulationError('SCENARIO_COMMAND', `${where}: unknown command; known: ${known}`);
  }
  try {
    await run(command);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SimulationError('SCENARIO_COMMAND', `${where}: ${reason}`, { cause });
  }
}

function parseCommand(text: string, lineNumber: number): ScenarioCommand {
  const words: string[] = [];
  const options: Record<string, string> = {};
  // A word, or key=value, where either may hold a part in double quotes.
  const pattern = /\s*((?:[^\s"]|"[^"]*")+)/gy;
  let endIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    endIndex = pattern.lastIndex;
    const option = /^([A-Za-z][\w-]*)=(.*)$/.exec(match[1] ?? '');
    if (option === null) words.push(unquote(match[1] ?? ''));
    else options[option[1] ?? ''] = unquote(option[2] ?? '');
  }
  const [name, ...rest] = words;
  if (endIndex !== text.length) throw syntaxError(lineNumber, 'a quote is not closed');
  if (name === undefined) throw syntaxError(lineNumber, 'a command begins with its name');
  return { name, words: rest, options, text, lineNumber };
}

function unquote(text: string): string {
  return text.replaceAll('"', '');
}

function syntaxError(lineNumber: number, why: string): SimulationError {
  return new SimulationError('SCENARIO_SYNTAX', `line ${lineNumber}: ${why}`);
}
