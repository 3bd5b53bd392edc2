import { parseDescription, runSimulation, type SimulationResult } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { protocol } from '../../src/simulated/index.js';

const TEXT = `
duration 40s
members 12 in east
members 8 in west join at 1s within 1s
link latency=uniform:0.2:1
link east - west latency=uniform:20:25
at 10s kill east-3
at 12s leave west-1
at 25s for 2s crash east-0 process
`;

function run(seed: number): Promise<SimulationResult> {
  const description = parseDescription(TEXT, { readFile: () => '' });
  return runSimulation({ ...description, seed }, { protocol });
}

test('a described cluster converges, notices who ends, and takes back who returns', async () => {
  const { views, detections, load } = await run(1);
  const joined = views.find(
    ({ runningCount, correctRatio }) => runningCount === 20 && correctRatio === 1,
  );
  expect(joined?.atMs).toBeLessThan(10_000);
  expect(views.at(-1)?.agreeingRatio).toBeGreaterThanOrEqual(0.94);
  const [killed, left] = detections;
  expect(killed?.latenciesMs.length).toBe(killed?.observerCount);
  // Ten seconds hold a round of probes and the shortest suspicion of twenty members.
  expect(killed?.firstMs).toBeLessThan(10_000);
  expect(left?.firstMs).toBeLessThan(1_000);
  expect([...load.keys()]).toEqual(expect.arrayContaining(['ping', 'ack', 'stream']));
});

test('a seed gives one run, and another seed another one', async () => {
  const [first, again, other] = [await run(3), await run(3), await run(4)];
  expect(again.traceHash).toBe(first.traceHash);
  expect(other.traceHash).not.toBe(first.traceHash);
});
