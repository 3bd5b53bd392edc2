import { Cluster, memberName } from '../cluster/cluster.js';
import { MEMBERLIST_WAYS } from '../cluster/memberlist-ways.js';
import { type ViewLog, ViewWatch } from './view-log.js';

export type StabilityScenario = 'bootstrap' | 'crash' | 'flip-flop' | 'egress-loss';

/** One scenario of Rapid's evaluation. */
export interface StabilityJob {
  readonly scenario: StabilityScenario;
  readonly memberCount: number;
  /** With what Konsul adds to memberlist, or without. */
  readonly hasExtras: boolean;
  readonly seed: number;
}

export interface StabilityOutcome extends ViewLog {
  /** When what happens began; all instants count from the beginning of the run. */
  readonly beganAtMs: number;
  readonly durationMs: number;
  /** Troubled members that no watched member has in its view at the end. */
  readonly removedCount: number;
  readonly troubledCount: number;
  readonly bytesPerMemberSecond: number;
}

const LINK = { latency: { type: 'uniform', minMs: 0.2, maxMs: 1 } } as const;
const SETTLE_MS = 20_000;
const SAMPLE_MS = 1_000;
const BOOTSTRAP_AT_MS = 10_000;
const FLIP_MS = 20_000;

interface Course {
  readonly troubledCount: (memberCount: number) => number;
  readonly durationMs: number;
  /** What happens; called once, when members have settled. */
  readonly begin: (cluster: Cluster, troubled: readonly string[]) => void;
}

const COURSES: Readonly<Record<StabilityScenario, Course>> = {
  bootstrap: { troubledCount: () => 0, durationMs: 120_000, begin: () => undefined },
  crash: {
    troubledCount: () => 10,
    durationMs: 60_000,
    begin: (cluster, troubled) => {
      for (const name of troubled) cluster.world.crash(name);
    },
  },
  'flip-flop': {
    troubledCount: () => 10,
    durationMs: 160_000,
    begin: (cluster, troubled) => {
      const others = cluster.world.nodeNames().filter((name) => !troubled.includes(name));
      const flip = (): void => {
        const undo = cluster.world.block(others, troubled);
        cluster.world.clock.schedule(cluster.nowMs + FLIP_MS, () => {
          undo();
          cluster.world.clock.schedule(cluster.nowMs + FLIP_MS, flip);
        });
      };
      flip();
    },
  },
  'egress-loss': {
    troubledCount: (memberCount) => Math.max(1, Math.round(memberCount / 100)),
    durationMs: 200_000,
    begin: (cluster, troubled) => {
      cluster.world.degrade({ lossRatio: 0.8 }, { from: troubled });
    },
  },
};

/** Source: Suresh and others, "Stable and Consistent Membership at Scale with Rapid", Section 7. */
export async function runStability(job: StabilityJob): Promise<StabilityOutcome> {
  const { scenario, memberCount, hasExtras, seed } = job;
  const course = COURSES[scenario];
  const isBootstrap = scenario === 'bootstrap';
  const troubled = Array.from(
    { length: course.troubledCount(memberCount) },
    (_, index) => memberCount - 1 - index,
  );
  const watch = new ViewWatch(memberCount, (index) => !troubled.includes(index));
  const cluster = new Cluster({
    seed,
    memberCount,
    config: hasExtras ? {} : MEMBERLIST_WAYS,
    link: LINK,
    onChange: (change) => watch.change(change),
    ...(isBootstrap ? { startAtMs: (index) => (index === 0 ? 0 : BOOTSTRAP_AT_MS) } : {}),
  });
  const beganAtMs = isBootstrap ? BOOTSTRAP_AT_MS : SETTLE_MS;
  await cluster.run(beganAtMs - 1);
  watch.reset();
  const sentBefore = cluster.totalSent().byteCount;
  course.begin(cluster, troubled.map(memberName));
  const endMs = beganAtMs + course.durationMs;
  for (let atMs = beganAtMs; atMs <= endMs; atMs += SAMPLE_MS) {
    await cluster.run(atMs);
    watch.sample(atMs);
  }
  const removed = troubled.filter((index) =>
    cluster.members.every(
      ({ swim }, observer) => troubled.includes(observer) || !isSeen(swim?.members(), index),
    ),
  );
  const memberSeconds = (memberCount * course.durationMs) / 1_000;
  return {
    ...watch.log(),
    beganAtMs,
    durationMs: course.durationMs,
    removedCount: removed.length,
    troubledCount: troubled.length,
    bytesPerMemberSecond: (cluster.totalSent().byteCount - sentBefore) / memberSeconds,
  };
}

function isSeen(view: readonly string[] | undefined, index: number): boolean {
  return view?.includes(memberName(index)) === true;
}
