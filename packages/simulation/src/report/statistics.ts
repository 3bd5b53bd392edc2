/** The finite ones, smallest first. */
export function sorted(values: readonly number[]): number[] {
  return values.filter((value) => Number.isFinite(value)).sort((left, right) => left - right);
}

/**
 * The value below which a share of all values lies, by the nearest rank. NaN when there are none.
 *
 * @param share 0 to 1.
 */
export function quantile(values: readonly number[], share: number): number {
  const ordered = sorted(values);
  const rank = Math.ceil(share * ordered.length) - 1;
  return ordered[Math.min(ordered.length - 1, Math.max(0, rank))] ?? Number.NaN;
}

/** NaN when there are none. */
export function mean(values: readonly number[]): number {
  const finite = values.filter((value) => Number.isFinite(value));
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
}
