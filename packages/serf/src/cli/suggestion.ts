import { nearestWord } from '@konsul/runtime';

/** What is appended to a complaint about an unknown word. */
export function suggestion(misspelled: string, known: Iterable<string>, prefix = ''): string {
  const nearest = nearestWord(misspelled, known);
  return nearest === undefined ? '' : `; did you mean ${prefix}${nearest}?`;
}
