import { expect, test } from 'vitest';
import { ViewWatch } from './view-log.js';

const joined = (observer: number, member: number) =>
  ({ type: 'joined', observer, member, atMs: 0 }) as const;

test('views are equal when the same members are in them, in whatever order they came', () => {
  const watch = new ViewWatch(3, (index) => index < 2);
  for (const member of [0, 1, 2]) watch.change(joined(0, member));
  for (const member of [2, 1]) watch.change(joined(1, member));
  watch.sample(1);
  watch.change(joined(1, 0));
  watch.sample(2);
  const log = watch.log();
  expect(log.lastUnequalAtMs).toBe(1);
  expect(log.agreement).toEqual([
    [1, 0.5],
    [2, 1],
  ]);
  expect(log.finalSizes).toEqual([3, 3]);
});

test('what happened before the reset is not counted', () => {
  const watch = new ViewWatch(2, () => true);
  watch.change(joined(0, 0));
  watch.change(joined(1, 0));
  watch.reset();
  watch.change({ ...joined(0, 0), type: 'failed' });
  watch.sample(1);
  expect(watch.log()).toMatchObject({ distinctSizeCount: 1, viewsPerMemberMax: 2 });
  expect(watch.log().lastUnequalAtMs).toBeNaN();
});
