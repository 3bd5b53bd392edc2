import { setTimeout as sleep } from 'node:timers/promises';
import { takePairs } from '../harness/pairs.mjs';
import { Cluster } from './cluster.mjs';

const SETTLE_MS = 5_000;

/** Everything that happens to a cluster, from its first member to its first deaths. */
export async function measureLife({ sides, n, settings }) {
  const { runs, broadcasts, kills, steadyMs, port } = settings;
  const measure = (command) => async () => {
    const cluster = new Cluster(command, { n, basePort: port });
    try {
      const joinMs = await cluster.join();
      await sleep(SETTLE_MS);
      const { suspicions } = cluster.verdicts;
      const { cpuMs, rssMb, packetsPerMs } = await cluster.use(steadyMs);
      const heard = [];
      for (let i = 0; i < broadcasts; i += 1) heard.push(await cluster.broadcast(i, packetsPerMs));
      const falseSuspicions = cluster.verdicts.suspicions - suspicions;
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
  };
  const { ours, peer } = await takePairs({
    name: `life of ${n} members`,
    runCount: runs,
    sides: mapSides(sides, measure),
  });
  const row = (measure_, metric, bounds = {}) => ({
    measure: measure_,
    ours: ours[metric] ?? [],
    peer: peer[metric] ?? [],
    ...bounds,
  });
  const perMember = ({ rssMb = [] }) => rssMb.map((value) => value / n);
  return {
    id: `life-${n}`,
    title: `A cluster of ${n} in one process`,
    rows: [
      row('join until all know all, ms', 'joinMs', { ratioMax: 0.6, label: 'join' }),
      row('broadcast heard by half, ms', 'halfMs', { label: 'half' }),
      row('broadcast heard by all, ms', 'allMs', { ratioMax: 0.3, label: 'all' }),
      row('datagrams per broadcast', 'packets', { ratioMax: 1.1, label: 'datagrams' }),
      row('members that missed a broadcast', 'missed'),
      row('killed until first suspected, ms', 'suspectedMs', { ratioMax: 1, label: 'suspected' }),
      row('killed until known to all, ms', 'knownToAllMs', { ratioMax: 1, label: 'known' }),
      row('false suspicions, nothing injected', 'falseSuspicions'),
      row('CPU ms per member and minute', 'cpuMs', { ratioMax: 0.5, label: 'CPU' }),
      {
        measure: 'resident MB per member, runtime included',
        label: 'memory',
        ours: perMember(ours),
        peer: perMember(peer),
        ratioMax: 0.5,
      },
    ],
  };
}

/** The same measurement for each side that is there. */
export function mapSides(sides, measure) {
  return Object.fromEntries(
    Object.entries(sides)
      .filter(([, command]) => command !== undefined)
      .map(([side, command]) => [side, measure(command)]),
  );
}
