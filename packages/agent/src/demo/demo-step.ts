import type { DemoNode } from './topology.js';

/** What a step found out. */
export interface StepOutcome {
  /** Whether what was expected is the case. */
  readonly holds: boolean;
  /** What is the case; shown when it is not what was expected. */
  readonly saw: string;
}

/** One thing that the demo shows, and checks. */
export interface DemoStep<Stage> {
  readonly title: string;
  /** What must be the case afterwards; one sentence without a full stop. */
  readonly expectation: string;
  /** Whose logs explain why it is not. */
  readonly agents: readonly DemoNode[];
  /** Must end by itself. What it rejects with counts as what it saw. */
  run(stage: Stage): Promise<StepOutcome>;
}
