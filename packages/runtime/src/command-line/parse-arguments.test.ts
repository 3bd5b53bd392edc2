import { describe, expect, test } from 'vitest';
import { booleanFlags, listFlags, valueFlags } from './flag-spec.js';
import { parseArguments } from './parse-arguments.js';

function refuse(problem: string): never {
  throw new Error(problem);
}

const flags = [
  ...booleanFlags({ wan: '', stale: '' }),
  ...valueFlags({ separator: '', name: '', '5': '' }),
  ...listFlags({ join: '' }),
];

function read(...argv: string[]): {
  values: Record<string, readonly string[]>;
  rest: readonly string[];
} {
  const { values, positionals } = parseArguments(argv, flags, refuse);
  return { values: Object.fromEntries(values), rest: positionals };
}

describe('flags', () => {
  test.each<[string[], Record<string, string[]>, string[]]>([
    [['-wan'], { wan: ['true'] }, []],
    [['--wan'], { wan: ['true'] }, []],
    [['-wan=false'], { wan: ['false'] }, []],
    [['--wan=F', '-stale=1'], { wan: ['false'], stale: ['true'] }, []],
    [['-wan', 'false'], { wan: ['true'] }, ['false']],
    [['-name=v'], { name: ['v'] }, []],
    [['-name', 'v'], { name: ['v'] }, []],
    [['--name', 'v'], { name: ['v'] }, []],
    [['-name='], { name: [''] }, []],
    [['-name=a=b'], { name: ['a=b'] }, []],
    [['-separator', '-'], { separator: ['-'] }, []],
    [['-separator', '--'], { separator: ['--'] }, []],
    [['-separator', '-wan'], { separator: ['-wan'] }, []],
    [['-join', 'a', '--join=b'], { join: ['a', 'b'] }, []],
    [['-name', 'a', '-name', 'b'], { name: ['a', 'b'] }, []],
    [['-name', 'x y\nz'], { name: ['x y\nz'] }, []],
    [['-name', '-5'], { name: ['-5'] }, []],
    [['-wan', '-wan=0', '--wan=T'], { wan: ['true', 'false', 'true'] }, []],
    [['-5', 'v'], { '5': ['v'] }, []],
  ])('%j', (argv, values, rest) => {
    expect(read(...argv)).toEqual({ values, rest });
  });
});

describe('words', () => {
  test.each<[string[], string[]]>([
    [
      ['a', '-wan'],
      ['a', '-wan'],
    ],
    [['-'], ['-']],
    [
      ['-', '-wan'],
      ['-', '-wan'],
    ],
    [['-1'], ['-1']],
    [
      ['-.5', '-wan'],
      ['-.5', '-wan'],
    ],
    [
      ['--', '-wan', '--', 'x'],
      ['-wan', '--', 'x'],
    ],
    [[''], ['']],
  ])('%j', (argv, rest) => {
    expect(read(...argv)).toEqual({ values: {}, rest });
  });
});

test.each([
  [['-other'], 'flag provided but not defined: -other'],
  [['--other=1'], 'flag provided but not defined: -other'],
  [['-nope'], 'flag provided but not defined: -nope; did you mean -name?'],
  [['-name'], 'flag needs an argument: -name'],
  [['-wan=maybe'], 'invalid boolean value "maybe" for -wan'],
])('%j is refused, in one line', (argv, text) => {
  expect(() => read(...argv)).toThrow(new Error(text));
});

test.each(['-h', '-help', '--help'])('%s asks for help, before words and among them', (word) => {
  const isHelpAsked = (...argv: string[]): boolean =>
    parseArguments(argv, flags, refuse).isHelpAsked;
  expect(isHelpAsked(word)).toBe(true);
  expect(isHelpAsked('-wan', 'a', word)).toBe(true);
  expect(isHelpAsked('-', word, 'b')).toBe(true);
  expect(isHelpAsked('--', word)).toBe(false);
  expect(isHelpAsked('a', '--', word)).toBe(false);
  expect(isHelpAsked('-name', word, 'a')).toBe(false);
});

test('a flag of that name asks for no help', () => {
  const own = booleanFlags({ h: '' });
  expect(parseArguments(['-h', 'a', '-h'], own, refuse).isHelpAsked).toBe(false);
});
