import { pick, type Rng, randomBelow, randomBetween, shuffle } from '@konsul/runtime';
import type { Fault, FaultPlan, FaultType, PlannedFault } from './fault-plan.js';
import { happens } from './network-link.js';
import { requireWithin } from './simulation-error.js';

export interface FaultPlanOptions {
  /** Nodes to which something may happen. At least one. */
  readonly nodes: readonly string[];
  /** All faults have ended by then, so that a phase without faults can follow. */
  readonly durationMs: number;
  /** Default 20. */
  readonly faultCountMax?: number;
  /** How long one fault lasts at most. Default a quarter of `durationMs`. */
  readonly faultDurationMsMax?: number;
  /** Nodes that are paused, down or slow on disk at one time. Default the largest minority. */
  readonly downCountMax?: number;
  /** Kinds that may be drawn. Default all but `disk-error`, which few protocols survive. */
  readonly types?: readonly FaultType[];
}

const DEFAULT_TYPES: readonly FaultType[] = [
  'partition',
  'cut',
  'block',
  'links',
  'pause',
  'crash',
  'clock-rate',
  'wall-jump',
  'slow-disk',
];
const DEFAULT_FAULT_COUNT_MAX = 20;
const DOWN_TYPES: ReadonlySet<FaultType> = new Set(['pause', 'crash', 'slow-disk', 'disk-error']);

/**
 * Draws a plan. Each kind of fault is switched off altogether in half of all plans, because a run
 * in which everything goes wrong at once hides what each thing does alone.
 *
 * Source: Groce and others, "Swarm Testing", ISSTA 2012; partition shapes after Jepsen's nemeses.
 */
export function generateFaultPlan(rng: Rng, options: FaultPlanOptions): FaultPlan {
  const { nodes, durationMs } = options;
  requireWithin('nodes.length', nodes.length, [1, Number.MAX_SAFE_INTEGER]);
  requireWithin('durationMs', durationMs, [1, Number.MAX_SAFE_INTEGER]);
  const allowed = options.types ?? DEFAULT_TYPES;
  const drawn = allowed.filter(() => happens(0.5, rng));
  const types = drawn.length === 0 ? allowed : drawn;
  const downCountMax = options.downCountMax ?? Math.floor((nodes.length - 1) / 2);
  const faultCount = randomBelow(rng, (options.faultCountMax ?? DEFAULT_FAULT_COUNT_MAX) + 1);
  const longestMs = Math.min(durationMs, options.faultDurationMsMax ?? durationMs / 4);
  const plan: PlannedFault[] = [];
  for (let index = 0; index < faultCount; index += 1) {
    const type = pick(rng, types);
    if (type === undefined) break;
    const lastsMs = Math.max(1, Math.floor(randomBetween(rng, 0, longestMs)));
    const atMs = Math.floor(randomBetween(rng, 0, Math.max(0, durationMs - lastsMs)));
    const planned = { atMs, durationMs: lastsMs, fault: drawFault(type, nodes, rng) };
    if (!DOWN_TYPES.has(type) || downAtOnce([...plan, planned]) <= downCountMax) plan.push(planned);
  }
  return plan.sort((left, right) => left.atMs - right.atMs);
}

/** The largest number of different nodes that are out of order at one time. */
function downAtOnce(plan: FaultPlan): number {
  const downs = plan.filter(({ fault }) => DOWN_TYPES.has(fault.type));
  const counts = downs.map(({ atMs }) => {
    const names = downs
      .filter((other) => other.atMs <= atMs && atMs <= other.atMs + other.durationMs)
      .map(({ fault }) => ('node' in fault ? fault.node : ''));
    return new Set(names).size;
  });
  return Math.max(0, ...counts);
}

function drawFault(type: FaultType, nodes: readonly string[], rng: Rng): Fault {
  const node = pick(rng, nodes) ?? '';
  switch (type) {
    case 'partition':
      return { type, groups: drawGroups(nodes, rng) };
    case 'cut':
      return { type, pairs: drawPairs(nodes, rng) };
    case 'block': {
      const [from = [], to = []] = drawGroups(nodes, rng);
      return { type, from, to };
    }
    case 'links':
      return drawLinks(node, rng);
    case 'pause':
    case 'slow-disk':
      return { type, node };
    case 'crash':
      return { type, node, how: happens(0.5, rng) ? 'power' : 'process' };
    case 'clock-rate':
      return { type, node, rate: round(randomBetween(rng, 0.8, 1.25)) };
    case 'wall-jump':
      return { type, node, byMs: Math.round(randomBetween(rng, -3_600_000, 3_600_000)) };
    case 'disk-error': {
      const operation = pick(rng, ['read', 'write', 'sync'] as const) ?? 'sync';
      return { type, node, operation, code: happens(0.5, rng) ? 'EIO' : 'ENOSPC' };
    }
  }
}

/** One node alone, a minority, or halves. */
function drawGroups(nodes: readonly string[], rng: Rng): string[][] {
  const shuffled = shuffle(rng, nodes);
  const sizes = [1, Math.ceil(nodes.length / 3), Math.floor(nodes.length / 2)];
  const size = pick(rng, sizes) ?? 1;
  return [shuffled.slice(0, size), shuffled.slice(size)];
}

/** A bridge: two halves that only one node sees both of. Or a ring: each sees its neighbours. */
function drawPairs(nodes: readonly string[], rng: Rng): [string, string][] {
  const shuffled = shuffle(rng, nodes);
  const isRing = happens(0.5, rng);
  const reach = Math.max(1, Math.ceil((nodes.length - 1) / 4));
  const middle = Math.floor(nodes.length / 2);
  const pairs: [string, string][] = [];
  shuffled.forEach((left, leftIndex) => {
    shuffled.forEach((right, rightIndex) => {
      if (leftIndex >= rightIndex) return;
      const apart = rightIndex - leftIndex;
      const isFar = Math.min(apart, nodes.length - apart) > reach;
      const isAcross = leftIndex < middle && rightIndex > middle;
      if (isRing ? isFar : isAcross) pairs.push([left, right]);
    });
  });
  return pairs;
}

/** One thing wrong with all links, with those from a node or with those to it. */
function drawLinks(node: string, rng: Rng): Fault {
  const link = pick(rng, [
    { lossRatio: round(randomBetween(rng, 0.01, 0.5)) },
    { duplicateRatio: round(randomBetween(rng, 0.01, 0.5)) },
    { reorderRatio: round(randomBetween(rng, 0.05, 0.5)), reorderDelayMs: randomBelow(rng, 500) },
    { corruptRatio: round(randomBetween(rng, 0.01, 0.2)) },
    {
      latency: {
        type: 'exponential' as const,
        minMs: randomBelow(rng, 30),
        meanMs: 30 + randomBelow(rng, 70),
      },
    },
    { bandwidthBytesPerMs: 1 + randomBelow(rng, 100), queueBytesMax: 16 * 1024 },
  ]);
  const side = pick(rng, [{}, { from: node }, { to: node }]);
  return { type: 'links', ...side, link: link ?? {} };
}

function round(ratio: number): number {
  return Math.round(ratio * 1000) / 1000;
}
