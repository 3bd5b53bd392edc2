import type { RejectReason } from '../core/codec.js';
import { MESSAGE_TYPE } from './message-types.js';

/** The longest label in bytes of UTF-8. */
export const LABEL_BYTES_MAX = 255;

/** Type byte and length byte in front of the label itself. */
export const LABEL_HEADER_BYTES = 2;

/** What stands in front of the envelopes; nothing for an empty label. */
export function labelPrefix(label: Uint8Array): Uint8Array {
  return label.length === 0
    ? new Uint8Array(0)
    : Uint8Array.of(MESSAGE_TYPE.label, label.length, ...label);
}

/** What a receiver wants to see in front of a packet or stream. */
export interface LabelExpectation {
  /** The label a peer must have, empty for none. */
  readonly label: Uint8Array;
  /** Something in front has taken the label off already: there must be none any more. */
  readonly isStripped: boolean;
}

/** How many bytes the accepted prefix takes, or why it is refused; `truncated` may need more bytes. */
export type LabelCheck =
  | number
  | Extract<RejectReason, 'truncated' | 'malformed' | 'label-mismatch'>;

/**
 * Looks at the label in front of `bytes`, of which there is at least one.
 *
 * @remarks A cluster's label keeps clusters apart that were joined by mistake; it is no secret.
 */
export function checkLabel(bytes: Uint8Array, expectation: LabelExpectation): LabelCheck {
  const { label, isStripped } = expectation;
  if (bytes[0] !== MESSAGE_TYPE.label) {
    return isStripped || label.length === 0 ? 0 : 'label-mismatch';
  }
  const length = bytes[1];
  if (length === undefined) return 'truncated';
  if (length === 0) return 'malformed';
  const end = LABEL_HEADER_BYTES + length;
  if (bytes.length < end) return 'truncated';
  if (isStripped || length !== label.length) return 'label-mismatch';
  for (let index = 0; index < length; index += 1) {
    if (bytes[LABEL_HEADER_BYTES + index] !== label[index]) return 'label-mismatch';
  }
  return end;
}
