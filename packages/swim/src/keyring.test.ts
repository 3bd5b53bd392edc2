import { describe, expect, it, test } from 'vitest';
import { SwimError } from './errors.js';
import { Keyring } from './keyring.js';

const key = (fill: number, length = 16): Uint8Array => new Uint8Array(length).fill(fill);

function codeOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof SwimError ? error.code : String(error);
  }
}

describe('a keyring', () => {
  it('makes the first key the primary', () => {
    const keyring = new Keyring();
    expect(keyring.size).toBe(0);
    keyring.add(key(1));
    keyring.add(key(2));
    expect(keyring.list()).toEqual([key(1), key(2)]);
  });

  it('keeps keys of every length that AES has, in order', () => {
    const keys = [key(1, 16), key(2, 24), key(3, 32)];
    expect(new Keyring(keys).list()).toEqual(keys);
  });

  test.each([0, 15, 17, 31, 33, 64])('refuses a key of %d bytes and stays as it is', (length) => {
    const keyring = new Keyring([key(1)]);
    expect(codeOf(() => keyring.add(key(2, length)))).toBe('INVALID_KEY');
    expect(codeOf(() => new Keyring([key(2, length)]))).toBe('INVALID_KEY');
    expect(keyring.list()).toEqual([key(1)]);
  });

  it('is not changed by adding a key again', () => {
    const keyring = new Keyring([key(1), key(2)]);
    keyring.add(key(1));
    keyring.add(key(2));
    expect(keyring.list()).toEqual([key(1), key(2)]);
  });

  it('moves the key in use to the front, and keeps the order of the others', () => {
    const keyring = new Keyring([key(1), key(2), key(3)]);
    keyring.use(key(3));
    expect(keyring.list()).toEqual([key(3), key(1), key(2)]);
    keyring.use(key(3));
    expect(keyring.list()).toEqual([key(3), key(1), key(2)]);
  });

  it('uses only installed keys', () => {
    const keyring = new Keyring([key(1)]);
    expect(codeOf(() => keyring.use(key(2)))).toBe('KEY_NOT_INSTALLED');
    expect(keyring.list()).toEqual([key(1)]);
  });

  it('removes any key but the primary', () => {
    const keyring = new Keyring([key(1), key(2)]);
    expect(codeOf(() => keyring.remove(key(1)))).toBe('KEY_IS_PRIMARY');
    keyring.remove(key(2));
    keyring.remove(key(3));
    expect(keyring.list()).toEqual([key(1)]);
  });

  it('shares no bytes with its callers', () => {
    const mine = key(1);
    const keyring = new Keyring([mine]);
    mine.fill(9);
    keyring.list()[0]?.fill(9);
    expect(keyring.list()).toEqual([key(1)]);
  });

  it('says in the message what is wrong', () => {
    expect(() => new Keyring([key(1, 7)])).toThrow(
      '[INVALID_KEY] key must be 16, 24 or 32 bytes long, not 7',
    );
  });
});
