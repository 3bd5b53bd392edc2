import { type Rng, randomBelow, seededRng } from '@konsul/runtime/core';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { drawn } from '../../../../tools/fuzz/drawn.js';
import type { SwimCodec } from '../../src/core/codec.js';
import type { PacketMessage, StreamMessage } from '../../src/core/messages.js';
import { Keyring } from '../../src/keyring.js';
import { createSeededNonce } from '../../src/wire/encryption.js';
import { createMemberlistCodec } from '../../src/wire/memberlist-codec.js';
import { fromHex, wireVectors } from '../wire-vectors.js';

/** Longer vectors only make inputs slower. */
const VECTOR_BYTES_MAX = 1_000;

/** The key of the recorded vectors. */
export const KEY: Uint8Array = fromHex('000102030405060708090a0b0c0d0e0f');
const OTHER_KEY = fromHex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');
export const LABEL = 'prod';

function plainVectors(layer: 'packet' | 'stream'): readonly Uint8Array[] {
  return wireVectors
    .filter((vector) => vector.layer === layer)
    .filter(({ key, label, hex }) => !key && !label && hex.length <= VECTOR_BYTES_MAX * 2)
    .map(({ hex }) => fromHex(hex));
}

/** Bounds that inputs of a few thousand bytes can reach. */
export const LIMITS: { readonly packetExpandedBytesMax: number; readonly streamBytesMax: number } =
  {
    packetExpandedBytesMax: 16 * 1024,
    streamBytesMax: 32 * 1024,
  };

/** Plain but for the envelopes that a test asks for; compresses whatever gains by it. */
export const plainCodec: SwimCodec = createMemberlistCodec({
  packetCompressionBytesMin: 0,
  limits: LIMITS,
});

/** Expands to a user message of so many bytes. */
function bomb(expandedBytes: number): Uint8Array {
  const user = plainCodec.encodeMessage({ type: 'user', payload: Buffer.alloc(expandedBytes) });
  return plainCodec.encodePacket([user], { checksum: false });
}

const BOMBS = [LIMITS.packetExpandedBytesMax / 2, LIMITS.packetExpandedBytesMax + 1].map(bomb);

/** What memberlist has put into packets, without encryption and label; and what expands too far. */
export const PACKETS: readonly Uint8Array[] = [...plainVectors('packet'), ...BOMBS];
/** The same of streams. */
export const STREAMS: readonly Uint8Array[] = [
  ...plainVectors('stream'),
  bomb(LIMITS.streamBytesMax + 1),
];

/** One of these, in two of three cases damaged. */
export function drawnBytes(rng: Rng, inputs: readonly Uint8Array[]): Uint8Array {
  const input = drawn(rng, inputs);
  return randomBelow(rng, 3) === 0 ? input : damaged(input, { rng, others: inputs });
}

/** An encrypting member; its nonces are the same in every run. */
export function sealingCodec(version: 0 | 1, label = '', key: Uint8Array = KEY): SwimCodec {
  return createMemberlistCodec({
    label,
    limits: LIMITS,
    keyring: new Keyring([key]),
    encryptionVersion: version,
    randomNonce: createSeededNonce(seededRng(1)),
    packetCompressionBytesMin: 0,
  });
}

export const foreignKeyCodec: SwimCodec = sealingCodec(1, '', OTHER_KEY);

/** Says a message as the codec does, reads that, and says it again: nothing may have changed. */
export function expectSayableAgain(message: PacketMessage): void {
  const said = plainCodec.encodeMessage(message);
  const { messages, rejects } = plainCodec.decodePacket(said);
  const [again] = messages;
  if (rejects.length > 0 || messages.length !== 1 || again === undefined) {
    throw new Error(`a ${message.type} that was read cannot be said: ${rejects.join()}`);
  }
  expectSame(said, plainCodec.encodeMessage(again), message.type);
}

export function expectStreamSayableAgain(message: StreamMessage): void {
  const side = message.type === 'ack' || message.type === 'error' ? 'dialled' : 'accepted';
  const said = plainCodec.encodeStream(message, { side: 'accepted' });
  const decoding = plainCodec.createStreamDecoder(side).push(said);
  if (decoding.type !== 'message') {
    throw new Error(`a ${message.type} that was read cannot be said: ${decoding.type}`);
  }
  expectSame(said, plainCodec.encodeStream(decoding.message, { side: 'accepted' }), message.type);
}

function expectSame(said: Uint8Array, again: Uint8Array, type: string): void {
  if (Buffer.compare(said, again) !== 0) {
    throw new Error(`a ${type} has changed: ${hex(said)} became ${hex(again)}`);
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
