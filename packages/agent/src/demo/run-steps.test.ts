import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import type { DemoStep } from './demo-step.js';
import { runSteps, type StepsReport } from './run-steps.js';
import { Screen } from './screen.js';
import { demoNodes } from './topology.js';

const [firstNode] = demoNodes;

function step(title: string, run: DemoStep<string[]>['run']): DemoStep<string[]> {
  return {
    title,
    expectation: `${title} works`,
    agents: firstNode === undefined ? [] : [firstNode],
    run,
  };
}

async function show(
  steps: readonly DemoStep<string[]>[],
): Promise<{ readonly report: StepsReport; readonly text: string; readonly stage: string[] }> {
  let text = '';
  const write = (chunk: string): void => {
    text += chunk;
  };
  const stage: string[] = [];
  const report = await runSteps(steps, {
    stage,
    screen: new Screen({ write, isTerminal: false }),
    clock: new VirtualClock(),
    logTail: async (node) => [`log of ${node.label}`],
  });
  return { report, text, stage };
}

const holding = step('One', async (stage) => {
  stage.push('one');
  return { holds: true, saw: 'nothing of interest' };
});

test('a step that holds gets a tick and says what holds', async () => {
  const { report, text } = await show([holding]);
  expect(report).toEqual({ heldCount: 1, stepCount: 1 });
  expect(text).toBe('\n1. One\n✔ One works (0.0 s)\n');
});

test('a step that does not hold says what was expected, what came, and why', async () => {
  const failing = step('Two', async () => ({ holds: false, saw: 'a mess' }));
  const { report, text } = await show([holding, failing]);
  expect(report).toEqual({ heldCount: 1, stepCount: 2 });
  expect(text).toContain(
    [
      '2. Two',
      '✘ expected: Two works (0.0 s)',
      '  but: a mess',
      '  last lines of dc1 server-1:',
      '    log of dc1 server-1',
      '',
    ].join('\n'),
  );
});

test('a step that rejects has seen the error', async () => {
  const failing = step('One', () => Promise.reject(new Error('no answer')));
  const { report, text } = await show([failing]);
  expect(report.heldCount).toBe(0);
  expect(text).toContain('  but: no answer\n');
});

test('nothing is tried behind a step that does not hold', async () => {
  const failing = step('One', async () => ({ holds: false, saw: '' }));
  const { report, stage } = await show([failing, holding, holding]);
  expect(report).toEqual({ heldCount: 0, stepCount: 3 });
  expect(stage).toEqual([]);
});
