import { pick, randomBelow, seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../core/entry.js';
import { surveyLog } from './survey.js';
import { createWalLogStore } from './wal-log-store.js';

const directory = '/log';

function open(disk: VirtualDisk) {
  const owner = { clusterId: 'c', nodeId: 'n' };
  return createWalLogStore({ directory, ...owner, segmentBytes: 4096, disk, rng: seededRng(3) });
}

/** A log of some batches, truncations and compactions. */
async function written(seed: number): Promise<VirtualDisk> {
  const rng = seededRng(seed);
  const disk = new VirtualDisk({ rng });
  const store = open(disk);
  await store.open();
  let lastIndex = 0;
  let baseIndex = 0;
  for (let batch = 0; batch < 12; batch += 1) {
    const term = batch + 1;
    const from = Math.max(baseIndex + 1, lastIndex + 1 - randomBelow(rng, 3));
    const entries: Entry[] = Array.from({ length: 1 + randomBelow(rng, 6) }, (_, at) => {
      const data = new Uint8Array(randomBelow(rng, 200));
      return { index: from + at, term, kind: 'command', data };
    });
    const hardState = { term, votedFor: undefined, commitIndex: baseIndex };
    await store.append({ entries, hardState, mustSync: true });
    lastIndex = from + entries.length - 1;
    if (randomBelow(rng, 4) > 0) continue;
    baseIndex = Math.max(baseIndex, lastIndex - 5);
    if (baseIndex > 0) await store.compact(baseIndex);
  }
  await store.close();
  return disk;
}

/** Overwrites, zeroes or removes something. */
async function harm(disk: VirtualDisk, seed: number): Promise<void> {
  const rng = seededRng(seed);
  const names = (await disk.list(directory)).filter((name) => name.endsWith('.wal'));
  const name = pick(rng, names);
  if (name === undefined) return;
  const path = `${directory}/${name}`;
  if (randomBelow(rng, 12) === 0) {
    await disk.remove(path);
    return;
  }
  const file = await disk.open(path);
  const bytes = new Uint8Array(1 + randomBelow(rng, 60));
  if (randomBelow(rng, 2) === 0) for (const at of bytes.keys()) bytes[at] = randomBelow(rng, 256);
  await file.write(randomBelow(rng, 4096 - bytes.length), bytes);
  await file.sync();
  await file.close();
}

describe('a survey of a log', () => {
  it('finds damage exactly where opening refuses, and a tear where it cuts, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), fc.nat(100_000), fc.nat(2), async (log, seed, harmCount) => {
        const disk = await written(log);
        for (let at = 0; at < harmCount; at += 1) await harm(disk, seed + at);
        const { segments, findings, index } = await surveyLog(disk, directory);
        if (segments.length === 0) return;
        const opened = await open(disk)
          .open()
          .catch((error: unknown) => error as { code: string });
        const isDamaged = findings.some(({ type }) => type === 'damaged');
        expect('code' in opened, JSON.stringify(findings)).toBe(isDamaged);
        if ('code' in opened) return;
        expect(opened.repair !== undefined).toBe(findings.length > 0);
        expect(opened.lastIndex).toBe(index.lastIndex);
        expect(opened.hardState).toEqual(index.hardState);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  });
});
