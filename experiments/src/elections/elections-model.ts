/** A group after its leader is gone, and messages that all take the same time. */
export interface SplitCell {
  readonly serverCount: number;
  readonly failedCount: number;
  /** One-way latency over the range from which timeouts are drawn. */
  readonly latencyRatio: number;
}

/**
 * How likely a first round of votes is to be split: so many servers time out before the first
 * one's request reaches them that those left over do not make it a majority.
 *
 * Source: Ongaro, "Consensus: Bridging Theory and Practice" (2014), chapter 9: the spacing of order
 * statistics of uniform timeouts has a beta distribution, here written as a binomial sum.
 */
export function splitRatio({ serverCount, failedCount, latencyRatio }: SplitCell): number {
  const left = serverCount - failedCount;
  const candidatesMin = left - Math.floor(serverCount / 2) + 1;
  let ratio = 0;
  for (let late = candidatesMin - 1; late <= left; late += 1) {
    ratio += choose(left, late) * latencyRatio ** late * (1 - latencyRatio) ** (left - late);
  }
  return ratio;
}

function choose(from: number, count: number): number {
  let ways = 1;
  for (let at = 1; at <= count; at += 1) ways = (ways * (from - count + at)) / at;
  return ways;
}

const STANDARD_ERRORS = 3;
/** The chance on either side of three standard errors of a normal distribution. */
const TAIL_RATIO = 0.001_35;
const FEW_EXPECTED = 30;

/**
 * Between which counts a number of splits should lie: three standard errors, and where few are
 * expected the exact binomial limits of the same chance.
 */
export function splitLimits(ratio: number, electionCount: number): { min: number; max: number } {
  const expected = ratio * electionCount;
  if (expected >= FEW_EXPECTED) {
    const error = STANDARD_ERRORS * Math.sqrt(expected * (1 - ratio));
    return { min: expected - error, max: expected + error };
  }
  // The chance of exactly `count` splits, from that of one fewer.
  let exactly = (1 - ratio) ** electionCount;
  let atMost = exactly;
  let min = atMost > TAIL_RATIO ? 0 : undefined;
  let count = 0;
  while (atMost < 1 - TAIL_RATIO) {
    count += 1;
    exactly *= ((electionCount - count + 1) / count) * (ratio / (1 - ratio));
    atMost += exactly;
    if (atMost > TAIL_RATIO) min ??= count;
  }
  return { min: min ?? 0, max: count };
}
