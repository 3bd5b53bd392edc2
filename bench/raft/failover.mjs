// How long a group commits nothing when its leader is killed under load; see ../README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cdfPlot } from '@konsul/simulation/report';
import { machineReport, machineTimes } from '../harness/machine.mjs';
import { readOptions } from '../harness/options.mjs';
import { tell } from '../harness/pairs.mjs';
import { withDirectory } from '../harness/paths.mjs';
import { writeSpeedTable } from '../harness/speed-table.mjs';
import { quantile, rounded, sorted } from '../harness/statistics.mjs';
import { Group } from './group.mjs';
import { raftSides, raftVersions } from './peers.mjs';

const options = readOptions({
  kills: 100,
  block: 10,
  callers: 8,
  pause: 2,
  bytes: 256,
  settle: 1_500,
  port: 24_140,
});
const REPORTS = fileURLToPath(new URL('../../docs/benchmarks/', import.meta.url));
const RECOVERY_TIMEOUT_MS = 60_000;
const WORST_MS = 1_000;

/** Kills whoever leads, a number of times, each time with all three servers there. */
async function killAgainAndAgain(side, killCount, onPause) {
  await withDirectory(async (directory) => {
    const group = new Group(side, { directory, port: options.port, snapshots: true });
    try {
      await Promise.all(group.ids.map((id) => group.isUp(id)));
      for (const id of group.ids) trickle(group, id);
      for (let kill = 0; kill < killCount; kill += 1) {
        await committedBy(group, () => true);
        await sleep(options.settle);
        onPause(await pauseOfKill(group));
      }
    } finally {
      await group.stop();
    }
  });
}

function trickle(group, id) {
  const { callers: conc, pause: pauseMs, bytes: size } = options;
  group.tell(id, { cmd: 'trickle', conc, pauseMs, size });
}

/** From the kill to the first word of a commit by another server, as the same observer has both. */
async function pauseOfKill(group) {
  const leader = await group.leader();
  const killedAtMs = performance.now();
  const committing = committedBy(group, (id) => id !== leader);
  await group.kill(leader);
  const pauseMs = (await committing) - killedAtMs;
  group.start(leader);
  await group.isUp(leader);
  trickle(group, leader);
  return pauseMs;
}

/** When the next commit is told of by a server that is wanted. */
function committedBy(group, isWanted) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`nothing was committed for ${RECOVERY_TIMEOUT_MS} ms`)),
      RECOVERY_TIMEOUT_MS,
    );
    group.onCommitted = (id) => {
      if (!isWanted(id)) return;
      clearTimeout(timer);
      resolve(performance.now());
    };
  });
}

const before = machineTimes();
const sides = raftSides(options.peer).disk.filter(({ store }) => store === 'disk');
/** @type {Record<string, number[]>} */
const pausesMs = Object.fromEntries(sides.map(({ name }) => [name, []]));
for (let done = 0; done < options.kills; done += options.block) {
  const count = Math.min(options.block, options.kills - done);
  for (const side of sides) {
    const known = pausesMs[side.name] ?? [];
    await killAgainAndAgain(side, count, (pauseMs) => {
      known.push(pauseMs);
      tell(
        `raft-failover: ${side.name}, kill ${known.length} of ${options.kills}: ` +
          `${rounded(pauseMs)} ms`,
      );
    });
  }
}
const machine = machineReport(before);
writeReport();
console.log(JSON.stringify({ bench: 'raft-failover', options, machine, pausesMs }));

function writeReport() {
  const [own = '', ...peers] = Object.keys(pausesMs);
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(
    `${REPORTS}raft-failover.svg`,
    cdfPlot({
      title: 'Time without a committed write after kill -9 of the leader',
      subtitle: `${options.kills} kills of each under load, all with their defaults`,
      x: { title: 'ms', min: 0 },
      series: Object.entries(pausesMs).map(([label, values]) => ({ label, values })),
    }),
  );
  const shares = [
    ['median', 0.5],
    ['p99', 0.99],
  ];
  const at = (name, share) => [quantile(sorted(pausesMs[name]), share)];
  const sections = (peers.length > 0 ? peers : [undefined]).map((peer) => ({
    id: `beside-${peer ?? 'nobody'}`,
    title: peer === undefined ? 'Time without writes' : `Beside ${peer}`,
    rows: [
      ...shares.map(([label, share]) => ({
        measure: `without a write, ${label}, ms`,
        label,
        ours: at(own, share),
        ...(peer !== undefined && { peer: at(peer, share) }),
        ...(label === 'p99' && { worstMax: WORST_MS }),
      })),
      {
        measure: 'all kills, ms',
        label: 'all',
        ours: pausesMs[own],
        ...(peer !== undefined && { peer: pausesMs[peer] }),
      },
    ],
  }));
  writeSpeedTable({
    name: 'raft-failover',
    title: 'Raft: the leader is killed',
    intro: introduction(),
    sections,
    machine,
  });
  for (const name of Object.keys(pausesMs)) {
    console.log(
      `${name}: median ${rounded(...at(name, 0.5))} ms, p99 ${rounded(...at(name, 0.99))} ms`,
    );
  }
}

function introduction() {
  const { callers, pause, bytes, kills, block, settle } = options;
  return [
    `Written by \`npm run bench -- raft-failover\` on ${new Date().toISOString().slice(0, 10)}.`,
    raftVersions(),
    'Three servers on loopback, logs on disk, every setting its default: an election begins after ' +
      `250 to 500 ms of silence with us, 1 to 2 s with the peers. ${callers} callers in ` +
      `whoever leads write ${bytes} bytes and wait ${pause} ms after each. The leader gets SIGKILL; ` +
      'the time runs until one process, which watches all, hears of the first write that another ' +
      `server has committed. The killed server is started again, and ${settle} ms after the first ` +
      `commit with all three there the next kill follows; ${kills} kills of each side, ${block} of ` +
      'one after the other, a new group each time.',
    '![Time without a committed write](raft-failover.svg)',
  ].join('\n\n');
}
