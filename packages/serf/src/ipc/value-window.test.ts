import { describe, expect, test } from 'vitest';
import { ValueWindow } from './value-window.js';

function after(hex: string, bytesMax = 1_000): Uint8Array | string {
  const window = new ValueWindow();
  window.push(Uint8Array.from(Buffer.from(hex, 'hex')));
  return window.take(bytesMax);
}

describe('a window on a stream of values', () => {
  test('refuses a length beyond the bound before its bytes are there', () => {
    expect(after('dbffffffff')).toBe('too-large');
    expect(after('c6ffffffff')).toBe('too-large');
    expect(after('ddffffffff')).toBe('too-large');
    expect(after('dfffffffff')).toBe('too-large');
  });

  test('waits for a length that is not all there', () => {
    expect(after('dbffff')).toBe('incomplete');
    expect(after('')).toBe('incomplete');
  });

  test('refuses the one head that means nothing', () => {
    expect(after('c1')).toBe('malformed');
  });

  test('takes depth without a stack', () => {
    const depth = 500_000;
    const window = new ValueWindow();
    window.push(new Uint8Array(depth).fill(0x91));
    window.push(Uint8Array.of(0xc0));
    expect(window.take(1_000_000)).toHaveLength(depth + 1);
  });

  test('gives back the room that one large value took', () => {
    const window = new ValueWindow();
    window.push(Buffer.concat([Buffer.from('c600100000', 'hex'), Buffer.alloc(0x10_00_00)]));
    expect(window.take(2_000_000)).toHaveLength(0x10_00_05);
    window.push(Uint8Array.of(0x01));
    expect(window.take(10)).toEqual(Uint8Array.of(1));
    expect(window.bufferedBytes).toBe(0);
  });
});
