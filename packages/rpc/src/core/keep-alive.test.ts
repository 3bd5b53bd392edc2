import { expect, test } from 'vitest';
import { KeepAlive } from './keep-alive.js';

const options = { intervalMs: 30_000, timeoutMs: 10_000 };

test('a silent peer is asked after the interval and dead after the timeout', () => {
  const keepAlive = new KeepAlive(options, 0);
  expect(keepAlive.onTick(29_999)).toBe('nothing');
  expect(keepAlive.onTick(30_000)).toBe('ping');
  expect(keepAlive.deadlineMs).toBe(40_000);
  expect(keepAlive.onTick(39_999)).toBe('nothing');
  expect(keepAlive.onTick(40_000)).toBe('dead');
});

test('any sign of life postpones the question without moving the deadline at once', () => {
  const keepAlive = new KeepAlive(options, 0);
  keepAlive.onReceived(20_000);
  expect(keepAlive.deadlineMs).toBe(30_000);
  expect(keepAlive.onTick(30_000)).toBe('nothing');
  expect(keepAlive.deadlineMs).toBe(50_000);
  expect(keepAlive.onTick(50_000)).toBe('ping');
});

test('an answer to the question clears it', () => {
  const keepAlive = new KeepAlive(options, 0);
  expect(keepAlive.onTick(30_000)).toBe('ping');
  keepAlive.onReceived(35_000);
  expect(keepAlive.onTick(40_000)).toBe('nothing');
  expect(keepAlive.deadlineMs).toBe(65_000);
});

test('a question that cannot leave is given more time, but not for ever', () => {
  const keepAlive = new KeepAlive(options, 0);
  keepAlive.onCongestion(true, 29_000);
  expect(keepAlive.onTick(30_000)).toBe('ping');
  for (let extension = 1; extension <= 12; extension += 1) {
    expect(keepAlive.onTick(30_000 + extension * 10_000)).toBe('nothing');
  }
  expect(keepAlive.onTick(160_000)).toBe('dead');
});

test('a question that has left at last has the whole timeout for its answer', () => {
  const keepAlive = new KeepAlive(options, 0);
  keepAlive.onCongestion(true, 0);
  expect(keepAlive.onTick(30_000)).toBe('ping');
  keepAlive.onCongestion(false, 39_000);
  expect(keepAlive.deadlineMs).toBe(49_000);
  expect(keepAlive.onTick(48_999)).toBe('nothing');
  expect(keepAlive.onTick(49_000)).toBe('dead');
});
