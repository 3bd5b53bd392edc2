/**
 * Which metrics are kept: the longest prefix that fits a name decides, and where none fits, the
 * default.
 *
 * @param rules - names with `+` (keep) or `-` (drop) in front.
 */
export function createMetricsFilter(
  rules: readonly string[],
  isKeptByDefault: boolean,
): (name: string) => boolean {
  if (rules.length === 0) return () => isKeptByDefault;
  const longestFirst = rules
    .map((rule) => ({ prefix: rule.slice(1), isKept: rule.startsWith('+') }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  // Names are few and asked for on every measurement.
  const decided = new Map<string, boolean>();
  return (name) => {
    const known = decided.get(name);
    if (known !== undefined) return known;
    const rule = longestFirst.find(({ prefix }) => name.startsWith(prefix));
    const isKept = rule?.isKept ?? isKeptByDefault;
    decided.set(name, isKept);
    return isKept;
  };
}
