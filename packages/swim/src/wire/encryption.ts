import {
  type CipherGCMTypes,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';
import type { Rng } from '@konsul/runtime/core';

/** A gossip key, ready for use. */
export interface CipherKey {
  readonly bytes: Uint8Array;
  readonly cipher: CipherGCMTypes;
  readonly secret: KeyObject;
}

/** 0 pads the plain text to whole blocks, for peers of protocol 1; 1 does not. */
export type EncryptionVersion = 0 | 1;

/** Fresh bytes in front of every sealed text. */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BLOCK_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES;
const OVERHEAD_BYTES: number = HEADER_BYTES + TAG_BYTES;
const NONCES_PER_DRAW = 256;

const CIPHERS: ReadonlyMap<number, CipherGCMTypes> = new Map([
  [16, 'aes-128-gcm'],
  [24, 'aes-192-gcm'],
  [32, 'aes-256-gcm'],
]);

/** Prepares a key of 16, 24 or 32 bytes, which is copied; undefined for another length. */
export function createCipherKey(bytes: Uint8Array): CipherKey | undefined {
  const cipher = CIPHERS.get(bytes.length);
  return cipher === undefined
    ? undefined
    : { bytes: Uint8Array.from(bytes), cipher, secret: createSecretKey(bytes) };
}

/** What the envelope adds at most; the bytes budgeted for it in a packet. */
export function sealOverheadBytesMax(version: EncryptionVersion): number {
  return version === 0 ? OVERHEAD_BYTES + BLOCK_BYTES : OVERHEAD_BYTES;
}

/** The size of a sealed text. */
export function sealedBytes(version: EncryptionVersion, plainBytes: number): number {
  const paddingBytes = version === 0 ? BLOCK_BYTES - (plainBytes % BLOCK_BYTES) : 0;
  return OVERHEAD_BYTES + plainBytes + paddingBytes;
}

/** How a text is sealed. */
export interface SealOptions {
  readonly key: CipherKey;
  readonly version: EncryptionVersion;
  /** 12 bytes, never used before with this key. */
  readonly nonce: Uint8Array;
  /** Authenticated with the text, not sent with it. */
  readonly associatedData: Uint8Array;
  /** Bytes to leave free in front, for an outer envelope. */
  readonly headroomBytes: number;
}

/**
 * Version, nonce, cipher text, tag.
 *
 * Source: NIST SP 800-38D (GCM); RFC 5652 section 6.3 for the padding of version 0.
 */
export function seal(plain: Uint8Array, options: SealOptions): Buffer {
  const { key, version, nonce, headroomBytes } = options;
  const sealed = Buffer.allocUnsafe(headroomBytes + sealedBytes(version, plain.length));
  const cipher = createCipheriv(key.cipher, key.secret, nonce);
  if (options.associatedData.length > 0) cipher.setAAD(options.associatedData);
  sealed[headroomBytes] = version;
  sealed.set(nonce, headroomBytes + 1);
  let offset = headroomBytes + HEADER_BYTES;
  const append = (bytes: Uint8Array): void => {
    sealed.set(bytes, offset);
    offset += bytes.length;
  };
  append(cipher.update(plain));
  if (version === 0) append(cipher.update(padding(plain.length)));
  // A stream cipher has nothing left at the end; what this computes is the tag.
  cipher.final();
  append(cipher.getAuthTag());
  return sealed;
}

function padding(plainBytes: number): Buffer {
  const length = BLOCK_BYTES - (plainBytes % BLOCK_BYTES);
  return Buffer.alloc(length, length);
}

/** True when the bytes begin with a version that can be opened; otherwise they are no envelope. */
export function looksSealed(bytes: Uint8Array): boolean {
  return bytes[0] === 0 || bytes[0] === 1;
}

/** What a sealed text is opened with. */
export interface UnsealOptions {
  /** Tried in order. */
  readonly keys: readonly CipherKey[];
  readonly associatedData: Uint8Array;
}

/** @returns undefined when no key opens it, or it is no envelope. */
export function unseal(envelope: Uint8Array, options: UnsealOptions): Buffer | undefined {
  if (!looksSealed(envelope)) return undefined;
  const isPadded = envelope[0] === 0;
  if (envelope.length < sealedBytes(isPadded ? 0 : 1, 0)) return undefined;
  for (const key of options.keys) {
    const plain = decrypt(envelope, key, options.associatedData);
    if (plain !== undefined) return isPadded ? withoutPadding(plain) : plain;
  }
  return undefined;
}

function decrypt(envelope: Uint8Array, key: CipherKey, associated: Uint8Array): Buffer | undefined {
  const tagStart = envelope.length - TAG_BYTES;
  const nonce = envelope.subarray(1, HEADER_BYTES);
  const decipher = createDecipheriv(key.cipher, key.secret, nonce, { authTagLength: TAG_BYTES });
  if (associated.length > 0) decipher.setAAD(associated);
  decipher.setAuthTag(envelope.subarray(tagStart));
  const plain = decipher.update(envelope.subarray(HEADER_BYTES, tagStart));
  try {
    decipher.final();
    return plain;
  } catch {
    // Another key, or not from a member: the next key decides.
    return undefined;
  }
}

function withoutPadding(plain: Buffer): Buffer | undefined {
  const length = plain[plain.length - 1] ?? 0;
  const isPossible = length >= 1 && length <= BLOCK_BYTES && length <= plain.length;
  return isPossible ? plain.subarray(0, plain.length - length) : undefined;
}

/** Nonces from the operating system, drawn many at a time; each holds until the next is asked for. */
export function createRandomNonce(): () => Uint8Array {
  const drawn = new Uint8Array(NONCES_PER_DRAW * NONCE_BYTES);
  let offset = drawn.length;
  return () => {
    if (offset === drawn.length) {
      randomFillSync(drawn);
      offset = 0;
    }
    offset += NONCE_BYTES;
    return drawn.subarray(offset - NONCE_BYTES, offset);
  };
}

/** Nonces that a seed reproduces. For simulation: whoever knows the seed knows what was said. */
export function createSeededNonce(rng: Rng): () => Uint8Array {
  return () => new Uint8Array(Uint32Array.of(rng.uint32(), rng.uint32(), rng.uint32()).buffer);
}
