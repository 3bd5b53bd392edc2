import type { DemoStep, StepOutcome } from '../demo-step.js';
import type { DemoStage } from '../stage.js';
import { parseTable, type TableRow } from '../table-text.js';
import { type DemoDatacenter, type DemoNode, demoNodes } from '../topology.js';

const AREA_STARTS_WITHIN_MS = 10_000;
const AREA_COMPLETE_WITHIN_MS = 20_000;
const CREATED = /^Created area "[0-9a-f-]{36}" with peer datacenter "dc[12]"!$/;

const servers: readonly DemoNode[] = demoNodes.filter(({ isServer }) => isServer);
const [, , , firstOfDc2] = servers;

/** The area of each datacenter: created, looked at, joined, looked at again. */
export const areaSteps: readonly DemoStep<DemoStage>[] = [
  {
    title: 'A compatible pair of areas is created, one in each datacenter',
    expectation: 'each datacenter has an area with the other one as its peer',
    agents: servers,
    async run(stage) {
      const one = await stage.konsul('dc1', 'operator', 'area', 'create', '-peer-datacenter=dc2');
      const other = await stage.konsul('dc2', 'operator', 'area', 'create', '-peer-datacenter=dc1');
      const holds = CREATED.test(one.text) && CREATED.test(other.text);
      return { holds, saw: `${one.text}; ${other.text}` };
    },
  },
  {
    title: 'The servers of a datacenter join its area by themselves',
    expectation: 'the three servers of dc1 are alive in its area, and nobody else is there',
    agents: servers,
    async run(stage) {
      // The other side is waited for too: it must be there to be joined.
      const late = await untilAllSee(stage, AREA_STARTS_WITHIN_MS, {
        memberCount: 3,
        isComplete: isAlive,
      });
      return judgeMembers(await showMembers(stage), { wanted: { dc1: 3, dc2: 0 }, late });
    },
  },
  {
    title: 'The areas are joined, through any one server of the other side',
    expectation: 'the join of one address works',
    agents: servers,
    async run(stage) {
      const { address = '' } = firstOfDc2 ?? {};
      const join = ['operator', 'area', 'join', '-peer-datacenter=dc2', address];
      const { exitCode, text } = await stage.konsul('dc1', ...join);
      const [row] = parseTable(text);
      return { holds: exitCode === 0 && row?.['Joined'] === 'true', saw: text };
    },
  },
  {
    title: 'The servers of both datacenters see each other, and how far away they are',
    expectation: 'all six servers are alive in the area, with a round trip time each',
    agents: servers,
    async run(stage) {
      const isComplete = (member: TableRow): boolean => isAlive(member) && isMeasured(member);
      const late = await untilAllSee(stage, AREA_COMPLETE_WITHIN_MS, {
        memberCount: 6,
        isComplete,
      });
      return judgeMembers(await showMembers(stage), { wanted: { dc1: 3, dc2: 3 }, late });
    },
  },
];

async function showMembers(stage: DemoStage): Promise<readonly TableRow[]> {
  const { text } = await stage.konsul('dc1', 'operator', 'area', 'members');
  return parseTable(text);
}

/**
 * Waits until every server of both sides has an area as it should be.
 *
 * @returns those that have not, in time.
 */
async function untilAllSee(
  stage: DemoStage,
  timeoutMs: number,
  wanted: { readonly memberCount: number; readonly isComplete: (member: TableRow) => boolean },
): Promise<readonly DemoNode[]> {
  const isThere = async (server: DemoNode): Promise<true | undefined> => {
    const { exitCode, text } = await stage.ask(server, 'operator', 'area', 'members');
    const members = exitCode === 0 ? parseTable(text) : [];
    const isDone = members.length === wanted.memberCount && members.every(wanted.isComplete);
    return isDone ? true : undefined;
  };
  const late = await Promise.all(
    servers.map(async (server) =>
      (await stage.until(timeoutMs, () => isThere(server))) === true ? [] : [server],
    ),
  );
  return late.flat();
}

/** What the client agent was shown, and whether all servers would have shown as much. */
function judgeMembers(
  members: readonly TableRow[],
  {
    wanted,
    late,
  }: {
    readonly wanted: Readonly<Record<DemoDatacenter, number>>;
    readonly late: readonly DemoNode[];
  },
): StepOutcome {
  const aliveIn = (datacenter: DemoDatacenter): number =>
    members.filter((member) => member['DC'] === datacenter && isAlive(member)).length;
  const isExact = members.length === wanted.dc1 + wanted.dc2;
  const isComplete = aliveIn('dc1') === wanted.dc1 && aliveIn('dc2') === wanted.dc2;
  const seen = `${members.length} members, alive: ${aliveIn('dc1')} of dc1, ${aliveIn('dc2')} of dc2`;
  const waiting = late.map(({ label }) => label).join(', ');
  return {
    holds: late.length === 0 && isExact && isComplete,
    saw: waiting === '' ? seen : `${seen}; the area is not complete on ${waiting}`,
  };
}

function isAlive(member: TableRow): boolean {
  return member['Status'] === 'alive';
}

function isMeasured(member: TableRow): boolean {
  return /^[\d.]+(ns|µs|ms|s)$/.test(member['RTT'] ?? '');
}
