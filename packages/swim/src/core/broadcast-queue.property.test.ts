import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BroadcastQueue } from './broadcast-queue.js';

interface Item {
  readonly id: number;
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
  sentCount: number;
}

/** The same rules, looked up in a list from the start each time. */
class DumbQueue {
  readonly #limit: number;
  #items: Item[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get count(): number {
    return this.#items.length;
  }

  queue(item: Item): void {
    const isReplaced = (other: Item): boolean =>
      item.name !== undefined && other.name === item.name;
    this.#items = this.#items.filter((other) => !isReplaced(other));
    this.#items.push(item);
  }

  take(overheadBytes: number, limitBytes: number): Uint8Array[] {
    const taken: Item[] = [];
    let usedBytes = 0;
    for (let tier = 0; tier <= this.#limit; tier += 1) {
      for (;;) {
        const roomBytes = limitBytes - usedBytes - overheadBytes;
        const fitting = this.#items
          .filter((item) => item.sentCount === tier && !taken.includes(item))
          .filter((item) => roomBytes > 0 && item.bytes.length <= roomBytes)
          .sort((a, b) => b.bytes.length - a.bytes.length || b.id - a.id);
        const best = fitting[0];
        if (best === undefined) break;
        taken.push(best);
        usedBytes += best.bytes.length + overheadBytes;
      }
    }
    for (const item of taken) item.sentCount += 1;
    this.#items = this.#items.filter((item) => item.sentCount < this.#limit);
    return taken.map((item) => item.bytes);
  }
}

const step = fc.oneof(
  fc.record({
    type: fc.constant('queue' as const),
    length: fc.integer({ min: 1, max: 60 }),
    name: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('take' as const),
    overhead: fc.integer({ min: 0, max: 5 }),
    limit: fc.integer({ min: 0, max: 200 }),
  }),
);

describe('the broadcast queue', () => {
  test('does what a plain search through a list would do', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const queue = new BroadcastQueue({ multiplier: 3, memberCount: () => 1 });
        const dumb = new DumbQueue(3);
        for (const [id, one] of steps.entries()) {
          if (one.type === 'queue') {
            const bytes = new Uint8Array(one.length).fill(id);
            queue.queue(one.name === undefined ? { bytes } : { bytes, name: one.name });
            dumb.queue({ id, name: one.name, bytes, sentCount: 0 });
          } else {
            expect(queue.take(one.overhead, one.limit)).toEqual(dumb.take(one.overhead, one.limit));
          }
          expect(queue.count).toBe(dumb.count);
        }
      }),
      { numRuns: 300 },
    );
  });
});
