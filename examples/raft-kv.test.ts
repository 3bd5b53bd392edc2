import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { AppendInput, Operation, RegisterInput } from '@konsul/simulation';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

type Call = Partial<Operation<RegisterInput | AppendInput, unknown>>;

interface Fault {
  readonly type: string;
  readonly victim: 'leader' | number;
  readonly atS: number;
  readonly endS: number;
}

interface Proxies {
  open(id: string, target: { host: string; port: number }): Promise<number>;
  cut(links: readonly string[], isBroken: boolean): void;
  mend(): void;
  close(): void;
}

interface Answer {
  readonly status?: number;
  readonly body?: { readonly role?: string };
}

interface KvServer {
  readonly id: string;
  readonly endpoint: { readonly host: string; readonly port: number };
  start(): Promise<void>;
  pause(): void;
  status(): Promise<Answer['body']>;
}

// Programs without types: Vite can tell what a variable import may mean where it names a folder.
const load = (name: string) => import(`./raft-kv/faults/${name}.mjs`);
const { findFlaws }: { findFlaws: (history: readonly Call[]) => string[] } =
  await load('check-history');
const { faultPlan }: { faultPlan: (options: object) => Fault[] } = await load('fault-plan');
const { recoveryTimes }: { recoveryTimes: (...words: unknown[]) => number[] } =
  await load('recovery');
const { LinkProxies }: { LinkProxies: new () => Proxies } = await load('link-proxies');

const { call }: { call: (endpoint: object, request: object) => Promise<Answer> } =
  await load('http-call');
interface Processes {
  createWorkplace(): string;
  freePort(host: string): Promise<number>;
  endAll(): void;
  ServerProcess: new (options: object) => KvServer;
}
const processes: Processes = await load('server-process');
const { createWorkplace, freePort, endAll, ServerProcess } = processes;

const answered = (body: object): object => ({ status: 200, body });

describe('what is found in a history', () => {
  const key = 'list-1';
  const appended = (value: string, [calledAtMs, returnedAtMs]: readonly number[]): Call => ({
    client: 'c',
    key,
    input: { type: 'append', value },
    calledAtMs: calledAtMs as number,
    returnedAtMs,
  });
  const read = (...output: string[]): Call => ({
    client: 'r',
    key,
    input: { type: 'read' },
    output,
    calledAtMs: 100,
    returnedAtMs: 101,
  });

  test('is nothing when every acknowledged append is read in order', () => {
    const open = appended('u', [5]);
    expect(findFlaws([appended('a', [1, 2]), open, appended('b', [3, 6]), read('a', 'b')])).toEqual(
      [],
    );
    expect(findFlaws([open, appended('b', [3, 6]), read('u', 'b')])).toEqual([]);
  });

  test.each([
    ['has lost a', [appended('a', [1, 2]), appended('b', [3, 4]), read('b')]],
    ['holds an item twice', [appended('a', [1, 2]), read('a', 'a')]],
    ['holds b too early', [appended('a', [1, 2]), appended('b', [3, 4]), read('b', 'a')]],
    ['holds x, which was refused', [appended('a', [1, 2]), read('a', 'x')]],
    ['was not read in the end', [appended('a', [1, 2])]],
  ])('is that a list %s', (flaw, history) => {
    expect(findFlaws(history).some((found) => found.includes(flaw))).toBe(true);
  });

  test('is a register that shows the past', () => {
    const call = (input: RegisterInput, output: unknown, atMs: number): Call => ({
      ...{ client: 'c', key: 'register-1', input, output },
      calledAtMs: atMs,
      returnedAtMs: atMs + 1,
    });
    const written = call({ type: 'write', value: 'new' }, { type: 'written' }, 1);
    const stale = call({ type: 'read' }, { type: 'read', value: undefined }, 3);
    expect(findFlaws([written])).toEqual([]);
    expect(findFlaws([written, stale])[0]).toContain('register-1 is not linearizable');
  });
});

describe('a plan of faults', () => {
  const plan = (seed: number): Fault[] => faultPlan({ seed, durationS: 60 });

  test('is the same for the same seed, and another one for another', () => {
    expect(plan(1)).toEqual(plan(1));
    expect(plan(2)).not.toEqual(plan(1));
  });

  test('cuts off a leader first, and is over in time', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      expect(plan(seed)[0]).toMatchObject({ type: 'isolate', victim: 'leader', isBroken: false });
      expect(Math.max(...plan(seed).map(({ endS }) => endS))).toBeLessThan(60);
    }
  });
});

test('recovery is counted from where no fault is left to the next write', () => {
  const faults = [
    { beganS: 1, endedS: 3 },
    { beganS: 2, endedS: 5 },
    { beganS: 8, endedS: 9 },
  ];
  expect(recoveryTimes(faults, [1.5, 4, 5.25, 6], 20)).toEqual([0.25, 11]);
});

describe('a proxy', () => {
  const opened: { close(): void }[] = [];
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
  });

  /** As a server of Raft begins: what is before the names, the cluster, who dials. */
  function hello(from: string): Buffer {
    const named = (name: string): Buffer => {
      const length = Buffer.alloc(2);
      length.writeUInt16LE(name.length);
      return Buffer.concat([length, Buffer.from(name)]);
    };
    return Buffer.concat([Buffer.alloc(18), named('raft-kv'), named(from)]);
  }

  async function listen(server: Server): Promise<number> {
    opened.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  }

  /** A connection from `a` to `b` whose ends have seen the first words. */
  async function connectThrough(proxies: Proxies): Promise<{ a: Socket; b: Socket }> {
    opened.push(proxies);
    const server = createServer();
    const port = await proxies.open('b', { host: '127.0.0.1', port: await listen(server) });
    const a = connect(port, '127.0.0.1');
    a.write(hello('a'));
    const [b] = (await once(server, 'connection')) as [Socket];
    for (const socket of [a, b]) socket.on('error', () => socket.destroy());
    expect((await once(b, 'data'))[0]).toEqual(hello('a'));
    return { a, b };
  }

  test('holds back what goes one way while the other way works, and gives it late', async () => {
    const proxies = new LinkProxies();
    const { a, b } = await connectThrough(proxies);
    proxies.cut(['a>b'], false);
    a.write('late');
    b.write('now');
    expect(String((await once(a, 'data'))[0])).toBe('now');
    expect(b.bytesRead).toBe(hello('a').length);
    proxies.mend();
    expect(String((await once(b, 'data'))[0])).toBe('late');
  });

  test('ends the connections of a broken link, and those that come', async () => {
    const proxies = new LinkProxies();
    const { a, b } = await connectThrough(proxies);
    proxies.cut(['b>a'], true);
    await Promise.all([once(a, 'close'), once(b, 'close')]);
  });
});

test('the program is as short as its page says', () => {
  const program = readFileSync(new URL('raft-kv/raft-kv.ts', import.meta.url), 'utf8');
  expect(program.trimEnd().split('\n').length).toBeLessThan(150);
});

describe('three servers', () => {
  const host = process.platform === 'linux' ? '127.0.7.1' : '127.0.0.1';
  const servers: KvServer[] = [];
  const ask = (server: KvServer, method: string, path: string, value = ''): Promise<Answer> =>
    call(server.endpoint, { method, path, value, timeoutMs: 20_000 });
  const leaderOf = async (): Promise<KvServer> => {
    for (;;) {
      for (const server of servers) {
        if ((await server.status())?.role === 'leader') return server;
      }
    }
  };
  /** As a client should: where the leader is, and again where nothing has happened. */
  const askLeader = async (method: string, path: string, value = ''): Promise<Answer> => {
    for (;;) {
      const answer = await ask(await leaderOf(), method, path, value);
      if (answer.status !== 421 && answer.status !== 503) return answer;
    }
  };

  beforeAll(async () => {
    const workplace = createWorkplace();
    const made = await Promise.all(
      ['a', 'b', 'c'].map(async (id) => {
        const [raftPort, httpPort] = [await freePort(host), await freePort(host)];
        return { id, raftPort, httpPort };
      }),
    );
    const group = made.map(({ id, raftPort }) => `${id}=${host}:${raftPort}`).join(',');
    for (const { id, raftPort, httpPort } of made) {
      const words = ['--data', workplace, '--host', host, '--group', group];
      words.push('--raft-port', `${raftPort}`, '--http-port', `${httpPort}`);
      servers.push(
        new ServerProcess({ id, host, httpPort, workplace, words, onCrash: () => undefined }),
      );
    }
    await Promise.all(servers.map((server) => server.start()));
  }, 60_000);
  afterAll(() => endAll());

  test('end with one line where they cannot start', async () => {
    const ended = (...words: string[]): Promise<unknown> => {
      const [id, httpPort, workplace] = ['a', 0, createWorkplace()];
      const all = ['--data', workplace, '--host', host, ...words];
      return new Promise((onCrash) => {
        void new ServerProcess({ id, host, httpPort, workplace, words: all, onCrash }).start();
      });
    };
    const taken = `${servers[0]?.endpoint.port}`;
    const oneLine = (what: string): RegExp =>
      new RegExp(`^a ended with 1: [^\\n]*${what}[^\\n]*\\n$`);
    expect(await ended('--nonsense')).toMatch(oneLine('--nonsense'));
    expect(await ended('--group', 'a')).toMatch(oneLine('address'));
    expect(await ended('--raft-port', 'x')).toMatch(oneLine('port'));
    expect(await ended('--raft-port', '0', '--http-port', taken)).toMatch(oneLine('EADDRINUSE'));
  }, 60_000);

  test('say what came of each call, and who leads', async () => {
    const [a, b, c] = servers as [KvServer, KvServer, KvServer];
    expect(await askLeader('PUT', '/kv/x', 'one')).toEqual(answered({ isDone: true }));
    expect(await ask(a, 'GET', '/kv/x')).toEqual(answered({ value: 'one' }));
    expect(await askLeader('PUT', '/kv/x?if=other', 'two')).toEqual(answered({ isDone: false }));
    expect(await askLeader('PUT', '/kv/x?if=one', 'two')).toEqual(answered({ isDone: true }));
    expect(await askLeader('POST', '/kv/x', ' three')).toEqual(answered({ isDone: true }));
    expect(await ask(b, 'GET', '/kv/x')).toEqual(answered({ value: 'two three' }));
    expect(await ask(c, 'GET', '/kv/never')).toEqual(answered({ value: '' }));
    expect(await ask(a, 'PUT', '/kv/x', 'x'.repeat(70_000))).toMatchObject({ status: 400 });
    expect(await ask(a, 'GET', '/elsewhere/x')).toMatchObject({ status: 400 });
    expect(await ask(a, 'PUT', '/kv/', 'nowhere')).toMatchObject({ status: 400 });
    expect(await askLeader('PUT', '/kv/deep/x%20y', 'down')).toEqual(answered({ isDone: true }));
    expect(await ask(b, 'GET', '/kv/deep/x%20y')).toEqual(answered({ value: 'down' }));
    expect(await ask(b, 'GET', '/kv/deep')).toEqual(answered({ value: '' }));
    expect(await askLeader('DELETE', '/servers/nobody')).toMatchObject({
      status: 409,
      body: { outcome: 'refused' },
    });
    const leader = await leaderOf();
    const [follower] = servers.filter((server) => server !== leader) as [KvServer];
    expect(await ask(follower, 'PUT', '/kv/x', 'four')).toMatchObject({
      status: 421,
      body: { outcome: 'not-leader', leader: expect.stringMatching(/^[abc]$/) },
    });
  }, 60_000);

  test('cannot say what becomes of a write without a majority', async () => {
    const leader = await leaderOf();
    for (const server of servers) if (server !== leader) server.pause();
    expect(await ask(leader, 'PUT', '/kv/x', 'five')).toMatchObject({
      status: 504,
      body: { outcome: 'unknown' },
    });
    expect(await ask(leader, 'PUT', '/kv/x', 'six')).toMatchObject({ status: 421 });
    expect((await ask(leader, 'GET', '/kv/x')).status).not.toBe(200);
  }, 60_000);
});

describe('real servers under faults', () => {
  /** The run's own exit code says whether all was as it should be. */
  async function run(
    ...words: string[]
  ): Promise<{ code: number | null; output: string; complaint: string }> {
    const program = fileURLToPath(new URL('raft-kv/faults/main.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, '--minutes', '0.15', ...words]);
    const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (child.exitCode === null) await once(child, 'exit');
    return { code: child.exitCode, output, complaint };
  }

  test('are not started by a flag that means nothing', async () => {
    for (const words of [['--nonsense'], ['--seed', 'abc']]) {
      const { code, complaint } = await run(...words);
      expect(complaint).toMatch(/^.*--(nonsense|seed).*\n$/);
      expect(code).toBe(1);
    }
  }, 60_000);

  test('are linearizable and lose nothing, while each is replaced', async () => {
    const { code, output } = await run('--replace');
    expect(output).toContain('linearizable; every acknowledged append is there');
    expect(code).toBe(0);
  }, 240_000);

  test('are found out when reads ask nobody', async () => {
    const { code, output } = await run('--unsafe-reads');
    expect(output).toContain('is not linearizable');
    expect(code).toBe(0);
  }, 240_000);
});
