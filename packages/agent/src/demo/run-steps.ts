import type { Clock } from '@konsul/runtime';
import type { DemoStep, StepOutcome } from './demo-step.js';
import { formatSeconds, type Screen } from './screen.js';
import type { DemoNode } from './topology.js';

export interface RunStepsOptions<Stage> {
  readonly stage: Stage;
  readonly screen: Screen;
  readonly clock: Clock;
  /** The last lines of an agent's log. */
  readonly logTail: (node: DemoNode) => Promise<readonly string[]>;
}

/** How many steps did what they should. */
export interface StepsReport {
  readonly heldCount: number;
  readonly stepCount: number;
}

/**
 * Runs steps in order and ends at the first one that does not hold, because the others build on it.
 *
 * Each one is shown with its title, what it prints, and a tick, or a cross with what was expected,
 * what came instead and the logs of those involved.
 */
export async function runSteps<Stage>(
  steps: readonly DemoStep<Stage>[],
  options: RunStepsOptions<Stage>,
): Promise<StepsReport> {
  const { screen, stage, clock } = options;
  let heldCount = 0;
  for (const [position, step] of steps.entries()) {
    screen.line();
    screen.line(screen.colors.bold(`${position + 1}. ${step.title}`));
    const startedAtMs = clock.nowMs();
    const outcome = await outcomeOf(step, stage);
    const took = screen.colors.dim(`(${formatSeconds(clock.nowMs() - startedAtMs)})`);
    if (!outcome.holds) {
      screen.line(`${screen.colors.red('✘')} expected: ${step.expectation} ${took}`);
      await explain(step, outcome, options);
      break;
    }
    screen.line(`${screen.colors.green('✔')} ${step.expectation} ${took}`);
    heldCount += 1;
  }
  return { heldCount, stepCount: steps.length };
}

async function outcomeOf<Stage>(step: DemoStep<Stage>, stage: Stage): Promise<StepOutcome> {
  try {
    return await step.run(stage);
  } catch (error) {
    return { holds: false, saw: error instanceof Error ? error.message : String(error) };
  }
}

async function explain<Stage>(
  { agents }: DemoStep<Stage>,
  { saw }: StepOutcome,
  { screen, logTail }: RunStepsOptions<Stage>,
): Promise<void> {
  const { colors } = screen;
  screen.line(`  but: ${saw}`);
  for (const node of agents) {
    const lines = await logTail(node);
    if (lines.length > 0) screen.line(colors.dim(`  last lines of ${node.label}:`));
    for (const line of lines) screen.line(colors.dim(`    ${line}`));
  }
}
