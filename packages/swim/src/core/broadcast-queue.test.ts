import { describe, expect, test } from 'vitest';
import formulas from '../../test/fixtures/formulas.json' with { type: 'json' };
import { BroadcastQueue } from './broadcast-queue.js';

interface TraceStep {
  readonly op: string;
  readonly name?: string;
  readonly kind?: string;
  readonly len?: number;
  readonly limit?: number;
  readonly overhead?: number;
  readonly queued: number;
  readonly sent?: readonly string[] | null;
}

/** Bytes of a length that carry a name. */
function item(name: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes[0] = name.charCodeAt(0);
  return bytes;
}

function label(bytes: Uint8Array): string {
  return `${String.fromCharCode(bytes[0] ?? 0)}:${bytes.length}`;
}

describe('the broadcast queue', () => {
  test('sends what memberlist sends, in its order', () => {
    const { queue_trace: recorded } = formulas;
    const queue = new BroadcastQueue({
      multiplier: recorded.retransmit_mult,
      memberCount: () => recorded.num_nodes,
    });
    for (const step of recorded.trace as readonly TraceStep[]) {
      if (step.op === 'queue') {
        const bytes = item(step.name ?? '', step.len ?? 0);
        queue.queue(step.kind === 'named' ? { bytes, name: step.name ?? '' } : { bytes });
      } else {
        const sent = queue.take(step.overhead ?? 0, step.limit ?? 0).map(label);
        expect(sent).toEqual(step.sent ?? []);
      }
      expect(queue.count).toBe(step.queued);
    }
  });

  test('tells once when an update is finished, by being sent or by being replaced', () => {
    const finished: string[] = [];
    const queue = new BroadcastQueue({ multiplier: 2, memberCount: () => 1 });
    queue.queue({ bytes: item('a', 5), name: 'x', onFinished: () => finished.push('a') });
    queue.queue({ bytes: item('b', 5), name: 'x', onFinished: () => finished.push('b') });
    expect(finished).toEqual(['a']);
    queue.take(2, 100);
    expect(finished).toEqual(['a']);
    queue.take(2, 100);
    expect(finished).toEqual(['a', 'b']);
    expect(queue.take(2, 100)).toEqual([]);
  });

  test('lets an update queued while another finishes replace nothing', () => {
    const queue = new BroadcastQueue({ multiplier: 1, memberCount: () => 1 });
    queue.queue({
      bytes: item('a', 5),
      name: 'x',
      onFinished: () => queue.queue({ bytes: item('b', 5), name: 'x' }),
    });
    expect(queue.take(2, 100).map(label)).toEqual(['a:5']);
    expect(queue.take(2, 100).map(label)).toEqual(['b:5']);
    expect(queue.count).toBe(0);
  });

  test('prunes the most transmitted first, then the shortest, then the oldest', () => {
    const queue = new BroadcastQueue({ multiplier: 4, memberCount: () => 1 });
    queue.queue({ bytes: item('a', 30) });
    queue.take(0, 100);
    queue.queue({ bytes: item('b', 5) });
    queue.queue({ bytes: item('c', 5) });
    queue.queue({ bytes: item('d', 9) });
    queue.prune(3);
    expect(queue.take(0, 100).map(label)).toEqual(['d:9', 'c:5', 'b:5']);
    queue.prune(1);
    expect(queue.take(0, 100).map(label)).toEqual(['d:9']);
  });
});
