import { expect, test } from 'vitest';
import { FakeHost, settled } from './testing/fake-host.js';

interface Calls {
  readonly host: FakeHost;
  readonly calls: string[];
  readonly stop: (code: number) => void;
}

function agentHost(): Calls {
  const calls: string[] = [];
  const host = new FakeHost();
  let stop: (code: number) => void = () => undefined;
  const stopped = new Promise<number>((resolve) => {
    stop = resolve;
  });
  const log = (name: string) => async (): Promise<void> => void calls.push(name);
  host.agent = {
    nodeId: 'id-1',
    leave: log('leave'),
    stop: log('stop'),
    reload: async (config) => void calls.push(`reload ${config.logLevel}`),
    stopped,
  };
  return { host, calls, stop };
}

/** Loading the command takes some turns of the event loop. */
async function started(host: FakeHost): Promise<void> {
  for (let turn = 0; turn < 1000 && !host.out.includes('Log data'); turn += 1) await settled();
}

test('the block at the start, from flags in both spellings', async () => {
  const { host, stop } = agentHost();
  const code = host.run('agent', '-dev', '--node', 'n1', '-http-port=9500', '-datacenter', 'DC7');
  await started(host);
  stop(0);
  expect((await code).code).toBe(0);
  expect(host.started).toMatchObject({ nodeName: 'n1', datacenter: 'dc7', isDev: true });
  const lines = host.out.split('\n');
  expect(lines[0]).toBe('==> Starting Konsul agent...');
  expect(lines[1]).toMatch(/^ {13}Version: '\d/);
  expect(lines.slice(2)).toEqual([
    "             Node ID: 'id-1'",
    "           Node name: 'n1'",
    "          Datacenter: 'dc7' (Segment: '<all>')",
    '              Server: true (Bootstrap: true)',
    '         Client Addr: [127.0.0.1] (HTTP: 9500, HTTPS: -1, gRPC: -1, DNS: 8600)',
    '        Cluster Addr: 127.0.0.1 (LAN: 8301, WAN: 8302)',
    '             Encrypt: Gossip: false, TLS-Outgoing: false, TLS-Incoming: false, Auto-Encrypt-TLS: false',
    '',
    '==> Log data will now stream in as it occurs:',
    '',
    '',
  ]);
});

test('a configuration that is wrong starts nothing', async () => {
  const { host } = agentHost();
  host.files['a.hcl'] = 'server = "yes"';
  const { code, stderr } = await host.run('agent', '-config-file=a.hcl', '-http-port=99999');
  expect([code, host.started]).toEqual([1, undefined]);
  expect(stderr).toBe(
    'a.hcl: server: must be true or false, got "yes"\nflag -http-port: ports.http: must be a whole number, from -1 to 65535, got 99999\n',
  );
});

test.each<[string[], 'SIGINT' | 'SIGTERM', string[], number]>([
  [['-dev'], 'SIGINT', ['stop'], 1],
  [['-dev'], 'SIGTERM', ['stop'], 1],
  [['-dev', '-hcl', 'leave_on_terminate = true'], 'SIGTERM', ['leave'], 0],
  [['-data-dir=/d'], 'SIGINT', ['leave'], 0],
  [['-data-dir=/d'], 'SIGTERM', ['leave'], 0],
])('%j takes %s as %j', async (argv, signal, expected, code) => {
  const { host, calls } = agentHost();
  const result = host.run('agent', ...argv);
  await started(host);
  host.signal(signal);
  expect((await result).code).toBe(code);
  expect(calls).toEqual(expected);
});

test('a second signal does not wait for a leave that hangs', async () => {
  const { host, calls } = agentHost();
  host.agent = { ...host.agent, leave: () => new Promise(() => undefined) };
  const result = host.run('agent', '-data-dir=/d');
  await started(host);
  host.signal('SIGINT');
  host.signal('SIGINT');
  expect((await result).code).toBe(1);
  expect(calls).toEqual(['stop']);
});

test('SIGHUP takes over a new configuration, and keeps the old one when the new one is wrong', async () => {
  const { host, calls, stop } = agentHost();
  host.files['a.hcl'] = 'data_dir = "/d"';
  const result = host.run('agent', '-config-file', 'a.hcl');
  await started(host);
  host.files['a.hcl'] = 'data_dir = "/d" log_level = "warn"';
  host.signal('SIGHUP');
  for (let turn = 0; turn < 1000 && calls.length === 0; turn += 1) await settled();
  expect(calls).toEqual(['reload warn']);
  host.files['a.hcl'] = 'nonsense = 1';
  host.signal('SIGHUP');
  for (let turn = 0; turn < 1000 && host.err === ''; turn += 1) await settled();
  expect(host.err).toContain('Reload failed: [INVALID_CONFIG] a.hcl: unknown key "nonsense"');
  stop(0);
  await result;
  expect(calls).toHaveLength(1);
});

test('the process id is written while the agent runs', async () => {
  const { host, stop } = agentHost();
  const result = host.run('agent', '-dev', '-pid-file=/run/k.pid');
  await started(host);
  expect(host.files['/run/k.pid']).toBe('4242');
  stop(0);
  await result;
  expect(host.files['/run/k.pid']).toBeUndefined();
});

test('the agent can read its configuration anew by itself', async () => {
  const { host, stop } = agentHost();
  host.files['a.hcl'] = 'data_dir = "/d"';
  const result = host.run('agent', '-config-file', 'a.hcl');
  await started(host);
  host.files['a.hcl'] = 'data_dir = "/d" log_level = "warn"';
  expect((await host.load()).logLevel).toBe('warn');
  stop(0);
  await result;
});

test('where the process id cannot be written, the agent is stopped and that is said', async () => {
  const { host, calls } = agentHost();
  host.writeFile = () => Promise.reject(new Error('EACCES: permission denied'));
  const { code, stderr } = await host.run('agent', '-dev', '-pid-file=/run/k.pid');
  expect(code).toBe(1);
  expect(stderr).toBe('pid_file "/run/k.pid" cannot be written: EACCES: permission denied\n');
  expect(calls).toEqual(['stop']);
});
