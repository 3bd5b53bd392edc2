/** The known word most like a misspelled one, or undefined when none is near. */
export function nearestWord(misspelled: string, known: Iterable<string>): string | undefined {
  const wanted = canonical(misspelled);
  let best: string | undefined;
  let bestDistance = Math.ceil(wanted.length / 3) + 1;
  for (const word of known) {
    const distance = editDistance(wanted, canonical(word));
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

/** What is appended to a complaint about an unknown word. */
export function suggestion(misspelled: string, known: Iterable<string>, prefix = ''): string {
  const nearest = nearestWord(misspelled, known);
  return nearest === undefined ? '' : `; did you mean ${prefix}${nearest}?`;
}

/** `RetryJoin`, `retry-join` and `retry_join` are one word to a person. */
function canonical(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Insertions, deletions and replacements needed. Source: Levenshtein 1966. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [fromIndex, letter] of [...from].entries()) {
    const next = [fromIndex + 1];
    for (let index = 0; index < to.length; index += 1) {
      const replaced = (row[index] ?? 0) + (letter === to[index] ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
