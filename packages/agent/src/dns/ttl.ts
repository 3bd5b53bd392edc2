/** Largest TTL. Source: RFC 2181 section 8. */
const TTL_SECONDS_MAX = 2 ** 31 - 1;

/** Whole seconds of a duration, as far as a record can say it. */
export function ttlSeconds(ttlMs: number): number {
  return Math.min(TTL_SECONDS_MAX, Math.max(0, Math.floor(ttlMs / 1000)));
}

/** The TTL of a service: its own entry, else the longest `prefix*` that fits, else 0. */
export function serviceTtlMs(service: string, table: Readonly<Record<string, number>>): number {
  if (Object.hasOwn(table, service)) return table[service] ?? 0;
  let longest = -1;
  let ttlMs = 0;
  for (const [pattern, patternTtlMs] of Object.entries(table)) {
    const prefix = pattern.slice(0, -1);
    if (!pattern.endsWith('*') || !service.startsWith(prefix) || prefix.length <= longest) continue;
    longest = prefix.length;
    ttlMs = patternTtlMs;
  }
  return ttlMs;
}
