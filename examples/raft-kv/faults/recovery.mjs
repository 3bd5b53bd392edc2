/**
 * How long after each end of all faults the first write was acknowledged. Where the next fault came
 * first, that much time at least.
 *
 * @param faults `{ beganS, endedS }` in any order; `writesS` instants of acknowledgements.
 */
export function recoveryTimes(faults, writesS, durationS) {
  const sorted = [...writesS].sort((a, b) => a - b);
  return quietTimes(faults, durationS).map(([fromS, toS]) => {
    const firstS = sorted.find((atS) => atS >= fromS) ?? toS;
    return Math.min(firstS, toS) - fromS;
  });
}

/** The times between faults during which nothing is wrong any more. */
function quietTimes(faults, durationS) {
  const times = [];
  let brokenUntilS = 0;
  const ordered = [...faults].sort((a, b) => a.beganS - b.beganS);
  for (const { beganS, endedS } of [...ordered, { beganS: durationS, endedS: durationS }]) {
    if (brokenUntilS > 0 && beganS > brokenUntilS) times.push([brokenUntilS, beganS]);
    brokenUntilS = Math.max(brokenUntilS, endedS);
  }
  return times;
}
