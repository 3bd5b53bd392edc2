import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { answeredMessage, dialledMessage, packetMessage } from '../../test/message-arbitraries.js';
import { plainBytes } from '../../test/wire-vectors.js';
import type { PacketMessage, StreamMessage } from '../core/messages.js';
import { Keyring } from '../keyring.js';
import { createMemberlistCodec } from './memberlist-codec.js';

/** Members of one process, each with its own way of writing. */
const codecs = [
  createMemberlistCodec(),
  createMemberlistCodec({ packetCompressionBytesMin: 0, label: 'a' }),
  createMemberlistCodec({ keyring: new Keyring([new Uint8Array(16).fill(7)]) }),
];

const memberIndex = fc.nat({ max: codecs.length - 1 });
const packets = fc.record({
  type: fc.constant('packet' as const),
  memberIndex,
  messages: fc.array(packetMessage, { minLength: 1, maxLength: 6 }),
});
const stream = fc.record({
  type: fc.constant('stream' as const),
  memberIndex,
  message: fc.oneof(dialledMessage, answeredMessage),
});
const failure = fc.record({
  type: fc.constant('failure' as const),
  memberIndex,
  isStream: fc.boolean(),
});

/** A user's mistake that is found while a message is being written. */
const NO_BYTES_AT_ALL = undefined as unknown as Uint8Array;

/** What somebody holds on to, and what it must still be when all is over. */
interface Kept {
  readonly value: unknown;
  readonly wanted: unknown;
}

function keep(kept: Kept[], value: unknown, wanted: unknown): void {
  kept.push({ value, wanted: plainBytes(wanted) });
}

test.prop([fc.array(fc.oneof(packets, stream, failure), { minLength: 2, maxLength: 12 })])(
  'whatever members of one process read and write in turns, what they keep of it stays as it was',
  (steps) => {
    const kept: Kept[] = [];
    const ends: (() => void)[] = [];
    for (const step of steps) {
      const codec = codecs[step.memberIndex] ?? createMemberlistCodec();
      if (step.type === 'packet') {
        const parts = step.messages.map((message: PacketMessage) => codec.encodeMessage(message));
        const packet = codec.encodePacket(parts, { checksum: true });
        for (const bytes of [...parts, packet]) keep(kept, bytes, bytes);
        keep(kept, codec.decodePacket(packet).messages, step.messages);
      } else if (step.type === 'failure') {
        const { isStream } = step;
        const write = (): unknown =>
          isStream
            ? codec.encodeStream({ type: 'user', payload: NO_BYTES_AT_ALL }, { side: 'dialled' })
            : codec.encodeMessage({ type: 'user', payload: NO_BYTES_AT_ALL });
        expect(write).toThrow();
      } else {
        ends.push(converse(codec, step.message, kept));
      }
    }
    for (const end of ends) end();
    for (const { value, wanted } of kept) expect(plainBytes(value)).toEqual(wanted);
  },
);

/** Half of a stream is read now, the other half when others have had their turn. */
function converse(
  codec: (typeof codecs)[number],
  message: StreamMessage,
  kept: Kept[],
): () => void {
  const isAnswer = message.type === 'ack' || message.type === 'error';
  const bytes = codec.encodeStream(message, { side: isAnswer ? 'accepted' : 'dialled' });
  keep(kept, bytes, bytes);
  const decoder = codec.createStreamDecoder(isAnswer ? 'dialled' : 'accepted');
  const half = bytes.length >> 1;
  decoder.push(bytes.subarray(0, half));
  return () => {
    const decoding = decoder.push(bytes.subarray(half));
    keep(kept, decoding, { type: 'message', message });
  };
}
