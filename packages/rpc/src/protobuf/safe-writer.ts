import protobuf from 'protobufjs/minimal.js';

/** What generated types allow for a 64-bit field; only a number passes. */
type Integer64 = Parameters<protobuf.Writer['uint64']>[0];

/**
 * Writes protobuf and refuses, by a RangeError, 64-bit values that the reader would refuse: what
 * leaves this process can be read again exactly.
 */
export class Writer extends protobuf.BufferWriter {
  /** The factory that generated code uses. */
  static override create(): Writer {
    return new Writer();
  }

  override uint64(value: Integer64): this {
    super.uint64(checkSafe(value, 0));
    return this;
  }

  override int64(value: Integer64): this {
    super.int64(checkSafe(value, Number.MIN_SAFE_INTEGER));
    return this;
  }

  override sint64(value: Integer64): this {
    super.sint64(checkSafe(value, Number.MIN_SAFE_INTEGER));
    return this;
  }

  override fixed64(value: Integer64): this {
    super.fixed64(checkSafe(value, 0));
    return this;
  }

  override sfixed64(value: Integer64): this {
    super.sfixed64(checkSafe(value, Number.MIN_SAFE_INTEGER));
    return this;
  }
}

function checkSafe(value: Integer64, min: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min)
    throw new RangeError(`64-bit value ${String(value)} is not a safe integer of at least ${min}`);
  return value;
}
