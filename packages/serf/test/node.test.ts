import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyring } from '@konsul/swim';
import { afterEach, describe, expect, test } from 'vitest';
import { createSerf, isSerfError, type Serf, SerfError, type SerfOptions } from '../src/index.js';

const running: Serf[] = [];
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

async function started(name: string, options: Partial<SerfOptions> = {}): Promise<Serf> {
  const serf = createSerf({
    name,
    profile: 'local',
    bind: { host: '127.0.0.1', port: 0 },
    tuning: { leavePropagateDelayMs: 50 },
    ...options,
  });
  running.push(serf);
  await serf.start();
  return serf;
}

function addressOf(serf: Serf): string {
  const { host, port } = serf.localMember().endpoint;
  return `${host}:${port}`;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((serf) => serf.stop()));
});

describe('members over UDP and TCP', () => {
  test('join, tell and ask each other, change tags, and leave', async () => {
    const key = new Uint8Array(32).fill(7);
    const a = await started('a', { keyring: new Keyring([key]), tags: { role: 'web' } });
    const b = await started('b', { keyring: new Keyring([key]) });
    const joined = new Promise<void>((resolve) => {
      a.on('member-join', (members) => {
        if (members.some(({ name }) => name === 'b')) resolve();
      });
    });
    expect(await b.join([addressOf(a)])).toBe(1);
    await joined;
    expect(b.member('a')).toMatchObject({ status: 'alive', tags: { role: 'web' } });
    expect(b.member('a')?.serfVersions).toEqual({ min: 2, max: 5, current: 5 });

    const event = new Promise<string>((resolve) => {
      b.once('user-event', ({ name, payload }) => resolve(`${name} ${Buffer.from(payload)}`));
    });
    await a.userEvent('deploy', text('v1'));
    expect(await event).toBe('deploy v1');

    for (const serf of [a, b]) serf.on('query', (query) => void query.respond(text(query.name)));
    const query = await a.query('uptime', { wantsAck: true });
    const replies: string[] = [];
    for await (const reply of query) replies.push(`${reply.type} ${reply.from}`);
    expect(replies.sort()).toEqual(['ack a', 'ack b', 'response a', 'response b']);
    expect(query.isFinished).toBe(true);

    const updated = new Promise<void>((resolve) => a.once('member-update', () => resolve()));
    await b.setTags({ role: 'db' });
    await updated;
    expect(a.member('b')?.tags).toEqual({ role: 'db' });

    const { responseCount, primaryKeys } = await a.keys.list();
    expect([responseCount, [...primaryKeys.values()]]).toEqual([2, [2]]);

    const left = new Promise<void>((resolve) => a.once('member-leave', () => resolve()));
    await b.leave();
    await left;
    expect(a.member('b')?.status).toBe('left');
    expect(b.state).toBe('left');
  });

  test('remember their pool in a file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'konsul-serf-'));
    try {
      const a = await started('a');
      const snapshotPath = join(directory, 'local.snapshot');
      const b = await started('b', { snapshotPath });
      await b.join([addressOf(a)]);
      await b.stop();
      expect(await readFile(snapshotPath, 'utf8')).toContain(`alive: a ${addressOf(a)}\n`);
      const back = await started('b', { snapshotPath });
      await new Promise<void>((resolve) => {
        back.on('member-join', (members) => {
          if (members.some(({ name }) => name === 'a')) resolve();
        });
      });
      expect(back.memberCount).toBe(2);
      await back.stop();
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test('save their keys one change at a time, and say when that failed', async () => {
    let savingCount = 0;
    let savingCountMax = 0;
    const serf = await started('a', {
      keyring: new Keyring([new Uint8Array(16).fill(1)]),
      onKeyringChange: async (keyring) => {
        savingCount += 1;
        savingCountMax = Math.max(savingCountMax, savingCount);
        await new Promise<void>((resolve) => setImmediate(resolve));
        savingCount -= 1;
        if (keyring.size > 3) throw new Error('disk is full');
      },
    });
    const install = (byte: number) => serf.keys.install(new Uint8Array(16).fill(byte));
    const results = await Promise.all([install(2), install(3)]);
    expect(results.map(({ errorCount }) => errorCount)).toEqual([0, 0]);
    expect(savingCountMax).toBe(1);
    const { errorCount, messages } = await install(4);
    expect([errorCount, messages.get('a')]).toEqual([1, 'disk is full']);
  });

  test('may be of several pools in one process', async () => {
    const [lan, wan, other] = [await started('a'), await started('a.dc1'), await started('b.dc2')];
    await other.join([addressOf(wan)]);
    expect([lan.memberCount, wan.memberCount, other.memberCount]).toEqual([1, 2, 2]);
  });
});

describe('a caller', () => {
  const codeOf = async (action: () => Promise<unknown>): Promise<string> => {
    try {
      await action();
      return 'none';
    } catch (error) {
      return isSerfError(error) ? error.code : String(error);
    }
  };

  test('is told which peers did not agree to a join, and in plain words what was wrong', async () => {
    const serf = await started('a');
    await expect(serf.join(['127.0.0.1:1'])).rejects.toMatchObject({
      joinFailures: [{ peer: { host: '127.0.0.1', port: 1 } }],
    });
    await expect(serf.join(['no port here'])).rejects.toMatchObject({
      detail: expect.not.stringContaining('INVALID_ADDRESS'),
      joinFailures: [],
    });
  });

  test('is told what went wrong', async () => {
    const serf = await started('a');
    expect(await codeOf(() => serf.start())).toBe('ALREADY_STARTED');
    expect(await codeOf(() => serf.join(['127.0.0.1:1']))).toBe('JOIN_FAILED');
    expect(await codeOf(() => serf.join(['no port here']))).toBe('INVALID_ADDRESS');
    expect(await codeOf(() => serf.userEvent('x', new Uint8Array(600)))).toBe('TOO_LARGE');
    expect(await codeOf(() => serf.query('x', { payload: new Uint8Array(2_000) }))).toBe(
      'TOO_LARGE',
    );
    expect(await codeOf(() => serf.query('_serf_conflict'))).toBe('RESERVED_NAME');
    expect(await codeOf(() => serf.query('x', { relayFactor: 256 }))).toBe('INVALID_CONFIG');
    expect(await codeOf(() => serf.setTags({ big: 'x'.repeat(600) }))).toBe('TOO_LARGE');
    expect(await codeOf(() => serf.keys.install(new Uint8Array(5)))).toBe('INVALID_KEY');
    await serf.stop();
    await serf.stop();
    expect(serf.state).toBe('stopped');
    expect(await codeOf(() => serf.userEvent('x'))).toBe('NOT_RUNNING');
  });

  test('recognises errors of this package, also those of another copy of it', () => {
    const error: unknown = new SerfError('TIMEOUT', 'late');
    expect([isSerfError(error), isSerfError(error, 'TIMEOUT')]).toEqual([true, true]);
    expect([isSerfError(error, 'TOO_LARGE'), isSerfError(new Error('late'))]).toEqual([
      false,
      false,
    ]);
    const foreign = Object.assign(new Error('late'), { name: 'SerfError', code: 'TIMEOUT' });
    expect(isSerfError(foreign, 'TIMEOUT')).toBe(true);
  });

  test.each([
    [{ timeoutMs: Number.NaN }, /timeoutMs must be a number of 1 to 86400000; it is NaN/],
    [{ timeoutMs: -5 }, /timeoutMs .* it is -5/],
    [{ timeoutMs: Number.POSITIVE_INFINITY }, /timeoutMs/],
    [{ relayFactor: 1.5 }, /relayFactor must be an integer of 0 to 255; it is 1.5/],
  ])('may not ask with %j', async (options, message) => {
    const serf = await started('a');
    await expect(serf.query('x', options)).rejects.toThrow(message);
    await expect(serf.query('x', options)).rejects.toSatisfy((error) =>
      isSerfError(error, 'INVALID_CONFIG'),
    );
  });

  test('may stop a member while it starts', async () => {
    const serf = createSerf({ name: 'a', bind: { host: '127.0.0.1', port: 0 } });
    const starting = codeOf(() => serf.start());
    await serf.stop();
    expect(await starting).toBe('NOT_RUNNING');
    expect(serf.state).toBe('stopped');
  });

  test('gets nothing out of a member that was not started', async () => {
    const serf = createSerf({ name: 'a' });
    expect(serf.state).toBe('new');
    expect(() => serf.localMember()).toThrow(/\[NOT_RUNNING\]/);
    expect(await codeOf(() => serf.leave())).toBe('NOT_RUNNING');
    await serf.stop();
  });

  test.each<[object | undefined, string]>([
    [undefined, 'options must be an object; it is undefined'],
    [{}, 'name must be 1 to 255 bytes; it is undefined'],
    [{ name: 'a', tag: {} }, 'there is no option tag; did you mean tags?'],
    [{ name: 'a', tags: { role: 5 } }, 'tags.role must be a text; it is 5'],
    [{ name: 'a', onNameLost: 'exit' }, 'onNameLost must be one of stop, report; it is "exit"'],
    [{ name: 'a', transport: {} }, 'transport.datagrams must be an object with the methods'],
    [{ name: 'a', wire: { lable: 'x' } }, 'there is no option lable; did you mean label?'],
    [{ name: 'a', swim: { probeInterval: 5 } }, 'did you mean probeIntervalMs?'],
    [{ name: 'a', disk: {} }, 'disk must have the methods open, readFile'],
  ])('hears by name which option of %o is wrong', (options, message) => {
    const create = () => createSerf(options as SerfOptions);
    expect(create).toThrow('[INVALID_CONFIG]');
    expect(create).toThrow(message);
    expect(create).toThrow(SerfError);
  });

  test('may not start with tags that nobody could carry', async () => {
    const serf = createSerf({ name: 'a', tags: { big: 'x'.repeat(600) } });
    expect(await codeOf(() => serf.start())).toBe('TOO_LARGE');
  });

  test('may answer a query without waiting, even too late', async () => {
    const serf = await started('a');
    const asked = new Promise<() => Promise<void>>((resolve) => {
      serf.once('query', (query) => resolve(() => query.respond(text('late'))));
    });
    await serf.query('hurry');
    const respond = await asked;
    await serf.stop();
    void respond();
    expect(await codeOf(respond)).toBe('NOT_RUNNING');
  });

  test('sees a running query end when the member stops', async () => {
    const serf = await started('a');
    const query = await serf.query('nobody answers');
    await serf.stop();
    expect(await query.result()).toEqual({ acks: [], responses: [] });
  });
});
