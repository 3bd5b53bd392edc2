import { seededRng } from '@konsul/runtime/core';
import { describe, expect, it, test } from 'vitest';
import { Keyring } from '../keyring.js';
import {
  type CipherKey,
  createRandomNonce,
  createSeededNonce,
  seal,
  unseal,
} from './encryption.js';

const NONE = new Uint8Array(0);
const keyOf = (fill: number, length = 32): CipherKey => {
  const [key] = new Keyring([new Uint8Array(length).fill(fill)]).cipherKeys();
  if (key === undefined) throw new Error('the keyring is empty');
  return key;
};
const text = Buffer.from('a message of some length');
const sealed = (version: 0 | 1, associatedData: Uint8Array = NONE): Buffer =>
  seal(text, {
    key: keyOf(1),
    version,
    nonce: new Uint8Array(12),
    associatedData,
    headroomBytes: 0,
  });

describe.each([0, 1] as const)('a text sealed in version %d', (version) => {
  it('opens with its key, wherever that stands', () => {
    const keys = [keyOf(2, 16), keyOf(3, 24), keyOf(1)];
    expect(unseal(sealed(version), { keys, associatedData: NONE })?.toString()).toBe(`${text}`);
  });

  it('does not open without its key', () => {
    expect(unseal(sealed(version), { keys: [], associatedData: NONE })).toBeUndefined();
    expect(unseal(sealed(version), { keys: [keyOf(2)], associatedData: NONE })).toBeUndefined();
  });

  it('does not open with other associated data', () => {
    const label = Buffer.from('prod');
    const options = { keys: [keyOf(1)], associatedData: label };
    expect(unseal(sealed(version, label), options)?.toString()).toBe(`${text}`);
    expect(unseal(sealed(version), options)).toBeUndefined();
  });

  it('does not open when any one byte of it was changed', () => {
    const bytes = sealed(version);
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 0x80;
      expect(unseal(changed, { keys: [keyOf(1)], associatedData: NONE })).toBeUndefined();
    }
  });

  it('does not open when it was cut short', () => {
    const bytes = sealed(version);
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.subarray(0, length);
      expect(unseal(cut, { keys: [keyOf(1)], associatedData: NONE })).toBeUndefined();
    }
  });

  it('leaves the room in front that was asked for', () => {
    const options = { key: keyOf(1), version, nonce: new Uint8Array(12), associatedData: NONE };
    const bytes = seal(text, { ...options, headroomBytes: 7 });
    expect(bytes.subarray(7).equals(sealed(version))).toBe(true);
  });
});

describe('a sealed text of version 0', () => {
  test.each([0, 17, 25])('is refused when its padding says %d', (padding) => {
    // A member that seals version 1's bytes as version 0 gives a padding of its own choice.
    const plain = Buffer.alloc(24, padding);
    const bytes = seal(plain, {
      key: keyOf(1),
      version: 1,
      nonce: new Uint8Array(12),
      associatedData: NONE,
      headroomBytes: 0,
    });
    bytes[0] = 0;
    expect(unseal(bytes, { keys: [keyOf(1)], associatedData: NONE })).toBeUndefined();
  });
});

describe('nonces', () => {
  it('from the system are all different', () => {
    const nonce = createRandomNonce();
    const seen = new Set(Array.from({ length: 2000 }, () => Buffer.from(nonce()).toString('hex')));
    expect(seen.size).toBe(2000);
    expect(nonce()).toHaveLength(12);
  });

  it('from a seed come again with the seed, and differ within it', () => {
    const draw = (seed: number): string[] => {
      const nonce = createSeededNonce(seededRng(seed));
      return Array.from({ length: 50 }, () => Buffer.from(nonce()).toString('hex'));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(new Set(draw(7)).size).toBe(50);
    expect(draw(7)).not.toEqual(draw(8));
  });
});
