import { linePlot } from '@konsul/simulation/report';

const KINDS = ['kill', 'pause', 'partition'];

/** What kind of fault a type of the plan is. */
export function kindOf(type) {
  if (type.startsWith('kill')) return 'kill';
  return type.startsWith('pause') ? 'pause' : 'partition';
}

/** Calls by outcome over time, and above them when what was done to the servers, as SVG text. */
export function drawTimeline({ faults, replacements, seconds, durationS }, { title, subtitle }) {
  const length = Math.floor(durationS);
  const rate = (outcome) =>
    Array.from({ length }, (_, at) => [at + 0.5, seconds[at]?.[outcome] ?? 0]);
  const highest = Math.max(1, ...rate('done').map(([, value]) => value));
  const rows = KINDS.map((kind, index) => {
    const height = highest * (1.08 + 0.07 * index);
    const bars = faults.filter(({ type }) => kindOf(type) === kind);
    const points = bars.flatMap(({ beganS, endedS }) => [
      [beganS, height],
      [Math.max(endedS, beganS + 0.2), height],
      [Number.NaN, height],
    ]);
    return { label: `${kind}s`, points };
  });
  const replaced = replacements.map(({ atS }) => [atS, highest * 1.3]);
  return linePlot({
    title,
    subtitle,
    width: 1_000,
    x: { title: 'time, s', min: 0, max: durationS },
    y: { title: 'calls per second', min: 0 },
    series: [
      { label: 'answered', points: rate('done') },
      { label: 'refused for certain', points: rate('refused') },
      { label: 'outcome unknown', points: rate('unknown') },
      ...rows,
      ...(replaced.length > 0
        ? [{ label: 'servers replaced', points: replaced, style: 'points' }]
        : []),
    ],
  });
}
