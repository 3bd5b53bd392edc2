import type { DiskFault } from './disk-faults.js';
import { type Fault, type FaultPlan, type PlannedFault, requirePlannable } from './fault-plan.js';
import type { Latency, LinkOptions } from './network-link.js';
import { SimulationError } from './simulation-error.js';

/** One line per fault: `at 1500ms for 800ms partition a b | c`. Read back by `parseFaultPlan`. */
export function formatFaultPlan(plan: FaultPlan): string {
  return plan
    .map(
      ({ atMs, durationMs, fault }) => `at ${atMs}ms for ${durationMs}ms ${formatFault(fault)}\n`,
    )
    .join('');
}

/**
 * Reads what `formatFaultPlan` printed. Empty lines and lines that begin with `#` are left out.
 *
 * @throws SimulationError `PLAN_SYNTAX` with the line.
 */
export function parseFaultPlan(text: string): FaultPlan {
  const plan: PlannedFault[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const match = /^at (\S+)ms for (\S+)ms (\S+)(?: (.*))?$/.exec(trimmed);
    if (match === null) throw syntaxError(trimmed, 'expected: at <n>ms for <n>ms <fault>');
    const [, at, duration, type = '', rest = ''] = match;
    const fault = parseFault(type, rest, trimmed);
    const planned = { atMs: Number(at), durationMs: Number(duration), fault };
    requirePlannable(planned);
    plan.push(planned);
  }
  return plan;
}

function formatFault(fault: Fault): string {
  switch (fault.type) {
    case 'partition':
      return `partition ${fault.groups.map((group) => group.join(' ')).join(' | ')}`;
    case 'cut':
      return `cut ${fault.pairs.map(([left, right]) => `${left}/${right}`).join(' ')}`;
    case 'block':
      return `block ${fault.from.join(' ')} > ${fault.to.join(' ')}`;
    case 'links':
      return `links ${formatSide(fault.from)} > ${formatSide(fault.to)} ${formatLink(fault.link)}`.trimEnd();
    case 'pause':
    case 'slow-disk':
      return `${fault.type} ${fault.node}`;
    case 'crash':
      return `crash ${fault.node} ${fault.how}`;
    case 'clock-rate':
      return `clock-rate ${fault.node} ${fault.rate}`;
    case 'wall-jump':
      return `wall-jump ${fault.node} ${fault.byMs}`;
    case 'disk-error':
      return `disk-error ${fault.node} ${fault.operation} ${fault.code}`;
  }
}

function formatSide(side: string | readonly string[] | undefined): string {
  return side === undefined ? '*' : [side].flat().join(' ');
}

function parseFault(type: string, rest: string, line: string): Fault {
  const [first = '', second = '', third = ''] = rest.split(' ');
  switch (type) {
    case 'partition':
      return { type, groups: rest.split('|').map(words) };
    case 'cut':
      return { type, pairs: words(rest).map((pair) => parsePair(pair, line)) };
    case 'block': {
      const [from = '', to = ''] = rest.split('>');
      return { type, from: words(from), to: words(to) };
    }
    case 'links':
      return parseLinks(rest, line);
    case 'pause':
    case 'slow-disk':
      return { type, node: first };
    case 'crash':
      if (second !== 'power' && second !== 'process') throw syntaxError(line, 'power or process');
      return { type, node: first, how: second };
    case 'clock-rate':
      return { type, node: first, rate: parseNumber(second, line) };
    case 'wall-jump':
      return { type, node: first, byMs: parseNumber(second, line) };
    case 'disk-error': {
      if (third !== 'EIO' && third !== 'ENOSPC') throw syntaxError(line, 'EIO or ENOSPC');
      return { type, node: first, operation: parseOperation(second, line), code: third };
    }
    default:
      throw syntaxError(line, `unknown fault ${type}`);
  }
}

function parsePair(text: string, line: string): readonly [string, string] {
  const [left, right] = text.split('/');
  if (left === undefined || right === undefined) throw syntaxError(line, 'expected a/b');
  return [left, right];
}

const OPERATIONS: readonly DiskFault['operation'][] = [
  'open',
  'read',
  'write',
  'truncate',
  'sync',
  'rename',
  'remove',
  'syncDirectory',
];

function parseOperation(text: string, line: string): DiskFault['operation'] {
  const operation = OPERATIONS.find((name) => name === text);
  if (operation === undefined) throw syntaxError(line, `unknown operation ${text}`);
  return operation;
}

function formatLink(link: LinkOptions): string {
  return Object.entries(link)
    .map(([key, value]) => `${key}=${key === 'latency' ? formatLatency(value as Latency) : value}`)
    .join(' ');
}

function formatLatency(latency: Latency): string {
  switch (latency.type) {
    case 'fixed':
      return `fixed:${latency.ms}`;
    case 'uniform':
      return `uniform:${latency.minMs}:${latency.maxMs}`;
    case 'exponential':
      return `exponential:${latency.minMs}:${latency.meanMs}`;
  }
}

function parseLatency(text: string, line: string): Latency {
  const [type, low = '', high = ''] = text.split(':');
  const first = parseNumber(low, line);
  if (type === 'fixed') return { type, ms: first };
  const second = parseNumber(high, line);
  if (type === 'uniform') return { type, minMs: first, maxMs: second };
  if (type === 'exponential') return { type, minMs: first, meanMs: second };
  throw syntaxError(line, `unknown latency ${text}`);
}

const LINK_NUMBER_KEYS = [
  'lossRatio',
  'duplicateRatio',
  'reorderRatio',
  'reorderDelayMs',
  'corruptRatio',
  'bandwidthBytesPerMs',
  'queueBytesMax',
] as const;

function parseLinks(rest: string, line: string): Fault {
  const all = words(rest);
  const arrow = all.indexOf('>');
  const settingsAt = all.findIndex((word) => word.includes('='));
  const end = settingsAt < 0 ? all.length : settingsAt;
  const from = all.slice(0, Math.max(0, arrow));
  const to = all.slice(arrow + 1, end);
  if (from.length === 0 || to.length === 0) {
    throw syntaxError(line, 'expected: links <from> > <to> <key>=<value>');
  }
  return {
    type: 'links',
    ...(from[0] === '*' ? {} : { from: oneOrAll(from) }),
    ...(to[0] === '*' ? {} : { to: oneOrAll(to) }),
    link: parseLinkOptions(all.slice(end), line),
  };
}

function oneOrAll(names: readonly string[]): string | readonly string[] {
  const [first] = names;
  return names.length === 1 && first !== undefined ? first : names;
}

/**
 * Reads `key=value` settings of a link.
 *
 * @throws SimulationError `PLAN_SYNTAX` with the line that they stand in.
 */
export function parseLinkOptions(settings: readonly string[], line: string): LinkOptions {
  const link: { -readonly [Key in keyof LinkOptions]: LinkOptions[Key] } = {};
  for (const setting of settings) {
    const [key = '', value = ''] = setting.split('=');
    const numberKey = LINK_NUMBER_KEYS.find((name) => name === key);
    if (numberKey !== undefined) link[numberKey] = parseNumber(value, line);
    else if (key === 'latency') link.latency = parseLatency(value, line);
    else throw syntaxError(line, `unknown link option ${key}`);
  }
  return link;
}

function parseNumber(text: string, line: string): number {
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) throw syntaxError(line, `${text} is not a number`);
  return number;
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function syntaxError(line: string, why: string): SimulationError {
  return new SimulationError('PLAN_SYNTAX', `${why}, in: ${line}`);
}
