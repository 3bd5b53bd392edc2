import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEndpoint, parseEndpoint } from './endpoint.js';

describe('endpoints', () => {
  it('survive printing and reading, whatever the address', () => {
    const host = fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain());
    fc.assert(
      fc.property(host, fc.integer({ min: 0, max: 65_535 }), (host, port) => {
        expect(parseEndpoint(formatEndpoint({ host, port }), 1)).toEqual({ host, port });
      }),
    );
  });

  it('are never read out of range, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const endpoint = parseEndpoint(text, 1);
        if (endpoint === undefined) return;
        expect(endpoint.host).not.toBe('');
        expect(endpoint.port).toBeLessThanOrEqual(65_535);
      }),
    );
  });
});
