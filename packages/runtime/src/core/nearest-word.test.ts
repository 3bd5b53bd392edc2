import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.js';

const known = ['datacenter', 'data_dir', 'ports', 'retry_join', 'probeIntervalMs'];

test.each([
  ['datacentre', 'datacenter'],
  ['DataDir', 'data_dir'],
  ['port', 'ports'],
  ['retryjoin', 'retry_join'],
  ['probeIntervallMS', 'probeIntervalMs'],
])('%s is taken for %s', (misspelled, word) => {
  expect(nearestWord(misspelled, known)).toBe(word);
});

test('a word like none of the known ones gets no suggestion', () => {
  expect(nearestWord('elephant', known)).toBeUndefined();
  expect(nearestWord('', known)).toBeUndefined();
  expect(nearestWord('a-very-long-word-that-has-nothing-in-it', known)).toBeUndefined();
});
