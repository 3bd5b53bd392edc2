import { classifyFirstByte } from './first-byte.js';
import { FrameDecoder } from './frame-decoder.js';
import { type HandshakeCodec, type Hello, negotiateVersion } from './hello.js';

/** Longest hello or answer to it, in bytes; nobody has proved who he is when one is read. */
export const HELLO_BYTES_MAX: number = 8 * 1024;

/** Why a connection was closed before any protocol owned it. Each is counted by its name. */
export type AcceptRejectReason =
  | 'reserved-protocol'
  | 'unknown-first-byte'
  | 'plaintext-refused'
  | 'tls-not-configured'
  | 'tls-in-tls'
  | 'tls-failed'
  | 'hello-too-large'
  | 'hello-malformed'
  | 'version-mismatch'
  | 'unknown-protocol'
  | 'handshake-timeout'
  | 'too-many-connections'
  | 'closed-early';

/** What the first bytes of a connection have come to. `rest` has not been read. */
export type AcceptOutcome =
  | { readonly type: 'start-tls'; readonly rest: Uint8Array }
  | {
      readonly type: 'hello';
      readonly hello: Hello;
      readonly version: number;
      readonly rest: Uint8Array;
    }
  /** Close; `answer`, where there is one, tells the peer why. */
  | {
      readonly type: 'reject';
      readonly reason: AcceptRejectReason;
      readonly answer?: Uint8Array;
    };

export interface AcceptHandshakeOptions {
  readonly codec: HandshakeCodec;
  /** The bytes come out of a TLS connection. */
  readonly isInsideTls: boolean;
  /** There is a certificate, so that TLS can be started. */
  readonly isTlsAvailable: boolean;
  /** Connections without TLS are refused. */
  readonly isTlsRequired: boolean;
}

/**
 * Reads what a dialler says first: one byte that chooses between TLS and ourselves, and then a
 * hello. Push bytes until there is an outcome, and none after it.
 */
export class AcceptHandshake {
  readonly #options: AcceptHandshakeOptions;
  readonly #decoder = new FrameDecoder({ frameBytesMax: HELLO_BYTES_MAX });
  #hasFirstByte = false;

  constructor(options: AcceptHandshakeOptions) {
    this.#options = options;
  }

  push(bytes: Uint8Array): AcceptOutcome | undefined {
    if (this.#hasFirstByte) return this.#onHelloBytes(bytes);
    const first = bytes[0];
    if (first === undefined) return undefined;
    this.#hasFirstByte = true;
    const rest = bytes.subarray(1);
    return this.#onFirstByte(first, rest) ?? this.#onHelloBytes(rest);
  }

  #onFirstByte(byte: number, rest: Uint8Array): AcceptOutcome | undefined {
    const { isInsideTls, isTlsAvailable, isTlsRequired } = this.#options;
    const kind = classifyFirstByte(byte);
    if (kind === 'tls') {
      if (isInsideTls) return { type: 'reject', reason: 'tls-in-tls' };
      if (!isTlsAvailable) return { type: 'reject', reason: 'tls-not-configured' };
      return { type: 'start-tls', rest };
    }
    if (kind === 'reserved') return { type: 'reject', reason: 'reserved-protocol' };
    if (kind === 'unknown') return { type: 'reject', reason: 'unknown-first-byte' };
    if (isTlsRequired && !isInsideTls) return { type: 'reject', reason: 'plaintext-refused' };
    return undefined;
  }

  #onHelloBytes(bytes: Uint8Array): AcceptOutcome | undefined {
    const { codec } = this.#options;
    this.#decoder.push(bytes);
    const payload = this.#decoder.next();
    if (this.#decoder.rejected !== undefined) return { type: 'reject', reason: 'hello-too-large' };
    if (payload === undefined) return undefined;
    const hello = codec.decodeHello(payload);
    if (hello === undefined) return { type: 'reject', reason: 'hello-malformed' };
    const version = negotiateVersion(hello);
    if (version === undefined) {
      const message = `versions ${hello.versionMin} to ${hello.versionMax} are not spoken here`;
      const answer = codec.encodeHelloAck({ type: 'refused', code: 'VERSION_MISMATCH', message });
      return { type: 'reject', reason: 'version-mismatch', answer };
    }
    return { type: 'hello', hello, version, rest: this.#decoder.takeRest() };
  }
}
