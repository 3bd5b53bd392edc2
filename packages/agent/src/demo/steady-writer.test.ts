import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { SteadyWriter } from './steady-writer.js';

function createWriter(
  write: (key: string) => Promise<boolean>,
  inFlightCountMax = 3,
): { readonly clock: VirtualClock; readonly writer: SteadyWriter } {
  const clock = new VirtualClock();
  const options = { clock, write, keyPrefix: 'k/', intervalMs: 10, inFlightCountMax };
  return { clock, writer: new SteadyWriter(options) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('each write has a key of its own, one per interval', async () => {
  const keys: string[] = [];
  const { clock, writer } = createWriter(async (key) => keys.push(key) > 0);
  writer.start();
  for (let turn = 0; turn < 3; turn += 1) {
    clock.advanceTo(clock.nowMs() + 10);
    await settled();
  }
  await writer.stop();
  clock.advanceTo(1000);
  expect(keys.slice(0, 3)).toEqual(['k/00001', 'k/00002', 'k/00003']);
  expect(keys.length).toBeLessThanOrEqual(4);
  expect(writer.acknowledged.map(({ key }) => key)).toEqual(keys);
});

test('writes go on while earlier ones are not answered, up to a bound', () => {
  let writeCount = 0;
  const { clock, writer } = createWriter(() => {
    writeCount += 1;
    return new Promise<boolean>(() => undefined);
  });
  writer.start();
  clock.advanceTo(1000);
  expect(writeCount).toBe(3);
  expect(writer.acknowledged).toEqual([]);
});

test('a write that is refused or fails is not acknowledged', async () => {
  let writeCount = 0;
  const { clock, writer } = createWriter(() => {
    writeCount += 1;
    return writeCount === 1 ? Promise.resolve(false) : Promise.reject(new Error('gone'));
  });
  writer.start();
  clock.advanceTo(15);
  await writer.stop();
  expect(writer.acknowledged).toEqual([]);
  expect(writer.failedCount).toBe(writeCount);
});
