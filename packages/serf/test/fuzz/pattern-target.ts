import { type Rng, randomBelow } from '@konsul/runtime/core';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { compileFilters } from '../../src/core/query-filter.js';

/** What an expression is made of, and what has brought other engines down. */
const PIECES: readonly string[] = ['a', 'b', '.', '(', '(', ')', ')', '(?:', '(?i)', '(?P<n>', '|']
  .concat('*', '+', '?', '*?', '{0}', '{1000}', '{1000}', '{2,}', '{0,500}', '{3,2}', '{1001}')
  .concat('[', ']', '[^a]', '[a-z]', '[z-a]', '[[:alpha:]]', '^', '$', '\\b', '\\B', '\\A', '\\z')
  .concat('\\Q', '\\E', '\\d', '\\W', '\\x41', '\\x{10ffff}', '\\x{110000}', '\\', '\\1', '(?=')
  .concat('\u{1f600}', '\n', '()', '(){1000}', '(a*)*', '(a|a)*', '\ud800');
const PIECE_COUNT_MAX = 24;
const NESTING_MAX = 12;
const tags = { role: `${'a'.repeat(200)}b\n\u{1f600}` };

/** Expressions of queries: each is refused or gives a verdict, and none takes its time. */
export const patternTarget: FuzzTarget = {
  name: 'serf-pattern',
  weight: 1,
  allocatedBytesMax: 64 * 1024,
  outcomes: ['match', 'no match'],
  draw: (rng) => Uint8Array.from(Buffer.from(drawExpression(rng))),
  read(input) {
    const expression = Buffer.from(input).toString();
    const isMatch = compileFilters([{ type: 'tag', tag: 'role', expression }])('m0', tags);
    return () => [isMatch ? 'match' : 'no match'];
  },
};

/** Half of them with their groups closed, so that they are more than an error. */
function drawExpression(rng: Rng): string {
  let depth = randomBelow(rng, 8) === 0 ? randomBelow(rng, NESTING_MAX) : 0;
  let expression = '('.repeat(depth);
  for (let left = 1 + randomBelow(rng, PIECE_COUNT_MAX); left > 0; left -= 1) {
    const piece = PIECES[randomBelow(rng, PIECES.length)] ?? '';
    if (piece === ')' && depth === 0) continue;
    if (piece === ')') depth -= 1;
    else if (/^\((?!.*\)|\?i\))/.test(piece)) depth += 1;
    expression += piece;
  }
  return randomBelow(rng, 2) === 0 ? expression : expression + closing(rng, depth);
}

function closing(rng: Rng, depth: number): string {
  const ends = [')', ')*', '){1000}', '){1000}'];
  let text = '';
  for (let left = depth; left > 0; left -= 1) text += ends[randomBelow(rng, ends.length)] ?? ')';
  return text;
}
