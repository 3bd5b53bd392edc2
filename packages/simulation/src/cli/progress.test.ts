import { expect, test } from 'vitest';
import { ViewTracker } from '../sim/view-tracker.js';
import { progressLines } from './progress.js';

test('progress is told every two seconds, and tells a common view from the right one', () => {
  let machineMs = 0;
  const lines: string[] = [];
  const nowMs = (): number => machineMs;
  const tell = (line: string): void => void lines.push(line);
  const progress = progressLines({ seed: 3, durationMs: 60_000, tell, nowMs });
  const views = new ViewTracker();
  for (const name of ['a', 'b', 'c']) {
    views.start(name, 0);
    for (const member of ['a', 'b', 'c']) views.change(name, { type: 'joined', member });
  }
  views.stop('c');
  for (let atMs = 1_000; atMs <= 10_000; atMs += 1_000) {
    machineMs = atMs / 2;
    progress(atMs, views.sample(atMs));
  }
  expect(lines).toEqual([
    'seed 3, 4 of 60 s: 2 run, each sees 3 or more, 100 % have the same view, 0 % the right one',
    'seed 3, 8 of 60 s: 2 run, each sees 3 or more, 100 % have the same view, 0 % the right one',
  ]);
});
