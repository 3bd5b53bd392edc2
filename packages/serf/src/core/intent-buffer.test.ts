import { describe, expect, test } from 'vitest';
import { IntentBuffer } from './intent-buffer.js';

describe('the intent buffer', () => {
  test('keeps the newest intent of each member', () => {
    const buffer = new IntentBuffer();
    expect(buffer.put('a', { kind: 'join', time: 5, receivedAtMs: 0 })).toBe(true);
    expect(buffer.put('a', { kind: 'leave', time: 5, receivedAtMs: 1 })).toBe(false);
    expect(buffer.put('a', { kind: 'leave', time: 6, receivedAtMs: 2 })).toBe(true);
    expect(buffer.get('a')).toMatchObject({ kind: 'leave', time: 6 });
  });

  test('drops what is old', () => {
    const buffer = new IntentBuffer();
    buffer.put('a', { kind: 'join', time: 1, receivedAtMs: 10 });
    buffer.put('b', { kind: 'join', time: 1, receivedAtMs: 20 });
    buffer.expire(15);
    expect([buffer.get('a'), buffer.get('b')?.time]).toEqual([undefined, 1]);
  });

  test('holds a bounded number of names', () => {
    const buffer = new IntentBuffer();
    for (let index = 0; index < 5_000; index += 1) {
      buffer.put(`n${index}`, { kind: 'join', time: 1, receivedAtMs: index });
    }
    expect(buffer.size).toBe(4_096);
    expect(buffer.get('n0')).toBeUndefined();
  });
});
