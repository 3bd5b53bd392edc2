import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer.js';

function writeEverything(writer: ByteWriter): void {
  writer.zeros(3);
  writer.u8(1);
  writer.u16(2);
  writer.align(8);
  writer.u32(3);
  writer.u64(2 ** 40 + 4);
  writer.text16('é');
  writer.bytes32(Uint8Array.of(5, 6));
  writer.align(8);
}

const everything = [
  ...[0, 0, 0, 1, 2, 0, 0, 0],
  ...[3, 0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0],
  ...[2, 0, 0xc3, 0xa9, 2, 0, 0, 0, 5, 6, 0, 0],
];

describe('a writer', () => {
  it('sets every byte it shows, whatever the memory held before', () => {
    const writer = new ByteWriter(4);
    for (const junkBytes of [0, 64, 5]) {
      writer.bytes(new Uint8Array(junkBytes).fill(0xff));
      writer.reset();
      writeEverything(writer);
      expect([...writer.view()]).toEqual(everything);
      writer.reset();
    }
  });

  it('never writes again into what it gave away', () => {
    const writer = new ByteWriter(64);
    writeEverything(writer);
    const given = writer.detach(64);
    for (let count = 0; count < 3; count += 1) {
      writer.bytes(new Uint8Array(100).fill(0xff));
      writer.reset(80);
    }
    expect([...given]).toEqual(everything);
  });
});
