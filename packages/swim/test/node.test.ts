import { createTcpTransport } from '@konsul/runtime';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createSwim,
  isSwimError,
  Keyring,
  type Swim,
  SwimError,
  type SwimOptions,
} from '../src/index.js';

const running: Swim[] = [];

async function started(name: string, options: Partial<SwimOptions> = {}): Promise<Swim> {
  const swim = createSwim({
    name,
    profile: 'local',
    bind: { host: '127.0.0.1', port: 0 },
    ...options,
  });
  await swim.start();
  running.push(swim);
  return swim;
}

function addressOf(swim: Swim): string {
  const { host, port } = swim.localMember();
  return `${host}:${port}`;
}

function next(swim: Swim, event: 'member-joined' | 'member-left', name: string): Promise<void> {
  return new Promise((resolve) => {
    swim.on(event, (member) => {
      if (member.name === name) resolve();
    });
  });
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((swim) => swim.stop()));
});

describe('members over UDP and TCP', () => {
  test('join, see each other, talk, and leave', async () => {
    const keyring = (): Keyring => new Keyring([new Uint8Array(16).fill(7)]);
    const a = await started('a', { wire: { keyring: keyring(), label: 'test' } });
    const b = await started('b', {
      wire: { keyring: keyring(), label: 'test' },
      meta: Uint8Array.of(1, 2),
    });
    const seen = next(a, 'member-joined', 'b');
    expect(await b.join([addressOf(a)])).toMatchObject({ contactedCount: 1, failures: [] });
    await seen;
    expect(
      a
        .members()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['a', 'b']);
    expect(
      b
        .members()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['a', 'b']);
    expect([...(a.member('b')?.meta ?? [])]).toEqual([1, 2]);

    const payloads: string[] = [];
    const heardTwo = new Promise<void>((resolve) => {
      a.on('user-message', (payload) => {
        payloads.push(new TextDecoder().decode(payload));
        if (payloads.length === 3) resolve();
      });
    });
    await b.sendReliable('a', new TextEncoder().encode('stream'));
    b.send('a', new TextEncoder().encode('datagram'));
    b.broadcast(new TextEncoder().encode('gossip'), 'news');
    await heardTwo;
    expect(payloads.slice(0, 3).sort()).toEqual(['datagram', 'gossip', 'stream']);
    expect(await b.ping('a')).toBeGreaterThanOrEqual(0);

    const left = next(a, 'member-left', 'b');
    await b.leave();
    await left;
    expect(a.members().map(({ name }) => name)).toEqual(['a']);
    expect(a.member('b')?.state).toBe('left');
    await expect(b.join([addressOf(a)])).rejects.toMatchObject({ code: 'NOT_RUNNING' });
  });

  test('a join that nobody answers says why for each peer', async () => {
    const a = await started('a');
    const failed = a.join(['127.0.0.1:1']);
    await expect(failed).rejects.toBeInstanceOf(SwimError);
    await expect(failed).rejects.toMatchObject({
      code: 'JOIN_FAILED',
      detail: expect.stringMatching(/^no peer agreed: 127\.0\.0\.1:1: ./),
      joinFailures: [{ peer: { host: '127.0.0.1', port: 1 } }],
    });
    await expect(failed).rejects.toThrow('127.0.0.1:1');
  });

  test('join names are resolved to all their addresses', async () => {
    const a = await started('a');
    const { port } = a.localMember();
    const b = await started('b', { lookup: () => Promise.resolve(['127.0.0.1', '127.0.0.1']) });
    expect(await b.join([`a/cluster.example:${port}`])).toMatchObject({ contactedCount: 2 });
  });

  test('one join name that does not resolve leaves the others', async () => {
    const a = await started('a');
    const b = await started('b', { lookup: () => Promise.reject(new Error('no such host')) });
    const joined = await b.join(['nowhere.example', addressOf(a)]);
    expect(joined).toMatchObject({
      contactedCount: 1,
      failures: [{ peer: { host: 'nowhere.example' }, reason: 'unreachable' }],
    });
  });

  test('names that do not resolve and texts that are no address are refused', async () => {
    const a = await started('a', { lookup: () => Promise.reject(new Error('no such host')) });
    await expect(a.join(['nowhere.example'])).rejects.toMatchObject({ code: 'INVALID_ADDRESS' });
    await expect(a.join(['a b'])).rejects.toMatchObject({ code: 'INVALID_ADDRESS' });
  });

  test('one address in place of a list of them is refused', async () => {
    const a = await started('a');
    const peers = '127.0.0.1:80' as unknown as readonly string[];
    await expect(a.join(peers)).rejects.toMatchObject({
      code: 'INVALID_ADDRESS',
      message: '[INVALID_ADDRESS] peers must be a list of texts; it is "127.0.0.1:80"',
    });
  });

  test('what is asked of a member that does not run is refused', async () => {
    const idle = createSwim({ name: 'idle' });
    expect(() => idle.localMember()).toThrow('[NOT_RUNNING]');
    await expect(idle.join(['127.0.0.1'])).rejects.toMatchObject({ code: 'NOT_RUNNING' });
    const payload = new Uint8Array(1);
    expect(() => idle.send('a', payload)).toThrow('[NOT_RUNNING]');
    await expect(idle.sendReliable('a', payload)).rejects.toMatchObject({ code: 'NOT_RUNNING' });
    await expect(idle.ping('a')).rejects.toMatchObject({ code: 'NOT_RUNNING' });
    await idle.stop();
    const a = await started('a');
    await expect(a.start()).rejects.toMatchObject({ code: 'ALREADY_STARTED' });
    expect(() => a.send('nobody', new Uint8Array(1))).toThrow('[UNKNOWN_MEMBER]');
    await expect(a.updateMeta(new Uint8Array(513))).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await a.updateMeta(new Uint8Array(512));
    expect(a.localMember().meta.length).toBe(512);
    await a.stop();
    await expect(a.leave()).rejects.toMatchObject({ code: 'NOT_RUNNING' });
  });

  test.each([
    ['a host name', { advertise: { host: 'name.example', port: 0 } }, 'INVALID_ADDRESS'],
    ['no port', { advertise: { host: '127.0.0.1', port: 70_000 } }, 'INVALID_ADDRESS'],
    ['a place not allowed', { tuning: { allowedCidrs: ['10.0.0.0/8'] } }, 'INVALID_CONFIG'],
    ['what the delegate refuses', { delegate: { vetoAlive: () => 'no' } }, 'INVALID_CONFIG'],
  ])('a member that would announce %s does not start', async (_, options, code) => {
    const swim = createSwim({ name: 'a', bind: { host: '127.0.0.1', port: 0 }, ...options });
    await expect(swim.start()).rejects.toMatchObject({ code });
    await expect(swim.join(['127.0.0.1'])).rejects.toMatchObject({ code: 'NOT_RUNNING' });
  });

  test('meta beyond its bound is refused before anything is started', () => {
    expect(() => createSwim({ name: 'a', meta: new Uint8Array(513) })).toThrow(
      '[INVALID_CONFIG] meta must have at most 512 bytes; it has 513',
    );
  });

  test.each<[object | undefined, string]>([
    [undefined, 'options must be an object; it is undefined'],
    [{}, 'name must be 1 to 255 bytes; it is undefined'],
    [{ name: 'a', profil: 'lan' }, 'there is no option profil; did you mean profile?'],
    [{ name: 'a', transport: { listen: () => undefined } }, 'there is no option transport.listen'],
    [
      { name: 'a', transport: { datagrams: { listen: () => undefined } } },
      'transport.datagrams must have the methods listen, send, close; send is missing',
    ],
    [{ name: 'a', meta: 'text' }, 'meta must be a Uint8Array; it is "text"'],
    [{ name: 'a', bind: '127.0.0.1:7946' }, 'bind must be an object; it is "127.0.0.1:7946"'],
    [{ name: 'a', wire: { lable: 'x' } }, 'there is no option lable; did you mean label?'],
    [
      { name: 'a', wire: { tls: true } },
      'there is no option tls; there are label, skipInboundLabelCheck, keyring, encryptionVersion',
    ],
    [{ name: 'a', wire: { keyring: ['key'] } }, 'keyring must have the methods list, cipherKeys'],
    [
      { name: 'a', wire: { limits: { packetDepth: 1 } } },
      'there is no option limits.packetDepth; did you mean packetDepthMax?',
    ],
    [{ name: 'a', tuning: { probeInterval: 5 } }, 'did you mean probeIntervalMs?'],
  ])('options of a wrong shape are refused by name: %o', (options, message) => {
    const create = () => createSwim(options as SwimOptions);
    expect(create).toThrow('[INVALID_CONFIG]');
    expect(create).toThrow(message);
  });

  test('a stop during the start leaves nothing listening', async () => {
    const probe = await started('probe');
    const { port } = probe.localMember();
    await probe.stop();
    const bind = { host: '127.0.0.1', port };
    const swim = createSwim({ name: 'a', bind });
    const starting = swim.start();
    await swim.stop();
    await expect(starting).rejects.toMatchObject({ code: 'NOT_RUNNING' });
    await expect(
      createTcpTransport({ host: '127.0.0.1', port: 0 }).connect(bind, { timeoutMs: 1_000 }),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('a broadcast that fits into no packet is refused', async () => {
    const a = await started('a', { wire: { label: 'test' } });
    const bytesMax = 1_400 - 2 - 2 - 1 - 'xxtest'.length;
    a.broadcast(new Uint8Array(bytesMax));
    expect(() => a.broadcast(new Uint8Array(bytesMax + 1))).toThrow('[TOO_LARGE]');
  });

  test('errors are recognised by name and code, whichever copy they come from', () => {
    const error = new SwimError('TIMEOUT', 'late');
    expect([isSwimError(error), isSwimError(error, 'TIMEOUT')]).toEqual([true, true]);
    expect([isSwimError(error, 'TOO_LARGE'), isSwimError(new Error('late'))]).toEqual([
      false,
      false,
    ]);
    const foreign = Object.assign(new Error('late'), { name: 'SwimError', code: 'TIMEOUT' });
    expect(isSwimError(foreign, 'TIMEOUT')).toBe(true);
  });
});
