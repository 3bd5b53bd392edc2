/** The most changes of letters after which a word still counts as a misspelling. */
const DISTANCE_MAX = 4;

/** Fewer letters begin too many words to say anything about which was meant. */
const PREFIX_LENGTH_MIN = 2;

/**
 * The known word most like a misspelled one, or undefined when none is near. The word that it
 * begins, if there is only one, is nearest; otherwise one change of letters is allowed for each three
 * of them, 4 at most. `DataDir`, `data-dir` and `data_dir` are one word to a person.
 */
export function nearestWord(misspelled: string, known: Iterable<string>): string | undefined {
  const wanted = lettersOf(misspelled);
  const words = [...known];
  return completion(wanted, words) ?? nearest(wanted, words);
}

/**
 * What is appended to a complaint about an unknown word: `; did you mean -bind?`, or nothing when no
 * known word is near.
 *
 * @param spell - how the known word is typed, for example with its dash.
 */
export function suggestion(
  misspelled: string,
  known: Iterable<string>,
  spell: (word: string) => string = (word) => word,
): string {
  const nearest = nearestWord(misspelled, known);
  return nearest === undefined ? '' : `; did you mean ${spell(nearest)}?`;
}

/** The one word that begins so: `server`, also where `server-port`, which goes on from it, is known. */
function completion(wanted: string, words: readonly string[]): string | undefined {
  if (wanted.length < PREFIX_LENGTH_MIN) return undefined;
  const longer = words.filter((word) => lettersOf(word).startsWith(wanted));
  const [first, ...others] = longer.sort((left, right) => left.length - right.length);
  if (first === undefined) return undefined;
  const beginning = lettersOf(first);
  return others.every((word) => lettersOf(word).startsWith(beginning)) ? first : undefined;
}

function nearest(wanted: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(DISTANCE_MAX, Math.ceil(wanted.length / 3)) + 1;
  for (const word of words) {
    const distance = editDistance(wanted, lettersOf(word));
    if (distance >= bestDistance) continue;
    best = word;
    bestDistance = distance;
  }
  return best;
}

function lettersOf(word: string): string {
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
