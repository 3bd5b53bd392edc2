// A cluster of real processes that are killed, stopped and started again for minutes on end:
//   npm run soak -- [--minutes 10] [--processes 30] [--seed 1] [--peer 'command'] [--svg file]
// See "The soak" in README.md. Ends with 1 when something does not hold.
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { nodeCommand } from '../bench/harness/paths.mjs';
import { disturbancePlan } from './soak/disturbance-plan.mjs';
import { endAll } from './soak/member-process.mjs';
import { drawSoak } from './soak/soak-picture.mjs';
import { findFlaws, summarize, table } from './soak/soak-report.mjs';
import { SoakRun } from './soak/soak-run.mjs';

const HOST = '127.0.0.1';
const GROWTH_MAX = 1.3;
/** Beyond the planned time: forming, agreeing and ending are each bounded well below this. */
const OVERTIME_MS = 360_000;
const text = /** @type {const} */ ({ type: 'string' });

const { values } = parseArgs({
  options: {
    minutes: text,
    processes: text,
    seed: text,
    profile: text,
    port: text,
    peer: text,
    ours: text,
    svg: text,
  },
});

function positiveNumber(name, fallback) {
  const value = Number(values[name] ?? fallback);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, not ${values[name]}`);
  return value;
}

const durationS = positiveNumber('minutes', 10) * 60;
const count = positiveNumber('processes', 30);
const seed = positiveNumber('seed', 1);
const basePort = positiveNumber('port', 23_000);
const profile = values.profile ?? 'lan';
const names = Array.from({ length: count }, (_, index) => `n${index}`);
const plan = disturbancePlan({ seed, names, durationS });
const sides = { konsul: values.ours ?? nodeCommand('soak/member-program.mjs', import.meta.url) };
if (values.peer !== undefined) sides.peer = values.peer;
const log = (line) => process.stderr.write(`${line}\n`);

// Whatever ends this process, it ends those that it started first.
process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
setTimeout(
  () => {
    log('the soak did not end in its time');
    process.exit(1);
  },
  (durationS * 1_000 + OVERTIME_MS) * Object.keys(sides).length,
).unref();

async function runSide(side, command, index) {
  const options = { side, command, plan, names, host: HOST, basePort: basePort + index * count };
  const record = await new SoakRun({ ...options, profile, durationS, log }).run();
  if (values.svg !== undefined) {
    // One side has the file that was named; two have one each, beside it.
    const isAlone = Object.keys(sides).length === 1;
    const file = isAlone ? values.svg : values.svg.replace(/(\.svg)?$/, `-${side}.svg`);
    const title = `${side}, ${count} processes, seed ${seed}`;
    const { untouched } = plan;
    await writeFile(file, drawSoak(record, { names, untouched, durationS, title }));
    log(`${side}: drawn in ${file}`);
  }
  for (const { name, reason } of record.crashes) log(`${side}: ${name}: ${reason}`);
  return summarize(record, { untouched: plan.untouched, durationS });
}

log(
  `${count} processes for ${durationS} s, ${plan.disturbances.length} disturbances, seed ${seed}`,
);
const summaries = {};
for (const [index, [side, command]] of Object.entries(sides).entries()) {
  summaries[side] = await runSide(side, command, index);
}
console.log(table(summaries));
console.log(
  JSON.stringify({ soak: 'swim', seed, durationS, count, profile, load: loadavg()[0], summaries }),
);
const flaws = findFlaws(summaries.konsul, { growthMax: GROWTH_MAX });
for (const flaw of flaws) console.log(`DOES NOT HOLD: ${flaw}`);
process.exit(flaws.length === 0 ? 0 : 1);
