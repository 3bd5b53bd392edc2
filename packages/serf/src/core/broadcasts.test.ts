import { expect, test } from 'vitest';
import { Broadcasts } from './broadcasts.js';

test('intents are served first, then queries, then events', () => {
  const broadcasts = new Broadcasts({ multiplier: 1, memberCount: () => 5 });
  const kinds = ['event', 'query', 'intent'] as const;
  for (const [index, kind] of kinds.entries()) {
    broadcasts.queue(kind, { bytes: Uint8Array.of(index) });
  }
  const served = broadcasts.queues.map((queue) => queue.take(0, 100).map(([index]) => index));
  expect(served).toEqual([[2], [1], [0]]);
});
