/** What may own a connection of the server port. Hosts may add names of their own. */
export type ProtocolName =
  | 'rpc'
  | 'raft'
  | 'raft-snapshot'
  | 'gossip-packet'
  | 'gossip-stream'
  | (string & {});

/** The newest version of the port's own messages that we speak, and the oldest. */
export const PROTOCOL_VERSION_MAX = 1;
export const PROTOCOL_VERSION_MIN = 1;

/** Capability: connections are kept for many messages. Without it: one connection per message. */
export const POOLING_CAPABILITY = 'pooling';

/** Who speaks on one end of a connection. */
export interface PeerIdentity {
  readonly datacenter: string;
  readonly nodeName: string;
  readonly nodeId: string;
  readonly capabilities: readonly string[];
  /** Largest frame that this end takes, in bytes. */
  readonly frameBytesMax: number;
}

/** The first words of whoever dialled. */
export interface Hello extends PeerIdentity {
  readonly protocol: ProtocolName;
  readonly versionMin: number;
  readonly versionMax: number;
  /** The network area that the connection belongs to; empty for none. */
  readonly area: string;
}

/** The answer to a hello: who was reached, or why the connection is refused. */
export type HelloAck =
  | (PeerIdentity & { readonly type: 'accepted'; readonly version: number })
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly message: string };

/** Why a listener refuses a well-formed hello. Unknown codes of newer peers are kept as text. */
export type RefusalCode = 'UNKNOWN_PROTOCOL' | 'VERSION_MISMATCH' | 'BUSY' | (string & {});

/** Turns handshake messages into the payloads of frames and back. */
export interface HandshakeCodec {
  encodeHello(hello: Hello): Uint8Array;
  /** @returns undefined when the bytes are no hello. */
  decodeHello(payload: Uint8Array): Hello | undefined;
  encodeHelloAck(ack: HelloAck): Uint8Array;
  /** @returns undefined when the bytes are no answer to a hello. */
  decodeHelloAck(payload: Uint8Array): HelloAck | undefined;
}

/**
 * Chooses the version of a connection: the highest that both ends speak.
 *
 * @returns undefined when there is none.
 */
export function negotiateVersion(
  range: Pick<Hello, 'versionMin' | 'versionMax'>,
): number | undefined {
  const version = Math.min(range.versionMax, PROTOCOL_VERSION_MAX);
  return version >= Math.max(range.versionMin, PROTOCOL_VERSION_MIN) ? version : undefined;
}
