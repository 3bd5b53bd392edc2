import { type Rng, randomBelow } from '@konsul/runtime/core';
import type { Examination, FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { drawn } from '../../../../tools/fuzz/drawn.js';
import type { PacketDecoding, SwimCodec } from '../../src/core/codec.js';
import { Keyring } from '../../src/keyring.js';
import { DEFAULT_CODEC_LIMITS } from '../../src/wire/codec-limits.js';
import { createMemberlistCodec } from '../../src/wire/memberlist-codec.js';
import {
  drawnBytes,
  expectSayableAgain,
  foreignKeyCodec,
  KEY,
  LABEL,
  LIMITS,
  PACKETS,
  plainCodec,
  sealingCodec,
} from './wire-inputs.js';

const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'ping',
  1: 'indirect-ping',
  2: 'ack',
  3: 'suspect',
  4: 'alive',
  5: 'dead',
  7: 'compound',
  8: 'user',
  9: 'compress',
  11: 'nack',
  12: 'checksum',
};

const { packetExpandedBytesMax } = LIMITS;
const { packetMessageCountMax } = DEFAULT_CODEC_LIMITS;
/** All that may be expanded, once, and copies of short fields. */
const ALLOCATED_BYTES_MAX = packetExpandedBytesMax * 2;
const PART_COUNT_MAX = 6;

/** One message or envelope as it stands, damaged or not. */
function drawPacket(rng: Rng): Uint8Array {
  const part = (): Uint8Array => {
    const bytes = drawnBytes(rng, PACKETS);
    return bytes.length === 0 ? Uint8Array.of(0) : bytes;
  };
  const parts = (): Uint8Array[] =>
    Array.from({ length: 1 + randomBelow(rng, PART_COUNT_MAX) }, part);
  switch (randomBelow(rng, 6)) {
    case 0:
      // Behind a checksum that is right, damage is not found out by it.
      return plainCodec.encodePacket(parts(), { checksum: true });
    case 1:
      return plainCodec.encodePacket(parts(), { checksum: false });
    case 2:
      return plainCodec.encodePacket(
        [plainCodec.encodePacket(parts(), { checksum: false }), part()],
        {
          checksum: randomBelow(rng, 2) === 0,
        },
      );
    case 3:
      return damaged(plainCodec.encodePacket(parts(), { checksum: false }), {
        rng,
        others: PACKETS,
      });
    default:
      return drawnBytes(rng, PACKETS);
  }
}

/** What must hold of every decoding, whatever was decoded. */
function examine({ messages, rejects }: PacketDecoding, input: Uint8Array): void {
  if (messages.length + rejects.length > packetMessageCountMax + 1) {
    throw new Error(`${messages.length} messages and ${rejects.length} rejects of one packet`);
  }
  if (messages.length + rejects.length === 0 && input[0] !== 7 && input.length > 0) {
    if (!isCompoundWithin(input)) throw new Error('nothing was read and nothing was refused');
  }
  let heldBytes = 0;
  for (const message of messages) {
    if (message.type === 'user' || message.type === 'ack') heldBytes += message.payload.length;
    else if (message.type === 'alive') heldBytes += message.meta.length;
    expectSayableAgain(message);
  }
  if (heldBytes > packetExpandedBytesMax + input.length) throw new Error(`${heldBytes} bytes held`);
}

/** A compound of no parts says nothing, and may stand in any envelope. */
function isCompoundWithin(input: Uint8Array): boolean {
  const type = input[0] ?? 0;
  return type === 9 || type === 12 || type === 0xf4 || type <= 1;
}

function outcomesOf(decoding: PacketDecoding, firstByte: number | undefined): readonly string[] {
  const type = TYPE_NAMES[firstByte ?? -1] ?? 'other';
  const verdict = decoding.rejects.length === 0 ? 'read' : 'refused';
  return [
    `${type} ${verdict}`,
    ...decoding.rejects.map((reason) => `refused as ${reason}`),
    ...decoding.messages.map((message) => `holds ${message.type}`),
  ];
}

/** Every type read and refused; a lone user message is any bytes at all. */
const PLAIN_OUTCOMES: readonly string[] = Object.values(TYPE_NAMES)
  .flatMap((type) => (type === 'user' ? [`${type} read`] : [`${type} read`, `${type} refused`]))
  .concat(
    ['empty', 'truncated', 'malformed', 'unknown-type', 'unexpected-type', 'checksum-mismatch']
      .concat('bad-compression', 'too-deep', 'too-large')
      .map((reason) => `refused as ${reason}`),
  );

export const packetTarget: FuzzTarget = {
  name: 'swim-packet',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: PLAIN_OUTCOMES,
  draw: drawPacket,
  read(input) {
    const decoding = plainCodec.decodePacket(input);
    return () => {
      examine(decoding, input);
      return outcomesOf(decoding, input[0]);
    };
  },
};

/** The same packet to members that are set up differently; outcomes begin with whose they are. */
function readWithAll(codecs: Readonly<Record<string, SwimCodec>>, input: Uint8Array): Examination {
  const decodings = Object.entries(codecs).map(
    ([name, codec]) => [name, codec.decodePacket(input)] as const,
  );
  return () =>
    decodings.flatMap(([name, decoding]) => {
      examine(decoding, input);
      if (decoding.rejects.length === 0) return [`${name} read`];
      return decoding.rejects.map((reason) => `${name} refused as ${reason}`);
    });
}

const sealers = [sealingCodec(0), sealingCodec(1), sealingCodec(0, LABEL), sealingCodec(1, LABEL)];
const openers = {
  plain: sealingCodec(1),
  labelled: sealingCodec(1, LABEL),
  lenient: createMemberlistCodec({
    keyring: new Keyring([KEY]),
    verifyIncoming: false,
    limits: LIMITS,
  }),
} as const;

/** Damage within the seal, so that it is opened, and damage of the seal. */
function drawSealed(rng: Rng): Uint8Array {
  if (randomBelow(rng, 8) === 0) return drawPacket(rng);
  if (randomBelow(rng, 8) === 0) return foreignKeyCodec.encodePacket([KEY], { checksum: false });
  const part = drawnBytes(rng, PACKETS);
  const parts = [part.length === 0 ? Uint8Array.of(8) : part];
  const sealed = drawn(rng, sealers).encodePacket(parts, { checksum: randomBelow(rng, 2) === 0 });
  return randomBelow(rng, 3) === 0 ? damaged(sealed, { rng, others: PACKETS }) : sealed;
}

export const sealedPacketTarget: FuzzTarget = {
  name: 'swim-sealed-packet',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX * 3,
  outcomes: [
    'plain read',
    'plain refused as decrypt-failed',
    'plain refused as not-encrypted',
    'plain refused as malformed',
    'plain refused as label-mismatch',
    'labelled read',
    'labelled refused as decrypt-failed',
    'labelled refused as label-mismatch',
    'lenient read',
    'lenient refused as malformed',
  ],
  draw: drawSealed,
  read: (input) => readWithAll(openers, input),
};

const labelReaders = {
  labelled: createMemberlistCodec({ label: LABEL, limits: LIMITS }),
  unlabelled: createMemberlistCodec({ limits: LIMITS }),
  stripped: createMemberlistCodec({ label: LABEL, skipInboundLabelCheck: true, limits: LIMITS }),
} as const;
const labelWriters = [LABEL, 'pro', 'prodigal', 'x'.repeat(255), ''].map((label) =>
  createMemberlistCodec({ label }),
);

export const labelledPacketTarget: FuzzTarget = {
  name: 'swim-labelled-packet',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX * 3,
  outcomes: Object.keys(labelReaders).flatMap((name) => [
    `${name} read`,
    `${name} refused as label-mismatch`,
    `${name} refused as malformed`,
  ]),
  draw(rng) {
    const part = drawnBytes(rng, PACKETS);
    const labelled = drawn(rng, labelWriters).encodePacket(
      [part.length === 0 ? Uint8Array.of(8) : part],
      { checksum: false },
    );
    return randomBelow(rng, 2) === 0 ? labelled : damaged(labelled, { rng, others: [labelled] });
  },
  read: (input) => readWithAll(labelReaders, input),
};
