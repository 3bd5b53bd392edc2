import { seededRng, silentLogger } from '@konsul/runtime';
import { expect, test } from 'vitest';
import { LocalRig } from '../../test/local/local-rig.js';
import { RequestError } from '../request/request-error.js';
import { createCoordinateSender } from './coordinate-sender.js';

const position = { vector: [0, 0, 0, 0, 0, 0, 0, 0], error: 1.5, adjustment: 0, height: 1e-5 };

/** How often a sender sends in an hour. */
async function sentCount(clusterSize: number, isKnown = true): Promise<number> {
  const rig = new LocalRig();
  rig.gateway.failure = () => new RequestError('NO_LEADER', 'No cluster leader');
  const sender = createCoordinateSender({
    nodeName: 'n1',
    segment: 'alpha',
    position: () => (isKnown ? position : undefined),
    clusterSize: () => clusterSize,
    gateway: rig.gateway,
    token: 'secret',
    clock: rig.clock,
    rng: seededRng(1),
    logger: silentLogger,
  });
  sender.start();
  await rig.pass(3_600_000);
  sender.stop();
  const count = rig.gateway.writes.length;
  await rig.pass(3_600_000);
  expect(rig.gateway.writes.length).toBe(count);
  if (count > 0) {
    expect(rig.gateway.writes[0]).toEqual({
      request: {
        type: 'coordinates',
        coordinates: [{ node: 'n1', segment: 'alpha', position }],
      },
      token: 'secret',
    });
  }
  return count;
}

test('a coordinate is sent every 15 to 30 s, more rarely in a large cluster, and failing or not', async () => {
  const small = await sentCount(3);
  expect(small).toBeGreaterThanOrEqual(120);
  expect(small).toBeLessThanOrEqual(240);
  const large = await sentCount(6400);
  expect(large).toBeGreaterThanOrEqual(18);
  expect(large).toBeLessThanOrEqual(36);
});

test('nothing is sent as long as nothing is known', async () => {
  expect(await sentCount(3, false)).toBe(0);
});
