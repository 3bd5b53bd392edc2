/** The most changes of letters after which a key still counts as a misspelling. */
const DISTANCE_MAX = 4;

/** The known key most like a misspelled one, or undefined when none is near. */
export function nearestKey(misspelled: string, known: Iterable<string>): string | undefined {
  const wanted = canonical(misspelled);
  const limit = Math.min(DISTANCE_MAX, Math.ceil(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const key of known) {
    const distance = editDistance(wanted, canonical(key));
    if (distance < bestDistance) {
      best = key;
      bestDistance = distance;
    }
  }
  return best;
}

/** `DataDir`, `data-dir` and `data_dir` are one word to a person. */
function canonical(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Insertions, deletions and replacements needed. Source: Levenshtein 1966. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, inserted));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
