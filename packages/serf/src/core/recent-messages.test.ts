import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createEventRing, createQueryRing } from './recent-messages.js';

const event = (name: string, ...payload: number[]): { name: string; payload: Uint8Array } => ({
  name,
  payload: Uint8Array.from(payload),
});

describe('the ring of recent events', () => {
  test('lets each event in once, and tells events of one instant apart', () => {
    const ring = createEventRing(4);
    expect(ring.admit(1, event('a', 1), 2)).toBe('new');
    expect(ring.admit(1, event('a', 1), 2)).toBe('duplicate');
    expect(ring.admit(1, event('a', 2), 2)).toBe('new');
    expect(ring.admit(1, event('b', 1), 2)).toBe('new');
  });

  test('refuses what is older than the whole ring', () => {
    const ring = createEventRing(4);
    expect(ring.admit(5, event('a'), 10)).toBe('too-old');
    expect(ring.admit(6, event('a'), 10)).toBe('new');
  });

  test('gives a slot to whatever instant comes last', () => {
    const ring = createEventRing(4);
    expect(ring.admit(5, event('a'), 6)).toBe('new');
    expect(ring.admit(1, event('a'), 4)).toBe('new');
    expect(ring.slots()[1]).toMatchObject({ time: 1 });
  });

  test('refuses what is from before the start, which only moves forward', () => {
    const ring = createEventRing(4);
    ring.raiseTimeMin(3);
    ring.raiseTimeMin(2);
    expect(ring.admit(2, event('a'), 3)).toBe('before-start');
    expect(ring.admit(3, event('a'), 4)).toBe('new');
  });

  test('holds a bounded number of events of one instant', () => {
    const ring = createEventRing(4);
    for (let index = 0; index < 256; index += 1) ring.admit(1, event('a', index), 2);
    expect(ring.admit(1, event('b'), 2)).toBe('slot-full');
  });

  test('holds a bounded number of bytes of one instant, and none of an event beyond that', () => {
    const ring = createEventRing(4);
    const large = (byte: number) => ({ name: 'a', payload: new Uint8Array(9_216).fill(byte) });
    for (let byte = 0; byte < 7; byte += 1) expect(ring.admit(1, large(byte), 2)).toBe('new');
    expect(ring.admit(1, large(7), 2)).toBe('slot-full');
    expect(ring.admit(5, { name: 'a', payload: new Uint8Array(65_537) }, 6)).toBe('slot-full');
    expect(ring.slots()[1]).toMatchObject({ time: 1 });
  });

  property.prop([fc.array(fc.tuple(fc.nat(30), fc.constantFrom('a', 'b')), { maxLength: 60 })])(
    'never lets an event in twice while its slot is not taken over',
    (offers) => {
      const ring = createEventRing(64);
      const admitted = new Set<string>();
      for (const [time, name] of offers) {
        const isNew = ring.admit(time, event(name), 31) === 'new';
        expect(isNew).toBe(!admitted.has(`${time} ${name}`));
        admitted.add(`${time} ${name}`);
      }
    },
  );
});

describe('the ring of recent queries', () => {
  test('lets each query in once, within its window', () => {
    const ring = createQueryRing(4);
    expect(ring.admit(1, 7, 2)).toBe('new');
    expect(ring.admit(1, 7, 2)).toBe('duplicate');
    expect(ring.admit(1, 8, 2)).toBe('new');
    expect(ring.admit(1, 7, 9)).toBe('too-old');
    ring.raiseTimeMin(20);
    expect(ring.admit(19, 7, 20)).toBe('before-start');
  });

  test('tells a bounded number of queries of one instant apart', () => {
    const ring = createQueryRing(4);
    for (let id = 0; id < 256; id += 1) ring.admit(1, id, 2);
    expect(ring.admit(1, 999, 2)).toBe('slot-full');
  });
});
