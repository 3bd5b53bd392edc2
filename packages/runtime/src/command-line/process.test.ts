import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { type CommandProcess, commandProcess, type ProcessSignal } from './process.js';

class FakeStream extends EventEmitter {
  text = '';

  write(text: string | Uint8Array): void {
    this.text += String(text);
  }
}

class FakeProcess extends EventEmitter {
  readonly env = { HOME: '/home/a' };
  readonly stdout = new FakeStream();
  readonly stderr = new FakeStream();
  exitCount = 0;

  exit(): void {
    this.exitCount += 1;
  }
}

function begun(): { node: FakeProcess; host: CommandProcess } {
  const node = new FakeProcess();
  return { node, host: commandProcess(node) };
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

test('texts and the environment are those of the process', () => {
  const { node, host } = begun();
  host.stdout('a');
  host.stderr('b');
  expect([node.stdout.text, node.stderr.text, host.env]).toEqual(['a', 'b', { HOME: '/home/a' }]);
});

test('signals are heard until nobody listens any more', () => {
  const { node, host } = begun();
  const heard: ProcessSignal[] = [];
  const cancel = host.onSignal((signal) => heard.push(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) node.emit(signal);
  cancel();
  expect(node.emit('SIGINT')).toBe(false);
  expect(heard).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP']);
});

test.each([
  ['stdout', 'EPIPE'],
  ['stderr', 'EIO'],
] as const)(
  'when the reader of %s is gone (%s), a command with nothing to clean up ends',
  (stream, code) => {
    const { node, host } = begun();
    host.onSignal(() => undefined)();
    node[stream].emit('error', failure(code));
    node[stream].emit('error', failure(code));
    expect(node.exitCount).toBe(1);
  },
);

test('when the reader is gone, a command that listens is told once, and ends by itself', () => {
  const { node, host } = begun();
  const heard: ProcessSignal[] = [];
  host.onSignal((signal) => heard.push(signal));
  node.stdout.emit('error', failure('EPIPE'));
  node.stderr.emit('error', failure('EPIPE'));
  expect([heard, node.exitCount]).toEqual([['SIGTERM'], 0]);
});

test('another failure of the output is none of the reader', () => {
  const { node } = begun();
  expect(() => node.stdout.emit('error', failure('ENOSPC'))).toThrow('ENOSPC');
  expect(node.exitCount).toBe(0);
});
