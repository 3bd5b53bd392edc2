import { fromByteString } from '../../state/byte-string.js';
import type { KvPair } from '../../state/domain.js';

/** A pair: an empty value is null, and a session is shown only where there is one. */
export function kvPairView(pair: KvPair): Readonly<Record<string, unknown>> {
  return {
    LockIndex: pair.lockIndex,
    Key: fromByteString(pair.key),
    // Flags above 2^53 keep all their digits.
    Flags: pair.flags <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(pair.flags) : pair.flags,
    Value: pair.value.length === 0 ? null : base64(pair.value),
    ...(pair.session === '' ? {} : { Session: pair.session }),
    CreateIndex: pair.createIndex,
    ModifyIndex: pair.modifyIndex,
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
