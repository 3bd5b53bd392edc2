// Membership and its codec beside memberlist, user events beside Serf's own agents; see ../README.md.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goPeer } from '../harness/go-peer.mjs';
import { machineReport, machineTimes } from '../harness/machine.mjs';
import { readOptions } from '../harness/options.mjs';
import { tell } from '../harness/pairs.mjs';
import { nodeCommand } from '../harness/paths.mjs';
import { speedTableText, writeSpeedTable } from '../harness/speed-table.mjs';
import { measureCodec } from './codec.mjs';
import { measureEvents } from './events.mjs';
import { measureFaults } from './faults.mjs';
import { measureJoins, measureSlowJoins } from './joins.mjs';
import { measureLife } from './life.mjs';

const FULL = {
  runs: 5,
  broadcasts: 5,
  kills: 5,
  steadyMs: 20_000,
  codecRuns: 5,
  codecMs: 250,
  joinRuns: 7,
  joinMembers: [50, 100, 200],
  slowJoins: 100,
  slowJoinsOfPeer: 20,
  slowJoinMembers: 50,
  faultRuns: 3,
  faultMembers: 50,
  faultMs: 30_000,
  eventRuns: 5,
  agents: 20,
  events: 8,
};

/** Enough to see that everything runs, and where it stands. */
const QUICK = {
  ...FULL,
  runs: 1,
  broadcasts: 3,
  steadyMs: 8_000,
  codecRuns: 3,
  codecMs: 60,
  joinRuns: 2,
  slowJoins: 5,
  slowJoinsOfPeer: 2,
  faultRuns: 1,
  faultMs: 12_000,
  eventRuns: 1,
  agents: 10,
};

const PARTS = ['codec', 'life', 'joins', 'slow-joins', 'faults', 'events'];

const options = readOptions({
  quick: false,
  parts: PARTS,
  members: 100,
  port: 21_000,
  serfPort: 26_000,
});
const settings = {
  ...(options.quick ? QUICK : FULL),
  port: options.port,
  serfPort: options.serfPort,
};

// What is young dies at once, and the heap of a burst of joins stays for a while: what Node may fill
// with garbage before it looks says nothing about a member.
const FLAGS = ['--max-semi-space-size=1', '--optimize-for-size'];
const sides = {
  ours: nodeCommand('swim-node.mjs', import.meta.url, FLAGS),
  peer: options.peer ?? goPeer('memberlist'),
};
const codecs = {
  ours: nodeCommand('codec-node.mjs', import.meta.url),
  peer: goPeer('memberlist-codec'),
};
const ownSerf = fileURLToPath(new URL('../../packages/serf/bin/konsul-serf.mjs', import.meta.url));
const agents = {
  ours: [process.execPath, ownSerf, 'agent'],
  peer: spawnSync('serf', ['version']).status === 0 ? ['serf', 'agent'] : undefined,
};

const measures = {
  codec: () => measureCodec({ commands: codecs, settings }),
  life: async () => [await measureLife({ sides, n: options.members, settings })],
  joins: async () => [await measureJoins({ sides, settings })],
  'slow-joins': async () => [await measureSlowJoins({ sides, settings })],
  faults: async () => [await measureFaults({ sides, settings })],
  events: async () => [await measureEvents({ sides: agents, settings })],
};

const before = machineTimes();
const sections = [];
for (const part of options.parts) {
  if (measures[part] === undefined) throw new Error(`--parts ${part} is not one of ${PARTS}`);
  tell(`${part} begins`);
  for (const section of await measures[part]()) {
    sections.push(section);
    tell(`${section.title}\n${speedTableText(section.rows).join('\n')}`);
  }
}

const machine = machineReport(before);
// What is not the whole table does not go where the documentation shows it.
const isWhole = options.parts.length === PARTS.length && !options.quick;
const command = `npm run bench -- swim${isWhole ? '' : ` ${process.argv.slice(2).join(' ')}`}`;
const judged = writeSpeedTable({
  ...(isWhole ? {} : { folder: join(tmpdir(), 'konsul-bench-swim') }),
  name: 'swim',
  title: 'SWIM and Serf beside memberlist and serf',
  intro:
    `Written by \`${command}\`. Both sides run in turn on one machine, over loopback, with the ` +
    "profile `lan`; the peer is HashiCorp's memberlist, and for events its `serf` agent. Medians, with " +
    "the least and the most in brackets; the ratio is that of the medians, ours over the peer's.",
  sections,
  machine,
});
console.log(JSON.stringify({ bench: 'swim', machine, sections: judged }));
