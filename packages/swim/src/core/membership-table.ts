import {
  type Deadline,
  type Endpoint,
  invariant,
  type Rng,
  randomBelow,
  shuffle,
} from '@konsul/runtime/core';
import { formatAddress, isSameBytes } from './address.js';
import { isLive, type Member, type MemberState } from './member.js';
import type { AddressBytes, VersionVector } from './messages.js';
import type { Suspicion } from './suspicion.js';
import type { SwimTimer } from './timer.js';

/** Bytes of a whole version vector. */
export const VERSION_BYTES = 6;

const NO_META: Uint8Array = new Uint8Array(0);
const NO_VERSIONS: VersionVector = new Uint8Array(VERSION_BYTES);

/** What an announcement says about a member. */
export interface Announcement {
  readonly address: AddressBytes;
  readonly port: number;
  readonly meta: Uint8Array;
  readonly incarnation: number;
  readonly versions: VersionVector;
}

/** A member in the table. Only the table and the rules change it; others take its {@link view}. */
export class MemberRecord {
  readonly name: string;
  /** The running accusation, while the state is suspect. */
  suspicion: Suspicion | undefined;
  suspicionDeadline: Deadline<SwimTimer> | undefined;
  /** Whether we have probed it since we know it. */
  isProbed = false;
  /** When a stale announcement of this member was last answered. */
  answeredStaleAtMs: number = Number.NEGATIVE_INFINITY;
  #address: AddressBytes;
  #port: number;
  #meta: Uint8Array = NO_META;
  #versions: VersionVector = NO_VERSIONS;
  #incarnation = 0;
  #state: MemberState = 'dead';
  #stateChangedAtMs: number;
  #endpoint: Endpoint;
  #view: Member | undefined;

  /** A stranger starts as dead, so that its first announcement is a join. */
  constructor(name: string, options: { address: AddressBytes; port: number; nowMs: number }) {
    this.name = name;
    this.#address = options.address;
    this.#port = options.port;
    this.#stateChangedAtMs = options.nowMs;
    this.#endpoint = this.#toEndpoint();
  }

  get address(): AddressBytes {
    return this.#address;
  }

  get port(): number {
    return this.#port;
  }

  get meta(): Uint8Array {
    return this.#meta;
  }

  get versions(): VersionVector {
    return this.#versions;
  }

  get incarnation(): number {
    return this.#incarnation;
  }

  get state(): MemberState {
    return this.#state;
  }

  get stateChangedAtMs(): number {
    return this.#stateChangedAtMs;
  }

  /** Newest protocol the member speaks; 0 while unknown. */
  get protocolMax(): number {
    return this.#versions[1] ?? 0;
  }

  /** Where to send, with the member's name. */
  get endpoint(): Endpoint {
    return this.#endpoint;
  }

  /** The member as it is now; the same object until something changes. */
  get view(): Member {
    this.#view ??= {
      name: this.name,
      address: this.#address,
      host: this.#endpoint.host,
      port: this.#port,
      meta: this.#meta,
      state: this.#state,
      incarnation: this.#incarnation,
      versions: this.#versions,
      stateChangedAtMs: this.#stateChangedAtMs,
    };
    return this.#view;
  }

  setIncarnation(incarnation: number): void {
    this.#incarnation = incarnation;
    this.#view = undefined;
  }

  /**
   * For the table alone, which knows places. Takes what the member says of itself. Meta is copied,
   * because what a codec returns may be a small part of a large message.
   */
  take(announcement: Announcement): void {
    const hasMoved =
      announcement.port !== this.#port || !isSameBytes(announcement.address, this.#address);
    if (hasMoved) {
      this.#address = announcement.address;
      this.#port = announcement.port;
      this.#endpoint = this.#toEndpoint();
    }
    if (!isSameBytes(announcement.meta, this.#meta)) {
      this.#meta = new Uint8Array(announcement.meta);
    }
    const { versions } = announcement;
    if (!isSameBytes(versions, this.#versions)) {
      this.#versions =
        versions.length === VERSION_BYTES ? versions : versions.slice(0, VERSION_BYTES);
    }
    this.#incarnation = announcement.incarnation;
    this.#view = undefined;
  }

  /** For the table alone, which keeps counts. */
  enter(state: MemberState, nowMs: number): void {
    this.#state = state;
    this.#stateChangedAtMs = nowMs;
    this.#view = undefined;
  }

  #toEndpoint(): Endpoint {
    return { host: formatAddress(this.#address), port: this.#port, name: this.name };
  }
}

/** All members known: by name, and in the order in which they are probed. */
export class MembershipTable {
  readonly #byName = new Map<string, MemberRecord>();
  readonly #byPlace = new Map<string, MemberRecord>();
  readonly #counts: Record<MemberState, number> = { alive: 0, suspect: 0, dead: 0, left: 0 };
  #order: MemberRecord[] = [];
  /** The place asked for last, and who is there: all news of a packet comes from the same one. */
  #askedPlace: Endpoint | undefined;
  #foundThere: MemberRecord | undefined;

  /** Everybody, the dead included; `n` in all formulas. */
  get size(): number {
    return this.#order.length;
  }

  /** Members alive or suspected, ourselves included. */
  get liveCount(): number {
    return this.#counts.alive + this.#counts.suspect;
  }

  /** Members in probe order. Valid until the table changes. */
  get order(): readonly MemberRecord[] {
    return this.#order;
  }

  countOf(state: MemberState): number {
    return this.#counts[state];
  }

  get(name: string): MemberRecord | undefined {
    return this.#byName.get(name);
  }

  /** The member that announces this address; of several, the one heard of last. */
  at(endpoint: Endpoint): MemberRecord | undefined {
    if (endpoint !== this.#askedPlace) {
      this.#askedPlace = endpoint;
      this.#foundThere = this.#byPlace.get(placeOf(endpoint));
    }
    return this.#foundThere;
  }

  /**
   * Adds a member at a random place, so that members who learn of it together do not all probe it
   * at the same time. Source: SWIM 4.3.
   */
  insert(record: MemberRecord, rng: Rng): void {
    invariant(!this.#byName.has(record.name), `member ${record.name} inserted twice`);
    this.#byName.set(record.name, record);
    this.#enterPlace(record);
    this.#counts[record.state] += 1;
    const last = this.#order.length;
    const place = last === 0 ? 0 : randomBelow(rng, last);
    this.#order.push(record);
    const displaced = this.#order[place] as MemberRecord;
    this.#order[place] = record;
    this.#order[last] = displaced;
  }

  /** Writes down what a member says of itself. */
  take(record: MemberRecord, announcement: Announcement): void {
    const { endpoint } = record;
    record.take(announcement);
    if (record.endpoint === endpoint) return;
    this.#leavePlace(record, endpoint);
    this.#enterPlace(record);
  }

  setState(record: MemberRecord, state: MemberState, nowMs: number): void {
    this.#counts[record.state] -= 1;
    this.#counts[state] += 1;
    record.enter(state, nowMs);
  }

  /** Forgets members and gives the rest a new random order. @returns the forgotten ones. */
  purgeAndShuffle(isForgotten: (record: MemberRecord) => boolean, rng: Rng): MemberRecord[] {
    const forgotten: MemberRecord[] = [];
    const kept: MemberRecord[] = [];
    for (const record of this.#order) {
      if (isForgotten(record)) forgotten.push(record);
      else kept.push(record);
    }
    for (const record of forgotten) {
      this.#byName.delete(record.name);
      this.#leavePlace(record, record.endpoint);
      this.#counts[record.state] -= 1;
    }
    this.#order = shuffle(rng, kept);
    return forgotten;
  }

  /**
   * Up to `count` different members that `accepts`, at random. Small tables are searched to the
   * end; in large ones a bounded number of draws is enough.
   */
  pickRandom(count: number, rng: Rng, accepts: (record: MemberRecord) => boolean): MemberRecord[] {
    const size = this.#order.length;
    return size < 3 * count
      ? this.#pickByShuffle(count, rng, accepts)
      : this.#pickByDraws(count, rng, accepts);
  }

  /** Live members, in probe order. */
  liveMembers(): Member[] {
    return this.#order.filter((record) => isLive(record.state)).map((record) => record.view);
  }

  #enterPlace(record: MemberRecord): void {
    this.#byPlace.set(placeOf(record.endpoint), record);
    this.#askedPlace = undefined;
  }

  #leavePlace(record: MemberRecord, endpoint: Endpoint): void {
    this.#askedPlace = undefined;
    const place = placeOf(endpoint);
    if (this.#byPlace.get(place) === record) this.#byPlace.delete(place);
  }

  #pickByShuffle(
    count: number,
    rng: Rng,
    accepts: (record: MemberRecord) => boolean,
  ): MemberRecord[] {
    const candidates = this.#order.filter(accepts);
    const picked: MemberRecord[] = [];
    while (picked.length < count && candidates.length > 0) {
      const index = randomBelow(rng, candidates.length);
      picked.push(candidates[index] as MemberRecord);
      candidates[index] = candidates.at(-1) as MemberRecord;
      candidates.pop();
    }
    return picked;
  }

  #pickByDraws(
    count: number,
    rng: Rng,
    accepts: (record: MemberRecord) => boolean,
  ): MemberRecord[] {
    const picked: MemberRecord[] = [];
    const drawCountMax = 3 * this.#order.length;
    for (let draw = 0; draw < drawCountMax && picked.length < count; draw += 1) {
      const record = this.#order[randomBelow(rng, this.#order.length)] as MemberRecord;
      if (accepts(record) && !picked.includes(record)) picked.push(record);
    }
    return picked;
  }
}

function placeOf({ host, port }: Endpoint): string {
  return `${host} ${port}`;
}
