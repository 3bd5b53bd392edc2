import type { MemberChange } from '../simulated-protocol.js';

/** How the end of one member was noticed by the others. */
export interface Detection {
  readonly member: string;
  readonly atMs: number;
  /** How long until the first of the others noticed; NaN when nobody did. */
  readonly firstMs: number;
  /** How long each of those who noticed took, in the order of noticing. */
  readonly latenciesMs: readonly number[];
  /** Members that ran at the time and should have noticed. */
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
  readonly atMs: number;
  readonly observerCount: number;
  readonly noticedAtMs: Map<string, number>;
}

/** Collects who noticed whose end, and when, and who was declared failed without reason. */
export class DetectionLog {
  readonly falsePositives: FalsePositive[] = [];
  readonly #ends = new Map<string, End>();
  readonly #past: End[] = [];

  /** A member has been killed, or has begun to leave; if it was both, the first is its end. */
  ended(member: string, atMs: number, observerCount: number): void {
    if (this.#ends.has(member)) return;
    const end: End = { member, atMs, observerCount, noticedAtMs: new Map() };
    this.#ends.set(member, end);
    this.#past.push(end);
  }

  /** A member is there again: what is said of it now is not about its end. */
  restarted(member: string): void {
    this.#ends.delete(member);
  }

  change(observer: string, { type, member }: MemberChange, atMs: number): void {
    if (type !== 'failed' && type !== 'left') return;
    const end = this.#ends.get(member);
    if (end === undefined) {
      if (type === 'failed') this.falsePositives.push({ atMs, observer, member });
    } else if (!end.noticedAtMs.has(observer) && observer !== member) {
      end.noticedAtMs.set(observer, atMs);
    }
  }

  detections(): Detection[] {
    return this.#past.map(({ member, atMs, observerCount, noticedAtMs }) => {
      const latenciesMs = [...noticedAtMs.values()].map((noticedMs) => noticedMs - atMs);
      return { member, atMs, observerCount, latenciesMs, firstMs: latenciesMs[0] ?? Number.NaN };
    });
  }
}
