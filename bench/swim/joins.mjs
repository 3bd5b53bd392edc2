import { takePairs, tell } from '../harness/pairs.mjs';
import { Cluster } from './cluster.mjs';
import { mapSides } from './life.mjs';

/** A join that has not come to its end by then counts as this long. */
const GIVEN_UP_MS = 15_000;

/** How long a cluster takes to agree on who is in it, of several sizes. */
export async function measureJoins({ sides, settings }) {
  const rows = [];
  for (const n of settings.joinMembers) {
    const { ours, peer } = await takePairs({
      name: `join of ${n}`,
      runCount: settings.joinRuns,
      sides: mapSides(sides, (command) => () => joinOnce(command, n, settings.port)),
    });
    rows.push({
      measure: `${n} members, ms`,
      ours: ours.joinMs ?? [],
      peer: peer.joinMs ?? [],
      ratioMax: 0.6,
    });
  }
  return { id: 'joins', title: 'Joins, 16 at a time', rows };
}

/** How long the slowest of many joins takes. */
export async function measureSlowJoins({ sides, settings }) {
  const n = settings.slowJoinMembers;
  const samples = {};
  for (const [side, command] of Object.entries(sides)) {
    if (command === undefined) continue;
    samples[side] = [];
    const count = side === 'ours' ? settings.slowJoins : settings.slowJoinsOfPeer;
    for (let i = 0; i < count; i += 1) {
      samples[side].push((await joinOnce(command, n, settings.port)).joinMs);
      if ((i + 1) % 10 === 0) tell(`many joins of ${n}: ${side}, ${i + 1} of ${count}`);
    }
  }
  const { ours = [], peer = [] } = samples;
  const slow = (values) => values.filter((value) => value > 5_000).length;
  return {
    id: 'slow-joins',
    title: `${ours.length} joins of ${n} members`,
    text:
      `${slow(ours)} of ${ours.length} took longer than 5 s here, and ${slow(peer)} of ${peer.length} ` +
      `at the peer, where what takes longer than ${GIVEN_UP_MS / 1_000} s is given up.`,
    rows: [{ measure: 'join, ms', ours, peer, worstMax: 5_000 }],
  };
}

async function joinOnce(command, n, basePort) {
  const cluster = new Cluster(command, { n, basePort });
  try {
    return { joinMs: await cluster.join(GIVEN_UP_MS).catch(() => GIVEN_UP_MS) };
  } finally {
    await cluster.stop();
  }
}
