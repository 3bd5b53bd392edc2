import { SerfError } from '@konsul/serf';
import { expect, test } from 'vitest';
import { joinReason, joinReasons } from './join-reason.js';

const peer = { host: '10.0.0.1', port: 8301 };

function joinFailed(...details: readonly string[]): SerfError {
  const joinFailures = details.map((detail) => ({ peer, reason: 'rejected' as const, detail }));
  return new SerfError('JOIN_FAILED', 'no peer agreed: …', { joinFailures });
}

test.each([
  ['dial tcp 10.0.0.1:8301: i/o timeout', 'dial tcp 10.0.0.1:8301: i/o timeout'],
  ["Member 'x' part of wrong datacenter 'dc2'", "Member 'x' part of wrong datacenter 'dc2'"],
  [
    'unreadable answer: not-encrypted',
    'unreadable answer: not-encrypted (is the gossip key (encrypt) the same everywhere?)',
  ],
])('%s is told as its reason alone', (detail, reason) => {
  expect(joinReason(joinFailed(detail))).toBe(reason);
});

test('with several peers, each is named', () => {
  const error = joinFailed('refused', 'timeout');
  expect(joinReason(error)).toBe('10.0.0.1:8301: refused; 10.0.0.1:8301: timeout');
  expect(joinReasons(joinFailed('refused'))).toBe('10.0.0.1:8301: refused');
});

test('what is no failed join is told without its code', () => {
  expect(joinReason(new SerfError('INVALID_ADDRESS', '"%%" is no address'))).toBe(
    '"%%" is no address',
  );
  expect(joinReason(new Error('out of memory'))).toBe('out of memory');
});
