import { expect, test } from 'vitest';
import { formatJson } from './go-json.js';

test('output is JSON as Go writes it', () => {
  expect(formatJson({ a: '<b> & c' })).toBe('{\n  "a": "\\u003cb\\u003e \\u0026 c"\n}');
});
