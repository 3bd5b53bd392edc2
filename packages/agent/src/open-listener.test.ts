import { SerfError } from '@konsul/serf';
import { expect, test } from 'vitest';
import { openListener } from './open-listener.js';

test('a listener that cannot be opened is told by surface, address and cause', async () => {
  const cause = new Error('listen EADDRINUSE');
  const opening = openListener('WAN gossip', { host: '::1', port: 8302 }, () =>
    Promise.reject(cause),
  );
  await expect(opening).rejects.toMatchObject({
    code: 'LISTEN_FAILED',
    detail: 'WAN gossip ([::1]:8302) cannot be opened: listen EADDRINUSE',
    cause,
  });
});

test('what was opened is handed on', async () => {
  expect(await openListener('HTTP', { host: '127.0.0.1', port: 1 }, async () => 7)).toBe(7);
});

test('settings that gossip refuses are not blamed on the address', async () => {
  const cause = new SerfError('TOO_LARGE', 'tags take 607 bytes, at most 512 are allowed');
  const opening = openListener('LAN gossip', { host: '127.0.0.1', port: 8301 }, () =>
    Promise.reject(cause),
  );
  await expect(opening).rejects.toMatchObject({
    code: 'START_FAILED',
    detail: 'LAN gossip cannot be started: tags take 607 bytes, at most 512 are allowed',
  });
});
