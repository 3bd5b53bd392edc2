import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand, TestAgent } from './support/command-line.js';

const KEY = 'MDEyMzQ1Njc4OWFiY2RlZg==';
const NEXT_KEY = 'ZmVkY2JhOTg3NjU0MzIxMA==';
// Agents gather events for a second at least, and leaves take one to spread.
vi.setConfig({ testTimeout: 30_000 });
const running: TestAgent[] = [];
const directories: string[] = [];

async function started(name: string, ...args: readonly string[]): Promise<TestAgent> {
  const agent = new TestAgent(name, { args });
  running.push(agent);
  return await agent.ready();
}

async function directory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'konsul-serf-'));
  directories.push(path);
  return path;
}

afterEach(async () => {
  for (const agent of running.splice(0)) {
    // The second signal ends one that has begun to leave.
    agent.line.signal('SIGTERM');
    await agent.line.exitCode;
  }
  for (const path of directories.splice(0)) await rm(path, { recursive: true, force: true });
});

describe('two agents', () => {
  test('join, and show each other', async () => {
    const a = await started('a', '-tag=role=web');
    const b = await started('b', `-join=${a.gossipAddress}`);
    expect(b.line.stdout).toContain('Join completed. Synced with 1 initial agents');
    const { stdout } = await a.ask('members');
    expect(stdout.split('\n').sort().slice(1)).toEqual([
      `a  ${a.gossipAddress}  alive  role=web`,
      `b  ${b.gossipAddress}  alive  `.trimEnd(),
    ]);
    const filtered = await b.ask('members', '-tag=role=w.*', '-status=alive', '-name=.');
    expect(filtered.stdout).toBe(`a  ${a.gossipAddress}  alive  role=web\n`);
    const detailed = await b.ask('members', '-detailed', '-name=a');
    expect(detailed.stdout).toContain('Protocol Version: 5  Available Protocol Range: [2, 5]');
    const json = JSON.parse((await b.ask('members', '-format=json', '-name=a')).stdout);
    expect(json.members[0]).toMatchObject({ name: 'a', status: 'alive', tags: { role: 'web' } });
    expect(JSON.parse((await b.ask('members', '-format=json', '-name=z')).stdout)).toEqual({
      members: null,
    });
  });

  test('are told by members what they say: an event, a query, tags', async () => {
    const path = await directory();
    const file = join(path, 'events');
    const a = await started(
      'a',
      '-log-level=debug',
      `-event-handler=user:deploy=(echo "$SERF_USER_EVENT"; cat) > ${file}`,
      '-event-handler=query:who=echo "$SERF_SELF_NAME"',
    );
    const b = await started('b');
    expect((await b.ask('join', a.gossipAddress)).stdout).toContain('contacting 1 nodes');

    const event = await b.ask('event', '-coalesce=false', 'deploy', 'v1');
    expect(event.stdout).toBe("Event 'deploy' dispatched! Coalescing enabled: false\n");
    await a.line.printed("Event 'user' script output");
    expect(await readFile(file, 'utf8')).toBe('deploy\nv1\n');

    const answer = await b.ask('query', 'who', 'payload');
    expect(answer.stdout.split('\n').sort()).toEqual(
      [
        '',
        "Ack from 'a'",
        "Ack from 'b'",
        "Query 'who' dispatched",
        "Response from 'a': a",
        'Total Acks: 2',
        'Total Responses: 1',
      ].sort(),
    );
    const filtered = await b.ask(
      'query',
      '-node=b',
      '-no-ack',
      '-timeout=200ms',
      '-format=json',
      'who',
    );
    expect(JSON.parse(filtered.stdout)).toEqual({ Acks: null, Responses: {} });

    expect((await a.ask('tags', '-set=x=1', '-set=y=2')).stdout).toContain('Successfully updated');
    await a.ask('tags', '-delete=x');
    expect((await a.ask('members', '-name=a')).stdout).toContain('y=2');
    expect((await b.ask('reachability')).stdout).toContain('Successfully contacted all live nodes');
    expect((await a.ask('rtt', 'a')).stdout).toMatch(/^Estimated a <-> a rtt: \d\.\d{3} ms\n$/);
    expect((await a.ask('force-leave', 'nobody')).exitCode).toBe(0);
  });

  test('change their keys together', async () => {
    const ring = join(await directory(), 'ring');
    await writeFile(ring, JSON.stringify([KEY]));
    const a = await started('a', `-encrypt=${KEY}`);
    const b = await started('b', `-keyring-file=${ring}`, `-join=${a.gossipAddress}`);
    expect(b.line.stdout).toContain('Encrypted: true');
    expect((await a.ask('keys', `-install=${NEXT_KEY}`)).stdout).toContain('installed key!');
    expect((await a.ask('keys', `-use=${NEXT_KEY}`)).stdout).toContain('changed primary key!');
    const refused = await a.ask('keys', `-remove=${NEXT_KEY}`);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/^failed: {2}a {2}.*\nfailed: {2}b/);
    expect(refused.stderr).toContain('Error removing key: 2/2 nodes reported failure');
    expect((await a.ask('keys', `-remove=${KEY}`)).stdout).toContain('removed key!');
    expect((await b.ask('keys', '-list')).stdout).toContain(`${NEXT_KEY}  [2/2]`);
    expect(JSON.parse(await readFile(ring, 'utf8'))).toEqual([NEXT_KEY]);
    expect((await stat(ring)).mode & 0o777).toBe(0o600);
  });
});

describe('one agent', () => {
  test('says what it is', async () => {
    const a = await started('a', '-tag=x=1', '-event-handler=user:d=true');
    const { stdout } = await a.ask('info');
    expect(stdout).toContain('agent:\n\tname = a\nevent_handlers:\n\tuser:d = true\nruntime:\n');
    expect(stdout).toContain('\tencrypted = false\n');
    expect(stdout.endsWith('tags:\n\tx = 1\n')).toBe(true);
    const json = JSON.parse((await a.ask('info', '-format=json')).stdout);
    expect(Object.keys(json)).toEqual(['agent', 'event_handlers', 'runtime', 'serf', 'tags']);
    expect(Object.keys(json.runtime)).toEqual([
      'arch',
      'cpu_count',
      'goroutines',
      'max_procs',
      'os',
      'version',
    ]);
  });

  test.each([
    [['members', '-name=('], 'Error retrieving members: Failed to compile regex of name: '],
    [['event', 'x'.repeat(600)], 'user event exceeds configured limit of 512 bytes'],
    [['query', '_serf_x'], "Error sending query: Queries cannot contain the '_serf_' prefix"],
    [['query', '-timeout=soon', 'x'], '-timeout=soon is no duration'],
    [['query', '-relay-factor=300', 'x'], 'Relay factor must be between 0 and 255'],
    [['rtt', 'nobody'], 'Could not find a coordinate for node "nobody"'],
    [['rtt'], 'One or two names of members are wanted.'],
    [['keys'], 'one of -install, -use, -remove and -list is wanted, not 0'],
    [['keys', '-list', '-use=x'], 'is wanted, not 2'],
    [['keys', '-install=xx'], 'Error installing key: illegal base64 data at input byte 0'],
    [['tags'], 'One of -set and -delete is wanted.'],
    [['tags', '-set=x'], "Error: Invalid tag: 'x'"],
    [['monitor', '-log-level=foo'], 'Error starting monitor: Unknown log level: FOO'],
    [['join', '127.0.0.1:1'], 'Error joining the cluster: no peer agreed: 127.0.0.1:1'],
    [['info', '-format=xml'], 'Invalid output format "xml"'],
    [['members', 'extra'], 'No arguments are wanted. (see konsul-serf members -help)'],
  ])('refuses %j with the reason', async ([command = '', ...args], reason) => {
    const a = await started('a');
    const { exitCode, stderr } = await a.ask(command, ...args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(reason);
  });

  test('wants its key', async () => {
    const config = join(await directory(), 'c.json');
    await writeFile(config, JSON.stringify({ rpc_auth: 's3cret' }));
    const a = await started('a', `-config-file=${config}`);
    expect((await a.ask('info')).stderr).toContain('Authentication required');
    expect((await a.ask('info', '-rpc-auth=no')).stderr).toContain('Invalid authentication token');
    expect((await a.ask('info', '-rpc-auth=s3cret')).exitCode).toBe(0);
  });

  test('leaves by command, and ends', async () => {
    const a = await started('a');
    expect((await a.ask('leave')).stdout).toBe('Graceful leave complete\n');
    expect(await a.line.exitCode).toBe(0);
  });

  test('leaves on SIGINT, and does not on SIGTERM', async () => {
    const [a, b] = [await started('a'), await started('b')];
    a.line.signal('SIGINT');
    b.line.signal('SIGTERM');
    expect([await a.line.exitCode, await b.line.exitCode]).toEqual([0, 1]);
    expect(a.line.stdout).toContain('==> Gracefully shutting down agent...');
    expect(b.line.stdout).not.toContain('Gracefully');
  });

  test('does the opposite when it is told so, and a second signal ends the wait', async () => {
    const [a, b] = [
      await started('a', '-skip-leave-on-interrupt'),
      await started('b', '-leave-on-term'),
    ];
    a.line.signal('SIGINT');
    b.line.signal('SIGTERM');
    b.line.signal('SIGINT');
    expect([await a.line.exitCode, await b.line.exitCode]).toEqual([1, 1]);
    expect(b.line.stdout).toContain('Gracefully');
  });

  test('takes over tags, scripts and log level on SIGHUP, unless they make no sense', async () => {
    const config = join(await directory(), 'c.json');
    await writeFile(config, JSON.stringify({ tags: { x: '1' } }));
    const a = await started('a', `-config-file=${config}`);
    const reloaded = {
      tags: { x: '2' },
      event_handlers: ['user=true'],
      log_level: 'DEBUG',
    };
    await writeFile(config, JSON.stringify(reloaded));
    a.line.signal('SIGHUP');
    await a.line.printed('serf: EventMemberUpdate: a');
    expect((await a.ask('members')).stdout).toContain('x=2');
    expect((await a.ask('info')).stdout).toContain('user: = true');
    await a.ask('event', 'deploy');
    await a.line.printed('[DEBUG] agent: Requesting user event send: deploy');
    await writeFile(config, '{');
    a.line.signal('SIGHUP');
    expect((await a.ask('members')).stdout).toContain('x=2');
  });

  test('keeps its tags in a file', async () => {
    const file = join(await directory(), 'tags.json');
    const a = await started('a', `-tags-file=${file}`);
    await a.ask('tags', '-set=x=1');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ x: '1' });
    const b = await started('b', `-tags-file=${file}`);
    expect((await b.ask('members')).stdout).toContain('x=1');
  });

  test('shows its log to a monitor, then events, until it ends', async () => {
    const a = await started('a');
    const monitor = a.open('monitor', '-log-level=debug');
    await monitor.printed('[INFO] agent: Serf agent starting');
    await a.ask('event', '-coalesce=false', 'deploy', 'v1');
    await monitor.printed('\tName: "deploy"');
    await monitor.printed('[DEBUG] agent: Requesting user event send: deploy');
    await a.ask('leave');
    expect(await monitor.exitCode).toBe(1);
    expect(monitor.stdout).toContain('Remote side ended the monitor!');
  });

  test('tries to join until it has tried often enough', async () => {
    const agent = new TestAgent('a', {
      args: ['-retry-join=127.0.0.1:1', '-retry-max=1', '-retry-interval=0s'],
    });
    expect(await agent.line.exitCode).toBe(1);
    expect(agent.line.stdout).toContain("Warning: 'RetryInterval' is too low. Setting to 1s");
    expect(agent.line.stdout).toContain('maximum retry join attempts made, exiting');
  });

  test('does not take for its snapshot what is none, or belongs to another agent', async () => {
    const folder = await directory();
    const diary = join(folder, 'diary');
    await writeFile(diary, 'dear diary\n');
    const wrong = new TestAgent('a', { args: [`-snapshot=${diary}`] });
    expect(await wrong.line.exitCode).toBe(1);
    expect(wrong.line.stderr).toContain(
      `Failed to start the Serf agent: snapshot ${diary} holds nothing that a snapshot holds`,
    );
    expect(await readFile(diary, 'utf8')).toBe('dear diary\n');
    const path = join(folder, 'snapshot');
    await started('b', `-snapshot=${path}`);
    const second = new TestAgent('c', { args: [`-snapshot=${path}`] });
    expect(await second.line.exitCode).toBe(1);
    expect(second.line.stderr).toContain(`snapshot ${path} is in use: `);
  });

  test('ends as a failure when it has lost its name', async () => {
    const twin = await started('twin');
    const other = await started('other', `-join=${twin.gossipAddress}`);
    const late = await started('twin');
    await late.ask('join', other.gossipAddress);
    expect(await late.line.exitCode).toBe(1);
    expect(late.line.stdout).toContain('Serf shutdown detected, quitting');
  });

  test.each([
    [['-join=127.0.0.1:1'], 'no peer agreed'],
    [['-encrypt=short'], 'Invalid encryption key'],
    [['-bind=127.0.0.1:x'], 'Invalid bind address'],
    [['-event-handler=nonsense=x'], '-event-handler must be [filter=]script'],
    [['-bnid=x'], 'flag provided but not defined: -bnid; did you mean -bind?'],
    [['-discover=x'], '-discover is not offered'],
    [['-tags-file=/nowhere', '-tag=x=1'], 'Tags config not allowed while using tag files'],
    [['-iface=nosuch0'], 'Invalid network interface: there is no nosuch0'],
    [['-bind=203.0.113.1:0'], 'Failed to start the Serf agent'],
  ])('does not start with %j, and says why in one line', async (args, reason) => {
    const agent = new TestAgent('a', { args });
    expect(await agent.line.exitCode).toBe(1);
    expect(agent.line.stderr).toContain(reason);
    expect(agent.line.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the program', () => {
  test('lists its commands, and knows the nearest one', async () => {
    const listed = await runCommand('--help');
    expect(listed.exitCode).toBe(0);
    expect(listed.stdout).toContain('reachability');
    const unknown = await runCommand('mebmers');
    expect(unknown.exitCode).toBe(127);
    expect(unknown.stderr).toBe(
      '"mebmers" is not a command of konsul-serf; did you mean "members"?\n\nFor the list of commands: konsul-serf -help\n',
    );
  });

  test('explains each command', async () => {
    const { exitCode, stdout } = await runCommand('agent', '-help');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('-retry-interval=<value>');
  });

  test('makes keys and knows its version', async () => {
    const { stdout } = await runCommand('keygen');
    expect(Buffer.from(stdout.trim(), 'base64')).toHaveLength(32);
    expect((await runCommand('version')).stdout).toContain('Agent Protocol: 5');
  });

  test('says when there is no agent', async () => {
    const { exitCode, stderr } = await runCommand('members', '-rpc-addr=127.0.0.1:1');
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      'Error connecting to Serf agent: dial tcp 127.0.0.1:1: connect: connection refused\n',
    );
  });
});
