import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { EventBuffer } from './event-buffer.js';
import { QueryBuffer } from './query-buffer.js';

const event = (name: string, ...payload: number[]): { name: string; payload: Uint8Array } => ({
  name,
  payload: Uint8Array.from(payload),
});

describe('the event buffer', () => {
  test('lets each event in once, and tells events of one instant apart', () => {
    const buffer = new EventBuffer(4);
    expect(buffer.admit(1, event('a', 1), 2)).toBe('new');
    expect(buffer.admit(1, event('a', 1), 2)).toBe('duplicate');
    expect(buffer.admit(1, event('a', 2), 2)).toBe('new');
    expect(buffer.admit(1, event('b', 1), 2)).toBe('new');
  });

  test('refuses what is older than the whole buffer', () => {
    const buffer = new EventBuffer(4);
    expect(buffer.admit(5, event('a'), 10)).toBe('too-old');
    expect(buffer.admit(6, event('a'), 10)).toBe('new');
  });

  test('gives a slot to whatever instant comes last', () => {
    const buffer = new EventBuffer(4);
    expect(buffer.admit(5, event('a'), 6)).toBe('new');
    expect(buffer.admit(1, event('a'), 4)).toBe('new');
    expect(buffer.snapshot()[1]).toMatchObject({ time: 1 });
  });

  test('refuses what is from before the start, which only moves forward', () => {
    const buffer = new EventBuffer(4);
    buffer.raiseTimeMin(3);
    buffer.raiseTimeMin(2);
    expect(buffer.admit(2, event('a'), 3)).toBe('before-start');
    expect(buffer.admit(3, event('a'), 4)).toBe('new');
  });

  test('holds a bounded number of events of one instant', () => {
    const buffer = new EventBuffer(4);
    for (let index = 0; index < 256; index += 1) buffer.admit(1, event('a', index), 2);
    expect(buffer.admit(1, event('b'), 2)).toBe('slot-full');
  });

  property.prop([fc.array(fc.tuple(fc.nat(30), fc.constantFrom('a', 'b')), { maxLength: 60 })])(
    'never lets an event in twice while its slot is not taken over',
    (offers) => {
      const buffer = new EventBuffer(64);
      const admitted = new Set<string>();
      for (const [time, name] of offers) {
        const isNew = buffer.admit(time, event(name), 31) === 'new';
        expect(isNew).toBe(!admitted.has(`${time} ${name}`));
        admitted.add(`${time} ${name}`);
      }
    },
  );
});

describe('the query buffer', () => {
  test('lets each query in once, within its window', () => {
    const buffer = new QueryBuffer(4);
    expect(buffer.admit(1, 7, 2)).toBe('new');
    expect(buffer.admit(1, 7, 2)).toBe('duplicate');
    expect(buffer.admit(1, 8, 2)).toBe('new');
    expect(buffer.admit(1, 7, 9)).toBe('too-old');
    buffer.raiseTimeMin(20);
    expect(buffer.admit(19, 7, 20)).toBe('before-start');
  });

  test('tells a bounded number of queries of one instant apart', () => {
    const buffer = new QueryBuffer(4);
    for (let id = 0; id < 256; id += 1) buffer.admit(1, id, 2);
    expect(buffer.admit(1, 999, 2)).toBe('slot-full');
  });
});
