import { describe, expect, test } from 'vitest';
import type { CheckDefinition, CheckStatus } from '../../state/domain.js';
import { checkRecordOf } from '../records.js';
import { aliasResult } from './alias-rule.js';

const check = (name: string, serviceId: string, status: CheckStatus): CheckDefinition => ({
  ...checkRecordOf(
    { id: name, name, serviceId, status, ttlMs: 1 },
    { nodeName: 'n1', token: '', origin: 'api' },
  ).check,
  output: `${name} says`,
});

const subject = { serviceId: 'web', isServiceKnown: true, node: 'n1' };

describe('an alias', () => {
  test('is as bad as the worst that bears on its subject', () => {
    const passing = check('a', 'web', 'passing');
    const warning = check('b', '', 'warning');
    const critical = check('c', 'WEB', 'critical');
    const other = check('d', 'db', 'critical');
    expect(aliasResult(subject, [passing, other])).toEqual({
      status: 'passing',
      output: 'All checks passing.',
    });
    expect(aliasResult(subject, [warning, passing])).toEqual({
      status: 'warning',
      output: 'Aliased check "b" failing: b says',
    });
    expect(aliasResult(subject, [warning, critical, passing]).status).toBe('critical');
  });

  test('passes without checks, and is critical without its service', () => {
    expect(aliasResult(subject, [])).toEqual({ status: 'passing', output: 'No checks found.' });
    const missing = { ...subject, isServiceKnown: false };
    expect(aliasResult(missing, []).output).toBe('Service web could not be found on node n1');
    const node = { serviceId: '', isServiceKnown: false, node: 'n2' };
    expect(aliasResult(node, [check('a', 'web', 'critical')]).status).toBe('passing');
  });
});
