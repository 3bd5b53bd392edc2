import { unknownOption } from '@konsul/runtime';
import { refuseOption, SwimError } from '../errors.js';

const MEBIBYTE = 1024 * 1024;

/**
 * How much a peer may make this node hold. Every value is a whole number from 1 to the default,
 * which is what memberlist refuses beyond; only a packet's expanded size is ours, see there.
 */
export interface CodecLimits {
  /** Bytes of one encrypted stream message, on the wire. Default 20 MiB. */
  readonly sealedStreamBytesMax: number;
  /** Bytes of one stream message, after decryption and expansion. Default 40 MiB. */
  readonly streamBytesMax: number;
  /**
   * Bytes that the compressed parts of one packet may expand to, together. Default 1 MiB, at most
   * 40 MiB as memberlist has it: one datagram is not worth that much memory.
   */
  readonly packetExpandedBytesMax: number;
  /** Messages in one packet, counting those of nested compounds. Default 1024. Extension. */
  readonly packetMessageCountMax: number;
  /** Compound and compress envelopes inside each other in one packet. Default 4. Extension. */
  readonly packetDepthMax: number;
  /** Member records in one push/pull. Default 1,048,576. */
  readonly pushPullNodeCountMax: number;
  /** Bytes of the upper layer in one push/pull. Default 20 MiB. */
  readonly userStateBytesMax: number;
  /** Bytes of one user message on a stream. Default 20 MiB. */
  readonly userMessageBytesMax: number;
}

/** What holds unless it is drawn closer. */
export const DEFAULT_CODEC_LIMITS: CodecLimits = {
  sealedStreamBytesMax: 20 * MEBIBYTE,
  streamBytesMax: 40 * MEBIBYTE,
  packetExpandedBytesMax: MEBIBYTE,
  packetMessageCountMax: 1024,
  packetDepthMax: 4,
  pushPullNodeCountMax: 1_048_576,
  userStateBytesMax: 20 * MEBIBYTE,
  userMessageBytesMax: 20 * MEBIBYTE,
};

const UPPER_BOUNDS: CodecLimits = {
  ...DEFAULT_CODEC_LIMITS,
  packetExpandedBytesMax: 40 * MEBIBYTE,
};

/** @throws SwimError INVALID_CONFIG naming the limit that is out of bounds. */
export function resolveCodecLimits(limits: Partial<CodecLimits> = {}): CodecLimits {
  const resolved = { ...DEFAULT_CODEC_LIMITS, ...limits };
  for (const name of Object.keys(resolved)) {
    if (!Object.hasOwn(UPPER_BOUNDS, name))
      refuseOption(unknownOption(`limits.${name}`, Object.keys(UPPER_BOUNDS)));
  }
  for (const name of Object.keys(UPPER_BOUNDS) as (keyof CodecLimits)[]) {
    const value = resolved[name];
    const bound = UPPER_BOUNDS[name];
    if (!Number.isInteger(value) || value < 1 || value > bound) {
      throw new SwimError(
        'INVALID_CONFIG',
        `limits.${name} must be an integer of 1 to ${bound}, not ${value}`,
      );
    }
  }
  return resolved;
}
