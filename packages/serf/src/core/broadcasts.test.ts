import { expect, test } from 'vitest';
import { Broadcasts } from './broadcasts.js';

test('a packet is filled with intents first, then queries, then events', () => {
  const broadcasts = new Broadcasts({ multiplier: 1, memberCount: () => 5 });
  const kinds = ['event', 'query', 'intent'] as const;
  for (const [index, kind] of kinds.entries()) {
    broadcasts.queue(kind, { bytes: new Uint8Array(60).fill(index) });
  }
  const taken = [100, 100, 100].map((limitBytes) =>
    broadcasts.take(2, limitBytes).map(([index]) => kinds[index ?? 0]),
  );
  expect(taken).toEqual([['intent'], ['query'], ['event']]);
});
