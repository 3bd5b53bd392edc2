import { parseArguments } from '@konsul/runtime/command-line';
import { describe, expect, test } from 'vitest';
import { SerfError } from '../../errors.js';
import { type AgentSettings, defaultAgentSettings } from './agent-settings.js';
import { agentFlags, readSettings } from './read-settings.js';

type Files = Readonly<Record<string, unknown>>;

function unreadable(problem: string): never {
  throw new SerfError('INVALID_USAGE', problem);
}

async function settingsOf(argv: readonly string[], files: Files = {}): Promise<AgentSettings> {
  const missing = (path: string): Error => Object.assign(new Error(`${path} is missing`));
  return await readSettings(parseArguments(argv, agentFlags, unreadable).values, {
    readFile: async (path) => {
      const content = files[path];
      if (content === undefined) throw missing(path);
      return typeof content === 'string' ? content : JSON.stringify(content);
    },
    list: async (path) => {
      if (path in files) return undefined;
      const names = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      if (names.length === 0) throw missing(path);
      return names.map((file) => file.slice(path.length + 1)).sort();
    },
  });
}

async function refusal(argv: readonly string[], files: Files = {}): Promise<string> {
  const refused = await settingsOf(argv, files).catch((error: unknown) => error);
  if (refused instanceof SerfError) return refused.message;
  throw new Error('not refused');
}

describe('settings of an agent', () => {
  test('have defaults', async () => {
    expect(await settingsOf([])).toEqual(defaultAgentSettings);
  });

  test('come from flags', async () => {
    const settings = await settingsOf([
      ...['-node=web-1', '--bind', '127.0.0.1:17946', '-tag', 'role=web', '-tag=dc=east'],
      ...['-join=a', '-join=b', '-retry-join=c', '-retry-interval=1m', '-retry-max=3'],
      ...['-event-handler=user:deploy=x=y.sh', '-profile=WAN', '-protocol=4', '-rejoin'],
      ...['-log-level=debug', '-disable-compression', '-leave-on-term', '-replay'],
    ]);
    expect(settings).toMatchObject({
      nodeName: 'web-1',
      bind: '127.0.0.1:17946',
      tags: { role: 'web', dc: 'east' },
      startJoin: ['a', 'b'],
      retryJoin: ['c'],
      retryIntervalMs: 60_000,
      retryCountMax: 3,
      eventHandlers: ['user:deploy=x=y.sh'],
      profile: 'wan',
      protocolVersion: 4,
      isRejoinAfterLeave: true,
      logLevel: 'DEBUG',
      isCompressionEnabled: false,
      leavesOnTerminate: true,
      isReplayingOnJoin: true,
    });
  });

  test('come from files and directories too; flags win, lists grow, tags are merged', async () => {
    const files = {
      'a.json': { node_name: 'from-file', tags: { a: '1', b: '1' }, start_join: ['x'] },
      'd/1.json': { Bind: '10.0.0.1', tags: { b: '2' }, reconnect_timeout: '1h' },
      'd/2.json': { start_join: ['y'], leave_on_terminate: true },
      'd/readme.txt': 'no settings',
    };
    const argv = ['-config-file=a.json', '-config-dir=d', '-node=from-flag', '-join=z', '-tag=c=3'];
    expect(await settingsOf(argv, files)).toMatchObject({
      nodeName: 'from-flag',
      bind: '10.0.0.1',
      tags: { a: '1', b: '2', c: '3' },
      startJoin: ['x', 'y', 'z'],
      reconnectTimeoutMs: 3_600_000,
      leavesOnTerminate: true,
    });
  });

  test.each([
    [['-protocol=6'], '-protocol must be a whole number of 2 to 5; it is 6'],
    [['-protocol=x'], '-protocol must be a whole number of 2 to 5; it is "x"'],
    [['-profile=moon'], '-profile must be one of lan, wan, local; it is "moon"'],
    [['-retry-interval=soon'], '-retry-interval must be a duration such as 30s; it is "soon"'],
    [['-tag=novalue'], '-tag must be key=value; it is "novalue"'],
    [['-discover=x'], '-discover is not offered: members are not looked for by multicast DNS'],
    [['-syslog'], '-syslog is not offered: the log goes to standard output'],
    [['-config-file=no.json'], "Error reading 'no.json': no.json is missing"],
  ])('are refused with the reason: %j', async (argv, reason) => {
    expect(await refusal(argv)).toContain(reason);
  });

  test.each([
    [{ nod_name: 'x' }, 'c.json: unknown key "nod_name"; did you mean node_name?'],
    [{ node_name: 5 }, 'c.json: node_name must be a text; it is 5'],
    [{ tags: { a: 1 } }, 'c.json: tags must be an object of texts; it is {"a":1}'],
    [{ start_join: 'a' }, 'c.json: start_join must be a list of texts; it is "a"'],
    [{ statsd_addr: 'x' }, 'c.json: statsd_addr is not offered'],
    [{ protocol: '5' }, 'c.json: protocol must be a whole number of 2 to 5; it is "5"'],
    [{ rejoin_after_leave: 'yes' }, 'rejoin_after_leave must be true or false; it is "yes"'],
    [[], "Error decoding 'c.json': an object is wanted"],
    ['{', "Error decoding 'c.json'"],
  ])('in a file are refused with the reason: %j', async (content, reason) => {
    expect(await refusal(['-config-file=c.json'], { 'c.json': content })).toContain(reason);
  });
});
