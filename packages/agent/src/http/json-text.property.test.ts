import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { jsonText } from './json-text.js';

describe('JSON text', () => {
  test.prop([fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.bigInt({ min: 0n })])(
    'with a big integer differs from other JSON in that number only',
    (items, flags) => {
      const plain = items.map((item) => ({ ...item, Flags: 0 }));
      const exact = items.map((item) => ({ ...item, Flags: flags }));
      for (const layout of ['compact', 'indented', 'pretty'] as const) {
        const expected = jsonText(plain, layout);
        const zeroed = jsonText(
          exact.map((item) => ({ ...item, Flags: 0n })),
          layout,
        );
        expect(zeroed).toBe(expected);
        const separator = layout === 'compact' ? ':' : ': ';
        if (items.length > 0) {
          expect(jsonText(exact, layout)).toContain(`"Flags"${separator}${flags}`);
        }
      }
    },
  );
});
