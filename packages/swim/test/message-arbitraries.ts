import fc from 'fast-check';
import type { NodeStateRecord, PacketMessage, StreamMessage } from '../src/core/messages.js';

const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const port = fc.integer({ min: 0, max: 0xffff });
const name = fc.string({ maxLength: 40, unit: 'grapheme' });
const bytes = fc.uint8Array({ maxLength: 300 });
const versions = fc.uint8Array({ maxLength: 6 });
const address = fc.oneof(
  fc.uint8Array({ minLength: 4, maxLength: 4 }),
  fc.uint8Array({ minLength: 16, maxLength: 16 }),
);
const source = fc.record(
  { source: fc.record({ address, port: fc.integer({ min: 1, max: 0xffff }), node: name }) },
  { requiredKeys: [] },
);
const state = fc.constantFrom('alive', 'suspect', 'dead', 'left');

const ping = fc
  .tuple(fc.record({ type: fc.constant('ping'), seqNo: uint32, node: name }), source)
  .map(([message, extra]) => ({ ...message, ...extra }));
const ack = fc.record({ type: fc.constant('ack'), seqNo: uint32, payload: bytes });
const user = fc.record({ type: fc.constant('user'), payload: bytes });
const accusation = { incarnation: uint32, node: name, from: name };

export const packetMessage: fc.Arbitrary<PacketMessage> = fc.oneof(
  ping,
  ack,
  user,
  fc
    .tuple(
      fc.record({
        type: fc.constant('indirect-ping'),
        seqNo: uint32,
        target: address,
        port,
        node: name,
        wantsNack: fc.boolean(),
      }),
      source,
    )
    .map(([message, extra]) => ({ ...message, ...extra })),
  fc.record({ type: fc.constant('nack'), seqNo: uint32 }),
  fc.record({ type: fc.constant('suspect'), ...accusation }),
  fc.record({ type: fc.constant('dead'), ...accusation }),
  fc.record({
    type: fc.constant('alive'),
    incarnation: uint32,
    node: name,
    address,
    port,
    meta: bytes,
    versions,
  }),
) as fc.Arbitrary<PacketMessage>;

const nodeState: fc.Arbitrary<NodeStateRecord> = fc.record({
  name,
  address,
  port,
  meta: bytes,
  incarnation: uint32,
  state,
  versions,
}) as fc.Arbitrary<NodeStateRecord>;

/** What a dialler may say. */
export const dialledMessage: fc.Arbitrary<StreamMessage> = fc.oneof(
  ping,
  user,
  fc.record({
    type: fc.constant('push-pull'),
    isJoin: fc.boolean(),
    nodes: fc.array(nodeState, { maxLength: 20 }),
    userState: bytes,
  }),
) as fc.Arbitrary<StreamMessage>;

/** What the other end may answer. */
export const answeredMessage: fc.Arbitrary<StreamMessage> = fc.oneof(
  ack,
  fc.record({ type: fc.constant('error'), text: name }),
) as fc.Arbitrary<StreamMessage>;
