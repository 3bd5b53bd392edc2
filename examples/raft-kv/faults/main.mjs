// Real servers of ../raft-kv.ts that are killed, paused and cut off while clients use them:
//   npm run raft-kv:faults -- [--minutes 5] [--seed 1] [--servers 3] [--clients 8] [--replace]
//     [--unsafe-reads] [--svg file] [--history file] [--host 127.0.7.1]
// See ../README.md. Ends with 0 when all is as it should be, which with --unsafe-reads is a rejection.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureFaults } from './measure-faults.mjs';
import { endAll } from './server-process.mjs';
import { drawTimeline } from './timeline.mjs';

/** Beyond the planned time: forming, healing and checking are each bounded well below this. */
const OVERTIME_MS = 300_000;
const PARENT_CHECK_INTERVAL_MS = 500;
const FLAWS_SHOWN_MAX = 5;
const text = /** @type {const} */ ({ type: 'string' });
const flag = /** @type {const} */ ({ type: 'boolean', default: false });

const log = (line) => process.stderr.write(`${line}\n`);

function refuse(problem) {
  log(problem);
  process.exit(1);
}

function flags() {
  try {
    return parseArgs({
      options: {
        minutes: text,
        seed: text,
        servers: text,
        clients: text,
        host: text,
        svg: text,
        history: text,
        replace: flag,
        'unsafe-reads': flag,
      },
    }).values;
  } catch (error) {
    return refuse(error.message);
  }
}
const values = flags();

function number(name, fallback, [min, max]) {
  const value = Number(values[name] ?? fallback);
  if (value >= min && value <= max) return value;
  return refuse(`--${name} must be a number from ${min} to ${max}, not ${values[name]}`);
}

const durationS = number('minutes', 5, [0.1, 1_440]) * 60;
const seed = number('seed', 1, [0, 2 ** 32 - 1]);
const servers = number('servers', 3, [3, 5]);
const clients = number('clients', 8, [1, 64]);
const { replace: replaces, 'unsafe-reads': unsafeReads } = values;
// An address of its own on Linux: nothing else takes the port of a server that is down.
const host = values.host ?? (process.platform === 'linux' ? '127.0.7.1' : '127.0.0.1');

// Whatever ends this process, it ends those that it started first, and takes their data along.
process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
const parentId = process.ppid;
setInterval(() => {
  if (process.ppid !== parentId) process.exit(130);
}, PARENT_CHECK_INTERVAL_MS).unref();
setTimeout(
  () => {
    log('the run did not end in its time');
    process.exit(1);
  },
  durationS * 1_000 + OVERTIME_MS,
).unref();

const what = `${servers} servers, ${clients} clients, ${durationS} s, seed ${seed}`;
log(what);
const options = { durationS, seed, servers, clients, host, replaces, unsafeReads, log };
const { record, flaws, summary } = await measureFaults(options);
if (values.svg !== undefined) {
  const title = `raft-kv under faults${unsafeReads ? ', unsafe reads' : ''}`;
  const { workload, faults, replacements } = record;
  const timeline = { faults, replacements, seconds: workload.seconds, durationS };
  await writeFile(values.svg, drawTimeline(timeline, { title, subtitle: what }));
  log(`drawn in ${values.svg}`);
}
if (values.history !== undefined) {
  const lines = record.workload.history.map((operation) => `${JSON.stringify(operation)}\n`);
  await writeFile(values.history, lines.join(''));
  log(`the history is in ${values.history}`);
}
const width = Math.max(...Object.keys(summary).map((name) => name.length));
for (const [name, value] of Object.entries(summary)) {
  console.log(`${name.padEnd(width)}  ${value}`);
}
for (const reason of record.crashes) console.log(`ENDED BY ITSELF: ${reason}`);
for (const flaw of flaws.slice(0, FLAWS_SHOWN_MAX)) console.log(`DOES NOT HOLD: ${flaw}`);
const isAsExpected = record.crashes.length === 0 && flaws.length > 0 === unsafeReads;
console.log(
  flaws.length === 0
    ? 'linearizable; every acknowledged append is there, once and in order'
    : `rejected${unsafeReads ? ', as it should be' : ''}`,
);
process.exit(isAsExpected ? 0 : 1);
