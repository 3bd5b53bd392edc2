import { type Rng, randomBelow } from '@konsul/runtime/core';

/** First bytes of MessagePack values, lengths and types at which decoders decide. */
const TELLING = [
  0, 1, 7, 9, 0x0a, 0x0c, 0x7f, 0x80, 0x8f, 0x90, 0xa0, 0xbf, 0xc0, 0xc1, 0xc4, 0xc7,
];
const TELLING_HIGH = [0xcb, 0xcf, 0xd3, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xe0, 0xf4, 0xff];
const TELLING_BYTES: readonly number[] = [...TELLING, ...TELLING_HIGH];

/** Lies that decoders have believed elsewhere: great counts and numbers, deep nesting, odd keys. */
const LIES: readonly Uint8Array[] = [
  [0xdb, 0xff, 0xff, 0xff, 0xff],
  [0xc6, 0x7f, 0xff, 0xff, 0xff],
  [0xdd, 0xff, 0xff, 0xff, 0xff],
  [0xdf, 0x7f, 0xff, 0xff, 0xff],
  [0xda, 0xff, 0xff],
  [0xde, 0xff, 0xff],
  [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xcf, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0],
  [0xd0, 0x80],
  [0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0],
  [0xcb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0],
  [0xca, 0xff, 0x80, 0, 0],
  new Array<number>(64).fill(0x91),
  new Array<number>(64).fill(0x81),
  [0xa9, ...Buffer.from('__proto__')],
  [0xab, ...Buffer.from('constructor')],
  [0xa4, 0xff, 0xfe, 0xc0, 0x80],
].map((bytes) => Uint8Array.from(bytes));

const DAMAGED_BYTES_MAX = 4_096;
const CHANGE_COUNT_MAX = 4;

/** What damage is drawn from. */
export interface DamageSource {
  readonly rng: Rng;
  /** Stretches of other inputs that may find their way into this one. */
  readonly others: readonly Uint8Array[];
}

/**
 * The input after one to four changes: a flipped bit, a telling byte, a cut, a repeated, removed or
 * foreign stretch, a lie about what follows. At most 4,096 bytes, unless the input is longer.
 */
export function damaged(input: Uint8Array, source: DamageSource): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(input);
  const bytesMax = Math.max(DAMAGED_BYTES_MAX, input.length);
  for (let left = 1 + randomBelow(source.rng, CHANGE_COUNT_MAX); left > 0; left -= 1) {
    bytes = changed(bytes, source);
    if (bytes.length > bytesMax) bytes = bytes.subarray(0, bytesMax);
  }
  return bytes;
}

function changed(bytes: Uint8Array, { rng, others }: DamageSource): Uint8Array {
  const below = (bound: number): number => randomBelow(rng, bound);
  const at = below(bytes.length + 1);
  const from = below(at + 1);
  switch (below(9)) {
    case 0:
    case 1:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      return bytes;
    case 2:
    case 3:
      if (at < bytes.length) bytes[at] = TELLING_BYTES[below(TELLING_BYTES.length)] ?? 0;
      return bytes;
    case 4:
      return bytes.slice(0, at);
    case 5:
      return joined(bytes.subarray(0, at), bytes.subarray(from));
    case 6:
      return joined(bytes.subarray(0, from), bytes.subarray(at));
    case 7:
      return joined(bytes.subarray(0, at), LIES[below(LIES.length)], bytes.subarray(at));
    default: {
      const other = others[below(Math.max(1, others.length))] ?? bytes;
      return joined(bytes.subarray(0, at), other.subarray(below(other.length + 1)));
    }
  }
}

function joined(...parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const present = parts.filter((part) => part !== undefined);
  const whole = new Uint8Array(present.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of present) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
