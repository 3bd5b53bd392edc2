import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { AppendInput, Operation, RegisterInput } from '@konsul/simulation';
import { afterEach, describe, expect, test } from 'vitest';

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

// Programs without types: Vite can tell what a variable import may mean where it names a folder.
const load = (name: string) => import(`./raft-kv/faults/${name}.mjs`);
const { findFlaws }: { findFlaws: (history: readonly Call[]) => string[] } =
  await load('check-history');
const { faultPlan }: { faultPlan: (options: object) => Fault[] } = await load('fault-plan');
const { LinkProxies }: { LinkProxies: new () => Proxies } = await load('link-proxies');

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

describe('real servers under faults', () => {
  /** The run's own exit code says whether all was as it should be. */
  async function run(...words: string[]): Promise<{ code: number | null; output: string }> {
    const program = fileURLToPath(new URL('raft-kv/faults/main.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, '--minutes', '0.2', ...words]);
    const [output] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (child.exitCode === null) await once(child, 'exit');
    return { code: child.exitCode, output };
  }

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
