import type { HandshakeCodec, Hello, HelloAck, PeerIdentity } from '../core/hello.js';
import { konsul } from './gen/rpc.js';

/** Capabilities that are read of a peer; a hello with more is none. */
const CAPABILITY_COUNT_MAX = 64;

/** The handshake as protobuf, see `proto/rpc.proto`. */
export const handshakeCodec: HandshakeCodec = {
  encodeHello: (hello) =>
    konsul.rpc.Hello.encode({ ...hello, capabilities: [...hello.capabilities] }).finish(),
  decodeHello: (payload) => rejectMalformed(() => decodeHello(payload)),
  encodeHelloAck: (ack) => encodeHelloAck(ack),
  decodeHelloAck: (payload) => rejectMalformed(() => decodeHelloAck(payload)),
};

function decodeHello(payload: Uint8Array): Hello | undefined {
  const hello = konsul.rpc.Hello.decode(payload);
  const identity = identityOf(hello);
  if (identity === undefined || hello.protocol === '') return undefined;
  const { protocol, versionMin, versionMax, area } = hello;
  return { ...identity, protocol, versionMin, versionMax, area };
}

function encodeHelloAck(ack: HelloAck): Uint8Array {
  if (ack.type === 'refused') {
    const { code, message } = ack;
    return konsul.rpc.HelloAck.encode({ error: { code, message } }).finish();
  }
  return konsul.rpc.HelloAck.encode({ ...ack, capabilities: [...ack.capabilities] }).finish();
}

function decodeHelloAck(payload: Uint8Array): HelloAck | undefined {
  const ack = konsul.rpc.HelloAck.decode(payload);
  if (ack.error != null)
    return { type: 'refused', code: ack.error.code ?? '', message: ack.error.message ?? '' };
  const identity = identityOf(ack);
  if (identity === undefined || ack.version === 0) return undefined;
  return { type: 'accepted', version: ack.version, ...identity };
}

function identityOf(message: konsul.rpc.Hello | konsul.rpc.HelloAck): PeerIdentity | undefined {
  const { datacenter, nodeName, nodeId, capabilities, frameBytesMax } = message;
  if (capabilities.length > CAPABILITY_COUNT_MAX || frameBytesMax === 0) return undefined;
  return { datacenter, nodeName, nodeId, capabilities, frameBytesMax };
}

/** The library throws on bytes that are no message; what a peer sends must not. */
function rejectMalformed<T>(decode: () => T | undefined): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
