import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { headOf, OutputTail } from './check-output.js';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

test.prop([fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 })])(
  'a head is the beginning, whole characters only, or everything',
  (text, bytesMax) => {
    const head = headOf(text, bytesMax);
    if (bytesOf(text) <= bytesMax) expect(head).toBe(text);
    else {
      const kept = head.slice(0, head.lastIndexOf(' ... (captured '));
      expect(text.startsWith(kept)).toBe(true);
      expect(bytesOf(kept)).toBeLessThanOrEqual(bytesMax);
      expect(bytesMax - bytesOf(kept)).toBeLessThan(4);
      expect(head).toContain(`of ${bytesOf(text)} bytes)`);
    }
  },
);

test.prop([
  fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 30 }),
  fc.integer({ min: 4, max: 40 }),
])('a tail is the end, whole characters only, or everything', (parts, bytesMax) => {
  const tail = new OutputTail(bytesMax);
  for (const part of parts) tail.add(new TextEncoder().encode(part));
  const whole = parts.join('');
  expect(tail.totalBytes).toBe(bytesOf(whole));
  expect(whole.endsWith(tail.text())).toBe(true);
  expect(bytesOf(tail.text())).toBeLessThanOrEqual(bytesMax);
  expect(Math.min(bytesMax, bytesOf(whole)) - bytesOf(tail.text())).toBeLessThan(4);
});
