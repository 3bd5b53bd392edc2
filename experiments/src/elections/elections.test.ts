import { describe, expect, it } from 'vitest';
import { splitRatio } from './elections-model.js';
import { type ElectionsJob, runElections } from './elections-run.js';

const job: ElectionsJob = {
  serverCount: 5,
  failedCount: 2,
  timeoutMinMs: 1_000,
  timeoutMaxMs: 2_000,
  latencyMinMs: 100,
  latencyMaxMs: 100,
  isPreVoteFree: false,
  electionCount: 600,
  seed: 1,
};

describe('elections of the real core', () => {
  it('split as often as they should, within three standard errors', async () => {
    for (const [serverCount, failedCount, latencyMs] of [
      [3, 1, 200],
      [5, 1, 100],
      [5, 2, 100],
      [9, 4, 50],
    ] as const) {
      const latency = { latencyMinMs: latencyMs, latencyMaxMs: latencyMs };
      const { splitCount } = await runElections({ ...job, serverCount, failedCount, ...latency });
      const expected = splitRatio({ serverCount, failedCount, latencyRatio: latencyMs / 1_000 });
      const error = Math.sqrt((expected * (1 - expected)) / job.electionCount);
      expect(Math.abs(splitCount / job.electionCount - expected)).toBeLessThan(3 * error);
    }
  });

  it('are the same twice, and take a timeout and two round trips at least', async () => {
    const few = { ...job, electionCount: 20 };
    const first = await runElections(few);
    expect(await runElections(few)).toEqual(first);
    expect(first.durationsMs[0]).toBeGreaterThan(1_400);
    expect(first.durationsMs).toHaveLength(20);
    const atOnce = await runElections({ ...few, isPreVoteFree: true });
    expect(atOnce.durationsMs[0]).toBeGreaterThan(1_200);
    expect(atOnce.durationsMs[0]).toBeLessThan(1_400);
  });
});

describe('the model of split votes', () => {
  it('gives the figures that were calculated from it elsewhere', () => {
    const at = (serverCount: number, failedCount: number, latencyRatio: number): number =>
      Number(splitRatio({ serverCount, failedCount, latencyRatio }).toFixed(6));
    expect(at(3, 1, 0.01)).toBe(0.0199);
    expect(at(5, 1, 0.1)).toBe(0.0523);
    expect(at(7, 3, 0.2)).toBe(0.5904);
    expect(at(9, 4, 0.05)).toBe(0.226219);
  });
});
