import type { SwimConfig } from '../../src/index.js';
import { alive, CoreBench, suspect } from './core-bench.js';

const quiet = { pushPullIntervalMs: 0, gossipIntervalMs: 0 } as const;
const NO_PAYLOAD = new Uint8Array(0);

type Packet = Parameters<CoreBench['hear']>[1];

export const ack = (seqNo: number): Packet => ({ type: 'ack', seqNo, payload: NO_PAYLOAD });
const nack = (seqNo: number): Packet => ({ type: 'nack', seqNo });

/** `m1` to the one of this number. */
export function namesTo(last: number): readonly string[] {
  return Array.from({ length: last }, (_, index) => `m${index + 1}`);
}

/** How m1 answers one look at it. */
export interface LookAnswer {
  /** Since the look's first ping. */
  readonly afterMs: number;
  /** Who brings it: itself, or somebody who was asked to help. */
  readonly from: string;
}

/** The number of a ping that m1 was sent or has answered, and when, since the first. */
interface Pinged {
  readonly seqNo: number;
  readonly atMs: number;
}

/** A member `m0` of a cluster in which everybody answers at once but `m1`. */
export class Watcher {
  readonly bench: CoreBench;
  /** When m1 was pinged first. */
  readonly startedAtMs: number;
  readonly pings: Pinged[] = [];
  /** Who was asked to help, by the number of the ping. */
  readonly helpers: Map<number, string[]> = new Map();
  readonly #heard: Pinged[] = [];
  readonly #areNacksSent: boolean;
  readonly #answers: readonly (LookAnswer | undefined)[];
  #due: { readonly seqNo: number; readonly atMs: number; readonly from: string }[] = [];

  constructor(
    names: readonly string[],
    tuning: Partial<SwimConfig> = {},
    ways: {
      /** By look; what is missing is never answered. */
      readonly answers?: readonly (LookAnswer | undefined)[];
      readonly areNacksSent?: boolean;
      /** How ill m0 is before it probes anybody. */
      readonly healthScore?: number;
    } = {},
  ) {
    this.#answers = ways.answers ?? [];
    this.#areNacksSent = ways.areNacksSent ?? true;
    this.bench = new CoreBench({ ...quiet, ...tuning });
    for (const name of names) this.bench.hear(name, alive(name));
    for (let score = 0; score < (ways.healthScore ?? 0); score += 1) {
      this.bench.hear('m1', suspect('m0', score + 1, 'm1'));
    }
    this.bench.takeSent();
    while (this.pings.length === 0) this.#next();
    this.startedAtMs = this.bench.nowMs;
  }

  seqNo(ping: number): number {
    return this.pings[ping]?.seqNo ?? -1;
  }

  /** When looks at m1 began; an ill member pings more than once in one of them. */
  get lookStartsMs(): readonly number[] {
    const starts = new Map<number, number>();
    for (const { seqNo, atMs } of this.pings) if (!starts.has(seqNo)) starts.set(seqNo, atMs);
    return [...starts.values()];
  }

  /** Answers heard before the end of these instants to pings sent since the first of them. */
  answersInTime(fromMs: number, endMs: number): readonly Pinged[] {
    const isOf = ({ seqNo, atMs }: Pinged): boolean =>
      atMs < endMs && this.pings.some((ping) => ping.seqNo === seqNo && ping.atMs >= fromMs);
    return this.#heard.filter(isOf);
  }

  /** Runs on until so long after the first ping of m1. */
  runTo(elapsedMs: number): void {
    const untilMs = this.startedAtMs + elapsedMs;
    while (this.#nextAtMs() < untilMs) this.#next();
    this.bench.runTo(untilMs);
    this.#answer();
  }

  /** @returns how long after the first ping m1 is in this state. */
  untilState(state: 'suspect' | 'dead'): number {
    while (this.bench.state('m1') !== state) this.#next();
    return this.#elapsedMs();
  }

  /** m1's word on the stream of this number. */
  answerStream(streamId: number, seqNo: number): void {
    this.bench.give({ type: 'stream-opened', streamId });
    const message = { type: 'ack', seqNo, payload: NO_PAYLOAD } as const;
    const bytes = this.bench.codec.encodeStream(message, { side: 'accepted' });
    this.bench.give({ type: 'stream-data', streamId, bytes });
  }

  refuseStream(streamId: number): void {
    this.bench.give({ type: 'stream-failed', streamId, reason: 'refused', detail: 'refused' });
  }

  #elapsedMs(): number {
    return Math.round(this.bench.nowMs - (this.startedAtMs ?? this.bench.nowMs));
  }

  #nextAtMs(): number {
    const deadlineMs = this.bench.core.nextDeadlineMs() ?? Number.POSITIVE_INFINITY;
    return Math.min(deadlineMs, ...this.#due.map(({ atMs }) => atMs));
  }

  #next(): void {
    const nextMs = this.#nextAtMs();
    this.bench.runTo(nextMs);
    const due = this.#due.filter(({ atMs }) => atMs <= nextMs);
    this.#due = this.#due.filter(({ atMs }) => atMs > nextMs);
    for (const { from, seqNo } of due) {
      this.#heard.push({ seqNo, atMs: this.#elapsedMs() });
      this.bench.hear(from, ack(seqNo));
    }
    this.#answer();
  }

  #answer(): void {
    for (const { to, messages } of this.bench.takeSent()) {
      const [first] = messages;
      if (first?.type === 'ping' && first.node !== 'm1') {
        this.bench.hear(first.node, ack(first.seqNo));
      } else if (first?.type === 'ping') {
        this.#onPing(first.seqNo);
      } else if (first?.type === 'indirect-ping') {
        const name = `m${to.split('.').at(-1)}`;
        this.helpers.set(first.seqNo, [...(this.helpers.get(first.seqNo) ?? []), name]);
        if (this.#areNacksSent) this.bench.hear(name, nack(first.seqNo));
      }
    }
  }

  #onPing(seqNo: number): void {
    const isFurther = this.pings.some((ping) => ping.seqNo === seqNo);
    this.pings.push({ seqNo, atMs: this.#elapsedMs() });
    const answer = isFurther ? undefined : this.#answers[this.lookStartsMs.length - 1];
    if (answer === undefined) return;
    const { afterMs, from } = answer;
    this.#due.push({ seqNo, from, atMs: this.bench.nowMs + afterMs });
  }
}
