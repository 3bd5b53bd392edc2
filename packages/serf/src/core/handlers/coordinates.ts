import type { Member } from '@konsul/swim/core';
import type { SerfContext } from '../context.js';
import type { Coordinate } from '../coordinate.js';
import { VivaldiClient } from '../vivaldi.js';

const NO_BYTES: Uint8Array = new Uint8Array(0);
const MS_PER_SECOND = 1_000;

/** Learns where this member is in the space of round-trip times, from the acks of its pings. */
export class Coordinates {
  readonly #context: SerfContext;
  readonly #vivaldi: VivaldiClient | undefined;
  readonly #others = new Map<string, Coordinate>();
  /** What acks carry; undefined until it is next asked for. */
  #payload: Uint8Array | undefined;
  #resetCount = 0;

  constructor(context: SerfContext) {
    this.#context = context;
    this.#vivaldi = context.config.isCoordinatesEnabled
      ? new VivaldiClient(context.rng)
      : undefined;
  }

  /** Times our position had become unusable. */
  get resetCount(): number {
    return this.#resetCount;
  }

  /** Our own position; undefined when turned off. */
  get own(): Coordinate | undefined {
    return this.#vivaldi?.coordinate;
  }

  of(name: string): Coordinate | undefined {
    return this.#context.isLocal(name) ? this.own : this.#others.get(name);
  }

  ackPayload(): Uint8Array {
    if (this.#vivaldi === undefined) return NO_BYTES;
    this.#payload ??= this.#context.codec.encodeCoordinate(this.#vivaldi.coordinate);
    return this.#payload;
  }

  onPingComplete(member: Member, rttMs: number, payload: Uint8Array): void {
    // Members that have coordinates turned off send nothing.
    if (this.#vivaldi === undefined || payload.length === 0) return;
    // Of one that is forgotten here already nobody would tell us when to drop it.
    if (this.#context.members.get(member.name) === undefined) return;
    const other = this.#context.codec.decodeCoordinate(payload);
    if (other === undefined) {
      this.#context.reject('serf-unusable-coordinate');
      return;
    }
    if (rttMs === 0) this.#context.count('coordinate.zero-rtt');
    const before = this.#vivaldi.coordinate;
    const { rejected, wasReset } = this.#vivaldi.observe(member.name, other, rttMs / MS_PER_SECOND);
    if (rejected !== undefined) {
      this.#context.count('coordinate.rejected');
      return;
    }
    if (wasReset) this.#resetCount += 1;
    this.#payload = undefined;
    this.#others.set(member.name, other);
    const movedMs = (this.#vivaldi.coordinate.adjustment - before.adjustment) * MS_PER_SECOND;
    this.#context.measure('sample', 'coordinate.adjustment-ms', Math.abs(movedMs));
  }

  /** Drops what is remembered of a member that is forgotten. */
  forget(name: string): void {
    this.#others.delete(name);
    this.#vivaldi?.forget(name);
  }
}
