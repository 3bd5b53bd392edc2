import { setTimeout as sleep } from 'node:timers/promises';
import { takePairs } from '../harness/pairs.mjs';
import { Cluster } from './cluster.mjs';

const SETTLE_MS = 5_000;

/** Everything that happens to a cluster, from its first member to its first deaths. */
export async function measureLife({ sides, n, settings }) {
  const samples = await takePairs({
    name: `life of ${n} members`,
    runCount: settings.runs,
    sides: mapSides(sides, (command) => async () => ({
      floorMb: await measureFloor(command, settings),
      ...(await live(command, n, settings)),
    })),
  });
  return {
    id: `life-${n}`,
    title: `A cluster of ${n} in one process`,
    text:
      'Members are killed together, and each counts. Datagrams are those of all members from the word ' +
      'until nobody passes it on, less what probes send in that time. Memory beyond the first is what ' +
      'the process holds above one that holds a single member, by further member: so the runtime of ' +
      'either side, which a process has once, is on neither; with it, Node alone is more than all of ' +
      "the peer's members. Ours runs with `--max-semi-space-size=1 --optimize-for-size`, the peer as Go " +
      'has it.',
    rows: lifeRows(samples, n),
  };
}

function lifeRows({ ours, peer }, n) {
  const row = (measure, metric, bounds = {}) => ({
    measure,
    ours: ours[metric] ?? [],
    peer: peer[metric] ?? [],
    ...bounds,
  });
  const derived = (measure, of, bounds = {}) => ({
    measure,
    ours: of(ours),
    peer: of(peer),
    ...bounds,
  });
  const perMember = ({ rssMb = [] }) => rssMb.map((value) => value / n);
  const beyondFirst = ({ rssMb = [], floorMb = [] }) =>
    rssMb.map((value, index) => (value - floorMb[index]) / (n - 1));
  return [
    row('join until all know all, ms', 'joinMs', { ratioMax: 0.6, label: 'join' }),
    row('broadcast heard by half, ms', 'halfMs', { label: 'half' }),
    row('broadcast heard by all, ms', 'allMs', { ratioMax: 0.3, label: 'all' }),
    row('datagrams per broadcast', 'packets', { ratioMax: 1.1, label: 'datagrams' }),
    row('members that missed a broadcast', 'missed'),
    row('killed until first suspected, ms', 'suspectedMs', { ratioMax: 1, label: 'suspected' }),
    row('killed until known to all, ms', 'knownToAllMs', { ratioMax: 1, label: 'known' }),
    row('false suspicions, nothing injected', 'falseSuspicions'),
    row('CPU ms per member and minute', 'cpuMs', { ratioMax: 0.5, label: 'CPU' }),
    derived('MB per member beyond the first', beyondFirst, { ratioMax: 0.5, label: 'memory' }),
    derived('MB per member, runtime included', perMember, { label: 'all memory' }),
  ];
}

async function measureFloor(command, { port }) {
  const cluster = new Cluster(command, { n: 1, basePort: port });
  try {
    return await cluster.createAndMeasure();
  } finally {
    await cluster.stop();
  }
}

async function live(command, n, { broadcasts, kills, steadyMs, port }) {
  const cluster = new Cluster(command, { n, basePort: port });
  try {
    const joinMs = await cluster.join();
    await sleep(SETTLE_MS);
    const before = cluster.verdicts.suspicions;
    const { cpuMs, rssMb, packetsPerMs } = await cluster.use(steadyMs);
    const heard = [];
    for (let i = 0; i < broadcasts; i += 1) heard.push(await cluster.broadcast(i, packetsPerMs));
    const falseSuspicions = cluster.verdicts.suspicions - before;
    const victims = Array.from({ length: kills }, (_, index) => n - 1 - index);
    const deaths = await cluster.kill(victims);
    return {
      joinMs,
      cpuMs,
      rssMb,
      falseSuspicions,
      halfMs: heard.map(({ halfMs }) => halfMs),
      allMs: heard.map(({ allMs }) => allMs),
      packets: heard.map(({ packets }) => packets),
      missed: heard.reduce((sum, { missedCount }) => sum + missedCount, 0),
      suspectedMs: deaths.map(({ suspectedMs }) => suspectedMs),
      knownToAllMs: deaths.map(({ knownToAllMs }) => knownToAllMs),
    };
  } finally {
    await cluster.stop();
  }
}

/** The same measurement for each side that is there. */
export function mapSides(sides, measure) {
  return Object.fromEntries(
    Object.entries(sides)
      .filter(([, command]) => command !== undefined)
      .map(([side, command]) => [side, measure(command)]),
  );
}
