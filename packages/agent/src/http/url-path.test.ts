import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { byteStringOf, toByteString } from '../state/byte-string.js';
import { isPrintable, percentDecode, splitTarget } from './url-path.js';

describe('paths', () => {
  propertyTest.prop([fc.uint8Array({ maxLength: 50 })])(
    'any bytes survive being percent-encoded',
    (bytes) => {
      const encoded = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      expect(percentDecode(encoded)).toBe(byteStringOf(bytes));
    },
  );

  test('a percent sign needs two digits behind it', () => {
    for (const path of ['%', 'a%', '%1', '%zz', '%%41']) {
      expect(percentDecode(path), path).toBeUndefined();
    }
    expect(percentDecode('%2541')).toBe('%41');
  });

  test('what can be printed is what Go says', () => {
    for (const path of ['/v1/kv/a b', '/v1/kv/\u00e9\u4e16', '/v1/kv/\u{1f600}']) {
      expect(isPrintable(toByteString(path)), path).toBe(true);
    }
    for (const path of ['\0', '\n', '\u007f', '\u00a0', '\u200b', '\u2028']) {
      expect(isPrintable(toByteString(path)), JSON.stringify(path)).toBe(false);
    }
    expect(isPrintable('\xff')).toBe(true);
  });

  test('a target is split at the first question mark, and its host goes', () => {
    const { path, query } = splitTarget('http://localhost:8500/v1/kv/a?raw&x=a?b');
    expect(path).toBe('/v1/kv/a');
    expect([...query]).toEqual([
      ['raw', ''],
      ['x', 'a?b'],
    ]);
  });
});
