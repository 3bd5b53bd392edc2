import { seededRng, shuffle } from '@konsul/runtime';
import { Cluster, type ClusterChange } from '../cluster/cluster.js';
import { type LifeguardJob, MEMBER_COUNT, SETTLE_MS, swimConfig, TEST_MS } from './settings.js';

/** What one run came to. */
export interface LifeguardOutcome {
  /** FP: failure events about members that were well. */
  readonly falsePositiveCount: number;
  /** FP-: those of them that were raised at members that were well. */
  readonly healthyFalsePositiveCount: number;
  /** Per member in trouble, from the first anomaly's start to the first failure event elsewhere. */
  readonly firstDetectionMs: readonly number[];
  /** Per member in trouble, to the last of the healthy members' failure events. */
  readonly fullDisseminationMs: readonly number[];
  readonly messageCount: number;
  readonly byteCount: number;
  /** How long the test took, on the virtual clock. */
  readonly testMs: number;
  /** How long the machine took, in milliseconds; not part of the measurement. */
  readonly elapsedMs: number;
}

/** One rack: the paper's members shared a machine, ours share a switch. */
const LINK = { latency: { type: 'uniform', minMs: 0.05, maxMs: 0.3 } } as const;
const HEALED_CHECK_MS = 250;

/** Source: Lifeguard, Section V-B to V-D. */
export async function runLifeguard(job: LifeguardJob): Promise<LifeguardOutcome> {
  const startedAtMs = performance.now();
  const test = new LifeguardTest(job);
  await test.cluster.run(SETTLE_MS);
  await test.run();
  return { ...test.outcome(), elapsedMs: performance.now() - startedAtMs };
}

class LifeguardTest {
  readonly cluster: Cluster;
  readonly #job: LifeguardJob;
  /** Indexes of the members that get into trouble. */
  readonly #troubled: ReadonlySet<number>;
  /** When each member in trouble was first declared failed by each other member. */
  readonly #failedAtMs = new Map<number, Map<number, number>>();
  #falsePositiveCount = 0;
  #healthyFalsePositiveCount = 0;
  #sentBefore = { messageCount: 0, byteCount: 0 };

  constructor(job: LifeguardJob) {
    this.#job = job;
    const indexes = Array.from({ length: MEMBER_COUNT }, (_, index) => index);
    const shuffled = shuffle(seededRng(job.seed * 7_919 + job.concurrentCount), indexes);
    this.#troubled = new Set(shuffled.slice(0, job.concurrentCount));
    this.cluster = new Cluster({
      seed: job.seed,
      memberCount: MEMBER_COUNT,
      config: swimConfig(job),
      link: LINK,
      onChange: (change) => this.#onChange(change),
    });
  }

  async run(): Promise<void> {
    const { durationMs, intervalMs } = this.#job;
    this.#sentBefore = this.cluster.totalSent();
    if (intervalMs === undefined) {
      await this.#trouble(durationMs);
      await this.#awaitHealed(SETTLE_MS + TEST_MS);
      return;
    }
    for (;;) {
      await this.#trouble(durationMs);
      if (this.cluster.nowMs >= SETTLE_MS + TEST_MS) return;
      await this.cluster.run(this.cluster.nowMs + intervalMs);
    }
  }

  outcome(): Omit<LifeguardOutcome, 'elapsedMs'> {
    const sent = this.cluster.totalSent();
    const healthyCount = MEMBER_COUNT - this.#troubled.size;
    const detections = [...this.#failedAtMs.values()];
    const sinceStart = (atMs: number): number => atMs - SETTLE_MS;
    return {
      falsePositiveCount: this.#falsePositiveCount,
      healthyFalsePositiveCount: this.#healthyFalsePositiveCount,
      firstDetectionMs: detections.map((byObserver) =>
        sinceStart(Math.min(...byObserver.values())),
      ),
      fullDisseminationMs: detections
        .map((byObserver) => [...byObserver].filter(([observer]) => !this.#troubled.has(observer)))
        .filter((healthy) => healthy.length === healthyCount)
        .map((healthy) => sinceStart(Math.max(...healthy.map(([, atMs]) => atMs)))),
      messageCount: sent.messageCount - this.#sentBefore.messageCount,
      byteCount: sent.byteCount - this.#sentBefore.byteCount,
      testMs: this.cluster.nowMs - SETTLE_MS,
    };
  }

  async #trouble(durationMs: number): Promise<void> {
    for (const index of this.#troubled) this.cluster.block(index);
    await this.cluster.run(this.cluster.nowMs + durationMs);
    for (const index of this.#troubled) this.cluster.unblock(index);
    // What goes on at this very instant.
    await this.cluster.run(this.cluster.nowMs);
  }

  async #awaitHealed(limitMs: number): Promise<void> {
    while (this.cluster.nowMs < limitMs && !this.#isHealed()) {
      await this.cluster.run(Math.min(limitMs, this.cluster.nowMs + HEALED_CHECK_MS));
    }
  }

  /** Whether everybody sees everybody, and suspects nobody. */
  #isHealed(): boolean {
    return this.cluster.members.every(({ swim }) => {
      const members = swim?.core.liveMembers() ?? [];
      return members.length === MEMBER_COUNT && members.every(({ state }) => state === 'alive');
    });
  }

  #onChange({ type, observer, member, atMs }: ClusterChange): void {
    if (type !== 'failed' || atMs < SETTLE_MS) return;
    if (!this.#troubled.has(member)) {
      this.#falsePositiveCount += 1;
      if (!this.#troubled.has(observer)) this.#healthyFalsePositiveCount += 1;
      return;
    }
    const byObserver = this.#failedAtMs.get(member) ?? new Map<number, number>();
    this.#failedAtMs.set(member, byObserver);
    if (!byObserver.has(observer)) byObserver.set(observer, atMs);
  }
}
