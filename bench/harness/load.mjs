import { quantile, sorted } from './statistics.mjs';

/**
 * Keeps `callerCount` operations under way for `durationMs`. A closed loop: a caller begins its
 * next operation when its last has ended, so rate and latency are two sides of one thing.
 *
 * @returns operations per second, latencies in milliseconds, and how many failed.
 */
export async function runLoad({ operation, callerCount, durationMs }) {
  const latenciesMs = [];
  let errs = 0;
  const startedAtMs = performance.now();
  const endAtMs = startedAtMs + durationMs;
  const call = async (caller) => {
    for (let nowMs = performance.now(); nowMs < endAtMs; ) {
      const sentAtMs = nowMs;
      try {
        await operation(caller);
        nowMs = performance.now();
        latenciesMs.push(nowMs - sentAtMs);
      } catch {
        errs += 1;
        await new Promise((resolve) => setTimeout(resolve, 10));
        nowMs = performance.now();
      }
    }
  };
  await Promise.all(Array.from({ length: callerCount }, (_, caller) => call(caller)));
  const elapsedS = (performance.now() - startedAtMs) / 1_000;
  const ordered = sorted(latenciesMs);
  return {
    count: ordered.length,
    rate: ordered.length / elapsedS,
    p50: quantile(ordered, 0.5),
    p99: quantile(ordered, 0.99),
    max: quantile(ordered, 1),
    errs,
  };
}
