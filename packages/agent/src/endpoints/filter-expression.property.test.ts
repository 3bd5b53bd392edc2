import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { compileFilter, type FilterPredicate } from './filter-expression.js';
import { serviceHealthSchema, serviceNodeSchema } from './filter-schema.js';

const instance = {
  Node: 'alpha',
  ServiceName: 'web',
  ServiceID: 'web-1',
  ServiceTags: ['v1', 'primary'],
  ServiceMeta: { env: 'prod', 'a b': 'x', rack: '' },
  ServicePort: 8080,
  ServiceEnableTagOverride: false,
  ServiceAddress: '',
  TaggedAddresses: { 'lan/v4': '10.0.0.1' },
};

function filter(expression: string, schema = serviceNodeSchema): FilterPredicate {
  const compiled = compileFilter(expression, schema);
  if (compiled.type === 'failure') throw new Error(compiled.message);
  return compiled.matches;
}

describe('a filter expression', () => {
  it.each([
    ['ServiceName == web', true],
    ['ServiceName == "web"', true],
    ['ServiceName == `web`', true],
    ['ServiceName != web', false],
    ['ServiceName==web', true],
    ['ServicePort == 8080', true],
    ['ServicePort == 80.80', false],
    ['ServicePort != -1', true],
    ['ServiceEnableTagOverride == false', true],
    ['v1 in ServiceTags', true],
    ['"v2" not in ServiceTags', true],
    ['ServiceTags contains primary', true],
    ['ServiceTags not contains primary', false],
    ['ServiceTags is empty', false],
    ['ServiceTags is not empty', true],
    ['env in ServiceMeta', true],
    ['ServiceMeta contains zone', false],
    ['ServiceMeta.env == prod', true],
    ['ServiceMeta["a b"] == "x"', true],
    ['ServiceMeta.zone == prod', false],
    ['ServiceMeta.zone != prod', true],
    ['ServiceMeta.zone is empty', true],
    ['ServiceMeta.rack is empty', true],
    ['"/ServiceMeta/env" == prod', true],
    ['"/TaggedAddresses/lan~1v4" contains "0.0"', true],
    ['eb in ServiceName', true],
    ['ServiceID matches "^web-[0-9]+$"', true],
    ['ServiceID not matches "^web$"', true],
    ['ServiceAddress is empty', true],
    ['not ServiceName == web', false],
    ['not not ServiceName == web', true],
    ['ServiceName == db or ServiceName == web and ServicePort == 1', false],
    ['ServiceName == web or ServiceName == db and ServicePort == 1', true],
    ['(ServiceName == web or ServiceName == db) and ServicePort == 1', false],
    ['not ServiceName == db and ServicePort == 8080', true],
    ['ServiceMeta["q\\"\\u0041"] is empty', true],
    ['  ServiceName\n==\tweb  ', true],
  ])('%s is %s', (expression, expected) => {
    expect(filter(expression)(instance)).toBe(expected);
  });

  it('is true of a list when it is for any of its items', () => {
    const view = { Checks: [{ Status: 'passing' }, { Status: 'critical' }] };
    expect(filter('Checks.Status == critical', serviceHealthSchema)(view)).toBe(true);
    expect(filter('Checks.Status == warning', serviceHealthSchema)(view)).toBe(false);
  });

  it.each([
    ['Bogus == x', 'Selector "Bogus" is not valid'],
    ['servicename == x', 'Selector "servicename" is not valid'],
    ['ServiceName.x == x', 'Selector "ServiceName.x" is not valid'],
    ['constructor == x', 'Selector "constructor" is not valid'],
    ['ServicePort contains 8', 'Invalid match operator "in" for selector "ServicePort"'],
    ['ServiceTags == v1', 'Invalid match operator "equal"'],
    ['ServicePort == many', 'is no number'],
    ['ServiceEnableTagOverride == 1', 'is no boolean'],
    ['ServiceName', 'expected an operator at position 12, found the end'],
    ['ServiceName ==', 'expected a field or a value'],
    ['(ServiceName == web', 'expected ")"'],
    ['ServiceName == web web', 'expected "and", "or" or the end'],
    ['ServiceName is full', 'expected "empty"'],
    ['"web" == ServiceName', '"web" is no field'],
    ['ServiceName == "web', 'no match found at position 15'],
    ['ServiceName matches "("', 'missing )'],
    ['', 'expected a field or a value at position 1, found the end'],
    [`${'('.repeat(100)}ServiceName == a`, 'nested deeper'],
    [`${'not '.repeat(100)}ServiceName == a`, 'nested deeper'],
    [`ServiceName == "${'a'.repeat(9000)}"`, 'above 8192'],
  ])('%s is refused', (expression, text) => {
    const compiled = compileFilter(expression, serviceNodeSchema);
    expect(compiled).toMatchObject({
      type: 'failure',
      message: expect.stringContaining('Failed to create boolean expression evaluator: '),
    });
    expect(JSON.stringify(compiled)).toContain(JSON.stringify(text).slice(1, -1));
  });

  const words = fc.constantFrom(
    ...[
      'ServiceName',
      'ServiceTags',
      '==',
      '!=',
      'in',
      'not',
      'and',
      'or',
      '(',
      ')',
      'is',
      'empty',
    ],
    ...['matches', 'contains', '"a"', '[', ']', '.', '1', '`', '"', '\\', '*'],
  );
  test.prop([fc.array(words, { maxLength: 12 })], { numRuns: 1000 })(
    'never throws, whatever it is made of',
    (parts) => {
      const compiled = compileFilter(parts.join(' '), serviceNodeSchema);
      if (compiled.type === 'filter') expect(typeof compiled.matches(instance)).toBe('boolean');
    },
  );
});
