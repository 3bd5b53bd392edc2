const ROW = 14;
const LEFT = 60;
const WIDTH = 1_000;
const MEMORY_HEIGHT = 120;
const COLOURS = { kill: '#b03a2e', stop: '#d4ac0d', failed: '#6c3483', memory: '#1f618d' };

/** Who was killed or stopped and when, who was falsely failed, and the memory of the untouched. */
export function drawSoak(record, { names, untouched, durationS, title }) {
  const ordered = [...untouched, ...names.filter((name) => !untouched.includes(name))];
  const x = (atS) => (LEFT + (Math.min(atS, durationS) / durationS) * WIDTH).toFixed(1);
  const y = (name) => 30 + ordered.indexOf(name) * ROW;
  const rows = ordered.map(
    (name) =>
      `<text x="4" y="${y(name) + 10}">${name}</text>` +
      `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(name) + 6}" y2="${y(name) + 6}" stroke="#ddd"/>`,
  );
  const bars = record.done.map(
    ({ type, name, beganS, endedS }) =>
      `<rect x="${x(beganS)}" y="${y(name)}" height="${ROW - 2}" fill="${COLOURS[type]}" ` +
      `width="${Math.max(1, x(endedS ?? durationS) - x(beganS)).toFixed(1)}"/>`,
  );
  const failures = record.failures.map(
    ({ node, atS }) =>
      `<circle cx="${x(atS)}" cy="${y(node) + 6}" r="4" fill="${COLOURS.failed}"/>`,
  );
  const top = 30 + ordered.length * ROW + 20;
  const mbMax = Math.max(1, ...record.samples.map(({ rssMb }) => rssMb));
  const lines = untouched.map((name) => {
    const points = record.samples
      .filter((sample) => sample.name === name)
      .map(
        ({ atS, rssMb }) => `${x(atS)},${(top + MEMORY_HEIGHT * (1 - rssMb / mbMax)).toFixed(1)}`,
      );
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS.memory}" opacity="0.5"/>`;
  });
  const height = top + MEMORY_HEIGHT + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 20}" height="${height}" font-family="monospace" font-size="10">`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="4" y="16">${title}: killed red, stopped yellow, falsely failed violet</text>`,
    ...rows,
    ...bars,
    ...failures,
    `<text x="4" y="${top + 10}">${Math.round(mbMax)} MB</text>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}
