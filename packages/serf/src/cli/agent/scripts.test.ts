import { VirtualClock } from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import { SerfError } from '../../errors.js';
import type { AgentEvent } from '../../ipc/agent-event.js';
import { LogBook } from '../../ipc/log-book.js';
import { isFor, parseEventScript } from './event-script.js';
import { scriptEnvironment, scriptInput } from './script-input.js';
import type { ScriptRequest, ScriptResult } from './script-process.js';
import { ScriptRunner, type ScriptRunnerOptions } from './script-runner.js';

const self = { name: 'me', tags: { role: 'web', 'build-no': '7' } };
const member = {
  name: 'tab\tbed',
  endpoint: { host: '10.0.0.2', port: 7_946 },
  addressBytes: Uint8Array.of(10, 0, 0, 2),
  tags: { role: 'db', x: 'y' },
  status: 'alive',
  statusTime: 1,
  gossipVersions: { min: 1, max: 5, current: 2 },
  serfVersions: { min: 2, max: 5, current: 5 },
} as const;

function userEvent(name: string, payload = ''): AgentEvent {
  const bytes = Buffer.from(payload);
  return { type: 'user-event', time: 9, name, payload: bytes, canCoalesce: true };
}

function queryEvent(name: string, answers: string[] = []): AgentEvent {
  const respond = async (payload: Uint8Array): Promise<void> => {
    answers.push(Buffer.from(payload).toString());
  };
  const payload = Buffer.from('?');
  return {
    type: 'query',
    query: { name, payload, time: 8, sourceNode: 'o', deadlineMs: 1, respond },
  };
}

describe('an event script', () => {
  test('is for everything, or for what its filters name', () => {
    expect(parseEventScript('all.sh')).toEqual([
      { filter: { kind: '*', name: '' }, script: 'all.sh' },
    ]);
    const [join, deploy] = parseEventScript('member-join,user:deploy=run a=b');
    expect(join).toEqual({ filter: { kind: 'member-join', name: '' }, script: 'run a=b' });
    expect(deploy !== undefined && isFor(deploy, userEvent('deploy'))).toBe(true);
    expect(deploy !== undefined && isFor(deploy, userEvent('other'))).toBe(false);
  });

  test('is refused when a filter is none, or nothing is to be run', () => {
    expect(() => parseEventScript('nonsense=x')).toThrow(SerfError);
    expect(() => parseEventScript('user=')).toThrow(SerfError);
    expect(() => parseEventScript('')).toThrow(SerfError);
  });

  test('is told of user events by name, time and payload with a line end', () => {
    expect(scriptEnvironment(userEvent('deploy'), self)).toEqual({
      SERF_EVENT: 'user',
      SERF_SELF_NAME: 'me',
      SERF_SELF_ROLE: 'web',
      SERF_TAG_ROLE: 'web',
      SERF_TAG_BUILD_NO: '7',
      SERF_USER_EVENT: 'deploy',
      SERF_USER_LTIME: '9',
    });
    expect(Buffer.from(scriptInput(userEvent('d', 'v1'))).toString()).toBe('v1\n');
    expect(Buffer.from(scriptInput(userEvent('d', 'v1\n'))).toString()).toBe('v1\n');
    expect(scriptInput(userEvent('d'))).toHaveLength(0);
  });

  test('is told of queries by name and time', () => {
    expect(scriptEnvironment(queryEvent('who'), self)).toMatchObject({
      SERF_EVENT: 'query',
      SERF_QUERY_NAME: 'who',
      SERF_QUERY_LTIME: '8',
    });
  });

  test('is told of members line by line, tabs and line ends spelled out', () => {
    const event: AgentEvent = { type: 'member-join', members: [member, member] };
    const line = 'tab\\tbed\t10.0.0.2\tdb\trole=db,x=y\n';
    expect(Buffer.from(scriptInput(event)).toString()).toBe(line + line);
    expect(scriptEnvironment(event, self)['SERF_EVENT']).toBe('member-join');
  });
});

/** Scripts that run until they are told to end. */
class FakeScripts {
  readonly started: ScriptRequest[] = [];
  readonly killed: string[] = [];
  readonly #ends: ((result: Partial<ScriptResult>) => void)[] = [];

  start = (request: ScriptRequest): ReturnType<ScriptRunnerOptions['host']['startScript']> => {
    this.started.push(request);
    const result = new Promise<ScriptResult>((resolve) => {
      this.#ends.push((given) => {
        const output = Buffer.from('');
        resolve({ output, outputBytes: output.length, failure: undefined, ...given });
      });
    });
    const end = this.#ends.at(-1);
    const kill = (): void => {
      this.killed.push(request.script);
      end?.({ failure: 'signal: SIGKILL' });
    };
    return { result, kill };
  };

  async end(index: number, result: Partial<ScriptResult> = {}): Promise<void> {
    this.#ends[index]?.(result);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }

  names(): readonly string[] {
    return this.started.map(({ environment }) => {
      return environment['SERF_USER_EVENT'] ?? environment['SERF_QUERY_NAME'] ?? '';
    });
  }
}

function runnerWith(options: Partial<ScriptRunnerOptions> = {}): {
  readonly runner: ScriptRunner;
  readonly scripts: FakeScripts;
  readonly clock: VirtualClock;
  readonly lines: () => string;
} {
  const scripts = new FakeScripts();
  const clock = new VirtualClock();
  const logBook = new LogBook(() => 0);
  const host = { startScript: scripts.start };
  const runner = new ScriptRunner({ host, clock, logBook, self: () => self, ...options });
  runner.update(parseEventScript('run'));
  const lines = (): string =>
    logBook
      .recent()
      .map(({ text }) => text)
      .join('\n');
  return { runner, scripts, clock, lines };
}

describe('a script runner', () => {
  test('runs scripts for events one after the other', async () => {
    const { runner, scripts } = runnerWith();
    for (const name of ['a', 'b', 'c']) runner.handle(userEvent(name));
    expect(scripts.names()).toEqual(['a']);
    await scripts.end(0);
    expect(scripts.names()).toEqual(['a', 'b']);
    await scripts.end(1, { failure: 'exit status 3' });
    expect(scripts.names()).toEqual(['a', 'b', 'c']);
  });

  test('runs scripts for queries beside them, up to a bound, and answers with their output', async () => {
    const { runner, scripts } = runnerWith({ queryScriptCountMax: 2 });
    const answers: string[] = [];
    runner.handle(userEvent('slow'));
    for (const name of ['q1', 'q2', 'q3']) runner.handle(queryEvent(name, answers));
    expect(scripts.names()).toEqual(['slow', 'q1', 'q2']);
    await scripts.end(2, { output: Buffer.from('fine'), outputBytes: 4 });
    expect(answers).toEqual(['fine']);
    expect(scripts.names()).toEqual(['slow', 'q1', 'q2', 'q3']);
    await scripts.end(1);
    await scripts.end(3, { output: Buffer.from('bad'), outputBytes: 3, failure: 'exit status 1' });
    expect(answers).toEqual(['fine']);
  });

  test('drops what waits beyond its bound, and says so', () => {
    const { runner, lines } = runnerWith({ waitingCountMax: 1 });
    for (const name of ['a', 'b', 'c']) runner.handle(userEvent(name));
    expect(lines()).toContain("Too many scripts wait, 'run' not run for user-event: c");
  });

  test('warns of a slow script and kills one that takes too long', async () => {
    const { runner, scripts, clock, lines } = runnerWith({ scriptTimeoutMs: 5_000 });
    runner.handle(userEvent('a'));
    clock.advanceBy(1_001);
    expect(lines()).toContain("Script 'run' slow, execution exceeding 1s");
    expect(scripts.killed).toEqual([]);
    clock.advanceBy(4_000);
    expect(scripts.killed).toEqual(['run']);
    await scripts.end(0);
    expect(lines()).toContain("Error invoking script 'run': signal: SIGKILL");
  });

  test('kills what runs when it is stopped, and runs nothing more', async () => {
    const { runner, scripts } = runnerWith();
    runner.handle(userEvent('a'));
    runner.handle(userEvent('b'));
    runner.stop();
    await scripts.end(0);
    runner.handle(userEvent('c'));
    expect(scripts.killed).toEqual(['run']);
    expect(scripts.names()).toEqual(['a']);
  });

  test('uses other scripts once it was told so', () => {
    const { runner, scripts } = runnerWith();
    runner.update([]);
    runner.handle(userEvent('a'));
    expect(scripts.started).toEqual([]);
  });
});
