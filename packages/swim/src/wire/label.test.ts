import { describe, expect, it } from 'vitest';
import { checkLabel, labelPrefix } from './label.js';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
const prod = { label: bytesOf('prod'), isStripped: false };
const none = { label: new Uint8Array(0), isStripped: false };
const message = [2, 0xc0];

describe('a label', () => {
  it('is written with its length, and not at all when it is empty', () => {
    expect(labelPrefix(prod.label)).toEqual(Uint8Array.of(0xf4, 4, ...prod.label));
    expect(labelPrefix(none.label)).toHaveLength(0);
  });

  it('is accepted when it is ours, up to 255 bytes', () => {
    expect(checkLabel(Uint8Array.of(0xf4, 4, ...prod.label, ...message), prod)).toBe(6);
    expect(checkLabel(Uint8Array.from(message), none)).toBe(0);
    const label = new Uint8Array(255).fill(65);
    expect(checkLabel(labelPrefix(label), { label, isStripped: false })).toBe(257);
  });

  it('is refused when it is another, missing, or not expected', () => {
    for (const other of ['prof', 'pro', 'prods']) {
      expect(checkLabel(labelPrefix(bytesOf(other)), prod)).toBe('label-mismatch');
    }
    expect(checkLabel(Uint8Array.from(message), prod)).toBe('label-mismatch');
    expect(checkLabel(labelPrefix(prod.label), none)).toBe('label-mismatch');
  });

  it('must not be empty, and may be cut short by the end of what has arrived', () => {
    expect(checkLabel(Uint8Array.of(0xf4, 0), prod)).toBe('malformed');
    expect(checkLabel(Uint8Array.of(0xf4), prod)).toBe('truncated');
    expect(checkLabel(Uint8Array.of(0xf4, 4, 112, 114, 111), prod)).toBe('truncated');
  });

  it('must be gone when something in front takes it off', () => {
    const stripped = { ...prod, isStripped: true };
    expect(checkLabel(Uint8Array.from(message), stripped)).toBe(0);
    expect(checkLabel(labelPrefix(prod.label), stripped)).toBe('label-mismatch');
  });
});
