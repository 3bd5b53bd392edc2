import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { PacketQueue } from './packet-queue.js';

test.prop([fc.array(fc.nat(255)), fc.integer({ min: 1, max: 8 })])(
  'keeps the newest packets in order and says when it drops one',
  (values, countMax) => {
    const queue = new PacketQueue({ countMax });
    let dropped = 0;
    for (const value of values) if (queue.push(Uint8Array.of(value))) dropped += 1;
    expect(dropped).toBe(Math.max(0, values.length - countMax));
    expect(queue.count).toBe(Math.min(values.length, countMax));
    const newest = values.slice(dropped);
    if (newest.length > 0) expect(queue.shift()).toEqual(Uint8Array.of(newest[0] ?? 0));
    expect(queue.takeAll().map((packet) => packet[0])).toEqual(newest.slice(1));
    expect(queue.count).toBe(0);
  },
);
