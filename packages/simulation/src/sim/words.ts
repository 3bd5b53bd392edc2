/** Milliseconds in the units that durations are written in. */
const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads `250ms`, `1.5s`, `2m` or `1h`. Throws an error that names the key and the bound. */
export function timeMs(key: string, text: string | undefined, maxMs: number): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text ?? '');
  if (match === null) {
    throw new Error(`${key} is ${text ?? 'missing'}; say 250ms, 1.5s, 2m or 1h`);
  }
  const ms = Number(match[1]) * (UNITS_MS[match[2] ?? ''] ?? 1);
  if (ms > maxMs) throw new Error(`${key} is ${text}, at most ${maxMs / 1000}s`);
  return ms;
}

/** Reads a whole number. Throws an error that names the key and the bounds. */
export function integer(
  key: string,
  text: string | undefined,
  [min, max]: readonly [number, number],
): number {
  const value = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || value < min || value > max) {
    throw new Error(`${key} is ${text ?? 'missing'}, must be a whole number of ${min} to ${max}`);
  }
  return value;
}

/** Reads `key value key value`; filler words may stand in between, for readers. */
export function options(
  words: readonly string[],
  keys: readonly string[],
  fillers: readonly string[],
): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (fillers.includes(word)) continue;
    const value = words[index + 1];
    if (!keys.includes(word) || value === undefined) {
      throw new Error(`${word} is unexpected or lacks a value; known: ${keys.join(', ')}`);
    }
    read.set(word, value);
    index += 1;
  }
  return read;
}
