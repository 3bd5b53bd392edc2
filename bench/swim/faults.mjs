import { setTimeout as sleep } from 'node:timers/promises';
import { JsonLinesProcess } from '../harness/json-lines-process.mjs';
import { takePairs } from '../harness/pairs.mjs';
import { nodeCommand } from '../harness/paths.mjs';
import { Cluster } from './cluster.mjs';
import { mapSides } from './life.mjs';

const SETTLE_MS = 3_000;
const NO_STALLS = { count: 0, stallMs: [0, 0], pauseMs: [0, 0] };
/** About one member in ten is deaf at any time, for longer than a probe waits. */
const STALLS = { count: 5, stallMs: [500, 4_000], pauseMs: [0, 200] };

/** What is done to every datagram and connection of a cluster. */
const DISTURBANCES = {
  'receive stalls of 0.5 to 4 s': { loss: 0, delayMs: [0, 0], stalls: STALLS },
  'delay of 0 to 600 ms each way': { loss: 0, delayMs: [0, 600], stalls: NO_STALLS },
  'loss of 30 %': { loss: 0.3, delayMs: [0, 0], stalls: NO_STALLS },
  'all of them, a third each': {
    loss: 0.1,
    delayMs: [0, 200],
    stalls: { ...STALLS, count: 2 },
  },
};

/** Suspicions of members that live, while a proxy in front of all of them disturbs their traffic. */
export async function measureFaults({ sides, settings }) {
  const rows = [];
  for (const [name, disturbance] of Object.entries(DISTURBANCES)) {
    const { ours, peer } = await takePairs({
      name,
      runCount: settings.faultRuns,
      sides: mapSides(
        sides,
        (command) => (run) => disturb(command, { disturbance, settings, seed: 7_919 * (run + 1) }),
      ),
    });
    rows.push(
      {
        measure: `${name}: false suspicions`,
        label: name.split(' of ')[0],
        ours: ours.suspicions ?? [],
        peer: peer.suspicions ?? [],
        ratioMax: 0.3,
      },
      {
        measure: `${name}: members wrongly gone for another`,
        label: 'wrongly gone',
        ours: ours.deaths ?? [],
        peer: peer.deaths ?? [],
      },
    );
  }
  return {
    id: 'faults',
    title: `False suspicions, ${settings.faultMembers} members disturbed for ${settings.faultMs / 1_000} s`,
    text:
      'Every member announces the address of a proxy, the same program for both sides, which drops, ' +
      'delays and holds back what comes for it, by the same sequence of chance for both sides of a ' +
      'pair. A connection whose first packet is lost opens a second later, as the system has it. All ' +
      'suspicions that a member comes to by its own probes are counted; nobody is dead.',
    rows,
  };
}

async function disturb(command, { disturbance, settings, seed }) {
  const { faultMembers: n, faultMs, port: basePort } = settings;
  const advertisePort = basePort + 1_000;
  const proxy = new JsonLinesProcess(nodeCommand('fault-proxy.mjs', import.meta.url), {
    n,
    basePort,
    advertisePort,
    seed,
  });
  const cluster = new Cluster(command, { n, basePort, advertisePort });
  try {
    await proxy.ask({ cmd: 'open' });
    await cluster.join();
    await sleep(SETTLE_MS);
    const before = cluster.verdicts;
    await proxy.ask({ cmd: 'faults', of: disturbance });
    await sleep(faultMs);
    const after = cluster.verdicts;
    return {
      suspicions: after.suspicions - before.suspicions,
      deaths: after.deaths - before.deaths,
    };
  } finally {
    await cluster.stop();
    await proxy.stop();
  }
}
