import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import {
  type ByteStream,
  type Cancel,
  type Clock,
  type Endpoint,
  socketStream,
} from '@konsul/runtime';
import {
  DialHandshake,
  type DialOutcome,
  type HelloAck,
  type PeerIdentity,
  PROTOCOL_VERSION_MAX,
  PROTOCOL_VERSION_MIN,
  type ProtocolName,
  TLS_BYTE,
} from '../core/index.js';
import { RpcError } from '../errors.js';
import { handshakeCodec } from '../wire/handshake-codec.js';
import { type DialPhase, dialError, dialTimeout } from './dial-error.js';
import { prepareSocket, stopReading } from './handover.js';
import type { TlsCredentials } from './tls-options.js';

/** Whom to reach. */
export interface Peer extends Endpoint {
  /** Refused when the peer says that it belongs to another; TLS insists on its certificate. */
  readonly datacenter?: string;
  /** False dials without TLS even where certificates are configured. Default true. */
  readonly useTls?: boolean;
}

export interface DialOptions {
  readonly peer: Peer;
  readonly protocol: ProtocolName;
  /** The network area that the connection belongs to. Default none. */
  readonly area?: string;
  readonly identity: PeerIdentity;
  readonly tls?: TlsCredentials | undefined;
  /** How long opening may take altogether, in milliseconds. */
  readonly timeoutMs: number;
  /** Gives the dial up. */
  readonly signal?: AbortSignal;
  readonly clock: Clock;
}

/** A connection whose handshake is done; its bytes belong to the protocol asked for. */
export interface DialledConnection {
  readonly stream: ByteStream;
  readonly identity: PeerIdentity;
  readonly version: number;
  readonly isEncrypted: boolean;
}

/**
 * Opens one connection to a server port: TCP, TLS where it is configured, hello and its answer.
 * Handlers must be set on the stream in the turn in which the promise resolves.
 *
 * Rejects with RpcError `DIAL_FAILED`, `DIAL_TIMEOUT`, `HANDSHAKE_FAILED` or `CANCELLED`.
 */
export function dial(options: DialOptions): Promise<DialledConnection> {
  return new Promise((resolve, reject) => {
    new Dial(options, { resolve, reject }).start();
  });
}

interface Settle {
  readonly resolve: (connection: DialledConnection) => void;
  readonly reject: (error: RpcError) => void;
}

class Dial {
  readonly #options: DialOptions;
  readonly #settle: Settle;
  readonly #handshake = new DialHandshake(handshakeCodec);
  readonly #onData = (bytes: Buffer): void => this.#onBytes(bytes);
  readonly #onAbort = (): void => this.#fail(new RpcError('CANCELLED', 'the dial was given up'));
  readonly #raw: Socket;
  #socket: Socket;
  #phase: DialPhase = 'connect';
  #isSettled = false;
  #cancelTimer: Cancel;

  constructor(options: DialOptions, settle: Settle) {
    this.#options = options;
    this.#settle = settle;
    const { clock, peer, timeoutMs } = options;
    this.#raw = connectTcp({ host: peer.host, port: peer.port, allowHalfOpen: true });
    this.#socket = this.#raw;
    this.#cancelTimer = clock.schedule(clock.nowMs() + timeoutMs, () => {
      this.#fail(dialTimeout(peer));
    });
  }

  start(): void {
    const { peer, tls } = this.#options;
    prepareSocket(this.#raw);
    this.#raw.once('connect', () => {
      if (tls === undefined || peer.useTls === false) this.#sayHello(this.#raw);
      else this.#startTls(tls);
    });
    this.#watch(this.#raw);
    const { signal } = this.#options;
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (signal?.aborted === true) this.#onAbort();
  }

  #watch(socket: Socket): void {
    socket.once('error', (error) => this.#fail(dialError(this.#options.peer, this.#phase, error)));
    socket.once('close', () => this.#fail(this.#closedError()));
  }

  #startTls(tls: TlsCredentials): void {
    this.#phase = 'tls';
    this.#raw.write(Uint8Array.of(TLS_BYTE));
    const { host, datacenter } = this.#options.peer;
    const options = tls.dialOptions(datacenter);
    // A name is of use to servers that choose certificates by it; an address is not allowed there.
    const named = isIP(host) === 0 ? { servername: host } : {};
    const secured = connectTls({ ...named, ...options, socket: this.#raw });
    secured.on('error', () => undefined);
    this.#watch(secured);
    secured.once('secureConnect', () => this.#sayHello(secured));
  }

  #sayHello(socket: Socket): void {
    const { identity, protocol, area = '' } = this.#options;
    this.#phase = 'hello';
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.once('end', () => this.#fail(this.#closedError()));
    const versions = { versionMin: PROTOCOL_VERSION_MIN, versionMax: PROTOCOL_VERSION_MAX };
    socket.write(this.#handshake.firstBytes({ ...identity, ...versions, protocol, area }));
  }

  #onBytes(bytes: Uint8Array): void {
    const outcome = this.#handshake.push(bytes);
    if (outcome !== undefined) this.#onOutcome(outcome);
  }

  #onOutcome(outcome: DialOutcome): void {
    const { peer } = this.#options;
    if (outcome.type === 'malformed') {
      this.#fail(dialError(peer, 'hello', new Error(outcome.detail)));
      return;
    }
    const refusal = this.#refusal(outcome.ack);
    if (outcome.ack.type === 'refused' || refusal !== undefined) {
      this.#fail(dialError(peer, 'hello', new Error(refusal ?? 'refused')));
      return;
    }
    this.#endWaiting();
    stopReading(this.#socket, this.#onData, outcome.rest);
    const { type: _, version, ...identity } = outcome.ack;
    this.#settle.resolve({
      stream: socketStream(this.#socket, peer),
      identity,
      version,
      isEncrypted: this.#socket !== this.#raw,
    });
  }

  #refusal(ack: HelloAck): string | undefined {
    const { datacenter } = this.#options.peer;
    if (ack.type === 'refused') return `refused by peer: ${ack.code} ${ack.message}`;
    if (datacenter === undefined || ack.datacenter === datacenter) return undefined;
    return `peer is in datacenter "${ack.datacenter}", not in "${datacenter}"`;
  }

  #closedError(): RpcError {
    const { peer } = this.#options;
    const during = this.#phase === 'connect' ? 'connect' : `${this.#phase} handshake`;
    return dialError(peer, this.#phase, new Error(`closed by peer during ${during}`));
  }

  #fail(error: RpcError): void {
    if (this.#isSettled) return;
    this.#endWaiting();
    this.#socket.destroy();
    this.#raw.destroy();
    this.#settle.reject(error);
  }

  #endWaiting(): void {
    this.#isSettled = true;
    this.#cancelTimer();
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
  }
}
