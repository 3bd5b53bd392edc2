import { expect, test } from 'vitest';
import { MsgpackWriter } from './msgpack-writer.js';

const PIECE_BYTES = 8 * 1024;

test('messages that are kept stay as they were, however many are written after them', () => {
  const writer = new MsgpackWriter();
  const texts = Array.from({ length: 2_000 }, (_, index) => `message ${index}`);
  const messages = texts.map((text) => {
    writer.writeString(text);
    return writer.finish();
  });
  expect(messages.map((message) => Buffer.from(message.subarray(1)).toString())).toEqual(texts);
});

test('a message that began at the end of a piece is whole', () => {
  const writer = new MsgpackWriter();
  writer.writeRaw(new Uint8Array(PIECE_BYTES - 3));
  writer.finish();
  writer.writeByte(1);
  writer.writeString('goes on in the next piece');
  expect(Buffer.from(writer.finish()).toString('latin1')).toBe('\x01\xb9goes on in the next piece');
});

test('a huge message has memory of its own, which nothing after it keeps alive', () => {
  const writer = new MsgpackWriter();
  writer.writeRaw(new Uint8Array(1_000_000));
  expect(writer.finish()).toHaveLength(1_000_000);
  writer.writeByte(1);
  expect(writer.finish().buffer.byteLength).toBe(PIECE_BYTES);
});

test('a message that was begun and given up leaves nothing in the next', () => {
  const writer = new MsgpackWriter();
  writer.writeByte(1);
  writer.reset();
  writer.writeByte(2);
  expect(writer.lengthBytes).toBe(1);
  expect([...writer.finish()]).toEqual([2]);
});
