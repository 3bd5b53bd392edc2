// Membership of one cluster in one process: joins, failures, broadcasts; see ../README.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { JsonLinesProcess } from '../harness/json-lines-process.mjs';
import { readOptions } from '../harness/options.mjs';
import { nodeCommand } from '../harness/paths.mjs';
import { compare, sidesWithPeer } from '../harness/series.mjs';
import { median } from '../harness/statistics.mjs';

const options = readOptions({
  runs: 3,
  members: [50, 100],
  profile: 'lan',
  settle: 5,
  steady: 10,
  broadcasts: 5,
  port: 21_000,
});

const CONVERGENCE_TIMEOUT_MS = 120_000;
const BROADCAST_TIMEOUT_MS = 15_000;
const DEATH_TIMEOUT_MS = 90_000;
const BROADCAST_BYTES = 100;

/** A cluster from its first member to its first death. */
async function measureCluster(command, n) {
  const { profile, port: basePort } = options;
  const cluster = new JsonLinesProcess(command, { n, profile, basePort });
  try {
    await cluster.ask({ cmd: 'create' }, { event: 'created' });
    const join = await measureJoin(cluster, n);
    await sleep(options.settle * 1_000);
    const suspicions = countEvents(cluster, 'suspect');
    const steady = await measureSteady(cluster, n);
    const broadcast = await measureBroadcasts(cluster, n);
    return { ...join, ...broadcast, ...(await measureDeath(cluster, n, suspicions)), ...steady };
  } finally {
    await cluster.stop();
  }
}

async function measureJoin(cluster, n) {
  const full = new Set();
  const everybody = cluster.next(({ ev, node, count }) => {
    if (ev === 'members' && count >= n) full.add(node);
    return full.size === n;
  }, CONVERGENCE_TIMEOUT_MS);
  const { t } = await cluster.ask({ cmd: 'join', par: 16 }, { event: 'joining' });
  return { 'join ms': (await everybody).t - t };
}

async function measureSteady(cluster, n) {
  const before = await cluster.ask({ cmd: 'cpu' });
  await sleep(options.steady * 1_000);
  const after = await cluster.ask({ cmd: 'cpu' });
  const minutes = (after.t - before.t) / 60_000;
  const cpuS = after.user + after.sys - before.user - before.sys;
  return { 'CPU ms/member/min': (cpuS * 1_000) / minutes / n, 'MB/member': after.rss / n };
}

/** From the first member's word to the middle and the last one that hears it. */
async function measureBroadcasts(cluster, n) {
  const half = [];
  const all = [];
  let missedCount = 0;
  for (let i = 0; i < options.broadcasts; i += 1) {
    const id = `b${i}`;
    const heardAt = [];
    const everybody = cluster.next((event) => {
      if (event.ev === 'msg' && event.id === id) heardAt.push(event.t);
      return heardAt.length === n;
    }, BROADCAST_TIMEOUT_MS);
    const node = (i * 7 + 1) % n;
    const message = { cmd: 'broadcast', node, id, size: BROADCAST_BYTES };
    const { t } = await cluster.ask(message, { event: 'sent' });
    // Gossip promises nothing: a broadcast that misses somebody is counted, not waited for.
    await everybody.catch(() => undefined);
    missedCount += n - heardAt.length;
    heardAt.sort((a, b) => a - b);
    half.push(heardAt[n >> 1] - t);
    all.push(heardAt[n - 1] - t);
    await sleep(1_000);
  }
  return { 'heard by half ms': median(half), 'heard by all ms': median(all), missed: missedCount };
}

/** Kills one member: who notices first, and when everybody else knows. */
async function measureDeath(cluster, n, suspicions) {
  const victim = n - 1;
  const falseSuspicionCount = suspicions();
  const suspected = cluster.next(({ ev, node }) => ev === 'suspect' && node === victim);
  const goneAt = new Map();
  const everybody = cluster.next(({ ev, by, node, t }) => {
    if (ev === 'gone' && node === victim && by !== victim) goneAt.set(by, t);
    return goneAt.size === victim;
  }, DEATH_TIMEOUT_MS);
  const { t } = await cluster.ask({ cmd: 'kill', node: victim }, { event: 'killed' });
  const suspectedAt = (await suspected).t;
  await everybody;
  const ordered = [...goneAt.values()].sort((a, b) => a - b);
  return {
    'suspected ms': suspectedAt - t,
    'dead ms': ordered[0] - t,
    'known to all ms': ordered[ordered.length - 1] - t,
    'false suspicions': falseSuspicionCount,
  };
}

function countEvents(process, name) {
  let count = 0;
  process.onEvent = ({ ev }) => {
    if (ev === name) count += 1;
  };
  return () => count;
}

async function measure(command) {
  const cases = {};
  for (const n of options.members) cases[`${n} members`] = await measureCluster(command, n);
  return cases;
}

// A member lives on little, and what is young dies at once: the 32 MB that Node may fill with garbage
// before it looks say nothing about a member.
const own = nodeCommand('swim-node.mjs', import.meta.url, ['--max-semi-space-size=1']);

await compare({
  bench: 'swim',
  runCount: options.runs,
  sides: sidesWithPeer(measure, options.peer, own),
  settings: { profile: options.profile },
});
