import { median, rounded } from '../../bench/harness/statistics.mjs';

/** A kill shorter than this need not be noticed by anybody; nobody's word of it is waited for. */
const NOTICED_KILL_S = 30;
const THIRD = 1 / 3;

/** What a run came to, as figures. */
export function summarize(record, { untouched, durationS }) {
  const { formedS, agreedS, failures, done, samples, crashes, suspicions } = record;
  const byUntouched = failures.filter(({ isByUntouched }) => isByUntouched);
  const memory = memoryOf(samples, durationS);
  return {
    'formed s': rounded(formedS),
    kills: done.filter(({ type }) => type === 'kill').length,
    [`kills of ${NOTICED_KILL_S} s or longer`]: done.filter(isLongKill).length,
    stops: done.filter(({ type }) => type === 'stop').length,
    'untouched processes': untouched.length,
    'false failures, seen by untouched': byUntouched.length,
    'false failures, seen by all': failures.length,
    'untouched members falsely failed': new Set(failures.map(({ node }) => node)).size,
    'false suspicions of untouched': suspicions,
    crashes: crashes.length,
    'death known after s, of such kills': rounded(median(noticeTimes(record))),
    'agreed after s': agreedS === undefined ? null : rounded(agreedS),
    'MB, first third': rounded(memory.firstMb),
    'MB, last third': rounded(memory.lastMb),
    'memory growth': rounded(memory.lastMb / memory.firstMb),
    'worst memory growth': rounded(memory.worstGrowth),
    'CPU ms/member/min': rounded(cpuPerMinuteMs(samples)),
  };
}

function isLongKill({ type, atS, endS }) {
  return type === 'kill' && endS - atS >= NOTICED_KILL_S;
}

/** From each long kill to the first word of it among the untouched. */
function noticeTimes({ done, heard }) {
  return done.filter(isLongKill).map(({ name, beganS, endedS }) => {
    const news = heard.find(({ node, atS }) => node === name && atS >= beganS && atS <= endedS);
    return news === undefined ? Number.NaN : news.atS - beganS;
  });
}

function memoryOf(samples, durationS) {
  const first = samples.filter(({ atS }) => atS <= durationS * THIRD);
  const last = samples.filter(({ atS }) => atS >= durationS * (1 - THIRD));
  const medianMb = (part) => median(part.map(({ rssMb }) => rssMb));
  const growths = [...new Set(samples.map(({ name }) => name))].map((name) => {
    const own = (part) => part.filter((sample) => sample.name === name);
    return medianMb(own(last)) / medianMb(own(first));
  });
  return { firstMb: medianMb(first), lastMb: medianMb(last), worstGrowth: Math.max(...growths) };
}

function cpuPerMinuteMs(samples) {
  const names = [...new Set(samples.map(({ name }) => name))];
  return median(
    names.map((name) => {
      const own = samples.filter((sample) => sample.name === name);
      const [first, last] = [own.at(0), own.at(-1)];
      return ((last.cpuS - first.cpuS) * 1_000) / ((last.atS - first.atS) / 60);
    }),
  );
}

/** What must hold of a run, and does not. */
export function findFlaws(summary, { growthMax }) {
  const flaws = [];
  if (summary['agreed after s'] === null) flaws.push('the members do not agree at the end');
  if (summary['false failures, seen by untouched'] > 0) {
    flaws.push('a process that was never touched was declared failed by another such');
  }
  if (summary.crashes > 0) flaws.push('a process ended by itself');
  if (summary['memory growth'] > growthMax) flaws.push(`memory grew more than ${growthMax} times`);
  return flaws;
}

/** Sides beside each other, a line for each figure. */
export function table(summaries) {
  const sides = Object.keys(summaries);
  const names = Object.keys(Object.values(summaries)[0]);
  const width = Math.max(...names.map((name) => name.length));
  const line = (head, cells) =>
    [head.padEnd(width), ...cells.map((cell) => String(cell ?? '-').padStart(10))].join('  ');
  return [
    line('', sides),
    ...names.map((name) =>
      line(
        name,
        sides.map((side) => summaries[side][name]),
      ),
    ),
  ].join('\n');
}
