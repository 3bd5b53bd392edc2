import { type Fault, nodesOf, type PlannedFault } from '../fault-plan.js';
import { SimulationError } from '../simulation-error.js';
import {
  joinTimes,
  memberNames,
  type SimulationAction,
  type SimulationDescription,
} from './description.js';

/** Part of a description that cannot happen as it is described, and why. */
export interface HappeningProblem {
  /** The group, action or fault. */
  readonly owner: object;
  readonly reason: string;
}

type Described = Pick<SimulationDescription, 'groups' | 'actions' | 'faults' | 'durationMs'>;

const seconds = (ms: number): string => `${Math.round(ms) / 1000}s`;

/**
 * Goes through what is described in the order of time and finds the first thing that would come to
 * nothing: after the end, to members that are not there yet or no more, or twice to the same one.
 */
export function findHappeningProblem(described: Described): HappeningProblem | undefined {
  return findLateProblem(described) ?? new Rehearsal(described).findProblem();
}

/**
 * For descriptions that were changed after they were read, and have no lines any more.
 *
 * @throws SimulationError `DESCRIPTION_SYNTAX`.
 */
export function requireHappenings(described: Described): void {
  const problem = findHappeningProblem(described);
  if (problem !== undefined) throw new SimulationError('DESCRIPTION_SYNTAX', problem.reason);
}

/** What would happen after the end would not happen at all, and nobody would be told. */
function findLateProblem({
  groups,
  actions,
  faults,
  durationMs,
}: Described): HappeningProblem | undefined {
  const joined = joinTimes(groups);
  const names = memberNames(groups);
  const instants: (readonly [object, number, string])[] = [
    ...groups.flatMap((group, index) => {
      const last = joined.get(names[index]?.at(-1) ?? '') ?? 0;
      return [[group, group.joinAtMs, ''] as const, [group, last, 'the last join at '] as const];
    }),
    ...[...actions, ...faults].map((one) => [one, one.atMs, ''] as const),
    ...faults.map((one) => [one, one.atMs + one.durationMs, 'the end of the fault at '] as const),
  ];
  for (const [owner, atMs, what] of instants) {
    if (atMs <= durationMs) continue;
    const end = `is after the end of the run; duration is ${seconds(durationMs)}`;
    return { owner, reason: `${what}${seconds(atMs)} ${end}` };
  }
  return undefined;
}

/** Who is there at each instant, as far as the description says. */
class Rehearsal {
  readonly #described: Described;
  readonly #joinAtMs: ReadonlyMap<string, number>;
  readonly #sites = new Map<string, string[]>();
  readonly #gone = new Map<string, string>();

  constructor(described: Described) {
    this.#described = described;
    this.#joinAtMs = joinTimes(described.groups);
    for (const [index, names] of memberNames(described.groups).entries()) {
      const site = described.groups[index]?.site ?? '';
      this.#sites.set(site, [...(this.#sites.get(site) ?? []), ...names]);
    }
  }

  findProblem(): HappeningProblem | undefined {
    const { actions, faults } = this.#described;
    const ordered = [...actions, ...faults].sort((left, right) => left.atMs - right.atMs);
    for (const owner of ordered) {
      const reason = 'fault' in owner ? this.#checkFault(owner) : this.#act(owner);
      if (reason !== undefined) return { owner, reason };
    }
    return undefined;
  }

  /** A site is acted on by whoever of it is there; a member must be there itself. */
  #act({ type, atMs, who }: SimulationAction): string | undefined {
    const doubled = this.#findDoubled(who);
    if (doubled !== undefined) return doubled;
    for (const word of who) {
      const members = this.#members(word);
      const problems = members.map((name) => this.#absence(name, atMs, type));
      const first = problems.find((problem) => problem !== undefined);
      if (first !== undefined && problems.every((problem) => problem !== undefined)) return first;
      members.forEach((name, index) => {
        if (problems[index] !== undefined) return;
        this.#gone.set(
          name,
          type === 'kill' ? `killed at ${seconds(atMs)}` : `left at ${seconds(atMs)}`,
        );
      });
    }
    return undefined;
  }

  #checkFault({ atMs, fault }: PlannedFault): string | undefined {
    if (fault.type === 'partition') {
      const doubled = this.#findDoubled(fault.groups.flat());
      if (doubled !== undefined) return doubled;
    }
    for (const name of nodesOf(fault).flatMap((word) => this.#members(word))) {
      const early = this.#earliness(name, atMs);
      if (early !== undefined) return early;
      if (isOfProcess(fault) && this.#gone.get(name)?.startsWith('killed') === true) {
        return `${name} was ${this.#gone.get(name)}`;
      }
    }
    return undefined;
  }

  #absence(name: string, atMs: number, type: SimulationAction['type']): string | undefined {
    const early = this.#earliness(name, atMs);
    if (early !== undefined) return early;
    const gone = this.#gone.get(name);
    // Whoever left still runs, and may be killed.
    if (gone === undefined || (type === 'kill' && gone.startsWith('left'))) return undefined;
    return `${name} ${gone.startsWith('killed') ? 'was ' : ''}${gone}`;
  }

  #earliness(name: string, atMs: number): string | undefined {
    const joinAtMs = this.#joinAtMs.get(name);
    if (joinAtMs === undefined) return `there is no member ${name}`;
    return atMs <= joinAtMs ? `${name} joins only at ${seconds(joinAtMs)}` : undefined;
  }

  #findDoubled(words: readonly string[]): string | undefined {
    const seen = new Set<string>();
    for (const name of words.flatMap((word) => this.#members(word))) {
      if (seen.has(name)) return `${name} is meant twice`;
      seen.add(name);
    }
    return undefined;
  }

  #members(word: string): readonly string[] {
    return this.#sites.get(word) ?? [word];
  }
}

/** Whether a fault is one of a single process, which must be there to have it. */
function isOfProcess(fault: Fault): boolean {
  return 'node' in fault;
}
