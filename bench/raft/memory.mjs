// Memory of a group under load while one follower is away for long; see ../README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { linePlot } from '@konsul/simulation/report';
import { machineReport, machineTimes } from '../harness/machine.mjs';
import { readOptions } from '../harness/options.mjs';
import { tell } from '../harness/pairs.mjs';
import { withDirectory } from '../harness/paths.mjs';
import { writeSpeedTable } from '../harness/speed-table.mjs';
import { median, rounded } from '../harness/statistics.mjs';
import { Group } from './group.mjs';
import { raftSides, raftVersions } from './peers.mjs';

const options = readOptions({
  minutes: 10,
  callers: 64,
  pause: 10,
  bytes: 256,
  sample: 5,
  port: 24_180,
});
const REPORTS = fileURLToPath(new URL('../../docs/benchmarks/', import.meta.url));
const CATCH_UP_TIMEOUT_MS = 120_000;
const POLL_MS = 50;
/** A group is warm, and its collector has met the load, after this share of the time. */
const WARM_SHARE = 0.25;
const GROWTH_MAX = 1.2;

/** Memory of the leader against minutes, entries that were applied, and the time to catch up. */
async function measureSide(side) {
  return withDirectory(async (directory) => {
    const group = new Group(side, { directory, port: options.port, snapshots: true });
    try {
      await Promise.all(group.ids.map((id) => group.isUp(id)));
      const { callers: conc, pause: pauseMs, bytes: size } = options;
      const leader = await group.leader();
      for (const id of group.ids) group.tell(id, { cmd: 'trickle', conc, pauseMs, size });
      await sleep(options.sample * 1_000);
      const away = group.ids.find((id) => id !== leader) ?? 0;
      await group.kill(away);
      const samples = await watch(group, leader, side.name);
      const applied = await appliedOf(group, leader);
      return { samples, applied, catchUpS: await catchUp(group, { leader, away }) };
    } finally {
      await group.stop();
    }
  });
}

async function watch(group, leader, name) {
  const samples = [];
  const startedAtMs = performance.now();
  for (let minutes = 0; minutes < options.minutes; ) {
    await sleep(options.sample * 1_000);
    minutes = (performance.now() - startedAtMs) / 60_000;
    const { rss } = await group.ask(leader, { cmd: 'cpu' });
    samples.push([minutes, rss]);
    tell(`raft-memory: ${name}, ${rounded(minutes)} of ${options.minutes} min: ${rounded(rss)} MB`);
  }
  return samples;
}

async function appliedOf(group, id) {
  return (await group.ask(id, { cmd: 'applied' })).index;
}

/** Seconds from the start of the server that was away until it stands where the leader stood. */
async function catchUp(group, { leader, away }) {
  const startedAtMs = performance.now();
  group.start(away);
  await group.isUp(away);
  const wanted = await appliedOf(group, leader);
  while ((await appliedOf(group, away)) < wanted) {
    if (performance.now() - startedAtMs > CATCH_UP_TIMEOUT_MS) return Number.NaN;
    await sleep(POLL_MS);
  }
  return (performance.now() - startedAtMs) / 1_000;
}

const before = machineTimes();
const sides = raftSides(options.peer).disk.filter(({ store }) => store === 'disk');
const results = {};
for (const side of sides) results[side.name] = await measureSide(side);
const machine = machineReport(before);
writeReport();
console.log(JSON.stringify({ bench: 'raft-memory', options, machine, results }));

function writeReport() {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(
    `${REPORTS}raft-memory.svg`,
    linePlot({
      title: 'Resident memory of the leader while a follower is away',
      subtitle: `${options.callers} callers with ${options.pause} ms between their writes`,
      x: { title: 'minutes', min: 0 },
      y: { title: 'MB', min: 0 },
      series: Object.entries(results).map(([label, { samples }]) => ({ label, points: samples })),
    }),
  );
  const [own = '', ...peers] = Object.keys(results);
  writeSpeedTable({
    name: 'raft-memory',
    title: 'Raft: a follower is away',
    intro: introduction(),
    sections: (peers.length > 0 ? peers : [undefined]).map((peer) => ({
      id: `beside-${peer ?? 'nobody'}`,
      title: peer === undefined ? 'Memory' : `Beside ${peer}`,
      rows: rowsOf(results[own], peer === undefined ? undefined : results[peer]),
    })),
    machine,
  });
  for (const [name, { samples, catchUpS }] of Object.entries(results)) {
    const { warm, late } = levels(samples);
    console.log(
      `${name}: ${rounded(median(warm))} MB, later ${rounded(median(late))} MB, ` +
        `caught up in ${rounded(catchUpS)} s`,
    );
  }
}

function levels(samples) {
  const inQuarter = (from, to) =>
    samples.filter(([at]) => at > from && at <= to).map(([, rssMb]) => rssMb);
  const { minutes } = options;
  return {
    warm: inQuarter(minutes * WARM_SHARE, minutes * 2 * WARM_SHARE),
    late: inQuarter(minutes * (1 - WARM_SHARE), minutes * 2),
  };
}

function rowsOf(own, peer) {
  const growth = ({ samples }) => {
    const { warm, late } = levels(samples);
    return median(late) / median(warm);
  };
  const row = (measure, take, limit = {}) => ({
    measure,
    ours: take(own),
    ...(peer && { peer: take(peer) }),
    ...limit,
  });
  return [
    row('leader, MB in the last quarter', ({ samples }) => levels(samples).late),
    row('last quarter over the second', (one) => [growth(one)], { worstMax: GROWTH_MAX }),
    row('entries applied', ({ applied }) => [applied]),
    row('until the follower has caught up, s', ({ catchUpS }) => [catchUpS]),
  ];
}

function introduction() {
  const { minutes, callers, pause, bytes } = options;
  return [
    `Written by \`npm run bench -- raft-memory\` on ${new Date().toISOString().slice(0, 10)}.`,
    raftVersions(),
    `Three servers on loopback, logs on disk, every setting its default, so snapshots are taken and ` +
      `logs cut. ${callers} callers in the leader write ${bytes} bytes and wait ${pause} ms after ` +
      `each. One follower is killed, is away for ${minutes} minutes, and is started again.`,
    '![Memory of the leader](raft-memory.svg)',
  ].join('\n\n');
}
