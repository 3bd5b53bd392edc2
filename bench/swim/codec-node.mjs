// Our codec as members call it; told over stdin what to measure, see "The codec process" in
// ../README.md.
import { createMemberlistCodec } from '@konsul/swim';
import { emit, serveCommands } from '../harness/commands.mjs';

const BATCH_COUNT = 1_000;
const COMPOUND_PART_COUNT = 9;
/** Until everything is compiled as it stays. */
const WARM_UP_MS = 100;

const codec = createMemberlistCodec({ compression: false });
const source = { address: Uint8Array.of(10, 0, 3, 1), port: 7_946, node: 'node-0001.dc1' };
const target = { address: Uint8Array.of(10, 0, 3, 42), node: 'node-0042.dc1' };
const accusation = { incarnation: 7, node: target.node, from: source.node };

const messages = /** @satisfies {Record<string, import('@konsul/swim').PacketMessage>} */ ({
  ping: { type: 'ping', seqNo: 123_456, node: target.node, source },
  'indirect-ping': {
    type: 'indirect-ping',
    seqNo: 123_456,
    target: target.address,
    port: 7_946,
    node: target.node,
    wantsNack: true,
    source,
  },
  ack: { type: 'ack', seqNo: 123_456, payload: new Uint8Array(48).fill(0x61) },
  nack: { type: 'nack', seqNo: 123_456 },
  suspect: { type: 'suspect', ...accusation },
  dead: { type: 'dead', ...accusation },
  alive: {
    type: 'alive',
    incarnation: 7,
    ...target,
    port: 7_946,
    meta: new Uint8Array(60).fill(0x6d),
    versions: Uint8Array.of(1, 5, 2, 2, 5, 4),
  },
});

/** What one operation of a case does, how many messages it handles, and the bytes it is about. */
function operation(name, op) {
  if (name === 'compound') return compoundOperation(op);
  const message = messages[name];
  // Sockets hand out Buffers.
  const packet = Buffer.from(codec.encodeMessage(message));
  const run =
    op === 'encode' ? () => codec.encodeMessage(message).length : () => countOf(packet, 1);
  return { run, messageCount: 1, packet };
}

function compoundOperation(op) {
  const all = Array.from({ length: COMPOUND_PART_COUNT }, () => messages.alive);
  const encode = () =>
    codec.encodePacket(
      all.map((message) => codec.encodeMessage(message)),
      { checksum: false },
    );
  const packet = Buffer.from(encode());
  const run = op === 'encode' ? () => encode().length : () => countOf(packet, COMPOUND_PART_COUNT);
  return { run, messageCount: COMPOUND_PART_COUNT, packet };
}

function countOf(packet, wanted) {
  const { messages: decoded } = codec.decodePacket(packet);
  if (decoded.length !== wanted) throw new Error(`${decoded.length} messages, not ${wanted}`);
  return decoded.length;
}

/** Messages per second of CPU, the collector's included. */
function rate({ run, messageCount }, durationMs) {
  const before = process.cpuUsage();
  for (let count = BATCH_COUNT; ; count += BATCH_COUNT) {
    for (let i = 0; i < BATCH_COUNT; i += 1) run();
    const { user, system } = process.cpuUsage(before);
    if (user + system >= durationMs * 1_000) return (count * messageCount * 1e6) / (user + system);
  }
}

serveCommands({
  measure({ case: name, op, ms }) {
    const chosen = operation(name, op);
    rate(chosen, WARM_UP_MS);
    emit({
      ev: 'measure',
      rate: rate(chosen, ms),
      hex: chosen.packet.toString('hex'),
    });
  },
});
