/**
 * Runs both sides in turn, so that what else the machine does falls on both; which goes first
 * alternates. A run that fails is told of and left out.
 *
 * @param sides - by name, what measures one run and resolves to `{ metric: number }`; undefined for a
 * side that is not there.
 * @returns {Promise<any>} samples, by side (`ours`, `peer`) and metric.
 */
export async function takePairs({ name, runCount, sides, progress = tell }) {
  const present = Object.entries(sides).filter(([, measure]) => measure !== undefined);
  const samples = { ours: {}, peer: {} };
  for (let run = 0; run < runCount; run += 1) {
    for (const [side, measure] of run % 2 === 0 ? present : [...present].reverse()) {
      progress(`${name}: pair ${run + 1} of ${runCount}, ${side}`);
      try {
        collect(samples[side], await measure(run));
      } catch (error) {
        progress(`${name}: ${side} failed: ${String(error)}`);
      }
    }
  }
  return samples;
}

/** Says how far a bench is, with the time since it began. */
export function tell(text) {
  const seconds = Math.round(performance.now() / 1_000);
  process.stderr.write(`${String(seconds).padStart(5)} s  ${text}\n`);
}

function collect(into, metrics) {
  for (const [metric, value] of Object.entries(metrics)) {
    into[metric] ??= [];
    into[metric].push(...[value].flat());
  }
}
