import { expect, test } from 'vitest';
import { formatTable } from './format-table.js';

test('columns are as wide as their widest entry, and the last has nothing behind it', () => {
  const rows = [
    ['Node', 'Address', 'Status'],
    ['n\u00fcrnberg-1', '10.0.0.1:8301', 'alive'],
    ['b', '', ''],
  ];
  expect(formatTable(rows)).toBe(
    [
      'Node        Address        Status',
      'n\u00fcrnberg-1  10.0.0.1:8301  alive',
      'b                          ',
    ].join('\n'),
  );
  expect(
    formatTable([
      ['a', 'bb', ''],
      ['ccc', 'd', 'e'],
    ]),
  ).toBe('a    bb  \nccc  d   e');
  expect(formatTable([])).toBe('');
});
