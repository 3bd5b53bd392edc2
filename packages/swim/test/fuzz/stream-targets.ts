import { type Rng, randomBelow } from '@konsul/runtime/core';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { drawn } from '../../../../tools/fuzz/drawn.js';
import type { StreamDecoding, StreamSide, SwimCodec } from '../../src/core/codec.js';
import type { StreamMessage } from '../../src/core/messages.js';
import { createCipherKey, seal, sealedBytes } from '../../src/wire/encryption.js';
import { createMemberlistCodec } from '../../src/wire/memberlist-codec.js';
import { STREAM_SEAL_HEADER_BYTES } from '../../src/wire/stream-decoder.js';
import {
  drawnBytes,
  expectStreamSayableAgain,
  KEY,
  LABEL,
  LIMITS,
  STREAMS,
  sealingCodec,
} from './wire-inputs.js';

const SIDES: readonly StreamSide[] = ['accepted', 'dialled'];
/** At once and in pieces, on both sides, with a buffer that doubles as it grows. */
const ALLOCATED_BYTES_MAX = LIMITS.streamBytesMax * 8;

const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'ping',
  2: 'ack',
  6: 'push-pull',
  8: 'user',
  9: 'compress',
  10: 'sealed',
  13: 'error',
  244: 'label',
};

/** Reads it at once and in pieces, which must come to the same; the examination gives the verdict. */
function read(codec: SwimCodec, side: StreamSide, input: Uint8Array): () => string {
  const whole = codec.createStreamDecoder(side).push(input);
  const decoder = codec.createStreamDecoder(side);
  let piecewise = decoder.push(new Uint8Array(0));
  // Pieces of all lengths, from the input itself so that it alone decides.
  for (let offset = 0; offset < input.length && piecewise.type === 'incomplete'; ) {
    const length = 1 + ((input[offset] ?? 0) % 61);
    piecewise = decoder.push(input.subarray(offset, offset + length));
    offset += length;
  }
  return () => {
    const verdict = verdictOf(whole);
    if (verdict !== verdictOf(piecewise)) {
      throw new Error(`at once: ${verdict}, in pieces: ${verdictOf(piecewise)}`);
    }
    if (whole.type === 'message') {
      examine(whole.message, input);
      expectStreamSayableAgain(whole.message);
    }
    return verdict;
  };
}

function verdictOf(decoding: StreamDecoding): string {
  if (decoding.type === 'reject') return `refused as ${decoding.reason}`;
  return decoding.type === 'message' ? `read ${decoding.message.type}` : 'incomplete';
}

/** A record takes at least one byte, in compressed form about a thousandth of one. */
function examine(message: StreamMessage, input: Uint8Array): void {
  if (message.type !== 'push-pull') return;
  if (message.nodes.length > Math.max(1, input.length) * 4_096) {
    throw new Error(`${message.nodes.length} records of ${input.length} bytes`);
  }
}

const plainCodec = createMemberlistCodec({ compression: false, limits: LIMITS });
const compressingCodec = createMemberlistCodec({ limits: LIMITS });
const messages = STREAMS.flatMap((bytes): StreamMessage[] =>
  SIDES.flatMap((side) => {
    const decoding = plainCodec.createStreamDecoder(side).push(bytes);
    return decoding.type === 'message' ? [decoding.message] : [];
  }),
);

/** A stream that a codec of its own writes around damaged content. */
function drawWrapped(rng: Rng, codecs: readonly SwimCodec[]): Uint8Array {
  const codec = drawn(rng, codecs);
  const written = codec.encodeStream(drawn(rng, messages), { side: 'dialled' });
  return randomBelow(rng, 3) === 0 ? written : damaged(written, { rng, others: STREAMS });
}

export const streamTarget: FuzzTarget = {
  name: 'swim-stream',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: [
    'accepted ping read',
    'accepted ping refused',
    'accepted ping incomplete',
    'accepted push-pull read',
    'accepted push-pull refused',
    'accepted push-pull incomplete',
    'accepted user read',
    'accepted user refused',
    'accepted user incomplete',
    'accepted compress read',
    'accepted compress refused',
    'accepted compress incomplete',
    'dialled ack read',
    'dialled ack refused',
    'dialled push-pull read',
    'dialled push-pull refused',
    'dialled error read',
    'dialled error refused',
    'accepted sealed refused',
    'accepted other refused',
  ],
  draw(rng) {
    return randomBelow(rng, 4) === 0
      ? drawWrapped(rng, [compressingCodec])
      : drawnBytes(rng, STREAMS);
  },
  read(input) {
    const type = TYPE_NAMES[input[0] ?? -1] ?? 'other';
    const verdicts = SIDES.map((side) => [side, read(plainCodec, side, input)] as const);
    return () =>
      verdicts.map(([side, verdict]) => `${side} ${type} ${verdict().split(' ', 1).join()}`);
  },
};

const sealers = [sealingCodec(0), sealingCodec(1)];
const labelledSealers = [sealingCodec(0, LABEL), sealingCodec(1, LABEL)];
const labelled = createMemberlistCodec({ label: LABEL, limits: LIMITS });
const sealedReaders: Readonly<Record<string, SwimCodec>> = {
  sealed: sealingCodec(1),
  'sealed-labelled': sealingCodec(1, LABEL),
  labelled,
};

export const sealedStreamTarget: FuzzTarget = {
  name: 'swim-sealed-stream',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX * 3,
  outcomes: [
    'sealed read push-pull',
    'sealed read user',
    'sealed read ping',
    'sealed refused as decrypt-failed',
    'sealed refused as not-encrypted',
    'sealed refused as too-large',
    'sealed refused as label-mismatch',
    'sealed-labelled read push-pull',
    'sealed-labelled refused as label-mismatch',
    'sealed-labelled refused as decrypt-failed',
    'labelled read push-pull',
    'labelled refused as label-mismatch',
    'labelled refused as encrypted-without-key',
  ],
  draw(rng) {
    const codecs = [...sealers, ...labelledSealers, labelled, plainCodec];
    return drawWrapped(rng, codecs);
  },
  read(input) {
    const verdicts = Object.entries(sealedReaders).map(
      ([name, codec]) => [name, read(codec, 'accepted', input)] as const,
    );
    return () => verdicts.map(([name, verdict]) => `${name} ${verdict()}`);
  },
};

const contents = [...STREAMS, ...messages.map(compressedForm)];

/** Damage inside a seal: the content is sealed after it was damaged. */
export const sealedContentTarget: FuzzTarget = {
  name: 'swim-sealed-stream-content',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: [
    'read push-pull',
    'read user',
    'refused as truncated',
    'refused as malformed',
    'refused as unexpected-type',
    'refused as bad-compression',
    'refused as too-large',
  ],
  draw: (rng) => drawnBytes(rng, contents),
  read(input) {
    const verdict = read(sealingCodec(1), 'accepted', sealedForm(input));
    return () => [verdict()];
  },
};

function compressedForm(message: StreamMessage): Uint8Array {
  return compressingCodec.encodeStream(message, { side: 'accepted' });
}

/** Type, length and seal around any content, as a member with the key would write it. */
function sealedForm(content: Uint8Array): Uint8Array {
  const key = createCipherKey(KEY);
  if (key === undefined) throw new Error('no key');
  const header = Buffer.alloc(STREAM_SEAL_HEADER_BYTES);
  header[0] = 0x0a;
  header.writeUInt32BE(sealedBytes(1, content.length), 1);
  const sealed = seal(content, {
    key,
    version: 1,
    nonce: new Uint8Array(12),
    associatedData: header,
    headroomBytes: header.length,
  });
  sealed.set(header, 0);
  return sealed;
}
