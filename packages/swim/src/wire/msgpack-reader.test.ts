import { describe, expect, it, test } from 'vitest';
import { MsgpackFields } from './msgpack-fields.js';
import { MsgpackReader } from './msgpack-reader.js';

function reading(hex: string): MsgpackReader {
  return new MsgpackReader().reset(Buffer.from(hex, 'hex'));
}

describe('integers', () => {
  test.each([
    ['cf001fffffffffffff', Number.MAX_SAFE_INTEGER],
    ['d3ffe0000000000001', Number.MIN_SAFE_INTEGER],
    ['d3ffffffffffffffff', -1],
    ['d0ff', -1],
    ['d1ff00', -256],
    ['e0', -32],
  ])('%s is %d', (hex, expected) => {
    expect(reading(hex).readInt()).toBe(expected);
  });

  test.each([
    'cf0020000000000000',
    'd3ffe0000000000000',
    'd37fffffffffffffff',
    'cfffffffffffffffff',
  ])('%s has no exact number, and is malformed', (hex) => {
    const reader = reading(hex);
    reader.readInt();
    expect(reader.failure).toBe('malformed');
  });

  it('refuses a value above the bound', () => {
    expect(reading('cd0100').readUint(0x100)).toBe(0x100);
    const reader = reading('cd0101');
    expect(reader.readUint(0x100)).toBe(0);
    expect(reader.failure).toBe('malformed');
  });

  it('reads floats of both widths, and integers where a float may stand', () => {
    expect(reading('cb3ff8000000000000').readFloat64()).toBe(1.5);
    expect(reading('ca3fc00000').readFloat64()).toBe(1.5);
    expect(reading('07').readFloat64()).toBe(7);
    expect(reading('c0').readFloat64()).toBe(0);
  });
});

describe('a failure', () => {
  it('sticks: the first one is kept and everything after reads as zero', () => {
    const reader = reading('c107a161');
    expect(reader.readUint(9)).toBe(0);
    expect(reader.failure).toBe('malformed');
    expect(reader.readUint(9)).toBe(0);
    expect(reader.readString()).toBe('');
    expect(reader.readBytes()).toHaveLength(0);
    expect(reader.readMapHeader()).toBe(0);
    expect(reader.readBool()).toBe(false);
    expect(reader.failure).toBe('malformed');
  });

  it('is forgotten with other bytes', () => {
    const reader = reading('c1');
    reader.skip();
    expect(reader.reset(Uint8Array.of(7)).readUint(9)).toBe(7);
    expect(reader.failure).toBeUndefined();
  });

  test.each(['dbffffffff', 'c6ffffffff', 'ddffffffff'])(
    '%s announces more than there is, and takes no memory for it',
    (hex) => {
      const reader = reading(hex);
      expect(reader.readBytes()).toHaveLength(0);
      expect(reader.failure).toBe('truncated');
    },
  );

  it('comes at once from containers that cannot hold what they announce', () => {
    for (const hex of ['dfffffffff', 'ddffffffff', '8107', '92c0']) {
      const reader = reading(hex);
      reader.skip();
      expect(reader.failure).toBe('truncated');
    }
    const reader = reading('dfffffffff00');
    expect(reader.readStructHeader()).toBe(0);
    expect(reader.failure).toBe('truncated');
  });
});

describe('strings', () => {
  it('are refused when they are not UTF-8', () => {
    const reader = reading('a2c328');
    expect(reader.readString()).toBe('');
    expect(reader.failure).toBe('malformed');
  });

  it('are the same, whether read for the first time or again', () => {
    const long = 'x'.repeat(60);
    for (const text of ['', 'node-1', 'Köln', long]) {
      const raw = Buffer.concat([Buffer.of(0xda, 0, Buffer.byteLength(text)), Buffer.from(text)]);
      const reader = new MsgpackReader();
      expect(reader.reset(raw).readString()).toBe(text);
      expect(reader.reset(raw).readString()).toBe(text);
    }
  });

  it('of one length do not get mixed up, however many there are', () => {
    const reader = new MsgpackReader();
    for (let round = 0; round < 2; round += 1) {
      for (let number = 1000; number < 4000; number += 1) {
        const text = `n${number}`;
        expect(reader.reset(Buffer.from(`\xa5${text}`, 'latin1')).readString()).toBe(text);
      }
    }
  });
});

describe('structures', () => {
  const PAIR: MsgpackFields<'Right' | 'Left'> = new MsgpackFields(['Right', 'Left']);

  function pair(hex: string): { left: number; right: number; failure: string | undefined } {
    const reader = reading(hex);
    const fields = { left: 0, right: 0 };
    const header = reader.readStructHeader();
    for (let index = 0; reader.hasField(header, index); index += 1) {
      const field = reader.readField(PAIR, header, index);
      if (field === 'Left') fields.left = reader.readUint(9);
      if (field === 'Right') fields.right = reader.readUint(9);
    }
    return { ...fields, failure: reader.failure };
  }

  it('come as maps in any order, and as arrays in the declared one', () => {
    const expected = { left: 1, right: 2, failure: undefined };
    expect(pair('82a44c65667401a5526967687402')).toEqual(expected);
    expect(pair('82a5526967687402a44c65667401')).toEqual(expected);
    expect(pair('920201')).toEqual(expected);
    expect(pair('dc00020201')).toEqual(expected);
    expect(pair('9402010909')).toEqual(expected);
  });

  it('may be empty or nil', () => {
    const expected = { left: 0, right: 0, failure: undefined };
    for (const hex of ['80', '90', 'c0']) expect(pair(hex)).toEqual(expected);
  });

  it('must not be anything else', () => {
    for (const hex of ['07', 'a161', 'c3']) expect(pair(hex).failure).toBe('malformed');
  });
});

describe('skipping', () => {
  test.each([
    ['fixext 1', 'd40100'],
    ['fixext 16', `d801${'00'.repeat(16)}`],
    ['ext 8', 'c70201aabb'],
    ['ext 16', 'c8000201aabb'],
    ['ext 32', 'c90000000201aabb'],
    ['float 32', 'ca00000000'],
  ])('passes over %s', (_, hex) => {
    expect(reading(`${hex}07`).offset).toBe(0);
    const reader = reading(`${hex}07`);
    reader.skip();
    expect(reader.readUint(9)).toBe(7);
  });

  it('takes no stack for depth', () => {
    const depth = 1_000_000;
    const bytes = new Uint8Array(depth + 1).fill(0x91);
    bytes[depth] = 0xc0;
    const reader = new MsgpackReader().reset(bytes);
    reader.skip();
    expect(reader.failure).toBeUndefined();
    expect(reader.remainingBytes).toBe(0);
  });
});
