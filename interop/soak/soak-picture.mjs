const ROW = 14;
const LEFT = 60;
const WIDTH = 1_000;
const MEMORY_HEIGHT = 120;
const TICK_COUNT = 8;
const TICK_STEPS_S = [5, 10, 30, 60, 120, 300, 600, 1_800, 3_600];
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
  const memory = memoryAxis(record.samples, top);
  const lines = untouched.map((name) => {
    const points = record.samples
      .filter((sample) => sample.name === name)
      .map(({ atS, rssMb }) => `${x(atS)},${memory.y(rssMb)}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS.memory}" opacity="0.5"/>`;
  });
  const bottom = top + MEMORY_HEIGHT;
  const height = bottom + 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 20}" height="${height}" font-family="monospace" font-size="10">`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="4" y="16">${title}: killed red, stopped yellow, falsely failed violet</text>`,
    ...rows,
    ...bars,
    ...failures,
    ...memory.labels,
    ...lines,
    ...timeAxis(x, { durationS, bottom }),
    '</svg>',
    '',
  ].join('\n');
}

/** From round value to round value around what was measured, so that small changes show. */
function memoryAxis(samples, top) {
  const values = samples.map(({ rssMb }) => rssMb);
  const lowMb = values.length === 0 ? 0 : Math.floor(Math.min(...values) / 10) * 10;
  const highMb = Math.max(lowMb + 10, Math.ceil(Math.max(0, ...values) / 10) * 10);
  const y = (mb) => (top + MEMORY_HEIGHT * (1 - (mb - lowMb) / (highMb - lowMb))).toFixed(1);
  const labels = [lowMb, highMb].map(
    (mb) =>
      `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(mb)}" y2="${y(mb)}" stroke="#ddd"/>` +
      `<text x="4" y="${Number(y(mb)) + 4}">${mb} MB</text>`,
  );
  return { y, labels };
}

/** Marks below everything, and lines through the rows. */
function timeAxis(x, { durationS, bottom }) {
  const step = TICK_STEPS_S.find((one) => durationS / one <= TICK_COUNT) ?? durationS / TICK_COUNT;
  const ticks = Array.from(
    { length: Math.floor(durationS / step) + 1 },
    (_, index) => index * step,
  );
  return [
    ...ticks.map(
      (atS) =>
        `<line x1="${x(atS)}" x2="${x(atS)}" y1="24" y2="${bottom}" stroke="#000" opacity="0.1"/>` +
        `<text x="${x(atS)}" y="${bottom + 14}" text-anchor="middle">${atS}</text>`,
    ),
    `<text x="${LEFT + WIDTH / 2}" y="${bottom + 30}" text-anchor="middle">` +
      'time, s; lines above: memory of the untouched processes</text>',
  ];
}
