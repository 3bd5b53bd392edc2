import { describe, expect, test } from 'vitest';
import { AgentError } from '../errors.js';
import type { AgentConfig } from './agent-config.js';
import type { ConfigHost } from './config-host.js';
import { type ConfigSources, loadConfig } from './load-config.js';

const files: Record<string, string> = {
  '/etc/k/b.hcl': 'datacenter = "DC2"\nports { http = 18500 dns = -1 }\nretry_join = ["10.0.0.2"]',
  '/etc/k/a.json': JSON.stringify({ datacenter: 'dc9', retry_join: ['10.0.0.1'], server: true }),
  '/etc/k/c.yaml': 'node_meta:\n  rack: "7"\n',
  '/etc/k/readme.txt': 'not read',
};

/** Directories that were made. */
const prepared: string[] = [];

const host: ConfigHost = {
  hostname: () => 'host-1',
  addresses: () => [
    { interfaceName: 'eth0', address: '10.1.2.3', isIpv6: false },
    { interfaceName: 'eth1', address: '8.8.4.4', isIpv6: false },
    { interfaceName: 'eth0', address: 'fe80::1', isIpv6: true },
  ],
  readText: (path) => {
    const text = files[path];
    if (text !== undefined) return text;
    throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
  },
  isDirectory: (path) => path === '/etc/k',
  list: () =>
    Object.keys(files)
      .map((path) => path.replace('/etc/k/', ''))
      .sort(),
  writeProblem: (path) => {
    prepared.push(path);
    return path === '/readonly' ? 'EACCES: permission denied' : undefined;
  },
};

function load(sources: ConfigSources): Promise<AgentConfig> {
  return loadConfig(sources, { host });
}

function flags(...pairs: [string, string][]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [name, text] of pairs) map.set(name, [...(map.get(name) ?? []), text]);
  return map;
}

async function problemsOf(sources: ConfigSources): Promise<string[]> {
  const error = await load(sources).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AgentError);
  return (error as AgentError).detail.split('\n');
}

const hcl = (text: string): ConfigSources => ({ hcl: [`data_dir = "/d"\n${text}`] });

describe('sources', () => {
  test('files of a directory are read in the order of their names, flags last', async () => {
    const config = await load({
      paths: ['/etc/k'],
      flags: flags(['data-dir', '/d'], ['http-port', '9000'], ['retry-join', '10.0.0.3']),
    });
    expect(config.datacenter).toBe('dc2');
    expect(config.isServer).toBe(true);
    expect(config.retryJoin).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
    expect(config.nodeMeta).toEqual({ rack: '7' });
    expect(config.listeners.http).toEqual([{ host: '127.0.0.1', port: 9000 }]);
    expect(config.listeners.dns).toEqual([]);
    expect(config.ports.server).toBe(8300);
  });

  test('an agent told nothing but a directory is a client with defaults', async () => {
    const config = await load(hcl(''));
    expect(config).toMatchObject({
      datacenter: 'dc1',
      primaryDatacenter: 'dc1',
      nodeName: 'host-1',
      isServer: false,
      bindAddress: '0.0.0.0',
      advertiseAddress: '10.1.2.3',
      advertiseAddressWan: '10.1.2.3',
      domain: 'consul.',
      leaveOnTerminate: true,
      skipLeaveOnInterrupt: false,
      warnings: [],
    });
    expect(config.listeners.https).toEqual([]);
  });

  test('-dev is a lone server on loopback that needs no directory', async () => {
    const config = await load({ isDev: true });
    expect(config).toMatchObject({
      isDev: true,
      isServer: true,
      isBootstrap: true,
      advertiseAddress: '127.0.0.1',
      skipLeaveOnInterrupt: true,
    });
    expect(config.ui.isEnabled).toBe(true);
  });

  test('older keys mean the newer ones', async () => {
    const config = await load(
      hcl(`ca_file = "ca" cert_file = "c" key_file = "k" verify_incoming_rpc = true
        verify_server_hostname = true primary_datacenter = "DC7" acl_master_token = "s"
        ui = true recursor = "1.1.1.1" recursors = ["2.2.2.2"]`),
    );
    expect(config.tls.internalRpc).toMatchObject({
      caFile: 'ca',
      verifyIncoming: true,
      verifyOutgoing: true,
      verifyServerHostname: true,
    });
    expect(config.tls.https).toMatchObject({ caFile: 'ca', verifyIncoming: false });
    expect(config.primaryDatacenter).toBe('dc7');
    expect(config.acl.tokens.initialManagement).toBe('s');
    expect(config.ui.isEnabled).toBe(true);
    expect(config.recursors).toEqual(['1.1.1.1', '2.2.2.2']);
  });

  test('durations are Go texts or nanoseconds', async () => {
    const config = await load(
      hcl('retry_interval = "1m30s"\nperformance { leave_drain_time = 2000000 }'),
    );
    expect(config.retryIntervalMs).toBe(90_000);
    expect(config.performance.leaveDrainTimeMs).toBe(2);
  });

  test('services and checks of blocks and lists come together', async () => {
    const config = await load(
      hcl(`service { name = "web" port = 80 tags = ["a"] check { http = "http://x/" interval = "10s" header { X = ["y"] } } }
        service { name = "db" checks = [{ ttl = "30s" }, { tcp = "x:1", interval = "5s" }] }
        check { name = "disk" ttl = "1m" }`),
    );
    expect(config.services.map(({ name }) => name)).toEqual(['web', 'db']);
    expect(config.services[0]?.checks).toEqual([
      { http: 'http://x/', intervalMs: 10_000, header: { X: ['y'] } },
    ]);
    expect(config.services[1]?.checks).toHaveLength(2);
    expect(config.checks).toEqual([{ name: 'disk', ttlMs: 60_000 }]);
  });

  test('segments take the addresses of the agent', async () => {
    const config = await load(
      hcl(
        `server = true segments = [{ name = "alpha", port = 8303 }, { name = "beta", port = 8304, bind = "10.1.2.3" }]`,
      ),
    );
    expect(config.segments).toEqual([
      {
        name: 'alpha',
        port: 8303,
        bindAddress: '0.0.0.0',
        advertiseAddress: '10.1.2.3',
        hasRpcListener: false,
      },
      {
        name: 'beta',
        port: 8304,
        bindAddress: '10.1.2.3',
        advertiseAddress: '10.1.2.3',
        hasRpcListener: false,
      },
    ]);
  });

  test('address templates are filled in', async () => {
    const config = await load(
      hcl(
        `bind_addr = "{{ GetInterfaceIP \\"eth1\\" }}" client_addr = "127.0.0.1 {{ GetPrivateIP }}"`,
      ),
    );
    expect(config.bindAddress).toBe('8.8.4.4');
    expect(config.listeners.http.map((endpoint) => endpoint.host)).toEqual([
      '127.0.0.1',
      '10.1.2.3',
    ]);
  });

  test('keys of Consul that do nothing here are warned about, unless they are off', async () => {
    const config = await load(
      hcl(
        'connect { enabled = true } ports { grpc = 8502 } peering { enabled = false } telemetry { "disable_compat_1.9" = true }',
      ),
    );
    expect(config.warnings).toEqual([
      'flag -hcl: connect has no effect here',
      'flag -hcl: ports.grpc has no effect here',
      'flag -hcl: telemetry.disable_compat_1.9 has no effect here',
    ]);
  });
});

test('access control that is off, and tokens without it, are taken as they are', async () => {
  const off = await load(hcl('acl { enabled = false default_policy = "deny" }'));
  expect(off.acl).toMatchObject({ isEnabled: false, defaultPolicy: 'deny' });
  const unset = await load(hcl('acl { default_policy = "allow" tokens { agent = "t" } }'));
  expect(unset.acl.tokens.agent).toBe('t');
});

describe('errors', () => {
  test('several are told together, each with its file, key and bound', async () => {
    files['/bad.json'] = JSON.stringify({
      datacentre: 'x',
      ports: { http: 70_000, htp: 1 },
      log_level: 'loud',
      retry_interval: '5parsecs',
      services: [{ port: 1 }, { name: 'a', checks: [{ http: 'http://x' }] }],
    });
    expect(await problemsOf({ paths: ['/bad.json'] })).toEqual([
      '/bad.json: ports.http: must be a whole number, from -1 to 65535, got 70000',
      '/bad.json: ports: unknown key "htp"; did you mean "http"?',
      '/bad.json: retry_interval: must be a duration such as "10s", at least 1s, got "5parsecs"',
      '/bad.json: services[0]: must have a name',
      '/bad.json: services[1].checks[0]: Interval must be > 0 for Script, HTTP, H2PING, TCP, UDP or GRPC checks',
      '/bad.json: log_level: must be one of trace, debug, info, warn, error, got "loud"',
      '/bad.json: unknown key "datacentre"; did you mean "datacenter"?',
    ]);
  });

  test.each<[string, string]>([
    ['bootstrap = true', 'flag -hcl: bootstrap: needs server = true'],
    ['bootstrap_expect = 3', 'flag -hcl: bootstrap_expect: needs server = true'],
    [
      'server = true bootstrap = true bootstrap_expect = 3',
      'flag -hcl: bootstrap: cannot be used with bootstrap_expect',
    ],
    [
      'segment = "a" server = true',
      'flag -hcl: segment: can only be set on clients; servers list segments',
    ],
    [
      'segments = [{ name = "a", port = 1 }]',
      'flag -hcl: segments: can only be set on servers; clients set segment',
    ],
    [
      'server = true segments = [{ name = "a", port = 1 }, { name = "a", port = 2 }]',
      'flag -hcl: segments[1].name: must be given once, "a" is repeated',
    ],
    ['server = true segments = [{ name = "a" }]', 'flag -hcl: segments[0].port: must be given'],
    ['ports { http = 8600 }', 'flag -hcl: ports.dns: must differ from ports.http, both are 8600'],
    [
      'server = true ports { server = -1 }',
      'flag -hcl: ports.server: cannot be disabled on a server',
    ],
    [
      'ports { https = 8501 }',
      'flag -hcl: ports.https: needs tls.https.cert_file and tls.https.key_file',
    ],
    [
      'advertise_addr = "0.0.0.0"',
      'flag -hcl: advertise_addr: must be one address that others reach, got 0.0.0.0',
    ],
    ['bind_addr = "nonsense"', 'flag -hcl: bind_addr: must be an IP address, got "nonsense"'],
    [
      'verify_incoming_rpc = true ca_file = "x"',
      'flag -hcl: tls.internal_rpc.verify_incoming: needs cert_file and key_file',
    ],
    [
      'retry_join = ["provider=aws tag=x"]',
      'flag -hcl: retry_join: finding servers by a cloud provider is not supported',
    ],
    ['retry_join_wan = ["10.0.0.1"]', 'flag -hcl: retry_join_wan: needs server = true'],
    [
      'gossip_lan { probe_timeout = "2s" }',
      'flag -hcl: gossip_lan.probe_timeout: must be below probe_interval (1000ms), got 2000ms',
    ],
    ['alt_domain = "consul"', 'flag -hcl: alt_domain: must differ from domain, both are consul.'],
    [
      'check { name = "x" args = ["a"] interval = "1s" }',
      'flag -hcl: checks: scripts need enable_script_checks or enable_local_script_checks',
    ],
    [
      'audit { enabled = true }',
      'flag -hcl: audit: audit logging is not supported, and going on would log nothing',
    ],
    [
      'acl { enabled = true default_policy = "deny" }',
      'flag -hcl: acl.enabled: access control is not built, and going on would let everybody in',
    ],
    [
      'acl { default_policy = "deny" }',
      'flag -hcl: acl.default_policy: access control is not built, and going on would let everybody in',
    ],
    [
      'acl_default_policy = "deny"',
      'flag -hcl: acl.default_policy: access control is not built, and going on would let everybody in',
    ],
    [
      'acl_datacenter = "dc1"',
      'flag -hcl: acl_datacenter: access control, which it turns on, is not built; see primary_datacenter',
    ],
    [
      'encrypt = "secret"',
      'flag -hcl: encrypt: must be base64 of 16, 24 or 32 bytes (make one with "konsul keygen")',
    ],
  ])('%s', async (text, problem) => {
    expect(await problemsOf(hcl(text))).toEqual([problem]);
  });

  test('a missing or read-only data directory is refused', async () => {
    expect(await problemsOf({})).toEqual(['data_dir: must be given (or use -dev)']);
    expect(await problemsOf({ flags: flags(['data-dir', '/readonly']) })).toEqual([
      'flag -data-dir: data_dir: /readonly cannot be written: EACCES: permission denied',
    ]);
  });

  test('-dev does not go with bootstrap_expect, and the flag is named', async () => {
    expect(await problemsOf({ isDev: true, flags: flags(['bootstrap-expect', '3']) })).toEqual([
      'flag -bootstrap-expect: bootstrap_expect: cannot be used with -dev',
    ]);
    expect(await problemsOf({ isDev: true, flags: flags(['http-port', 'x']) })).toEqual([
      'flag -http-port: ports.http: must be a whole number, from -1 to 65535, got "x"',
    ]);
  });

  test('files that cannot be read or parsed are named with the place', async () => {
    files['/broken.hcl'] = 'a = \n}';
    files['/broken.json'] = '{';
    files['/list.yaml'] = '- 1';
    expect(await problemsOf({ paths: ['/nowhere.json'] })).toEqual([
      '/nowhere.json: does not exist',
    ]);
    expect(await problemsOf({ paths: ['/broken.hcl'] })).toEqual([
      '/broken.hcl: line 2, column 1: expected a value, got }',
    ]);
    expect((await problemsOf({ paths: ['/broken.json'] }))[0]).toMatch(/^\/broken\.json: /);
    expect(await problemsOf({ paths: ['/list.yaml'] })).toEqual([
      '/list.yaml: must hold keys and values',
    ]);
    files['/file.conf'] = 'server = true';
    expect(await problemsOf({ paths: ['/file.conf'] })).toEqual([
      '/file.conf: must end in .json, .hcl, .yaml or .yml, or be read with -config-format',
    ]);
  });

  test('several private addresses leave the choice to the operator', async () => {
    const crowded: ConfigHost = {
      ...host,
      addresses: () => [
        { interfaceName: 'a', address: '10.0.0.1', isIpv6: false },
        { interfaceName: 'b', address: '192.168.0.1', isIpv6: false },
      ],
    };
    await expect(loadConfig(hcl(''), { host: crowded })).rejects.toThrow(
      'bind_addr: several private IPv4 addresses found (10.0.0.1, 192.168.0.1); set bind_addr or advertise_addr',
    );
  });
});

describe('files that cannot be used', () => {
  test('are all told, beside what is wrong with flags', async () => {
    files['/one.json'] = '{"a"';
    files['/two.yaml'] = 'a: [1';
    const problems = await problemsOf({
      paths: ['/one.json', '/nodir', '/two.yaml'],
      flags: flags(['node-meta', 'novalue'], ['http-port', 'x']),
    });
    expect(problems).toHaveLength(5);
    expect(problems[0]).toMatch(/^\/one\.json: .*line 1 column \d+/);
    expect(problems[1]).toBe('/nodir: does not exist');
    expect(problems[2]).toMatch(/^\/two\.yaml: .*[^:]$/);
    expect(problems.slice(3).sort()).toEqual([
      expect.stringMatching(/^flag -http-port: /),
      'flag -node-meta: must be key:value, got "novalue"',
    ]);
  });

  test('a mark that a file is UTF-8 is no part of it', async () => {
    files['/marked.json'] = '\uFEFF{"datacenter": "dc7"}';
    const config = await load({ paths: ['/marked.json'], flags: flags(['data-dir', '/d']) });
    expect(config.datacenter).toBe('dc7');
  });

  test('a refused configuration leaves no data directory', async () => {
    prepared.length = 0;
    await problemsOf({ flags: flags(['data-dir', '/d'], ['http-port', '70000']) });
    await problemsOf({ flags: flags(['data-dir', '/d'], ['bootstrap-expect', '3']) });
    expect(prepared).toEqual([]);
  });
});
