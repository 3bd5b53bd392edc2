import type { Socket } from 'node:net';
import type { Cancel, Clock, Endpoint } from '@konsul/runtime';
import {
  AcceptHandshake,
  type AcceptOutcome,
  type AcceptRejectReason,
  encodeFrame,
  type Hello,
  type HelloAck,
  type PeerIdentity,
} from '../core/index.js';
import { handshakeCodec } from '../wire/handshake-codec.js';
import { stopReading } from './handover.js';

/** A socket whose hello has been read and is not answered yet. */
export interface Greeting {
  readonly socket: Socket;
  readonly hello: Hello;
  readonly version: number;
  readonly isEncrypted: boolean;
}

export interface ArrivalOptions {
  readonly socket: Socket;
  readonly remote: Endpoint;
  readonly isTlsAvailable: boolean;
  readonly isTlsRequired: boolean;
  readonly handshakeTimeoutMs: number;
  readonly clock: Clock;
  /** Begins TLS on the socket; `Arrival.onSecured` is called when it stands. */
  readonly startTls: (socket: Socket) => void;
  readonly onGreeting: (greeting: Greeting) => void;
  readonly onRejected: (reason: AcceptRejectReason) => void;
}

/** One connection from its first byte to its hello, with one deadline for all of that. */
export class Arrival {
  readonly #options: ArrivalOptions;
  readonly #cancelTimer: Cancel;
  #phase: 'plain' | 'tls' | 'secured' | 'done' = 'plain';
  #handshake: AcceptHandshake;
  #socket: Socket;
  readonly #onData = (bytes: Buffer): void => {
    const outcome = this.#handshake.push(bytes);
    if (outcome !== undefined) this.#onOutcome(outcome);
  };
  readonly #onEnd = (): void => this.reject('closed-early');

  constructor(options: ArrivalOptions) {
    this.#options = options;
    const { socket, clock, handshakeTimeoutMs } = options;
    this.#cancelTimer = clock.schedule(clock.nowMs() + handshakeTimeoutMs, () =>
      this.reject('handshake-timeout'),
    );
    socket.once('close', () => this.reject(this.#phase === 'tls' ? 'tls-failed' : 'closed-early'));
    this.#socket = socket;
    this.#handshake = this.#newHandshake(false);
    this.#listen(socket);
  }

  /** TLS stands; the same rules begin again inside it. */
  onSecured(socket: Socket): void {
    if (this.#phase !== 'tls') return;
    this.#phase = 'secured';
    this.#handshake = this.#newHandshake(true);
    this.#listen(socket);
  }

  /** Closes the connection and counts why, unless its hello has been read. */
  reject(reason: AcceptRejectReason, answer?: Uint8Array): void {
    if (this.#phase === 'done') return;
    this.#finish();
    if (answer === undefined) this.#options.socket.destroy();
    else refuse(this.#socket, answer);
    this.#options.onRejected(reason);
  }

  #newHandshake(isInsideTls: boolean): AcceptHandshake {
    const { isTlsAvailable, isTlsRequired } = this.#options;
    return new AcceptHandshake({
      codec: handshakeCodec,
      isInsideTls,
      isTlsAvailable,
      isTlsRequired,
    });
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.once('end', this.#onEnd);
  }

  #onOutcome(outcome: AcceptOutcome): void {
    const socket = this.#socket;
    if (outcome.type === 'reject') {
      this.reject(outcome.reason, outcome.answer && encodeFrame(outcome.answer));
      return;
    }
    stopReading(socket, this.#onData, outcome.rest);
    socket.off('end', this.#onEnd);
    if (outcome.type === 'start-tls') {
      this.#phase = 'tls';
      this.#options.startTls(socket);
      return;
    }
    const isEncrypted = this.#phase === 'secured';
    this.#finish();
    const { hello, version } = outcome;
    this.#options.onGreeting({ socket, hello, version, isEncrypted });
  }

  #finish(): void {
    this.#phase = 'done';
    this.#cancelTimer();
    this.#socket.off('data', this.#onData);
    this.#socket.off('end', this.#onEnd);
  }
}

/** Answers a hello. */
export function accept(greeting: Greeting, identity: PeerIdentity): void {
  const { socket, version } = greeting;
  const ack: HelloAck = { type: 'accepted', version, ...identity };
  socket.write(encodeFrame(handshakeCodec.encodeHelloAck(ack)));
}

/** Sends an answer and closes; the rest of what the peer sends is dropped. */
export function refuse(socket: Socket, answer: Uint8Array): void {
  socket.on('data', () => undefined);
  socket.end(answer, () => socket.destroy());
}
