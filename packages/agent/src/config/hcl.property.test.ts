import { fc, test } from '@fast-check/vitest';
import oracle from 'js-hcl-parser';
import { expect } from 'vitest';
import { type HclObject, type HclValue, parseHcl } from './hcl.js';
import { HclSyntaxError } from './hcl-lexer.js';

const key = fc
  .stringMatching(/^[a-z][a-z0-9_-]{0,6}$/)
  .filter((word) => !/^(true|false)$/.test(word));
const scalar = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(String),
  fc.boolean().map(String),
  fc.stringMatching(/^[a-zA-Z0-9 .:/_-]{0,8}$/).map((text) => JSON.stringify(text)),
);
const { body } = fc.letrec<{ body: string; field: string }>((tie) => ({
  body: fc.array(tie('field'), { maxLength: 4 }).map((fields) => fields.join('\n')),
  field: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(key, scalar).map(([name, value]) => `${name} = ${value}`) },
    fc
      .tuple(key, fc.array(scalar, { maxLength: 3 }))
      .map(([name, values]) => `${name} = [${values.join(', ')}]`),
    fc
      .tuple(key, fc.array(key, { maxLength: 2 }), tie('body'))
      .map(([name, labels, inner]) => `${[name, ...labels].join(' ')} {\n${inner}\n}`),
    fc.tuple(key, tie('body')).map(([name, inner]) => `${name} = {\n${inner}\n}`),
  ),
}));

test.prop([body], { numRuns: 200 })(
  'a generated file reads as the reference reads it',
  (source) => {
    const text = oracle.parse(source);
    // The reference refuses some mixtures of blocks with and without labels; we need not.
    if (text.startsWith('unable to parse')) return;
    expect(plain(parseHcl(source))).toEqual(plain(JSON.parse(text) as HclObject));
  },
);

test.prop([fc.string({ unit: fc.constantFrom(...'ab{}[]="\\$<-\n #/*,.019xE'), maxLength: 40 })])(
  'any text is read or refused with a syntax error',
  (source) => {
    try {
      parseHcl(source);
    } catch (error) {
      expect(error).toBeInstanceOf(HclSyntaxError);
    }
  },
);

function plain(value: HclValue): unknown {
  return JSON.parse(JSON.stringify(value));
}
