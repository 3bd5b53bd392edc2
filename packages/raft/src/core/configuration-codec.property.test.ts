import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeConfiguration, encodeConfiguration } from './configuration-codec.js';
import type { LearnerAddress, ServerAddress } from './membership.js';
import { pushUtf8, readUtf8 } from './utf8.js';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const server: fc.Arbitrary<ServerAddress> = fc.record({ id: text, address: text });
const learner: fc.Arbitrary<LearnerAddress> = fc.oneof(
  server,
  server.map((plain) => ({ ...plain, promotion: 'automatic' as const })),
);

describe('the bytes of a configuration', () => {
  it('give the configuration back', () => {
    fc.assert(
      fc.property(
        fc.array(server, { minLength: 1, maxLength: 7 }),
        fc.array(server, { maxLength: 7 }),
        fc.array(learner, { maxLength: 7 }),
        (voters, votersOutgoing, learners) => {
          const configuration = { voters, votersOutgoing, learners };
          expect(decodeConfiguration(encodeConfiguration(configuration))).toEqual(configuration);
        },
      ),
    );
  });

  it('are refused when they are cut, longer, or arbitrary', () => {
    const voters = [{ id: 'a', address: 'host:1' }];
    const bytes = encodeConfiguration({ voters, votersOutgoing: [], learners: [] });
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeConfiguration(bytes.subarray(0, length))).toBeUndefined();
    }
    expect(decodeConfiguration(Uint8Array.of(...bytes, 0))).toBeUndefined();
    fc.assert(fc.property(fc.uint8Array(), (junk) => void decodeConfiguration(junk)));
  });

  it('carry text as every other UTF-8 encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const bytes: number[] = [];
        pushUtf8(bytes, value);
        expect(Uint8Array.from(bytes)).toEqual(new TextEncoder().encode(value));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        let expected: string | undefined;
        try {
          expected = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch {
          expected = undefined;
        }
        expect(readUtf8(bytes)).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
  });
});
