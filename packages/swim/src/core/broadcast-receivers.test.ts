import { describe, expect, test } from 'vitest';
import { BroadcastQueue } from './broadcast-queue.js';

const [ann, bob, cat] = [{ name: 'ann' }, { name: 'bob' }, { name: 'cat' }];
const update = Uint8Array.of(1, 2, 3);

function queueOf(memberCount: number, completeCountMax = 0): BroadcastQueue {
  return new BroadcastQueue({ multiplier: 2, memberCount: () => memberCount, completeCountMax });
}

describe('a broadcast queue that is told who receives', () => {
  test('gives nobody the same update twice', () => {
    const queue = queueOf(1);
    queue.queue({ bytes: update });
    expect(queue.take(2, 100, ann)).toEqual([update]);
    expect(queue.take(2, 100, ann)).toEqual([]);
    expect(queue.take(2, 100, bob)).toEqual([update]);
    expect(queue.count).toBe(0);
  });

  test('gives nobody what they have said themselves, first or later', () => {
    const queue = queueOf(1);
    queue.queue({ bytes: update, name: 'x', heardFrom: ann });
    queue.hear('x', bob);
    queue.hear('y', cat);
    expect([ann, bob, cat].map((one) => queue.isNextFor(one))).toEqual([false, false, true]);
    expect([ann, bob, cat].map((one) => queue.take(2, 100, one).length)).toEqual([0, 0, 1]);
  });

  test('lets an update pass that the receiver has, for the next one', () => {
    const queue = queueOf(1);
    const longer = Uint8Array.of(4, 5, 6, 7);
    queue.queue({ bytes: longer, heardFrom: ann });
    queue.queue({ bytes: update });
    expect(queue.take(2, 100, ann)).toEqual([update]);
    expect(queue.take(2, 100, bob)).toEqual([longer, update]);
  });

  test('tells everybody again after it has told all, as long as it was not sent often enough', () => {
    const queue = queueOf(1);
    queue.queue({ bytes: update });
    queue.take(2, 100, ann);
    expect(queue.startOver()).toBe(false);
    expect(queue.take(2, 100, ann)).toEqual([update]);
    expect(queue.count).toBe(0);
  });

  test('is done with an update that everybody has said', () => {
    let finishedCount = 0;
    const queue = queueOf(1);
    queue.queue({
      bytes: update,
      heardFrom: ann,
      onFinished: () => {
        finishedCount += 1;
      },
    });
    expect(queue.startOver()).toBe(true);
    expect(queue.count).toBe(0);
    expect(finishedCount).toBe(1);
    expect(queue.startOver()).toBe(false);
  });

  test('sends what is to be sent less often after the rest', () => {
    const queue = queueOf(10);
    const longer = Uint8Array.of(4, 5, 6, 7);
    queue.queue({ bytes: longer, sendCountMax: 1 });
    queue.queue({ bytes: update });
    expect(queue.byteCount).toBe(7);
    expect([1, 2, 3, 4, 5].map(() => queue.take(2, 9))).toEqual([
      [update],
      [update],
      [update],
      [longer],
      [update],
    ]);
    expect([queue.count, queue.byteCount]).toEqual([0, 0]);
  });

  test('sends often enough for every other member of a small cluster, and no more often in a large one', () => {
    const sendCount = (memberCount: number): number => {
      const queue = queueOf(memberCount, 6);
      queue.queue({ bytes: update });
      let count = 0;
      while (queue.take(2, 100, { name: `${count}` }).length > 0) count += 1;
      return count;
    };
    expect([2, 3, 4, 6, 7].map(sendCount)).toEqual([2, 2, 3, 5, 2]);
  });
});
