import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { booleanFlags, listFlags, valueFlags } from './flag-spec.js';
import { parseArguments } from './parse-arguments.js';

class UsageError extends Error {}

function refuse(problem: string): never {
  throw new UsageError(problem);
}

const flags = [
  ...booleanFlags({ wan: '', 'use-tls': '' }),
  ...valueFlags({ name: '', 'http-addr': '' }),
  ...listFlags({ join: '' }),
];

const text = fc.string({ maxLength: 12 });
const given = fc.oneof(
  fc.record({ name: fc.constantFrom('wan', 'use-tls'), value: fc.constantFrom('true', 'false') }),
  fc.record({ name: fc.constantFrom('name', 'http-addr', 'join'), value: text }),
);
const style = fc.record({ dashes: fc.constantFrom('-', '--'), hasEquals: fc.boolean() });

/** One flag as somebody might type it. */
function typed(
  flag: { name: string; value: string },
  how: { dashes: string; hasEquals: boolean },
): string[] {
  const word = `${how.dashes}${flag.name}`;
  if (flag.name === 'wan' || flag.name === 'use-tls') {
    return flag.value === 'true' && !how.hasEquals ? [word] : [`${word}=${flag.value}`];
  }
  return how.hasEquals ? [`${word}=${flag.value}`] : [word, flag.value];
}

test.prop([fc.array(fc.tuple(given, style), { maxLength: 6 }), fc.array(text, { maxLength: 4 })])(
  'however flags are typed, they are read the same, and words behind -- stay as they are',
  (list, words) => {
    const argv = [...list.flatMap(([flag, how]) => typed(flag, how)), '--', ...words];
    const expected: Record<string, string[]> = {};
    for (const [{ name, value }] of list) {
      expected[name] = [...(expected[name] ?? []), value];
    }
    const { values, positionals } = parseArguments(argv, flags, refuse);
    expect(Object.fromEntries(values)).toEqual(expected);
    expect(positionals).toEqual(words);
  },
);

const word = fc.oneof(
  text,
  fc.constantFrom('-wan', '--name', '-join', '-', '--', '-wan=x', '-7', '=', '-='),
);

test.prop([fc.array(word, { maxLength: 8 })])(
  'anything typed is read or refused as usage',
  (argv) => {
    try {
      parseArguments(argv, flags, refuse);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
  },
);
