/** What one figure was over a stretch of time. */
export interface Bin {
  /** The middle of the stretch. */
  readonly atMs: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

const BIN_COUNT = 120;
const BIN_MS_MIN = 1_000;
/** Of a short run, no stretch takes more than this share. */
const SHARE_MAX = 1 / 20;

/** How long a stretch of a picture is. */
export function binMs(durationMs: number): number {
  return Math.max(durationMs / BIN_COUNT, Math.min(BIN_MS_MIN, durationMs * SHARE_MAX));
}

/**
 * Puts samples together by stretches of time, so that what changes quickly is seen as a spread and
 * not as a filled area. Values that are not finite are left out.
 */
export function bins(
  samples: readonly (readonly [atMs: number, value: number])[],
  durationMs: number,
): Bin[] {
  const lengthMs = binMs(durationMs);
  const grouped = new Map<number, number[]>();
  for (const [atMs, value] of samples) {
    if (!Number.isFinite(value)) continue;
    // What is seen at the very end belongs to the last stretch.
    const index = Math.floor(Math.min(atMs, durationMs - lengthMs / 2) / lengthMs + 1e-9);
    const group = grouped.get(index) ?? [];
    group.push(value);
    grouped.set(index, group);
  }
  return [...grouped].map(([index, values]) => ({
    atMs: Math.min(durationMs, (index + 0.5) * lengthMs),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    min: Math.min(...values),
    max: Math.max(...values),
  }));
}
