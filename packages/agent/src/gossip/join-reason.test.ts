import { SerfError } from '@konsul/serf';
import { expect, test } from 'vitest';
import { joinReason } from './join-reason.js';

test.each([
  [
    'no peer agreed: 10.0.0.1:8301: dial tcp 10.0.0.1:8301: i/o timeout',
    'dial tcp 10.0.0.1:8301: i/o timeout',
  ],
  [
    "no peer agreed: 10.0.0.1:8301: Member 'x' part of wrong datacenter 'dc2'",
    "Member 'x' part of wrong datacenter 'dc2'",
  ],
  [
    'no peer agreed: 10.0.0.1:8301: unreadable answer: not-encrypted',
    'unreadable answer: not-encrypted (is the gossip key (encrypt) the same everywhere?)',
  ],
  ['"%%" is no address', '"%%" is no address'],
])('%s is told as its reason alone', (message, reason) => {
  expect(joinReason(new SerfError('JOIN_FAILED', message))).toBe(reason);
});
