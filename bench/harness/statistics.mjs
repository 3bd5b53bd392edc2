/** The values in ascending order. */
export function sorted(values) {
  return Float64Array.from(values).sort();
}

/** The smallest value that `share` of the ordered values do not exceed; NaN when there is none. */
export function quantile(ordered, share) {
  if (ordered.length === 0) return Number.NaN;
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))];
}

/** The middle of the finite values, between the two middle ones of an even number. */
export function median(values) {
  const ordered = sorted(values.filter((value) => Number.isFinite(value)));
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** To three significant digits; more is noise. */
export function rounded(value) {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : null;
}
