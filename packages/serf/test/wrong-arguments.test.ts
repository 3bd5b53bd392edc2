import { afterEach, describe, expect, test } from 'vitest';
import { createSerf, type Serf, SerfError } from '../src/index.js';

// What the compiler refuses, and plain JavaScript does not.
const wrong = (value?: unknown): never => value as never;

const running: Serf[] = [];

async function started(): Promise<Serf> {
  const bind = { host: '127.0.0.1', port: 0 };
  const serf = createSerf({ name: 'a', profile: 'local', bind });
  running.push(serf);
  await serf.start();
  return serf;
}

async function refusalOf(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((serf) => serf.stop()));
});

describe('a wrong argument is refused by the call, and the member goes on:', () => {
  test.each<[string, (serf: Serf) => unknown, string]>([
    ['no event', (serf) => serf.userEvent(wrong()), 'ARGUMENT] name must be a text; it is undef'],
    ['event 5', (serf) => serf.userEvent(wrong(5)), 'ARGUMENT] name must be a text; it is 5'],
    [
      'a text',
      (serf) => serf.userEvent('n', wrong('t')),
      'payload must be a Uint8Array; it is "t"',
    ],
    ['a number', (serf) => serf.userEvent('n', wrong(7)), 'payload must be a Uint8Array; it is 7'],
    [
      'an object',
      (serf) => serf.userEvent('n', wrong({})),
      'payload must be a Uint8Array; it is an',
    ],
    [
      'an option',
      (serf) => serf.userEvent('n', new Uint8Array(1), wrong({ coalece: true })),
      'CONFIG] there is no option coalece; did you mean coalesce?',
    ],
    ['no query', (serf) => serf.query(wrong()), 'ARGUMENT] name must be a text; it is undefined'],
    ['no options', (serf) => serf.query('q', wrong(null)), 'CONFIG] options must be an object'],
    [
      'a payload',
      (serf) => serf.query('q', { payload: wrong('t') }),
      'CONFIG] payload must be a U',
    ],
    ['bob', (serf) => serf.query('q', { filterNodes: wrong('bob') }), 'filterNodes must be a list'],
    [
      'a number as expression',
      (serf) => serf.query('q', { filterTags: wrong({ role: 5 }) }),
      'CONFIG] filterTags.role must be a text; it is 5',
    ],
    [
      'a mistyped filter',
      (serf) => serf.query('q', wrong({ filterTag: { role: 'x' } })),
      'CONFIG] there is no option filterTag; did you mean filterTags?',
    ],
    [
      'nobody',
      (serf) => serf.forceLeave(wrong()),
      'ARGUMENT] name must be a text; it is undefined',
    ],
    ['no tags', (serf) => serf.setTags(wrong()), 'ARGUMENT] tags must be an object; it is undef'],
    ['a tag', (serf) => serf.setTags(wrong({ a: 5 })), 'ARGUMENT] tags.a must be a text; it is 5'],
    [
      'no peers',
      (serf) => serf.join(wrong()),
      'ADDRESS] peers must be a list of texts; it is undef',
    ],
    [
      'a peer',
      (serf) => serf.join(wrong('host')),
      'ADDRESS] peers must be a list of texts; it is "h',
    ],
    [
      'no key',
      (serf) => serf.keys.install(wrong()),
      'KEY] key must be a Uint8Array, not of type und',
    ],
    [
      'a key that is a text',
      (serf) => serf.keys.use(wrong('sixteen byte key')),
      'KEY] key must be a Uint8Array, not of type string',
    ],
    [
      'a factor',
      (serf) => serf.keys.list({ relayFactor: -1 }),
      'relayFactor must be an integer of 0',
    ],
  ])('%s', async (_, call, message) => {
    const serf = await started();
    const refusal = await refusalOf(() => call(serf));
    expect(refusal).toBeInstanceOf(SerfError);
    expect(String(refusal)).toContain(message);
    await serf.userEvent('still here');
    expect(serf.state).toBe('running');
  });

  test('an answer that is no bytes', async () => {
    const serf = await started();
    const answering = new Promise<unknown>((resolve) => {
      serf.once('query', (query) => resolve(refusalOf(() => query.respond(wrong('text')))));
    });
    const query = await serf.query('q', { timeoutMs: 50 });
    expect(await answering).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect((await query.result()).responses).toEqual([]);
  });
});

test('a defect is named in the error that tells of it', async () => {
  let isBroken = false;
  const bind = { host: '127.0.0.1', port: 0 };
  const rng = {
    uint32(): number {
      if (isBroken) throw new Error('the dice are lost');
      return 1;
    },
  };
  const serf = createSerf({ name: 'a', profile: 'local', bind, rng });
  running.push(serf);
  await serf.start();
  const fault = new Promise<unknown>((resolve) => serf.once('fault', resolve));
  isBroken = true;
  await refusalOf(() => serf.query('q'));
  expect(await fault).toMatchObject({
    message: '[INTERNAL_FAULT] the member stopped by a defect: Error: the dice are lost',
  });
});
