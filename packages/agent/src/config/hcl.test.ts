import oracle from 'js-hcl-parser';
import { describe, expect, test } from 'vitest';
import { parseHcl } from './hcl.js';

function oracleParse(source: string): unknown {
  const text = oracle.parse(source);
  return text.startsWith('unable to parse') ? undefined : JSON.parse(text);
}

const ACCEPTED = [
  '',
  '# only a comment',
  'ports { http = 8500 dns = -1 }',
  'a = "x" # c\nb = true // d\n/* e */ c = [1,2.5,"z",]\n',
  'service "web" "x" { port = 1 }\nservice "db" { port = 2 }',
  'a = <<EOF\nhello\n  w\nEOF\n',
  'a = <<-EOF\n  hello\n    w\n  EOF\n',
  'a = <<-E\n  x\n y\n  E\n',
  'a = <<E\n"q" \\n\nE\n',
  'a = 0x1F\nb = 010\nc = 1e3\nd=-1.5\ne=.5\nf=1.\ng=-0x1\nh=1E5\ni=-0',
  `a = "x\${foo("y")}z"`,
  `a = "\${multi\nline}"`,
  '"a-b" = 1\na-b = 2\na.b = 1\n_c = 1\n\u00e9 = 1\n"" = 1',
  'a = { b = 1, c = 2 }',
  'a = [{x=1},{y=2}]',
  'a = [{x={y=1}}]',
  'a = [{b { c = 1 }}]',
  'a = 1\na = 2',
  'a = [1]\na = [2]',
  'a = [1]\na { b = 1 }',
  'a { b = 1 }\na { b = 2 }',
  'a {}\na {}',
  'a = "\\n\\t\\u00e9\\"\\\\ \\x41 \\101 \\U0001F600"',
  'a = 1 b = 2',
  'a=1,b=2',
  'a = [,]',
  'a\n=\n1',
  'a "b" { c = 1 }\na "b" { d = 1 }',
  'a b { c = 1 }',
  'a = [<<E\nx\nE\n, 1]',
  'a = [[1]]',
];

const REFUSED = [
  'a = null',
  'a = foo',
  'a = [1 2]',
  'a "b" = 1',
  'a = "open',
  'a = "multi\nline"',
  `a = "\${open"`,
  'a = "\\q"',
  'a = 08',
  'a = +1',
  'a = 0x',
  'a = 1_0',
  "a = 'x'",
  'a = 1;',
  'a = -',
  '/* open',
  'a = <<E\nx',
  'a { b = 1',
  'a {b=1,,c=2}',
  'a = "x" "y"',
  'a = 1\na { b = 1 }',
  'a = [1]\na = 2',
];

describe('against the reference parser', () => {
  test.each(ACCEPTED)('%j reads the same', (source) => {
    expect(parseHcl(source)).toEqual(oracleParse(source));
  });

  test.each(REFUSED)('%j is refused by both', (source) => {
    expect(oracleParse(source)).toBeUndefined();
    expect(() => parseHcl(source)).toThrow(/^line \d+, column \d+: /);
  });
});

test('an error names line and column', () => {
  expect(() => parseHcl('a = 1\nb = {\n  c = ?\n}')).toThrow('line 3, column 7: unexpected "?"');
  expect(() => parseHcl('ports { http = }')).toThrow('line 1, column 16: expected a value, got }');
});

test('a key named __proto__ is an ordinary key', () => {
  const value = parseHcl('__proto__ = "x"');
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('nesting is bounded', () => {
  expect(() => parseHcl(`a = ${'['.repeat(10_000)}`)).toThrow('nesting is deeper than 64');
  expect(() => parseHcl('a {'.repeat(10_000))).toThrow('nesting is deeper than 64');
});
