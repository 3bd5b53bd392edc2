import { pick, randomBetween, seededRng, shuffle } from '@konsul/runtime/core';

/** Share of the processes that nothing is ever done to. */
const UNTOUCHED_SHARE = 1 / 3;
/** Share of the others that may be disturbed at one time. */
const DISTURBED_SHARE = 1 / 3;
/** Mean time between disturbances of one process is about this. */
const PAUSE_BETWEEN_S = [1, 5];
const STOPPED_S = [0.5, 25];
const KILLED_S = [0.5, 45];
/** Of a short soak, none takes more than this share. */
const LENGTH_SHARE_MAX = 1 / 4;
/** After its return a process is left alone for at least this long. */
const REST_S = 5;

/**
 * What is done to whom and when: a function of the seed alone, so that two implementations are
 * treated alike. Every disturbance is over when `durationS` is.
 *
 * @returns names that are never touched, and disturbances in order of their beginning.
 */
export function disturbancePlan({ seed, names, durationS }) {
  const rng = seededRng(seed);
  // The first is whom the others join.
  const [first, ...others] = names;
  const shuffled = shuffle(rng, others);
  const untouchedCount = Math.max(1, Math.round(names.length * UNTOUCHED_SHARE));
  const untouched = [first, ...shuffled.slice(0, untouchedCount - 1)];
  const victims = shuffled.slice(untouchedCount - 1);
  const freeAtS = new Map(victims.map((name) => [name, 0]));
  const countMax = Math.max(1, Math.floor(victims.length * DISTURBED_SHARE));
  const disturbances = [];
  for (let atS = 0; ; ) {
    atS += randomBetween(rng, ...PAUSE_BETWEEN_S);
    if (atS >= durationS) return { untouched, disturbances };
    const type = pick(rng, ['stop', 'kill']);
    const drawnS = randomBetween(rng, ...(type === 'stop' ? STOPPED_S : KILLED_S));
    const lengthS = Math.min(drawnS, durationS * LENGTH_SHARE_MAX);
    const free = victims.filter((name) => freeAtS.get(name) <= atS);
    const isFull = disturbances.filter(({ endS }) => endS > atS).length >= countMax;
    const name = pick(rng, free);
    if (name === undefined || isFull || atS + lengthS > durationS) continue;
    disturbances.push({ type, name, atS, endS: atS + lengthS });
    freeAtS.set(name, atS + lengthS + REST_S);
  }
}
