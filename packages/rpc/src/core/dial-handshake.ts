import { HELLO_BYTES_MAX } from './accept-handshake.js';
import { KONSUL_BYTE } from './first-byte.js';
import { encodeFrame, FrameDecoder } from './frame-decoder.js';
import type { HandshakeCodec, Hello, HelloAck } from './hello.js';

/** What the answer to our hello was. `rest` has not been read. */
export type DialOutcome =
  | { readonly type: 'answer'; readonly ack: HelloAck; readonly rest: Uint8Array }
  | { readonly type: 'malformed'; readonly detail: string };

/** Says hello and reads the answer. Push bytes until there is an outcome, and none after it. */
export class DialHandshake {
  readonly #codec: HandshakeCodec;
  readonly #decoder = new FrameDecoder({ frameBytesMax: HELLO_BYTES_MAX });

  constructor(codec: HandshakeCodec) {
    this.#codec = codec;
  }

  /** What to send first, behind the TLS byte and inside TLS where that is used. */
  firstBytes(hello: Hello): Uint8Array {
    const frame = encodeFrame(this.#codec.encodeHello(hello));
    const bytes = new Uint8Array(1 + frame.length);
    bytes[0] = KONSUL_BYTE;
    bytes.set(frame, 1);
    return bytes;
  }

  push(bytes: Uint8Array): DialOutcome | undefined {
    this.#decoder.push(bytes);
    const payload = this.#decoder.next();
    if (this.#decoder.rejected !== undefined)
      return { type: 'malformed', detail: `answer to hello exceeds ${HELLO_BYTES_MAX} bytes` };
    if (payload === undefined) return undefined;
    const ack = this.#codec.decodeHelloAck(payload);
    if (ack === undefined) return { type: 'malformed', detail: 'answer to hello is malformed' };
    return { type: 'answer', ack, rest: this.#decoder.takeRest() };
  }
}
