import { nodesOf, type PlannedFault } from '../fault-plan.js';
import { parseFaultPlan, parseLinkOptions } from '../fault-plan-text.js';
import { resolveLink } from '../network-link.js';
import { SimulationError } from '../simulation-error.js';
import { findHappeningProblem } from './check-happenings.js';
import {
  type MemberGroup,
  memberNames,
  type SimulationAction,
  type SimulationDescription,
  type SiteLink,
} from './description.js';
import { type LatencyMatrix, parseLatencyMatrix } from './latency-matrix.js';
import { integer, options, timeMs } from './words.js';

const MEMBER_COUNT_MAX = 10_000;
const DURATION_MS_MAX = 7 * 86_400_000;
const DEFAULT_DURATION_MS = 60_000;
const DEFAULT_SITE = 'm';

/** What is read so far; one field per directive. */
interface Draft {
  title: string;
  seed: number;
  durationMs: number;
  link: SimulationDescription['link'];
  matrix: LatencyMatrix | undefined;
  readonly groups: MemberGroup[];
  readonly siteLinks: SiteLink[];
  readonly actions: SimulationAction[];
  readonly faults: PlannedFault[];
  readonly options: Record<string, string>;
  /** What stands in a file once, and has been read. */
  readonly settled: Set<string>;
}

/** A directive's words after its name, and how files it names are read. */
interface Line {
  readonly words: readonly string[];
  /** Everything after the name, as it stands. */
  readonly rest: string;
  readonly readFile: (path: string) => string;
}

export interface ParseOptions {
  /** Reads a file that the description names, relative to it. */
  readonly readFile: (path: string) => string;
}

/**
 * Reads a description; see the README for its words.
 *
 * @throws SimulationError `DESCRIPTION_SYNTAX` with the line's number and text.
 */
export function parseDescription(text: string, { readFile }: ParseOptions): SimulationDescription {
  const draft: Draft = {
    title: 'Simulation',
    seed: 1,
    durationMs: DEFAULT_DURATION_MS,
    link: {},
    matrix: undefined,
    groups: [],
    siteLinks: [],
    actions: [],
    faults: [],
    options: Object.create(null) as Record<string, string>,
    settled: new Set(),
  };
  const lineNumberOf = new Map<object, number>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '') continue;
    try {
      const added = readLine(draft, line, readFile);
      if (added !== undefined) lineNumberOf.set(added, index + 1);
    } catch (error) {
      throw located(index + 1, line, error);
    }
  }
  checkNames(draft, lineNumberOf);
  checkHappenings(draft, lineNumberOf);
  const { settled, ...description } = draft;
  return description;
}

function readLine(draft: Draft, line: string, readFile: Line['readFile']): object | undefined {
  const [name = '', ...words] = line.split(/\s+/);
  const read = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (read === undefined) {
    throw new Error(`there is no ${name}; there are ${Object.keys(DIRECTIVES).join(', ')}`);
  }
  return read(draft, { words, rest: line.slice(name.length).trim(), readFile }) ?? undefined;
}

type Directive = (draft: Draft, line: Line) => object | undefined;

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  title: (draft, { rest }) => {
    settle(draft, 'title');
    draft.title = rest;
    return undefined;
  },
  seed: (draft, { words }) => {
    settle(draft, 'seed');
    draft.seed = integer('seed', words[0], [0, 2 ** 32 - 1]);
    return undefined;
  },
  duration: (draft, { words }) => {
    settle(draft, 'duration');
    draft.durationMs = timeMs('duration', words[0], DURATION_MS_MAX);
    return undefined;
  },
  members: readMembers,
  link: readLink,
  matrix: readMatrix,
  set: (draft, { words }) => {
    const [key, value] = words;
    if (key === undefined || value === undefined) throw new Error('expected: set <key> <value>');
    settle(draft, `set ${key}`);
    draft.options[key] = value;
    return undefined;
  },
  at: readHappening,
};

/** Two answers to one question are a mistake, even when the second was meant. */
function settle(draft: Draft, what: string): void {
  if (draft.settled.has(what)) throw new Error(`${what} was given before; it is given once`);
  draft.settled.add(what);
}

/** `members 100 in east join at 10s within 5s` */
function readMembers(draft: Draft, { words }: Line): object {
  const [count, ...rest] = words;
  const read = options(rest, ['in', 'at', 'within'], ['join']);
  const group: MemberGroup = {
    site: read.get('in') ?? DEFAULT_SITE,
    count: integer('members', count, [1, MEMBER_COUNT_MAX]),
    joinAtMs: timeMs('at', read.get('at') ?? '0s', DURATION_MS_MAX),
    joinWithinMs: timeMs('within', read.get('within') ?? '1s', DURATION_MS_MAX),
  };
  draft.groups.push(group);
  return group;
}

/** `link latency=fixed:1` for all, `link east > west ...` one way, `link east - west ...` both. */
function readLink(draft: Draft, { words }: Line): object | undefined {
  const [from = '', arrow, to = ''] = words;
  if (arrow !== '>' && arrow !== '-') {
    draft.link = parseLinkOptions(words, words.join(' '));
    resolveLink([draft.link]);
    return undefined;
  }
  const link = parseLinkOptions(words.slice(3), words.join(' '));
  resolveLink([link]);
  const siteLink: SiteLink = { from, to, link };
  draft.siteLinks.push(siteLink);
  if (arrow === '-' && from !== to) draft.siteLinks.push({ from: to, to: from, link });
  return siteLink;
}

/** `matrix rtt.csv rtt ms` */
function readMatrix(draft: Draft, { words, readFile }: Line): undefined {
  const [path, kind = 'rtt', unit = 'ms'] = words;
  if (
    path === undefined ||
    (kind !== 'rtt' && kind !== 'one-way') ||
    (unit !== 'ms' && unit !== 's')
  ) {
    throw new Error('expected: matrix <file> [rtt|one-way] [ms|s]');
  }
  settle(draft, 'matrix');
  draft.matrix = parseLatencyMatrix(readFile(path), { kind, unit });
  return undefined;
}

/** `at 30s kill east-3`, `at 30s leave east`, `at 30s for 10s <fault>`. */
function readHappening(draft: Draft, { words }: Line): object {
  const [at, verb = '', ...rest] = words;
  const atMs = timeMs('at', at, DURATION_MS_MAX);
  if (verb === 'kill' || verb === 'leave') {
    if (rest.length === 0) throw new Error(`expected: at <time> ${verb} <member or site> ...`);
    const action: SimulationAction = { type: verb, atMs, who: rest };
    draft.actions.push(action);
    return action;
  }
  if (verb !== 'for') throw new Error('expected: at <time> kill|leave|for ...');
  const [duration, ...fault] = rest;
  const durationMs = timeMs('for', duration, DURATION_MS_MAX);
  const [planned] = parseFaultPlan(`at ${atMs}ms for ${durationMs}ms ${fault.join(' ')}`);
  if (planned === undefined) throw new Error('expected: at <time> for <time> <fault>');
  draft.faults.push(planned);
  return planned;
}

function checkNames(draft: Draft, lineNumberOf: ReadonlyMap<object, number>): void {
  if (draft.groups.length === 0) throw located(1, '', new Error('there are no members'));
  const sites = new Set(draft.groups.map(({ site }) => site));
  const known = new Set([...sites, ...memberNames(draft.groups).flat()]);
  const total = draft.groups.reduce((sum, { count }) => sum + count, 0);
  if (total > MEMBER_COUNT_MAX) {
    throw located(1, '', new Error(`${total} members are above ${MEMBER_COUNT_MAX}`));
  }
  const require = (owner: object, names: readonly string[], among: ReadonlySet<string>): void => {
    for (const name of names) {
      if (among.has(name)) continue;
      const why = new Error(`there is no member or site ${name}`);
      throw located(lineNumberOf.get(owner) ?? 1, '', why);
    }
  };
  for (const siteLink of draft.siteLinks) require(siteLink, [siteLink.from, siteLink.to], sites);
  for (const action of draft.actions) require(action, action.who, known);
  for (const planned of draft.faults) require(planned, nodesOf(planned.fault), known);
}

function checkHappenings(draft: Draft, lineNumberOf: ReadonlyMap<object, number>): void {
  const problem = findHappeningProblem(draft);
  if (problem === undefined) return;
  throw located(lineNumberOf.get(problem.owner) ?? 1, '', new Error(problem.reason));
}

function located(lineNumber: number, line: string, error: unknown): SimulationError {
  const reason = error instanceof Error ? error.message : String(error);
  const where = line === '' ? `line ${lineNumber}` : `line ${lineNumber}: ${line}`;
  return new SimulationError('DESCRIPTION_SYNTAX', `${where}: ${reason}`, { cause: error });
}
