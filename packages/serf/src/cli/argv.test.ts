import { describe, expect, test } from 'vitest';
import { SerfError } from '../errors.js';
import { parseArguments } from './argv.js';
import type { FlagSpec } from './flag-spec.js';

const flags: readonly FlagSpec[] = [
  { name: 'bind', kind: 'value', help: '' },
  { name: 'tag', kind: 'list', help: '' },
  { name: 'replay', kind: 'boolean', help: '' },
];

function valuesOf(...argv: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(parseArguments(argv, flags).values);
}

function refusal(...argv: readonly string[]): string {
  try {
    parseArguments(argv, flags);
  } catch (error) {
    if (error instanceof SerfError) return error.message;
  }
  throw new Error('not refused');
}

describe('flags', () => {
  test('may have one dash or two, and their value behind = or as the next word', () => {
    expect(valuesOf('-bind=a', '--bind', 'b')).toEqual({ bind: ['a', 'b'] });
    expect(valuesOf('-tag', 'x=1', '--tag=y=2')).toEqual({ tag: ['x=1', 'y=2'] });
    expect(valuesOf('-bind=')).toEqual({ bind: [''] });
    expect(valuesOf('-bind', '-5')).toEqual({ bind: ['-5'] });
  });

  test('that are booleans take no next word and are turned off only by =', () => {
    expect(valuesOf('-replay', '-replay=0', '--replay=T')).toEqual({
      replay: ['true', 'false', 'true'],
    });
    expect(parseArguments(['-replay', 'false'], flags).positionals).toEqual(['false']);
  });

  test('end with the first word that is none, or behind --', () => {
    expect(parseArguments(['-replay', 'a', '-bind', 'b'], flags).positionals).toEqual([
      'a',
      '-bind',
      'b',
    ]);
    expect(parseArguments(['--', '-bind'], flags).positionals).toEqual(['-bind']);
    expect(parseArguments(['-', 'x'], flags).positionals).toEqual(['-', 'x']);
  });

  test('that are not known are refused in one line that names the nearest', () => {
    expect(refusal('-bnid=x')).toBe(
      '[INVALID_USAGE] flag provided but not defined: -bnid; did you mean -bind?',
    );
    expect(refusal('--wholly-different')).toBe(
      '[INVALID_USAGE] flag provided but not defined: -wholly-different',
    );
  });

  test('without their value, or with one that is no boolean, are refused', () => {
    expect(refusal('-bind')).toContain('flag needs an argument: -bind');
    expect(refusal('-replay=maybe')).toContain('invalid boolean value "maybe" for -replay');
  });

  test('ask for help', () => {
    for (const word of ['-h', '--help', '-help']) {
      expect(parseArguments([word], flags).isHelpAsked).toBe(true);
    }
  });
});
