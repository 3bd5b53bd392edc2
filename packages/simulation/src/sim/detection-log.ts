import type { MemberChange } from '../simulated-protocol.js';

/** Without a word, or with a farewell. */
export type EndCause = 'crash' | 'leave';

/** How the end of one member was noticed by the others. */
export interface Detection {
  readonly member: string;
  readonly cause: EndCause;
  readonly atMs: number;
  /** How long until the first of the others noticed; NaN when nobody did. */
  readonly firstMs: number;
  /** How long each of those who noticed took, in the order of noticing. */
  readonly latenciesMs: readonly number[];
  /** Members present at the time that had noticed, or could have, before their own end. */
  readonly observerCount: number;
}

/** A member was declared failed while its process ran and had not said farewell. */
export interface FalsePositive {
  readonly atMs: number;
  readonly observer: string;
  readonly member: string;
}

interface End {
  readonly member: string;
  readonly cause: EndCause;
  readonly atMs: number;
  /** Its place among all beginnings and ends. */
  readonly order: number;
  observerCount: number;
  readonly noticedAtMs: Map<string, number>;
}

/** Collects who noticed whose end, and when, and who was declared failed without reason. */
export class DetectionLog {
  readonly falsePositives: FalsePositive[] = [];
  /** Of members that are not back yet. */
  readonly #ends = new Map<string, End>();
  readonly #past: End[] = [];
  /** Who is present, with the place of each beginning. */
  readonly #present = new Map<string, number>();
  #order = 0;

  /** A member is there, maybe again: what is said of it now is not about an earlier end. */
  started(member: string): void {
    this.#order += 1;
    this.#present.set(member, this.#order);
    this.#ends.delete(member);
  }

  /** A member has been killed, or has begun to leave; if it was both, the first is its end. */
  ended(member: string, atMs: number, cause: EndCause): void {
    const startOrder = this.#present.get(member);
    if (startOrder === undefined) return;
    this.#present.delete(member);
    for (const end of this.#ends.values()) {
      // What it has not noticed by now it never will, and nobody should wait for that.
      if (startOrder < end.order && !end.noticedAtMs.has(member)) end.observerCount -= 1;
    }
    this.#order += 1;
    const end: End = {
      member,
      cause,
      atMs,
      order: this.#order,
      observerCount: this.#present.size,
      noticedAtMs: new Map(),
    };
    this.#ends.set(member, end);
    this.#past.push(end);
  }

  change(observer: string, { type, member }: MemberChange, atMs: number): void {
    const startOrder = this.#present.get(observer);
    if (startOrder === undefined || (type !== 'failed' && type !== 'left')) return;
    const end = this.#ends.get(member);
    if (end === undefined) {
      if (type === 'failed') this.falsePositives.push({ atMs, observer, member });
    } else if (startOrder < end.order && !end.noticedAtMs.has(observer)) {
      end.noticedAtMs.set(observer, atMs);
    }
  }

  detections(): Detection[] {
    return this.#past.map(({ member, cause, atMs, observerCount, noticedAtMs }) => {
      const latenciesMs = [...noticedAtMs.values()].map((noticedMs) => noticedMs - atMs);
      const firstMs = latenciesMs[0] ?? Number.NaN;
      return { member, cause, atMs, observerCount, latenciesMs, firstMs };
    });
  }
}
