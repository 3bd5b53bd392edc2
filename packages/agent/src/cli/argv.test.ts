import { describe, expect, test } from 'vitest';
import { parseArguments } from './argv.js';
import { booleanFlags, listFlags, valueFlags } from './flag-spec.js';

const flags = [
  ...booleanFlags({ wan: '', stale: '' }),
  ...valueFlags({ separator: '', name: '', '5': '' }),
  ...listFlags({ join: '' }),
];

function read(...argv: string[]): {
  values: Record<string, readonly string[]>;
  rest: readonly string[];
} {
  const { values, positionals } = parseArguments(argv, flags);
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
  [['-nope'], 'flag provided but not defined: -nope'],
  [['--nope=1'], 'flag provided but not defined: -nope'],
  [['-name'], 'flag needs an argument: -name'],
  [['-wan=maybe'], 'invalid boolean value "maybe" for -wan'],
])('%j is refused', (argv, text) => {
  expect(() => read(...argv)).toThrow(text);
});

test.each(['-h', '-help', '--help'])('%s asks for help', (word) => {
  expect(parseArguments([word], flags).isHelpAsked).toBe(true);
});
