import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { barPlot } from '@konsul/simulation/report';
import { median, rounded, sorted } from './statistics.mjs';

const REPORTS = fileURLToPath(new URL('../../docs/benchmarks', import.meta.url));
const OURS_COLUMN = 'ours';

/**
 * What a bench wants of a measure and what it got: samples of both sides, and bounds on the ratio of
 * their medians or on the worst of ours.
 *
 * @typedef {object} Row
 * @property {string} measure - With its unit.
 * @property {readonly number[]} ours
 * @property {readonly number[]} [peer]
 * @property {number} [ratioMax] - Ours over the peer's, where less is better.
 * @property {number} [ratioMin] - Where more is better.
 * @property {number} [worstMax] - No sample of ours may be above.
 */

/** A row with its ratio, and whether it holds; undefined where nothing can be said. */
export function judge(row) {
  const { ours, peer = [], ratioMax, ratioMin, worstMax } = row;
  const ratio = ratioOf(median(ours), median(peer));
  const verdicts = [
    ratioMax === undefined || Number.isNaN(ratio) ? undefined : ratio <= ratioMax,
    ratioMin === undefined || Number.isNaN(ratio) ? undefined : ratio >= ratioMin,
    worstMax === undefined || ours.length === 0 ? undefined : Math.max(...ours) <= worstMax,
  ].filter((verdict) => verdict !== undefined);
  const isMet = verdicts.length === 0 ? undefined : verdicts.every((verdict) => verdict);
  return { ...row, ratio, isMet };
}

/** Nothing of something is nothing of it; nothing of nothing says nothing. */
function ratioOf(own, other) {
  return other > 0 ? own / other : Number.NaN;
}

/**
 * Writes `<name>.md`, a picture for each section, and all samples as JSON, by default into
 * `docs/benchmarks`.
 *
 * @param report - `intro` and each section's `text` are Markdown; a section has `id`, `title`, `rows`.
 */
export function writeSpeedTable({ name, title, intro, sections, machine, folder = REPORTS }) {
  mkdirSync(folder, { recursive: true });
  const judged = sections.map((section) => ({ ...section, rows: section.rows.map(judge) }));
  const rows = judged.flatMap((section) => section.rows);
  const bounded = rows.filter(({ isMet }) => isMet !== undefined);
  const text = [
    `# ${title}`,
    intro,
    machineText(machine),
    `${bounded.filter(({ isMet }) => isMet).length} of ${bounded.length} bounds hold.`,
    ...judged.flatMap((section) => sectionText(name, section)),
  ].join('\n\n');
  writeFileSync(`${folder}/${name}.md`, `${text}\n`);
  for (const section of judged) {
    const picture = ratioPicture(section);
    if (picture !== undefined) writeFileSync(`${folder}/${name}-${section.id}.svg`, picture);
  }
  const data = { title, machine, sections: judged };
  writeData(`${folder}/${name}.json`, data);
  return judged;
}

/** As JSON in the layout that the linter asks of every file. */
function writeData(path, data) {
  writeFileSync(path, `${JSON.stringify(data, undefined, 2)}\n`);
  const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'));
  spawnSync(process.execPath, [biome, 'format', '--write', path]);
}

/** The rows as lines for a terminal. */
export function speedTableText(rows) {
  return rows.map(judge).map((row) => cellsOf(row).join(' | '));
}

function sectionText(name, section) {
  const hasPicture = ratioPicture(section) !== undefined;
  const heading = ['measure', OURS_COLUMN, 'peer', 'ratio', 'wanted', ''];
  const lines = [heading, heading.map(() => '---'), ...section.rows.map(cellsOf)];
  return [
    `## ${section.title}`,
    ...(section.text === undefined ? [] : [section.text]),
    lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ...(hasPicture ? [`![${section.title}: ours over the peer's](${name}-${section.id}.svg)`] : []),
  ];
}

function cellsOf(row) {
  const { measure, ours, peer = [], ratio, isMet } = row;
  const verdict = isMet === undefined ? '' : isMet ? 'met' : '**missed**';
  return [measure, spread(ours), spread(peer), String(rounded(ratio) ?? '-'), wanted(row), verdict];
}

/** The median, with the least and the most of several. */
function spread(values) {
  const ordered = sorted(values.filter((value) => Number.isFinite(value)));
  if (ordered.length === 0) return '-';
  const middle = String(rounded(median(ordered)));
  if (ordered.length === 1) return middle;
  return `${middle} (${rounded(ordered[0])}-${rounded(ordered[ordered.length - 1])})`;
}

function wanted({ ratioMax, ratioMin, worstMax }) {
  const parts = [];
  if (ratioMax !== undefined) parts.push(`at most ${ratioMax}x`);
  if (ratioMin !== undefined) parts.push(`at least ${ratioMin}x`);
  if (worstMax !== undefined) parts.push(`never above ${worstMax}`);
  return parts.join(', ');
}

/** Ratios beside their bounds, as bars. */
function ratioPicture({ title, rows }) {
  const shown = rows.filter(({ ratio }) => Number.isFinite(ratio));
  if (shown.length === 0) return undefined;
  const bound = ({ ratioMax, ratioMin }) => ratioMax ?? ratioMin ?? Number.NaN;
  return barPlot({
    title: `${title}: ours over the peer's`,
    groups: shown.map(({ label, measure }) => label ?? measure),
    groupTitle: '',
    width: Math.max(720, shown.length * 110),
    y: { title: 'ratio of medians', min: 0 },
    series: [
      { label: 'measured', values: shown.map(({ ratio }) => ratio) },
      { label: 'wanted', values: shown.map(bound) },
    ],
  });
}

function machineText({ cpus, cpuModel, node, busyShare, load }) {
  return (
    `${cpus} CPUs (${cpuModel}), Node ${node}; CPUs in use ${Math.round((busyShare ?? 0) * 100)} %, ` +
    `load ${load} at the end.`
  );
}
