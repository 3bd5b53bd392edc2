import { expect, test } from 'vitest';
import { LinkMonitor } from './link-monitor.js';

const options = { intervalMs: 15_000, timeoutMs: 10_000 };

test('a link on which nothing is sent is not asked', () => {
  const monitor = new LinkMonitor(options);
  expect(monitor.deadlineMs).toBeUndefined();
  expect(monitor.onTick(99_999)).toBe('nothing');
});

test('packets without proof lead to a question, and no answer to the end', () => {
  const monitor = new LinkMonitor(options);
  monitor.onPacketSent(1_000);
  monitor.onPacketSent(9_000);
  expect(monitor.deadlineMs).toBe(16_000);
  expect(monitor.onTick(15_999)).toBe('nothing');
  expect(monitor.onTick(16_000)).toBe('ping');
  expect(monitor.onTick(25_999)).toBe('nothing');
  expect(monitor.onTick(26_000)).toBe('dead');
});

test('an answer proves all that went before', () => {
  const monitor = new LinkMonitor(options);
  monitor.onPacketSent(0);
  expect(monitor.onTick(15_000)).toBe('ping');
  monitor.onPong();
  expect(monitor.deadlineMs).toBeUndefined();
  monitor.onPacketSent(20_000);
  expect(monitor.deadlineMs).toBe(35_000);
});
