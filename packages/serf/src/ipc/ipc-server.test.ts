import { type ByteStream, seededRng } from '@konsul/runtime';
import { MemoryNetwork, VirtualClock } from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import type { QueryReply } from '../core/effect.js';
import { SerfError } from '../errors.js';
import type { OutgoingQuery } from '../serf.js';
import type { AgentEvent } from './agent-event.js';
import type { IpcBackend } from './ipc-backend.js';
import { IpcClient } from './ipc-client.js';
import type { IpcQueryRequest } from './ipc-request.js';
import type { IpcRecord } from './ipc-response.js';
import { IpcServer, type IpcServerOptions } from './ipc-server.js';
import { LogBook } from './log-book.js';
import { encodeRequest } from './request-writer.js';

const AGENT = { host: 'agent', port: 7_373 };
const NO_BYTES = new Uint8Array(0);
const QUERY: IpcQueryRequest = {
  type: 'query',
  name: 'who',
  payload: NO_BYTES,
  filterNodes: [],
  filterTags: {},
  wantsAck: true,
  relayFactor: 0,
  timeoutMs: 0,
};

/** A query that replies when it is told to. */
class FakeQuery implements OutgoingQuery {
  readonly name = 'who';
  readonly deadlineMs = 0;
  readonly isFinished = false;
  isCancelled = false;
  readonly #replies: QueryReply[] = [];
  #wake: () => void = () => undefined;
  #isEnded = false;

  reply(reply: QueryReply): void {
    this.#replies.push(reply);
    this.#wake();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  cancel(): void {
    this.isCancelled = true;
    this.end();
  }

  async result(): Promise<never> {
    throw new Error('not used');
  }

  async *[Symbol.asyncIterator](): AsyncIterator<QueryReply> {
    for (;;) {
      for (const reply of this.#replies.splice(0)) yield reply;
      if (this.#isEnded) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** A server and clients on a memory network and virtual time. */
class Bench {
  readonly clock = new VirtualClock();
  readonly network = new MemoryNetwork({ clock: this.clock, rng: seededRng(1) });
  readonly logBook = new LogBook(() => this.clock.wallMs());
  readonly query = new FakeQuery();
  readonly counts = new Map<string, number>();
  hasLeft = false;
  tell: (event: AgentEvent) => void = () => undefined;
  readonly backend: IpcBackend = {
    run: async ({ type }) => {
      if (type === 'list-keys') throw new SerfError('TOO_MANY_QUERIES', 'too many queries');
      return {};
    },
    query: async ({ name }) => {
      if (name === 'bad') throw new Error('not this one');
      return this.query;
    },
    onLeaveAnswered: () => {
      this.hasLeft = true;
    },
    onEvent: (listener) => {
      this.tell = listener;
      return () => undefined;
    },
  };

  async server(options: Partial<IpcServerOptions> = {}): Promise<IpcServer> {
    const server = new IpcServer({
      transport: this.network.stream(AGENT),
      backend: this.backend,
      logBook: this.logBook,
      clock: this.clock,
      metrics: {
        increment: (name, by = 1) => this.counts.set(name, (this.counts.get(name) ?? 0) + by),
        gauge: () => undefined,
        sample: () => undefined,
      },
      ...options,
    });
    await server.start();
    return server;
  }

  async connect(authKey = ''): Promise<IpcClient> {
    const transport = this.network.stream({ host: 'client', port: 0 });
    const options = { endpoint: AGENT, transport, authKey, clock: this.clock };
    return await this.during(IpcClient.connect(options));
  }

  /** A stream without a client on it, and whether it has been closed. */
  async dial(): Promise<{ readonly stream: ByteStream; readonly isOpen: () => boolean }> {
    const transport = this.network.stream({ host: 'client', port: 0 });
    const stream = await this.during(transport.connect(AGENT, { timeoutMs: 1_000 }));
    let isOpen = true;
    const close = (): void => {
      isOpen = false;
    };
    stream.setHandlers({ data: () => undefined, end: close, close });
    await this.pass(10);
    return { stream, isOpen: () => isOpen };
  }

  /** Lets time pass until a promise is settled. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    work.then(settle, settle);
    for (let round = 0; round < 1_000 && !isSettled; round += 1) await this.pass(1);
    return await work;
  }

  async pass(durationMs: number): Promise<void> {
    for (let passedMs = 0; passedMs < durationMs; passedMs += 1) {
      this.clock.advanceBy(1);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  }

  log(): string {
    return this.logBook
      .recent()
      .map(({ text }) => text)
      .join('\n');
  }
}

describe('a server', () => {
  test('answers, and says what went wrong', async () => {
    const bench = new Bench();
    await bench.server();
    const client = await bench.connect();
    expect(await bench.during(client.request({ type: 'leave' }))).toEqual({ type: 'none' });
    expect(bench.hasLeft).toBe(true);
    const refused = bench.during(client.request({ type: 'list-keys' }));
    await expect(refused).rejects.toMatchObject({
      code: 'AGENT_REFUSED',
      message: '[AGENT_REFUSED] too many queries',
    });
    expect(bench.log()).toContain('agent.ipc: Accepted client: client:');
  });

  test('closes a client that does not greet in time', async () => {
    const bench = new Bench();
    await bench.server({ greetingTimeoutMs: 100, authKey: 'k' });
    const silent = await bench.dial();
    const keyless = await bench.dial();
    keyless.stream.write(encodeRequest(1, { type: 'handshake', version: 1 }));
    const good = await bench.connect('k');
    await bench.pass(150);
    expect([silent.isOpen(), keyless.isOpen()]).toEqual([false, false]);
    await bench.during(good.request({ type: 'stats' }));
  });

  test('takes a bounded number of clients, and counts those it refuses', async () => {
    const bench = new Bench();
    await bench.server({ connectionCountMax: 2 });
    const [one, two, three] = [await bench.dial(), await bench.dial(), await bench.dial()];
    expect([one.isOpen(), two.isOpen(), three.isOpen()]).toEqual([true, true, false]);
    expect(bench.counts.get('agent.ipc.refused')).toBe(1);
    one.stream.destroy();
    await bench.pass(10);
    expect((await bench.dial()).isOpen()).toBe(true);
  });

  test('says why it sends a client away, and does', async () => {
    const bench = new Bench();
    await bench.server();
    const { stream, isOpen } = await bench.dial();
    stream.write(Uint8Array.of(0xc1));
    await bench.pass(10);
    expect(isOpen()).toBe(false);
    expect(bench.log()).toContain('request is malformed');
  });

  test('drops what a client does not read, says so once, and goes on when it reads', async () => {
    const bench = new Bench();
    await bench.server();
    const { stream } = await bench.dial();
    stream.write(encodeRequest(1, { type: 'handshake', version: 1 }));
    stream.write(encodeRequest(2, { type: 'monitor', logLevel: 'DEBUG' }));
    await bench.pass(10);
    stream.pause();
    const line = 'x'.repeat(1_000);
    for (let count = 0; count < 2_000; count += 1) {
      bench.logBook.write('INFO', line);
      if (count % 100 === 0) await bench.pass(2);
    }
    const dropped = bench.counts.get('agent.ipc.dropped') ?? 0;
    expect(dropped).toBeGreaterThan(500);
    expect(dropped).toBeLessThan(1_700);
    const warnings = bench.log().match(/Dropping events and logs to client/g);
    expect(warnings?.length ?? 0).toBeLessThanOrEqual(1);
    stream.resume();
    await bench.pass(200);
    const before = bench.counts.get('agent.ipc.dropped');
    bench.logBook.write('INFO', line);
    expect(bench.counts.get('agent.ipc.dropped')).toBe(before);
  });

  test('lets clients read what they were sent before it closes', async () => {
    const bench = new Bench();
    const server = await bench.server();
    const client = await bench.connect();
    const asked = client.request({ type: 'leave' });
    await bench.pass(3);
    await bench.during(server.close());
    expect(await asked).toEqual({ type: 'none' });
    await bench.during(client.closed);
    const late = client.request({ type: 'stats' });
    await expect(late).rejects.toMatchObject({ code: 'AGENT_CLOSED' });
  });
});

describe('a client', () => {
  test('is told of events, and answers queries', async () => {
    const bench = new Bench();
    await bench.server();
    const client = await bench.connect();
    const records: IpcRecord[] = [];
    const opening = client.open({ type: 'stream', filter: 'query' }, (each) => records.push(each));
    const seq = await bench.during(opening);
    const answers: string[] = [];
    const respond = async (payload: Uint8Array): Promise<void> => {
      answers.push(Buffer.from(payload).toString());
      if (answers.length > 1) throw new SerfError('QUERY_CLOSED', 'response already sent');
    };
    const query = {
      name: 'who',
      payload: NO_BYTES,
      time: 1,
      sourceNode: '',
      deadlineMs: 9e9,
      respond,
    };
    bench.tell({ type: 'query', query });
    await bench.pass(10);
    expect(records).toMatchObject([{ type: 'query-event', id: 1, name: 'who' }]);
    const payload = Buffer.from('me');
    await bench.during(client.request({ type: 'respond', id: 1, payload }));
    const again = bench.during(client.request({ type: 'respond', id: 1, payload }));
    await expect(again).rejects.toThrow('response already sent');
    await bench.during(client.stop(seq));
    bench.tell({ type: 'query', query });
    await bench.pass(10);
    expect(records).toHaveLength(1);
  });

  test('gets the replies of its query as they come', async () => {
    const bench = new Bench();
    await bench.server();
    const client = await bench.connect();
    const records: IpcRecord[] = [];
    await bench.during(client.open(QUERY, (each) => records.push(each)));
    bench.query.reply({ type: 'ack', from: 'b' });
    await bench.pass(10);
    expect(records).toEqual([{ type: 'ack', from: 'b' }]);
    bench.query.end();
    await bench.pass(300);
    expect(records.at(-1)).toEqual({ type: 'done' });
    const bad = bench.during(client.open({ ...QUERY, name: 'bad' }, () => undefined));
    await expect(bad).rejects.toThrow('not this one');
  });

  test('has time to take the last replies before it is told that its query is done', async () => {
    const bench = new Bench();
    await bench.server();
    const client = await bench.connect();
    const records: IpcRecord[] = [];
    await bench.during(client.open(QUERY, (each) => records.push(each)));
    const reply: QueryReply = { type: 'response', from: 'b', payload: NO_BYTES };
    bench.query.reply(reply);
    bench.query.end();
    await bench.pass(200);
    expect(records).toEqual([reply]);
    await bench.pass(100);
    expect(records).toEqual([reply, { type: 'done' }]);
  });

  test('that goes takes its queries with it', async () => {
    const bench = new Bench();
    await bench.server();
    const client = await bench.connect();
    await bench.during(client.open(QUERY, () => undefined));
    client.close();
    await bench.pass(10);
    expect(bench.query.isCancelled).toBe(true);
  });

  test('is refused without the key', async () => {
    const bench = new Bench();
    await bench.server({ authKey: 's3cret' });
    await expect(bench.connect('wrong')).rejects.toThrow('Invalid authentication token');
    const client = await bench.connect();
    const asked = bench.during(client.request({ type: 'members' }));
    await expect(asked).rejects.toThrow('Authentication required');
  });

  test('does not wait for ever for one that is no agent', async () => {
    const bench = new Bench();
    const transport = bench.network.stream(AGENT);
    await transport.listen((stream) => stream.setHandlers({ data: () => undefined }));
    await expect(bench.during(connectFor(bench, 100))).rejects.toMatchObject({
      code: 'AGENT_CLOSED',
    });
  });

  test('ends with one that talks nonsense', async () => {
    const bench = new Bench();
    const transport = bench.network.stream(AGENT);
    await transport.listen((stream) => {
      stream.setHandlers({ data: () => undefined });
      stream.write(Uint8Array.of(0x93, 0xc1));
    });
    await expect(bench.during(connectFor(bench, 1_000))).rejects.toMatchObject({
      code: 'AGENT_CLOSED',
    });
  });
});

function connectFor(bench: Bench, timeoutMs: number): Promise<IpcClient> {
  const transport = bench.network.stream({ host: 'client', port: 0 });
  return IpcClient.connect({ endpoint: AGENT, transport, clock: bench.clock, timeoutMs });
}
