import { silentLogger } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { createOccasionalLog } from './occasional-log.js';
import { watchRejections } from './rejection-log.js';

function rig() {
  const clock = new VirtualClock();
  const lines: [string, unknown][] = [];
  const logger = {
    ...silentLogger,
    warn: (message: string, fields?: unknown) => void lines.push([message, fields]),
  };
  return { clock, logger, lines };
}

test('one subject is told once a minute, with the number of times in between', () => {
  const { clock, logger, lines } = rig();
  const log = createOccasionalLog({ logger, clock });
  for (let count = 0; count < 5; count += 1) log.warn('a', 'again', { from: 'x' });
  log.warn('b', 'other');
  clock.advanceTo(60_000);
  log.warn('a', 'again', { from: 'x' });
  expect(lines).toEqual([
    ['again', { from: 'x' }],
    ['other', {}],
    ['again', { from: 'x', omittedCount: 4 }],
  ]);
});

test('whoever makes up subjects fills neither the log nor the memory', () => {
  const { clock, logger, lines } = rig();
  const log = createOccasionalLog({ logger, clock });
  for (let count = 0; count < 10_000; count += 1) log.warn(`subject ${count}`, 'made up');
  expect(lines).toHaveLength(256);
  clock.advanceTo(60_000);
  log.warn('true', 'told');
  expect(lines.at(-1)).toEqual(['told', {}]);
});

test('refused bytes are told by their reason, and counted as ever', () => {
  const { clock, logger, lines } = rig();
  const counted: unknown[][] = [];
  const metrics = watchRejections(
    {
      increment: (...call) => void counted.push(call),
      gauge: () => undefined,
      sample: () => undefined,
    },
    { clock, logger },
  );
  metrics.increment('memberlist.reject', 1, { reason: 'malformed' });
  metrics.increment('memberlist.reject', 1, { reason: 'malformed' });
  metrics.increment('memberlist.reject', 1, { reason: 'decrypt-failed' });
  metrics.increment('rpc.port.rejected', 1, { reason: 'unknown-first-byte' });
  metrics.increment('rpc.port.rejected', 1, { reason: 'closed-early' });
  // Who dials a network area that this server has not yet is told so, and logs it with the area.
  metrics.increment('rpc.port.rejected', 1, { reason: 'unknown-protocol' });
  metrics.increment('rpc.pool.reaped');
  expect(counted).toHaveLength(7);
  expect(lines).toEqual([
    ['gossip was refused', { reason: 'malformed' }],
    [
      'gossip was refused',
      { reason: 'decrypt-failed', hint: 'is the gossip key (encrypt) the same everywhere?' },
    ],
    ['a connection to the server port was refused', { reason: 'unknown-first-byte' }],
  ]);
});
