import { expect, test } from 'vitest';
import { nearestKey } from './nearest-key.js';

const known = ['datacenter', 'data_dir', 'ports', 'retry_join'];

test.each([
  ['datacentre', 'datacenter'],
  ['DataDir', 'data_dir'],
  ['port', 'ports'],
  ['retryjoin', 'retry_join'],
])('%s is taken for %s', (misspelled, key) => {
  expect(nearestKey(misspelled, known)).toBe(key);
});

test('a key like none of the known ones gets no suggestion', () => {
  expect(nearestKey('elephant', known)).toBeUndefined();
  expect(nearestKey('', known)).toBeUndefined();
});
