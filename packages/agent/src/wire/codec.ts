/** Bytes that are not what they should be; nothing was taken from them. */
export interface Malformed {
  readonly type: 'malformed';
  readonly reason: string;
}

/** Turns values into bytes and back. */
export interface Codec<T> {
  encode(value: T): Uint8Array;
  /** Never throws: what comes over the network is refused by a value. */
  decode(bytes: Uint8Array): T | Malformed;
}

/** Tells a refusal from a value; no message of ours has a `type` of that name. */
export function isMalformed(value: unknown): value is Malformed {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'malformed'
  );
}

/** A codec of a function pair that may throw, as generated readers do on bytes that are cut off. */
export function codecOf<T>(pair: {
  encode(value: T): Uint8Array;
  decode(bytes: Uint8Array): T;
}): Codec<T> {
  return {
    encode: pair.encode,
    decode(bytes) {
      try {
        return pair.decode(bytes);
      } catch (error) {
        return { type: 'malformed', reason: error instanceof Error ? error.message : 'unreadable' };
      }
    },
  };
}
