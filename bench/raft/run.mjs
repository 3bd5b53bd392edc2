// Committed entries per second of three servers on TCP loopback, beside the peers; see ../README.md.
import { machineReport, machineTimes } from '../harness/machine.mjs';
import { readOptions } from '../harness/options.mjs';
import { tell } from '../harness/pairs.mjs';
import { withDirectory } from '../harness/paths.mjs';
import { writeSpeedTable } from '../harness/speed-table.mjs';
import { rounded } from '../harness/statistics.mjs';
import { Group } from './group.mjs';
import { raftSides, raftVersions } from './peers.mjs';
import { raftSections, writeRaftPictures } from './sections.mjs';

const options = readOptions({
  runs: 5,
  secs: 3,
  callers: [1, 4, 16, 64, 256],
  bytes: 256,
  store: ['disk', 'mem'],
  warm: 4,
  port: 24_100,
});
const PORTS_PER_GROUP = 3;

/**
 * All groups of a store are there at once, and each level of load falls on one after the other, so
 * that what is compared lies seconds apart.
 *
 * @returns samples by side, number of callers and metric.
 */
async function measureStore(store, sides) {
  const samples = {};
  const groups = [];
  await withDirectory(async (directory) => {
    try {
      for (const [at, side] of sides.entries()) {
        const port = options.port + at * PORTS_PER_GROUP;
        const group = new Group(side, { directory: `${directory}/${at}`, port });
        groups.push({ name: side.name, group });
        samples[side.name] = {};
        await warm(group);
        tell(`raft, ${store}: ${side.name} is warm`);
      }
      for (let run = 0; run < options.runs; run += 1)
        await measureRun({ store, run, groups, samples });
    } finally {
      await Promise.all(groups.map(({ group }) => group.stop()));
    }
  });
  return samples;
}

/** Long enough for both compilers of a Node process, and for the collectors of all. */
async function warm(group) {
  const size = options.bytes;
  await group.load({ conc: 64, secs: options.warm, size });
  await group.load({ conc: 1, secs: options.warm, size });
}

async function measureRun({ store, run, groups, samples }) {
  for (const callers of options.callers) {
    for (const { name, group } of run % 2 === 0 ? groups : [...groups].reverse()) {
      const result = await group.load({ conc: callers, secs: options.secs, size: options.bytes });
      const { rate, p50, p99, cpuUs, errs } = result;
      samples[name][callers] ??= { rate: [], p50: [], p99: [], cpuUs: [], errs: [] };
      const known = samples[name][callers];
      for (const metric of Object.keys(known)) known[metric].push(result[metric]);
      tell(
        `raft, ${store}, run ${run + 1} of ${options.runs}, ${callers} callers, ${name}: ` +
          `${rounded(rate)}/s, p50 ${rounded(p50)} ms, p99 ${rounded(p99)} ms, ` +
          `${rounded(cpuUs)} us${errs > 0 ? `, ${errs} failed` : ''}`,
      );
    }
  }
}

const before = machineTimes();
const sides = raftSides(options.peer);
const stores = {};
for (const store of options.store) stores[store] = await measureStore(store, sides[store]);
const machine = machineReport(before);
writeRaftPictures(stores);
const sections = writeSpeedTable({
  name: 'raft',
  title: 'Raft: committed entries',
  intro: introduction(),
  sections: raftSections(stores),
  machine,
});
for (const { title, rows } of sections) {
  console.log(title);
  for (const { measure, ratio, isMet } of rows) {
    console.log(`${measure}: ${rounded(ratio)}${isMet === false ? ' MISSED' : ''}`);
  }
}
console.log(JSON.stringify({ bench: 'raft', options, machine, stores }));

function introduction() {
  const { runs, secs, bytes } = options;
  return [
    `Written by \`npm run bench -- raft\` on ${new Date().toISOString().slice(0, 10)}.`,
    raftVersions(),
    `Three servers, each a process, over TCP on loopback of one machine; entries of ${bytes} bytes, ` +
      'durable on a majority before they count; callers are in the process of the leader and ask ' +
      `again when they have their answer. ${runs} runs of ${secs} s at each level, the sides in ` +
      'turn; medians, with the least and the most. CPU is that of all three processes. ' +
      `This disk answered ${machine.durableWritesPerSecond} durable writes of 512 bytes a second ` +
      `and a plain loop got ${machine.loopMops} Mop/s just afterwards.`,
    '![Committed entries per second against callers](raft-throughput.svg)',
    '![Latency against callers](raft-latency.svg)',
    '![CPU per entry against callers](raft-cpu.svg)',
  ].join('\n\n');
}
