import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { rounded } from './statistics.mjs';

const CALIBRATION_MS = 300;

/** CPU time of the whole machine so far, where the system tells it. */
export function machineTimes() {
  const totals = { busy: 0, idle: 0 };
  for (const { times } of cpus()) {
    totals.idle += times.idle;
    totals.busy += times.user + times.nice + times.sys + times.irq;
  }
  return totals;
}

/**
 * What the machine gave during a measurement: the share of all CPUs in use since `before`, ours
 * included, and what a loop and a small durable write get right now.
 */
export function machineReport(before) {
  const after = machineTimes();
  const busy = after.busy - before.busy;
  const idle = after.idle - before.idle;
  return {
    cpus: cpus().length,
    cpuModel: cpus()[0]?.model,
    node: process.version,
    busyShare: rounded(busy / (busy + idle)),
    load: rounded(loadavg()[0]),
    loopMops: rounded(loopRate()),
    durableWritesPerSecond: rounded(durableWriteRate()),
  };
}

function loopRate() {
  const startedAtMs = performance.now();
  let value = 1;
  let rounds = 0;
  while (performance.now() - startedAtMs < CALIBRATION_MS) {
    for (let i = 0; i < 100_000; i += 1) value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
    rounds += 1;
  }
  // The value is used, so that the loop is not optimised away.
  return (rounds * 0.1 * 1_000) / (performance.now() - startedAtMs) + (value === 0 ? 1e-9 : 0);
}

function durableWriteRate() {
  const path = join(tmpdir(), `konsul-bench-${process.pid}`);
  const file = openSync(path, 'w');
  writeSync(file, Buffer.alloc(1 << 20));
  fsyncSync(file);
  const block = Buffer.alloc(512, 1);
  const startedAtMs = performance.now();
  let count = 0;
  while (performance.now() - startedAtMs < CALIBRATION_MS) {
    writeSync(file, block, 0, block.length, (count % 2_048) * block.length);
    fdatasyncSync(file);
    count += 1;
  }
  const rate = (count * 1_000) / (performance.now() - startedAtMs);
  closeSync(file);
  rmSync(path);
  return rate;
}

/** CPU seconds and resident MB of another process, from the kernel's own account (Linux). */
export function useOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    // Both the tick and the page are what Linux on every common machine has.
    return { cpuS: (Number(fields[11]) + Number(fields[12])) / 100, rssMb: (pages * 4_096) / 1e6 };
  } catch {
    return { cpuS: Number.NaN, rssMb: Number.NaN };
  }
}
