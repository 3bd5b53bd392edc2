import { MsgpackReader } from '@konsul/swim';
import { describe, expect, test } from 'vitest';
import type { IncomingQuery } from '../incoming-query.js';
import type { AgentEvent } from './agent-event.js';
import { type IpcAction, IpcConnection } from './ipc-connection.js';
import { defaultIpcLimits, type IpcLimits } from './ipc-limits.js';
import type { IpcCommand, IpcRequest } from './ipc-request.js';
import { encodeRequest } from './request-writer.js';
import {
  hasResponseBody,
  readRecord,
  readResponseBody,
  readResponseHeader,
} from './response-reader.js';
import { ValueWindow } from './value-window.js';

const NO_BYTES: Uint8Array = Buffer.alloc(0);
const userEvent: AgentEvent = {
  type: 'user-event',
  time: 3,
  name: 'deploy',
  payload: Uint8Array.of(1),
  canCoalesce: false,
};

function incomingQuery(name: string, deadlineMs = 1_000): IncomingQuery {
  const answer = async (): Promise<void> => undefined;
  return { name, payload: NO_BYTES, time: 4, sourceNode: 'x', deadlineMs, respond: answer };
}

function queryRequest(name: string): IpcRequest {
  return {
    ...{ type: 'query', name, payload: NO_BYTES, filterNodes: [], filterTags: {} },
    ...{ wantsAck: false, relayFactor: 0, timeoutMs: 0 },
  } as const;
}

/** A client's end of a connection: what it sent, and what it makes of what comes back. */
class Bench {
  readonly connection: IpcConnection;
  readonly #window = new ValueWindow();
  readonly #commands = new Map<number, IpcCommand>();

  constructor(options: { readonly authKey?: string; readonly limits?: Partial<IpcLimits> } = {}) {
    const limits = { ...defaultIpcLimits, ...options.limits };
    this.connection = new IpcConnection({ authKey: options.authKey ?? '', limits });
  }

  send(seq: number, request: IpcRequest): readonly unknown[] {
    this.#commands.set(seq, request.type);
    this.connection.receive(encodeRequest(seq, request));
    return this.read();
  }

  greet(): this {
    this.send(1, { type: 'handshake', version: 1 });
    return this;
  }

  /** What came since the last call: responses and records understood, other actions as they are. */
  read(): readonly unknown[] {
    return this.connection.takeActions().flatMap((action) => this.#understand(action));
  }

  #understand(action: IpcAction): readonly unknown[] {
    if (action.type !== 'send') return [action];
    this.#window.push(action.bytes);
    const reader = new MsgpackReader();
    const header = readResponseHeader(reader, this.#value());
    if (header === undefined) throw new Error('no header');
    const command = this.#commands.get(header.seq);
    const isRecord = command === undefined;
    if (!isRecord) this.#commands.delete(header.seq);
    if (isRecord) return [{ seq: header.seq, record: readRecord(reader, this.#value()) }];
    const isBodiless = /^(Authentication|Handshake) required$/.test(header.error);
    if (isBodiless || !hasResponseBody(command)) return [header];
    return [{ ...header, body: readResponseBody(command, reader, this.#value()) }];
  }

  #value(): Uint8Array {
    const value = this.#window.take(1_000_000);
    if (typeof value === 'string') throw new Error(value);
    return value;
  }
}

describe('a session', () => {
  test('begins with a handshake', () => {
    const bench = new Bench();
    expect(bench.send(7, { type: 'members' })).toEqual([
      expect.objectContaining({ seq: 7, error: 'Handshake required' }),
      { type: 'close', reason: 'handshake required' },
    ]);
    expect(bench.connection.isReading).toBe(false);
    expect(bench.send(8, { type: 'handshake', version: 1 })).toEqual([]);
  });

  test('speaks version 1 only, and greets once', () => {
    const bench = new Bench();
    const asked = (version: number): unknown => bench.send(1, { type: 'handshake', version })[0];
    expect(asked(0)).toEqual({ seq: 1, error: 'Unsupported IPC version' });
    expect(asked(2)).toEqual({ seq: 1, error: 'Unsupported IPC version' });
    expect(asked(1)).toEqual({ seq: 1, error: '' });
    expect(asked(1)).toEqual({ seq: 1, error: 'Handshake already performed' });
  });

  test('wants the key before anything else, when there is one', () => {
    const bench = new Bench({ authKey: 's3cret' }).greet();
    expect(bench.connection.isReady).toBe(false);
    expect(bench.send(2, { type: 'stats' })).toEqual([
      { seq: 2, error: 'Authentication required' },
    ]);
    expect(bench.send(3, { type: 'stream', filter: '*' })).toEqual([
      { seq: 3, error: 'Authentication required' },
    ]);
    for (const authKey of ['', 's3cre', 's3cret!', 'S3cret']) {
      expect(bench.send(4, { type: 'auth', authKey })).toEqual([
        { seq: 4, error: 'Invalid authentication token' },
      ]);
    }
    expect(bench.send(5, { type: 'auth', authKey: 's3cret' })).toEqual([{ seq: 5, error: '' }]);
    expect(bench.connection.isReady).toBe(true);
    expect(bench.send(6, { type: 'stats' })).toEqual([
      { type: 'run', operation: { type: 'stats' } },
    ]);
  });

  test('ends with a command that is not known', () => {
    const bench = new Bench().greet();
    bench.connection.receive(Buffer.from('82a7436f6d6d616e64a6', 'hex'));
    bench.connection.receive(Buffer.from('7265626f6f74a353657102', 'hex'));
    const [answer, close] = bench.connection.takeActions();
    expect(
      answer?.type === 'send' && Buffer.from(answer.bytes).includes('Unsupported command'),
    ).toBe(true);
    expect(close).toMatchObject({ type: 'close', reason: 'command "reboot" is not known' });
  });

  test('ends with a body that makes no sense, or is too large', () => {
    const header = encodeRequest(2, { type: 'auth', authKey: '' }).subarray(0, -10);
    for (const [body, limits] of [
      ['93c0c0c1', {}],
      ['81a7417574684b657993010203', {}],
      ['81a7417574684b6579aa30313233343536373839', { bodyBytesMax: 10 }],
    ] as const) {
      const bench = new Bench({ limits }).greet();
      bench.connection.receive(header);
      bench.connection.receive(Buffer.from(body, 'hex'));
      expect(bench.read()).toEqual([expect.objectContaining({ type: 'close' })]);
    }
  });

  test('does one request at a time, in order', () => {
    const bench = new Bench().greet();
    expect(bench.send(2, { type: 'stats' })).toHaveLength(1);
    expect(bench.send(3, { type: 'members' })).toEqual([]);
    expect(bench.connection.isReading).toBe(false);
    bench.connection.complete({ body: { type: 'stats', groups: { agent: { name: 'a' } } } });
    expect(bench.read()).toEqual([
      { seq: 2, error: '', body: { type: 'stats', groups: { agent: { name: 'a' } } } },
      { type: 'run', operation: { type: 'members' } },
    ]);
  });

  test('sends the body that a client waits for, also beside an error', () => {
    const bench = new Bench().greet();
    for (const type of ['members', 'list-keys', 'stats'] as const) {
      bench.send(2, { type });
      bench.connection.complete({ error: 'no' });
      expect(bench.read()).toEqual([
        expect.objectContaining({ seq: 2, error: 'no', body: expect.anything() }),
      ]);
    }
  });
});

describe('streams', () => {
  test('tell what their filter lets through, until they are stopped', () => {
    const bench = new Bench().greet();
    expect(bench.send(2, { type: 'stream', filter: 'user:deploy,member-join' })).toEqual([
      { seq: 2, error: '' },
    ]);
    bench.connection.event(userEvent, 0);
    bench.connection.event({ ...userEvent, name: 'other' }, 0);
    bench.connection.event({ type: 'member-leave', members: [] }, 0);
    bench.connection.event({ type: 'member-join', members: [] }, 0);
    expect(bench.read()).toEqual([
      { seq: 2, record: userEvent },
      { seq: 2, record: { type: 'member-event', event: 'member-join', members: [] } },
    ]);
    expect(bench.send(3, { type: 'stop', stopSeq: 2 })).toEqual([{ seq: 3, error: '' }]);
    bench.connection.event(userEvent, 0);
    expect(bench.read()).toEqual([]);
  });

  test('are refused when the filter is none, the number is in use, or there are too many', () => {
    const bench = new Bench({ limits: { streamCountMax: 2 } }).greet();
    const open = (seq: number, filter: string): unknown => {
      return bench.send(seq, { type: 'stream', filter })[0];
    };
    expect(open(2, 'nonsense')).toEqual({ seq: 2, error: 'Invalid event filter' });
    expect(open(2, '')).toEqual({ seq: 2, error: '' });
    expect(open(2, '*')).toEqual({ seq: 2, error: 'Stream with given sequence exists' });
    expect(open(3, '*')).toEqual({ seq: 3, error: '' });
    expect(open(4, '*')).toEqual({ seq: 4, error: 'No more than 2 streams are allowed' });
  });

  test('number queries, which can then be answered', () => {
    const bench = new Bench().greet();
    bench.send(2, { type: 'stream', filter: 'query' });
    const query = incomingQuery('who');
    bench.connection.event({ type: 'query', query }, 0);
    expect(bench.read()).toEqual([
      { seq: 2, record: { type: 'query-event', id: 1, time: 4, name: 'who', payload: NO_BYTES } },
    ]);
    expect(bench.send(3, { type: 'respond', id: 2, payload: NO_BYTES })).toEqual([
      { seq: 3, error: 'No pending queries matching ID' },
    ]);
    const payload = Uint8Array.of(9);
    expect(bench.send(4, { type: 'respond', id: 1, payload })).toEqual([
      { type: 'answer', query, payload },
    ]);
    bench.connection.complete({});
    expect(bench.read()).toEqual([{ seq: 4, error: '' }]);
  });

  test('remember a bounded number of queries, those that have ended going first', () => {
    const bench = new Bench({ limits: { answerableQueryCountMax: 2 } }).greet();
    bench.send(2, { type: 'stream', filter: 'query' });
    bench.connection.event({ type: 'query', query: incomingQuery('one', 1_000) }, 0);
    bench.connection.event({ type: 'query', query: incomingQuery('two', 10) }, 0);
    bench.connection.event({ type: 'query', query: incomingQuery('three', 1_000) }, 20);
    bench.read();
    const answer = (id: number): unknown => {
      const [first] = bench.send(3, { type: 'respond', id, payload: NO_BYTES });
      bench.connection.complete({});
      bench.read();
      return first;
    };
    expect(answer(2)).toEqual({ seq: 3, error: 'No pending queries matching ID' });
    expect(answer(1)).toMatchObject({ type: 'answer', query: { name: 'one' } });
    expect(answer(3)).toMatchObject({ type: 'answer', query: { name: 'three' } });
  });
});

describe('a monitor', () => {
  const line = (level: 'DEBUG' | 'ERR'): { level: 'DEBUG' | 'ERR'; text: string } => {
    return { level, text: `[${level}] text` };
  };

  test('tells lines of its level and above, in either case of the level', () => {
    const bench = new Bench().greet();
    expect(bench.send(2, { type: 'monitor', logLevel: 'warn' })).toEqual([
      { seq: 2, error: '' },
      { type: 'replay-log' },
    ]);
    bench.connection.log(line('DEBUG'));
    bench.connection.log(line('ERR'));
    expect(bench.read()).toEqual([{ seq: 2, record: { type: 'log', line: '[ERR] text' } }]);
  });

  test('is one for each connection, until it is stopped', () => {
    const bench = new Bench().greet();
    expect(bench.send(2, { type: 'monitor', logLevel: 'foo' })).toEqual([
      { seq: 2, error: 'Unknown log level: FOO' },
    ]);
    bench.send(3, { type: 'monitor', logLevel: 'DEBUG' });
    expect(bench.send(4, { type: 'monitor', logLevel: 'DEBUG' })).toEqual([
      { seq: 4, error: 'Monitor already exists' },
    ]);
    bench.send(5, { type: 'stop', stopSeq: 3 });
    bench.connection.log(line('ERR'));
    expect(bench.read()).toEqual([]);
    expect(bench.send(6, { type: 'monitor', logLevel: 'DEBUG' })[0]).toEqual({ seq: 6, error: '' });
  });
});

describe('queries of a client', () => {
  test('are begun, answered as replies come, and done', () => {
    const bench = new Bench().greet();
    expect(bench.send(2, queryRequest('who'))).toEqual([
      { type: 'query', seq: 2, request: queryRequest('who') },
    ]);
    bench.connection.complete({});
    bench.connection.queryRecord(2, { type: 'ack', from: 'b' });
    bench.connection.queryRecord(2, { type: 'done' });
    expect(bench.read()).toEqual([
      { seq: 2, error: '' },
      { seq: 2, record: { type: 'ack', from: 'b' } },
      { seq: 2, record: { type: 'done' } },
    ]);
  });

  test('are bounded in number, those that failed or are done not counted', () => {
    const bench = new Bench({ limits: { queryCountMax: 1 } }).greet();
    bench.send(2, queryRequest('a'));
    bench.connection.complete({ error: 'no' });
    bench.read();
    bench.send(3, queryRequest('b'));
    bench.connection.complete({});
    bench.read();
    expect(bench.send(4, queryRequest('c'))).toEqual([
      { seq: 4, error: 'No more than 1 queries may be open' },
    ]);
    bench.connection.queryRecord(3, { type: 'done' });
    bench.read();
    expect(bench.send(5, queryRequest('d'))).toMatchObject([{ type: 'query', seq: 5 }]);
  });
});

describe('a slow reader', () => {
  test('gets later what fits, and the rest is counted', () => {
    const bench = new Bench({ limits: { waitingRecordCountMax: 2 } }).greet();
    bench.send(2, { type: 'stream', filter: 'user' });
    bench.send(3, { type: 'monitor', logLevel: 'INFO' });
    bench.connection.setBlocked(true);
    for (let time = 1; time <= 4; time += 1) bench.connection.event({ ...userEvent, time }, 0);
    bench.connection.log({ level: 'INFO', text: 'still room for the monitor' });
    expect(bench.read()).toEqual([]);
    expect(bench.connection.takeDroppedCount()).toBe(2);
    bench.connection.setBlocked(false);
    expect(bench.read()).toEqual([
      { seq: 2, record: { ...userEvent, time: 1 } },
      { seq: 2, record: { ...userEvent, time: 2 } },
      { seq: 3, record: { type: 'log', line: 'still room for the monitor' } },
    ]);
    expect(bench.connection.takeDroppedCount()).toBe(0);
  });

  test('is bounded in bytes too, but always hears that its query is done', () => {
    const bench = new Bench({ limits: { waitingBytesMax: 100 } }).greet();
    bench.send(2, queryRequest('who'));
    bench.connection.complete({});
    bench.read();
    bench.connection.setBlocked(true);
    const payload = new Uint8Array(200);
    bench.connection.queryRecord(2, { type: 'response', from: 'b', payload });
    bench.connection.queryRecord(2, { type: 'done' });
    bench.connection.setBlocked(false);
    expect(bench.read()).toEqual([{ seq: 2, record: { type: 'done' } }]);
    expect(bench.connection.takeDroppedCount()).toBe(1);
  });

  test('is not answered before it has read', () => {
    const bench = new Bench().greet();
    bench.connection.setBlocked(true);
    expect(bench.connection.isReading).toBe(false);
    expect(bench.send(2, { type: 'stats' })).toEqual([]);
    bench.connection.setBlocked(false);
    expect(bench.read()).toEqual([{ type: 'run', operation: { type: 'stats' } }]);
  });

  test('gets nothing of a stream that it has stopped', () => {
    const bench = new Bench().greet();
    bench.send(2, { type: 'stream', filter: 'user' });
    bench.connection.setBlocked(true);
    bench.connection.event(userEvent, 0);
    bench.send(3, { type: 'stop', stopSeq: 2 });
    bench.connection.setBlocked(false);
    expect(bench.read()).toEqual([
      { seq: 2, record: userEvent },
      { seq: 3, error: '' },
    ]);
  });
});
