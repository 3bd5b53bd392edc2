import type { Clock, DatagramTransport, Endpoint, Rng, StreamTransport } from '@konsul/runtime';

/**
 * A membership protocol that `konsul-sim` can run. Written only in terms of `@konsul/runtime`, so a
 * module satisfies it by its shape and need not import this package:
 *
 * ```text
 * export const protocol = { name: 'mine', start: (environment) => member }
 * ```
 */
export interface SimulatedProtocol {
  /** For reports. */
  readonly name: string;
  /**
   * Starts one member and returns it at once, not by a promise; called again, with a fresh
   * environment, when its node restarts.
   */
  start(environment: MemberEnvironment): SimulatedMember;
  /**
   * Throws when a description sets what this protocol does not know or cannot take; asked before
   * anything runs. Default: nothing is checked before the first member starts.
   */
  checkOptions?(options: Readonly<Record<string, string>>): void;
  /** What kind of message a datagram is, for the load by type. Default: all are `datagram`. */
  messageType?(bytes: Uint8Array): string;
}

/** All that one member may touch of the world. */
export interface MemberEnvironment {
  /** Unique among all members. */
  readonly name: string;
  readonly clock: Clock;
  readonly rng: Rng;
  /** Not listening yet; both are reached at `endpoint`. */
  readonly datagrams: DatagramTransport;
  readonly streams: StreamTransport;
  readonly endpoint: Endpoint;
  /** Whom to join by; empty for the first member. */
  readonly seeds: readonly Endpoint[];
  /** What the description sets for the protocol, as text. An unknown key should throw. */
  readonly options: Readonly<Record<string, string>>;
  /**
   * Must be told of every change of `members()`, so that views can be followed without asking
   * everybody all the time.
   */
  readonly observe: (change: MemberChange) => void;
  /** The member met a defect of its own: ends the run. */
  readonly fail: (error: unknown) => void;
}

/** A change of what one member believes of another. */
export interface MemberChange {
  /**
   * `joined` puts a member into the view; `failed` and `left` take it out. `suspected` and
   * `recovered` change nothing about who is in it.
   */
  readonly type: 'joined' | 'failed' | 'left' | 'suspected' | 'recovered';
  /** Name of the member it is about. */
  readonly member: string;
}

/** One running member. */
export interface SimulatedMember {
  /** Names of those it believes to be there, itself included, in any order. */
  members(): readonly string[];
  /** Says farewell to the others; the member keeps running. */
  leave(): void;
}
