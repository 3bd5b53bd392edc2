import { expect, test } from 'vitest';
import { dialReason } from './dial-reason.js';

const to = { host: '10.1.2.3', port: 8300 };
const withCode = (code: string): Error => Object.assign(new Error('as the system says'), { code });

test.each([
  [withCode('ECONNREFUSED'), 'dial tcp 10.1.2.3:8300: connect: connection refused'],
  [withCode('ETIMEDOUT'), 'dial tcp 10.1.2.3:8300: i/o timeout'],
  [withCode('EODD'), 'dial tcp 10.1.2.3:8300: as the system says'],
  [withCode('ENOTFOUND'), 'dial tcp: lookup 10.1.2.3: no such host'],
  ['text', 'dial tcp 10.1.2.3:8300: text'],
])('a failed dial is told in the words of the field', (cause, reason) => {
  expect(dialReason(to, cause)).toBe(reason);
});
