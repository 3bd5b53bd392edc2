import { expect, test } from 'vitest';
import { parseJsonDocument } from './json-document.js';

test('a mistake is told with its line and column', () => {
  expect(() => parseJsonDocument('{\n  "a": 1,\n  "b": }\n}')).toThrow(/line 3 column 8/);
  expect(() => parseJsonDocument('{\n  "a": ')).toThrow(/line 2 column \d+\)$/);
  expect(() => parseJsonDocument('{"a": tru, "b": 1}')).toThrow(
    /^Unexpected token ',' \(line 1 column 10\)$/,
  );
  expect(() => parseJsonDocument('{"a": 1} x')).toThrow(/\(line 1 column 10\)$/);
  expect(() => parseJsonDocument('')).toThrow(/\(line 1 column 1\)$/);
});

test('a key that is given twice is refused, wherever it is', () => {
  expect(() => parseJsonDocument('{\n "a": 1,\n "a": 2\n}')).toThrow(
    'key "a" is given twice (line 3 column 2)',
  );
  expect(() => parseJsonDocument('{"l": [{"x": 1, "y": {}, "x": 2}]}')).toThrow('key "x"');
});

test.each([
  '{"a": {"b": 1}, "c": {"b": 2}}',
  '[{"a": 1}, {"a": 1}]',
  '{"a": "a", "b": "\\"b\\": {"}',
  '{"a:": 1, "a": ["a", "a"]}',
])('%s is taken as it is', (text) => {
  expect(parseJsonDocument(text)).toEqual(JSON.parse(text));
});
