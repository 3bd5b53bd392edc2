import { expect, test } from 'vitest';
import { nearestWord, suggestion } from './nearest-word.js';

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

const flags = [
  'dev',
  'segment',
  'server',
  'server-port',
  'retry-join',
  'retry-max',
  'retry-max-wan',
];

test.each([
  ['serv', 'server'],
  ['server-p', 'server-port'],
  ['retry-m', 'retry-max'],
  ['seg', 'segment'],
])('%s begins %s, which no other word is nearer than', (beginning, word) => {
  expect(nearestWord(beginning, flags)).toBe(word);
});

test('a beginning of words that differ, or of one letter, tells nothing', () => {
  expect(nearestWord('retry', flags)).toBeUndefined();
  expect(nearestWord('r', ['retry-join'])).toBeUndefined();
});

test('the nearest word is suggested as it is typed, and nothing when none is near', () => {
  const known = ['bind', 'retry-join'];
  expect(suggestion('RetryJoin', known, (word) => `-${word}`)).toBe('; did you mean -retry-join?');
  expect(suggestion('bnid', known)).toBe('; did you mean bind?');
  expect(suggestion('snapshot', known)).toBe('');
});
