import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { compilePattern } from './linear-pattern.js';

function matches(pattern: string, text: string): boolean | string {
  const compiled = compilePattern(pattern);
  return compiled.type === 'pattern' ? compiled.test(text) : compiled.message;
}

describe('a pattern', () => {
  test.each([
    ['web', 'my web server', true],
    ['^web', 'my web server', false],
    ['^web$', 'web', true],
    ['^(web|db)-[0-9]+$', 'db-12', true],
    ['^(web|db)-[0-9]+$', 'db-', false],
    ['', '', true],
    ['a{2,3}$', 'caaa', true],
    ['^a{2,3}$', 'aaaa', false],
    ['^a{2,}$', 'aaaaa', true],
    ['^a{2}$', 'aaa', false],
    ['(?i)WEB', 'a Web', true],
    ['(?i:w)EB', 'wEB', true],
    ['(?i:w)EB', 'WeB', false],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['^b', 'a\nb', false],
    ['(?m)^b$', 'a\nb\nc', true],
    ['\\Aab\\z', 'ab', true],
    ['\\bcat\\b', 'a cat!', true],
    ['\\bcat\\b', 'concat', false],
    ['\\Bcat', 'concat', true],
    ['[[:alpha:]]+[[:^digit:]]', 'ab', true],
    ['[^a-c]', 'abc', false],
    ['[a\\-c]', '-', true],
    ['[]a]', ']', true],
    ['[\\d_]', '_', true],
    ['\\D', '123', false],
    ['\\x41\\x{1F600}', 'A😀', true],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\Qa.b\\E', 'axb', false],
    ['(?P<year>\\d{4})', 'in 2024', true],
    ['a*?b', 'aab', true],
    ['^.$', '😀', true],
    ['a|', 'z', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  test.each([
    ['(', 'missing )'],
    [')', 'unexpected )'],
    ['[a', 'unexpected end'],
    ['*a', 'nothing to repeat before *'],
    ['a**', 'repetition of a repetition'],
    ['(?=a)', 'unsupported group'],
    ['(?<!a)', 'unsupported group'],
    ['\\1', 'unsupported escape \\1'],
    ['\\pL', 'unsupported escape \\p'],
    ['a{1001}', 'bad repetition {1001}'],
    ['a{3,2}', 'bad repetition {3,2}'],
    ['[z-a]', 'bad range z-a'],
    ['[[:nonsense:]]', 'unknown class [[:nonsense:]'.slice(0, 15)],
    ['(?:(?:a{40}){40})', 'needs more than 1000 steps'],
    ['x'.repeat(513), '513 characters are more than 512'],
    ['('.repeat(40), 'groups are nested too deep'],
    ['\\', 'unexpected end'],
    ['\\xZZ', 'bad \\x'],
  ])('%j is refused', (pattern, message) => {
    expect(String(matches(pattern, ''))).toContain(message);
  });

  test('takes time in proportion to the text where backtracking would never end', () => {
    expect(matches('^(a+)+$', `${'a'.repeat(500)}!`)).toBe(false);
    expect(matches('(x+x+)+y', 'x'.repeat(500))).toBe(false);
    expect(matches(`${'a?'.repeat(100)}${'a'.repeat(100)}`, 'a'.repeat(100))).toBe(true);
  });

  test.each([1, 2, 12, 30])(
    'ends where nothing is repeated a thousandfold, on %i levels',
    (depth) => {
      expect(matches(`${'('.repeat(depth)}${'){1000}'.repeat(depth)}a`, 'a')).toBe(true);
      expect(matches(`${'(?:'.repeat(depth)}\\Q\\E${'){1000}'.repeat(depth)}b`, 'a')).toBe(false);
    },
  );

  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', 'c');
  const repeated = fc
    .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}'))
    .map((parts) => parts.join(''));
  const sequence = fc.array(repeated, { maxLength: 4 }).map((parts) => parts.join(''));
  const choice = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'));
  const pattern = fc
    .tuple(
      fc.constantFrom('', '^'),
      fc.oneof(
        sequence,
        choice.map((text) => `(${text})`),
      ),
      fc.constantFrom('', '$'),
    )
    .map((parts) => parts.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 8 });

  property.prop([pattern, text], { numRuns: 2_000 })(
    'agrees with the engine of the language where both know the syntax',
    (source, subject) => {
      expect(matches(source, subject)).toBe(new RegExp(source).test(subject));
    },
  );

  property.prop([fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 })])(
    'never throws, whatever it is made of',
    (source, subject) => {
      matches(source, subject);
    },
  );
});
