import { machineReport, machineTimes } from './machine.mjs';
import { median, rounded } from './statistics.mjs';

/**
 * Measures the sides of a comparison in turn, `runCount` times, so that what else the machine does
 * falls on all of them, and prints a table and one line of JSON.
 *
 * @param sides by name; each resolves to `{ case: { metric: number } }`. The first is ours.
 */
export async function compare({ bench, runCount, sides, settings = {} }) {
  const names = Object.keys(sides);
  const samples = Object.fromEntries(names.map((name) => [name, {}]));
  const before = machineTimes();
  for (let run = 0; run < runCount; run += 1) {
    // The order alternates, so that neither side always has the warmer machine.
    for (const name of run % 2 === 0 ? names : [...names].reverse()) {
      process.stderr.write(`${bench}: run ${run + 1} of ${runCount}, ${name}\n`);
      collect(samples[name], await sides[name]());
    }
  }
  const medians = Object.fromEntries(names.map((name) => [name, reduceCases(samples[name])]));
  const ratios = ratiosOf(medians, names[0], names[1]);
  console.log(table(medians, ratios));
  const machine = machineReport(before);
  console.log(JSON.stringify({ bench, runCount, ...settings, medians, ratios, machine }));
}

/** `--peer` or the environment's `BENCH_PEER`: the command of another implementation. */
export function sidesWithPeer(measure, peerCommand, ownCommand) {
  const sides = { konsul: () => measure(ownCommand) };
  if (peerCommand !== undefined) sides.peer = () => measure(peerCommand);
  return sides;
}

function collect(into, cases) {
  for (const [name, metrics] of Object.entries(cases)) {
    into[name] ??= {};
    for (const [metric, value] of Object.entries(metrics)) {
      into[name][metric] ??= [];
      into[name][metric].push(value);
    }
  }
}

function mapCases(cases, change) {
  return Object.fromEntries(
    Object.entries(cases).map(([name, metrics]) => [
      name,
      Object.fromEntries(
        Object.entries(metrics).map(([metric, value]) => [metric, change(value, name, metric)]),
      ),
    ]),
  );
}

function reduceCases(cases) {
  return mapCases(cases, (values) => rounded(median(values)));
}

/** First side over second, metric by metric; undefined without a second. */
function ratiosOf(medians, first, second) {
  if (second === undefined) return undefined;
  return mapCases(medians[first], (value, name, metric) =>
    rounded(value / (medians[second][name]?.[metric] ?? Number.NaN)),
  );
}

function table(medians, ratios) {
  const sides = { ...medians, ...(ratios && { ratio: ratios }) };
  const caseNames = [...new Set(Object.values(medians).flatMap(Object.keys))];
  const metrics = [
    ...new Set(
      Object.values(medians).flatMap((cases) => Object.values(cases).flatMap(Object.keys)),
    ),
  ];
  const heading = ['case', 'side', ...metrics];
  const rows = [heading];
  for (const name of caseNames) {
    for (const [side, cases] of Object.entries(sides)) {
      if (cases[name] === undefined) continue;
      rows.push([name, side, ...metrics.map((metric) => cell(cases[name][metric]))]);
    }
  }
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cell(value) {
  return value === undefined || value === null ? '-' : String(value);
}
