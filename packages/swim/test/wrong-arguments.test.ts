import { afterEach, expect, test } from 'vitest';
import { createSwim, Keyring, type Swim } from '../src/index.js';

// What the compiler refuses, and plain JavaScript does not.
const wrong = (value: unknown): never => value as never;

const running: Swim[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((swim) => swim.stop()));
});

test.each<[string, (swim: Swim) => unknown, string]>([
  ['send', (swim) => swim.send('a', wrong('text')), 'payload must be a Uint8Array; it is "text"'],
  ['send of nothing', (swim) => swim.send('a', wrong(undefined)), 'it is undefined'],
  ['sendReliable', (swim) => swim.sendReliable('a', wrong({ a: 1 })), 'an object with a'],
  ['broadcast', (swim) => swim.broadcast(wrong('text')), 'payload must be a Uint8Array'],
  [
    'broadcast',
    (swim) => swim.broadcast(Uint8Array.of(1), wrong(7)),
    'name must be a text; it is 7',
  ],
  ['updateMeta', (swim) => swim.updateMeta(wrong('text')), 'meta must be a Uint8Array'],
  ['updateMeta', (swim) => swim.updateMeta(Uint8Array.of(1), Number.NaN), 'timeoutMs must be'],
  ['leave', (swim) => swim.leave(wrong('soon')), 'timeoutMs must be a number of 0 to 86400000'],
])('a wrong argument of %s is refused, and the member goes on', async (_, call, message) => {
  const swim = createSwim({ name: 'a', profile: 'local', bind: { host: '127.0.0.1', port: 0 } });
  running.push(swim);
  await swim.start();
  const refusal: unknown = await Promise.resolve(swim)
    .then(call)
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT' });
  expect(String(refusal)).toContain(message);
  await swim.updateMeta(Uint8Array.of(1));
});

test('a key that is a text is refused, and not shown', () => {
  const secret = 'sixteen byte key';
  const keyring = new Keyring([new Uint8Array(16)]);
  for (const call of ['add', 'use', 'remove'] as const) {
    expect(() => keyring[call](wrong(secret))).toThrow(
      '[INVALID_KEY] key must be a Uint8Array, not of type string',
    );
  }
});
