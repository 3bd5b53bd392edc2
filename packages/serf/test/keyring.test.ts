import { Keyring } from '@konsul/swim';
import { describe, expect, test } from 'vitest';
import type { KeyOperation, KeyResponse, SerfOutcome } from '../src/index.js';
import { adaptKeyring } from '../src/node/keyring-adapter.js';
import { saidQuery } from './support/said-messages.js';
import { SerfBench } from './support/serf-bench.js';

const key = (byte: number): Uint8Array => new Uint8Array(16).fill(byte);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const NAMES: Readonly<Record<KeyOperation, string>> = {
  install: '_serf_install-key',
  use: '_serf_use-key',
  remove: '_serf_remove-key',
  list: '_serf_list-keys',
};

function benchWith(
  keyring: Keyring | undefined,
  tuning: ConstructorParameters<typeof SerfBench>[0] = {},
): SerfBench {
  const options = keyring === undefined ? {} : { keyring: adaptKeyring(keyring) };
  const bench = new SerfBench(tuning, options);
  bench.arrive('m1');
  bench.quieten();
  return bench;
}

/** Saves the bench's keyring as often as it wants that. */
function save(bench: SerfBench, failure?: string): void {
  const wanted = bench.effects.filter((effect) => effect.type === 'keyring-changed');
  bench.effects.length = 0;
  for (const { changeId } of wanted) {
    bench.give({
      type: 'keyring-saved',
      changeId,
      ...(failure === undefined ? {} : { failure }),
    });
  }
}

function answerOf(bench: SerfBench): KeyResponse | undefined {
  const [answer] = bench.takeMessages('query-response');
  return answer && bench.codec.decodeKeyResponse(answer.payload);
}

/** Asks the bench as `m1` would. */
function request(
  bench: SerfBench,
  operation: KeyOperation,
  payload: Uint8Array,
): KeyResponse | undefined {
  const query = saidQuery({
    time: bench.core.stats().queryTime,
    id: 1,
    isNoBroadcast: true,
    name: NAMES[operation],
    payload: bench.codec.encodeKeyRequest(payload),
  });
  bench.hear('m1', query);
  return answerOf(bench);
}

test('whether anything is encrypted is in the statistics', () => {
  const keyrings = [undefined, new Keyring(), new Keyring([key(1)])];
  const seen = keyrings.map((keyring) => benchWith(keyring).core.stats().isEncrypted);
  expect(seen).toEqual([false, false, true]);
});

describe('a keyring request', () => {
  test('installs, uses and removes keys, and has the keyring saved each time', () => {
    const keyring = new Keyring([key(1)]);
    const bench = benchWith(keyring);
    for (const [operation, bytes] of [
      ['install', key(2)],
      ['use', key(2)],
      ['remove', key(1)],
    ] as const) {
      expect(request(bench, operation, bytes)).toBeUndefined();
      save(bench);
      expect(answerOf(bench)).toMatchObject({ isDone: true, message: '' });
    }
    expect(keyring.list().map(base64)).toEqual([base64(key(2))]);
  });

  test('is not answered as done when the keyring could not be saved', () => {
    const bench = benchWith(new Keyring([key(1)]));
    request(bench, 'install', key(2));
    save(bench, 'disk is full');
    expect(answerOf(bench)).toMatchObject({ isDone: false, message: 'disk is full' });
  });

  test('is not answered when nobody waits for it any more, nor twice', () => {
    const bench = benchWith(new Keyring([key(1)]));
    request(bench, 'install', key(2));
    bench.run(1_001);
    save(bench);
    request(bench, 'use', key(2));
    save(bench);
    bench.give({ type: 'keyring-saved', changeId: 2 });
    expect(bench.takeMessages('query-response')).toHaveLength(1);
  });

  test.each([
    {
      what: 'a key of a wrong length',
      request: ['install', new Uint8Array(5)],
      message: 'key size must be 16, 24 or 32 bytes',
      logged: 'Failed to install key',
    },
    {
      what: 'an unknown key to use',
      request: ['use', key(9)],
      message: 'Requested key is not in the keyring',
      logged: 'Failed to change primary key',
    },
    {
      what: 'the primary key to remove',
      request: ['remove', key(1)],
      message: 'Removing the primary key is not allowed',
      logged: 'Failed to remove key',
    },
  ] as const)("for $what fails in Serf's words and changes nothing", (wanted) => {
    const keyring = new Keyring([key(1)]);
    const bench = benchWith(keyring);
    const [operation, bytes] = wanted.request;
    const response = request(bench, operation, bytes);
    expect(response).toMatchObject({ isDone: false, message: wanted.message });
    expect(bench.logged()).toEqual([
      `info Received ${operation}-key query`,
      `error ${wanted.logged}: ${wanted.message}`,
    ]);
    expect(keyring.list().map(base64)).toEqual([base64(key(1))]);
    expect(bench.effects.some(({ type }) => type === 'keyring-changed')).toBe(false);
  });

  test('lists all keys and says which is in use', () => {
    const bench = benchWith(new Keyring([key(1), key(2)]));
    const response = request(bench, 'list', new Uint8Array(0));
    expect(bench.logged()).toEqual(['info Received list-keys query']);
    expect(response).toEqual({
      isDone: true,
      message: '',
      keys: [base64(key(1)), base64(key(2))],
      primaryKey: base64(key(1)),
    });
  });

  test('lists as many keys as fit', () => {
    const many = Array.from({ length: 60 }, (_, index) => key(index + 1));
    const response = request(benchWith(new Keyring(many)), 'list', new Uint8Array(0));
    expect(response?.isDone).toBe(true);
    const count = response?.keys.length ?? 0;
    expect(count).toBeGreaterThan(25);
    expect(count).toBeLessThan(40);
    expect(response?.message).toBe(
      `truncated key list response, showing first ${count} of 60 keys`,
    );
  });

  test.each([
    ['list', 'Keyring is empty (encryption not enabled)'],
    ['install', 'No keyring to modify (encryption not enabled)'],
  ] as const)('to %s fails where nothing is encrypted', (operation, message) => {
    const bench = benchWith(undefined);
    expect(request(bench, operation, key(2))).toMatchObject({ isDone: false, message });
    expect(bench.logged()).toEqual([`error ${message}`]);
  });

  test.each([true, false])(
    'of our own sums up what all members answer (%s)',
    (isQueryEndedEarly) => {
      const keyring = new Keyring([key(1)]);
      const bench = benchWith(keyring, { isQueryEndedEarly });
      bench.give({
        type: 'key-request',
        commandId: 7,
        operation: 'install',
        key: key(2),
        relayFactor: 0,
      });
      save(bench);
      bench.run(400);
      const [query] = bench.takeMessages('query');
      bench.hear('m1', {
        type: 'query-response',
        time: query?.time ?? 0,
        id: query?.id ?? 0,
        from: 'm1',
        isAck: false,
        payload: bench.codec.encodeKeyResponse({
          isDone: false,
          message: 'disk is full',
          keys: [],
          primaryKey: '',
        }),
      });
      const outcome: SerfOutcome | undefined = bench.outcomes.get(7);
      expect(outcome?.type).toBe('keys');
      if (outcome?.type !== 'keys') return;
      expect(outcome.tally).toMatchObject({ memberCount: 2, responseCount: 2, errorCount: 1 });
      expect([...outcome.tally.messages]).toEqual([['m1', 'disk is full']]);
      expect(keyring.size).toBe(2);
    },
  );
});
