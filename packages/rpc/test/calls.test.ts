import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { methodError, type RpcHandler } from '../src/index.js';
import { Cluster, failure, read, text } from './cluster.js';

const cluster = new Cluster();
afterEach(() => cluster.close());

const echo: RpcHandler = async (_, body) => body;

/** A handler that ends only when the test lets it, or when nobody waits. */
function gate() {
  const signals: AbortSignal[] = [];
  const waiting: (() => void)[] = [];
  let onArrival = (): void => undefined;
  const handler: RpcHandler = (context) =>
    new Promise((resolve, reject) => {
      signals.push(context.signal);
      context.signal.addEventListener('abort', () => reject(new Error('aborted')));
      waiting.push(() => resolve(text('open')));
      onArrival();
    });
  const arrived = async (count: number): Promise<void> => {
    while (signals.length < count)
      await new Promise<void>((resolve) => {
        onArrival = resolve;
      });
  };
  const aborted = (index: number): Promise<unknown> => {
    const signal = signals[index];
    if (signal === undefined) throw new Error('no such call');
    return signal.aborted ? Promise.resolve() : once(signal, 'abort');
  };
  const open = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { handler, arrived, aborted, open };
}

describe('a call', () => {
  test('gets the answer of its method, with the caller known', async () => {
    let caller: unknown;
    const handler: RpcHandler = async (context, body) => {
      const { peer, deadlineMs, isEncrypted, method } = context;
      caller = {
        name: peer.nodeName,
        datacenter: peer.datacenter,
        deadlineMs,
        isEncrypted,
        method,
      };
      return text(`hello ${read(body)}`);
    };
    const { peer } = await cluster.server({ greet: handler });
    const { pool } = cluster.pool();
    const answer = await pool.call(peer, 'greet', text('world'), { deadlineMs: 1_000 });
    expect(read(answer)).toBe('hello world');
    expect(caller).toEqual({
      name: 'beta',
      datacenter: 'dc1',
      deadlineMs: 1_000,
      isEncrypted: false,
      method: 'greet',
    });
  });

  test('ten thousand at once share one connection and get each their own answer', async () => {
    const { peer, metrics } = await cluster.server({ echo });
    const { pool } = cluster.pool();
    const calls = Array.from({ length: 10_000 }, (_, index) =>
      pool.call(peer, 'echo', text(String(index))),
    );
    const answers = await Promise.all(calls);
    expect(answers.map(read)).toEqual(Array.from({ length: 10_000 }, (_, index) => String(index)));
    expect(metrics.value('rpc.port.accepted')).toBe(1);
  });

  test('large bodies pass both ways, and a small call is answered meanwhile', async () => {
    const { peer } = await cluster.server({ echo });
    const { pool } = cluster.pool();
    const body = new Uint8Array(8 * 1024 * 1024).map((_, index) => index % 251);
    const [large, small] = await Promise.all([
      pool.call(peer, 'echo', body),
      pool.call(peer, 'echo', text('small')),
    ]);
    expect(Buffer.compare(large, body)).toBe(0);
    expect(read(small)).toBe('small');
  });

  test('of an unknown method fails as not run', async () => {
    const { peer } = await cluster.server();
    const error = await failure(cluster.pool().pool.call(peer, 'none', text('')));
    expect(error).toMatchObject({ code: 'UNKNOWN_METHOD', mayHaveRun: false });
  });

  test('whose handler throws gets code and words, never a stack', async () => {
    const { peer } = await cluster.server({
      typed: () =>
        Promise.reject(methodError('NO_LEADER', 'No cluster leader', { isNotRun: true })),
      coded: () => {
        throw Object.assign(new Error('disk is full'), { code: 'ENOSPC' });
      },
      plain: () => Promise.reject(new Error('broken')),
    });
    const { pool } = cluster.pool();
    expect(await failure(pool.call(peer, 'typed', text('')))).toMatchObject({
      code: 'REMOTE',
      mayHaveRun: false,
      detail: 'No cluster leader',
      remote: { code: 'NO_LEADER', message: 'No cluster leader' },
    });
    expect(await failure(pool.call(peer, 'coded', text('')))).toMatchObject({
      code: 'REMOTE',
      mayHaveRun: true,
      remote: { code: 'ENOSPC', message: 'disk is full' },
    });
    expect(await failure(pool.call(peer, 'plain', text('')))).toMatchObject({
      remote: { code: 'INTERNAL', message: 'broken' },
    });
  });

  test('that is too large for the peer fails here, as not run', async () => {
    const identity = { datacenter: 'dc1', nodeName: 'alpha', frameBytesMax: 4_096 };
    const { peer } = await cluster.server({ echo }, { listener: { identity } });
    const { pool } = cluster.pool();
    const error = await failure(pool.call(peer, 'echo', new Uint8Array(5_000)));
    expect(error).toMatchObject({ code: 'FRAME_TOO_LARGE', mayHaveRun: false });
    expect(await pool.call(peer, 'echo', new Uint8Array(3_000))).toHaveLength(3_000);
  });

  test('whose answer is too large for us fails, and the connection lives on', async () => {
    const { peer, metrics } = await cluster.server({
      big: async () => new Uint8Array(10_000),
      echo,
    });
    const identity = { datacenter: 'dc1', nodeName: 'beta', frameBytesMax: 8_192 };
    const { pool } = cluster.pool({ identity });
    const error = await failure(pool.call(peer, 'big', text('')));
    expect(error).toMatchObject({ code: 'FRAME_TOO_LARGE', mayHaveRun: true });
    expect(read(await pool.call(peer, 'echo', text('still')))).toBe('still');
    expect(metrics.value('rpc.port.accepted')).toBe(1);
  });

  test('beyond the bound of the server fails as not run', async () => {
    const held = gate();
    const { peer } = await cluster.server({ wait: held.handler }, { server: { callCountMax: 1 } });
    const { pool } = cluster.pool();
    const first = pool.call(peer, 'wait', text(''));
    await held.arrived(1);
    const error = await failure(pool.call(peer, 'wait', text('')));
    expect(error).toMatchObject({ code: 'TOO_MANY_CALLS', mayHaveRun: false });
    held.open();
    expect(read(await first)).toBe('open');
  });
});

describe('giving up', () => {
  test('a deadline ends the call here and aborts it there', async () => {
    const held = gate();
    const { peer } = await cluster.server({ wait: held.handler });
    const { pool, clock } = cluster.pool();
    const call = failure(pool.call(peer, 'wait', text(''), { deadlineMs: 500 }));
    await held.arrived(1);
    clock.advanceBy(500);
    expect(await call).toMatchObject({ code: 'DEADLINE_EXCEEDED', mayHaveRun: true });
    await held.aborted(0);
  });

  test('a server whose own clock says so aborts a call that nobody cancelled', async () => {
    const held = gate();
    const { peer, clock } = await cluster.server({ wait: held.handler });
    const { pool } = cluster.pool();
    const call = failure(pool.call(peer, 'wait', text(''), { deadlineMs: 500 }));
    await held.arrived(1);
    clock.advanceBy(500);
    await held.aborted(0);
    await pool.close();
    expect(await call).toMatchObject({ code: 'CONNECTION_CLOSED' });
  });

  test('an abort signal ends the call here and aborts it there', async () => {
    const held = gate();
    const { peer } = await cluster.server({ wait: held.handler });
    const { pool } = cluster.pool();
    const controller = new AbortController();
    const call = failure(pool.call(peer, 'wait', text(''), { signal: controller.signal }));
    await held.arrived(1);
    controller.abort();
    expect(await call).toMatchObject({ code: 'CANCELLED', mayHaveRun: true });
    await held.aborted(0);
  });

  test('a signal that is aborted already sends nothing', async () => {
    const { peer, metrics } = await cluster.server({ echo });
    const { pool } = cluster.pool();
    const options = { signal: AbortSignal.abort() };
    const first = await failure(pool.call(peer, 'echo', text(''), options));
    expect(first).toMatchObject({ code: 'CANCELLED', mayHaveRun: false });
    await pool.call(peer, 'echo', text(''));
    const second = await failure(pool.call(peer, 'echo', text(''), options));
    expect(second).toMatchObject({ code: 'CANCELLED', mayHaveRun: false });
    expect(metrics.value('rpc.server.calls')).toBe(1);
  });
});

describe('a streaming answer', () => {
  const count: RpcHandler = async function* (_, body) {
    for (let index = 0; index < Number(read(body)); index += 1) yield text(String(index));
  };

  test('arrives whole and in order', async () => {
    const { peer } = await cluster.server({ count });
    const { pool } = cluster.pool();
    const got: string[] = [];
    for await (const item of pool.callStreaming(peer, 'count', text('1000'), { windowBytes: 500 }))
      got.push(read(item));
    expect(got).toEqual(Array.from({ length: 1_000 }, (_, index) => String(index)));
  });

  test('runs no further ahead than the window while its reader does nothing', async () => {
    let given = 0;
    let ended = false;
    const endless: RpcHandler = async function* () {
      try {
        for (;;) {
          given += 1;
          yield new Uint8Array(936);
        }
      } finally {
        ended = true;
      }
    };
    const { peer } = await cluster.server({ endless, echo });
    const { pool } = cluster.pool();
    const answers = pool.callStreaming(peer, 'endless', text(''), { windowBytes: 10_000 });
    await answers.next();
    // Each call is answered behind what the stream could send before it.
    for (let round = 0; round < 50; round += 1) await pool.call(peer, 'echo', text(''));
    // The window, one answer beyond it, the one that was taken and the one asked for.
    expect(given).toBeLessThanOrEqual(13);
    await answers.return?.();
    while (!ended) await pool.call(peer, 'echo', text(''));
  });

  test('that fails half way gives what came before and then the error', async () => {
    const { peer } = await cluster.server({
      async *breaks() {
        yield text('one');
        throw methodError('HALF', 'half way');
      },
    });
    const { pool } = cluster.pool();
    const answers = pool.callStreaming(peer, 'breaks', text(''));
    expect(await answers.next()).toMatchObject({ value: text('one') });
    expect(await failure(answers.next())).toMatchObject({ remote: { code: 'HALF' } });
    expect(await answers.next()).toMatchObject({ done: true });
  });

  test('of a method with one answer is that answer; the reverse is an error', async () => {
    const { peer } = await cluster.server({ echo, count });
    const { pool } = cluster.pool();
    const got: string[] = [];
    for await (const item of pool.callStreaming(peer, 'echo', text('one'))) got.push(read(item));
    expect(got).toEqual(['one']);
    const error = await failure(pool.call(peer, 'count', text('3')));
    expect(error).toMatchObject({ code: 'REMOTE', remote: { code: 'INTERNAL' } });
  });

  test('of a method with one answer that fails at once is its error, and harms nobody else', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const fail: RpcHandler = () => Promise.reject(methodError('NO', 'not today'));
    const { peer } = await cluster.server({ fail, echo });
    const { pool } = cluster.pool();
    const answers = pool.callStreaming(peer, 'fail', text(''));
    expect(await failure(answers.next())).toMatchObject({ remote: { code: 'NO' } });
    expect(read(await pool.call(peer, 'echo', text('x')))).toBe('x');
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  test('whose own iterator throws fails alone', async () => {
    const thrower = {
      next: () => {
        throw new Error('next');
      },
      return: () => {
        throw new Error('return');
      },
    } as unknown as AsyncIterator<Uint8Array>;
    const { peer, metrics } = await cluster.server({
      throws: () => ({ [Symbol.asyncIterator]: () => thrower }),
      echo,
    });
    const { pool } = cluster.pool();
    const answers = pool.callStreaming(peer, 'throws', text(''));
    expect(await failure(answers.next())).toMatchObject({ code: 'REMOTE' });
    expect(read(await pool.call(peer, 'echo', text('x')))).toBe('x');
    expect(metrics.value('rpc.port.accepted')).toBe(1);
  });

  test('ends with an error when the peer is killed', async () => {
    const { peer, listener } = await cluster.server({ count });
    const { pool } = cluster.pool();
    const answers = pool.callStreaming(peer, 'count', text('1000000'), { windowBytes: 200 });
    await answers.next();
    await listener.close();
    const drain = async (): Promise<void> => {
      for await (const _ of answers);
    };
    const error = await failure(drain());
    expect(error).toMatchObject({ code: 'CONNECTION_CLOSED', mayHaveRun: true });
  });
});

describe('the end of a peer', () => {
  test('killed in the middle of a call, the call may have run', async () => {
    const held = gate();
    const { peer, listener } = await cluster.server({ wait: held.handler });
    const { pool } = cluster.pool();
    const call = failure(pool.call(peer, 'wait', text('')));
    await held.arrived(1);
    await listener.close();
    expect(await call).toMatchObject({ code: 'CONNECTION_CLOSED', mayHaveRun: true });
    await held.aborted(0);
  });

  test('going away in order, running calls end and new ones find another connection', async () => {
    const held = gate();
    const { peer, server, listener, metrics } = await cluster.server({ wait: held.handler });
    const { pool } = cluster.pool();
    const call = pool.call(peer, 'wait', text(''));
    await held.arrived(1);
    const closing = [server.close(), server.close()];
    held.open();
    expect(read(await call)).toBe('open');
    await Promise.all(closing);
    await metrics.reaches('rpc.port.connections', 0);
    expect(server.connectionCount).toBe(0);
    await listener.close();
    const error = await failure(pool.call(peer, 'wait', text('')));
    expect(error).toMatchObject({ code: 'DIAL_FAILED', mayHaveRun: false });
  });

  test('silent without having closed, it is found out by keep-alive', async () => {
    const mute = await cluster.mutePeer();
    const { pool, clock, metrics } = cluster.pool();
    const call = failure(pool.call(mute.peer, 'any', text(''), { deadlineMs: 0 }));
    await mute.receivedFrames(1);
    clock.advanceBy(30_000);
    await mute.receivedFrames(2);
    clock.advanceBy(10_000);
    expect(await call).toMatchObject({ code: 'CONNECTION_CLOSED', mayHaveRun: true });
    expect(metrics.value('rpc.session.closed{peer-silent}')).toBe(1);
  });
});
