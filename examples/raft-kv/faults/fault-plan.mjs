import { pick, randomBetween, randomRatio, seededRng } from '@konsul/runtime/core';

/** Everybody is left alone before the first fault and after the last one, so that all can work. */
const QUIET_S = 1.5;
const GAP_S = [0.3, 6];
const LENGTH_S = [0.4, 4];
/** How often the victim is whoever leads at that moment. */
const LEADER_SHARE = 0.6;
const PROCESS_FAULTS = ['kill', 'kill', 'kill', 'pause', 'pause', 'pause', 'kill-all', 'pause-all'];
/**
 * `isolate`: nothing to or from the victim. `mute`: nothing from it. `deafen`: nothing to it.
 * `part`: nothing between it and one other, while all others reach both.
 */
const NETWORK_FAULTS = ['isolate', 'isolate', 'mute', 'deafen', 'part'];

/**
 * What is done when, and to whom: a function of the seed. Process and network have their faults side
 * by side, each one after the other; all are over when `durationS` is. A victim is `leader`, resolved when
 * the time has come, or a lot from 0 to 1 among those that are there. Partitions swallow what is sent, and
 * give it late, or break connections (`isBroken`).
 */
export function faultPlan({ seed, durationS }) {
  const rng = seededRng(seed);
  // The first partition is the one that shows stale reads: of a leader whose clients still reach it.
  const first = { ...fault(rng, ['isolate']), victim: 'leader', isBroken: false };
  const firstS = Math.min(3, durationS / 4);
  const network = [{ ...first, atS: QUIET_S, endS: QUIET_S + firstS }];
  fill(rng, { lane: network, types: NETWORK_FAULTS, durationS });
  const processes = fill(rng, { lane: [], types: PROCESS_FAULTS, durationS });
  return [...network, ...processes].sort((a, b) => a.atS - b.atS);
}

function fill(rng, { lane, types, durationS }) {
  for (;;) {
    // The processes have a fault later than the network, so that the first partition is undisturbed.
    const freeAtS = lane.at(-1)?.endS ?? QUIET_S + 3;
    const atS = freeAtS + randomBetween(rng, ...GAP_S);
    const endS = atS + randomBetween(rng, ...LENGTH_S);
    if (endS > durationS - QUIET_S) return lane;
    lane.push({ ...fault(rng, types), atS, endS });
  }
}

function fault(rng, types) {
  return {
    type: pick(rng, types),
    victim: randomRatio(rng) < LEADER_SHARE ? 'leader' : randomRatio(rng),
    otherLot: randomRatio(rng),
    isBroken: randomRatio(rng) < 0.3,
  };
}
