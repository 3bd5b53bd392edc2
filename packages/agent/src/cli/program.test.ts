import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { type CliResult, FakeHost } from './testing/fake-host.js';

type Answers = ConstructorParameters<typeof FakeHost>[0];

function run(answers: Answers, ...argv: string[]): Promise<CliResult> {
  return new FakeHost(answers).run(...argv);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const member = (Name: string, Addr: string, Tags: object, Status = 1): object => ({
  Name,
  Addr,
  Port: 8301,
  Tags,
  Status,
});
const memberAnswers: Answers = {
  'GET /v1/agent/members?segment=_all': [
    member('client-1', '127.0.0.3', {
      role: 'node',
      build: '1.0.0:',
      vsn: '2',
      dc: 'dc1',
      segment: '',
    }),
    member(
      'client-2',
      '127.0.0.4',
      { role: 'node', build: '1.0.0:', vsn: '2', dc: 'dc1', segment: 'alpha' },
      4,
    ),
    member('node-1', '127.0.0.1', {
      role: 'consul',
      build: '1.0.0:abc',
      vsn: '2',
      dc: 'dc1',
      segment: '',
    }),
  ],
  'GET /v1/agent/members?wan=1': [],
};

describe('members', () => {
  test('a table, servers first', async () => {
    const { code, stdout } = await run(memberAnswers, 'members');
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'Node      Address         Status  Type    Build  Protocol  DC   Segment',
        'node-1    127.0.0.1:8301  alive   server  1.0.0  2         dc1  <all>',
        'client-1  127.0.0.3:8301  alive   client  1.0.0  2         dc1  <default>',
        'client-2  127.0.0.4:8301  failed  client  1.0.0  2         dc1  alpha',
        '',
      ].join('\n'),
    );
  });

  test('details are all tags in order', async () => {
    const { stdout } = await run(memberAnswers, 'members', '-detailed', '-status=failed');
    expect(stdout).toBe(
      'Node      Address         Status  Tags\nclient-2  127.0.0.4:8301  failed  build=1.0.0:,dc=dc1,role=node,segment=alpha,vsn=2\n',
    );
  });

  test('nobody to show is exit code 2', async () => {
    expect(await run(memberAnswers, 'members', '-wan')).toMatchObject({ code: 2, stdout: '' });
    expect(await run(memberAnswers, 'members', '-status', 'left')).toMatchObject({
      code: 2,
      stderr: 'No members match.\n',
    });
    const client: Answers = { 'GET /v1/agent/members?wan=1': null };
    expect((await run(client, 'members', '-wan')).stderr).toMatch(/^This agent has no WAN pool/);
    expect((await run(memberAnswers, 'members', 'extra')).stderr).toMatch(/^Too many arguments/);
  });

  test('no answer is exit code 1 with the reason', async () => {
    const { code, stderr } = await run({}, 'members');
    expect([code, stderr]).toEqual([
      1,
      'Error retrieving members: no answer to GET /v1/agent/members?segment=_all\n',
    ]);
  });
});

describe('join and leave', () => {
  const answers: Answers = {
    'PUT /v1/agent/join/10.0.0.1': { status: 200, text: '' },
    'PUT /v1/agent/join/10.0.0.2?wan=1': { status: 500, text: '1 error occurred' },
    'PUT /v1/agent/leave': { status: 200, text: '' },
    'PUT /v1/agent/force-leave/x?prune=1': { status: 200, text: '' },
    'PUT /v1/agent/force-leave/y': { status: 500, text: "agent: No node found with name 'y'" },
  };

  test.each<[string[], number, string, string]>([
    [['join', '10.0.0.1'], 0, 'Successfully joined cluster by contacting 1 nodes.\n', ''],
    [
      ['join', '-wan', '10.0.0.2'],
      1,
      '',
      "Error joining address '10.0.0.2': Unexpected response code: 500 (1 error occurred)\nFailed to join any nodes.\n",
    ],
    [['leave'], 0, 'Graceful leave complete\n', ''],
    [['force-leave', '-prune', 'x'], 0, '', ''],
    [
      ['force-leave', 'y'],
      1,
      '',
      "Error force leaving: Unexpected response code: 500 (agent: No node found with name 'y')\n",
    ],
  ])('%j', async (argv, code, stdout, stderr) => {
    expect(await run(answers, ...argv)).toMatchObject({ code, stdout, stderr });
  });

  test('an address that works is enough', async () => {
    const { code, stdout } = await run(answers, 'join', 'nowhere', '10.0.0.1');
    expect([code, stdout]).toEqual([0, 'Successfully joined cluster by contacting 1 nodes.\n']);
  });
});

describe('kv', () => {
  const pair = {
    LockIndex: 0,
    Key: 'a/b',
    Flags: 42,
    Value: base64('hello'),
    CreateIndex: 7,
    ModifyIndex: 9,
  };
  const large = JSON.stringify([{ ...pair, Flags: 0 }]).replace(
    '"Flags":0',
    '"Flags":3304740253564472344',
  );
  const answers: Answers = {
    'GET /v1/kv/a/b': [pair],
    'GET /v1/kv/large': { status: 200, text: large },
    'GET /v1/kv/large?recurse=': { status: 200, text: large },
    'GET /v1/kv/nope': { status: 404, text: '' },
    'GET /v1/kv/none/?recurse=': { status: 404, text: '' },
    'GET /v1/kv/a/?recurse=': [pair, { ...pair, Key: 'a/c', Value: null }],
    'GET /v1/kv/?keys=&separator=%2F': ['a/', 'z'],
    'PUT /v1/kv/a/b': true,
    'PUT /v1/kv/k%20%3F?flags=3304740253564472344': true,
    'PUT /v1/kv/c?cas=3': false,
    'PUT /v1/kv/l?acquire=s1': true,
    'PUT /v1/kv/m?acquire=s1': false,
    'PUT /v1/kv/a/c?flags=0': true,
    'PUT /v1/kv/big?flags=3304740253564472344': true,
    'DELETE /v1/kv/a/b': true,
    'DELETE /v1/kv/a/?recurse=': true,
    'DELETE /v1/kv/c?cas=3': false,
  };

  test.each<[string[], number, string, string]>([
    [['kv', 'get', 'a/b'], 0, 'hello\n', ''],
    [['kv', 'get', '/a/b'], 0, 'hello\n', ''],
    [['kv', 'get', '-base64', 'a/b'], 0, `${base64('hello')}\n`, ''],
    [['kv', 'get', 'nope'], 1, '', 'Error! No key exists at: nope\n'],
    [['kv', 'get', '-recurse', 'a/'], 0, 'a/b:hello\na/c:\n', ''],
    [['kv', 'get', '-recurse', 'none/'], 0, '', ''],
    [['kv', 'get', '-keys'], 0, 'a/\nz\n', ''],
    [['kv', 'put', 'a/b', 'hello'], 0, 'Success! Data written to: a/b\n', ''],
    [['kv', 'put', '-flags=3304740253564472344', 'k ?'], 0, 'Success! Data written to: k ?\n', ''],
    [
      ['kv', 'put', '-cas', '-modify-index=3', 'c'],
      1,
      '',
      'Error! Did not write to c: CAS failed\n',
    ],
    [['kv', 'put', '-acquire', '-session', 's1', 'l'], 0, 'Success! Lock acquired on: l\n', ''],
    [['kv', 'put', '-acquire', '-session', 's1', 'm'], 1, '', 'Error! Did not acquire lock\n'],
    [['kv', 'delete', 'a/b'], 0, 'Success! Deleted key: a/b\n', ''],
    [['kv', 'delete', '-recurse', 'a/'], 0, 'Success! Deleted keys with prefix: a/\n', ''],
    [
      ['kv', 'delete', '-cas', '-modify-index=3', 'c'],
      1,
      '',
      'Error! Did not delete key c: CAS failed\n',
    ],
  ])('%j', async (argv, code, stdout, stderr) => {
    expect(await run(answers, ...argv)).toMatchObject({ code, stdout, stderr });
  });

  test('details stand in a column', async () => {
    const { stdout } = await run(answers, 'kv', 'get', '-detailed', 'a/b');
    expect(stdout).toBe(
      [
        'CreateIndex      7',
        'Flags            42',
        'Key              a/b',
        'LockIndex        0',
        'ModifyIndex      9',
        'Session          -',
        'Value            hello',
        '',
      ].join('\n'),
    );
  });

  test('flags of 64 bits are shown and exported exactly, and imported again', async () => {
    const detailed = await run(answers, 'kv', 'get', '-detailed', 'large');
    expect(detailed.stdout).toContain('Flags            3304740253564472344\n');
    const exported = await run(answers, 'kv', 'export', 'large');
    expect(exported.stdout).toBe(
      `[\n\t{\n\t\t"key": "a/b",\n\t\t"flags": 3304740253564472344,\n\t\t"value": "${base64('hello')}"\n\t}\n]\n`,
    );
    const imported = await run(answers, 'kv', 'import', exported.stdout.replace('a/b', 'big'));
    expect(imported).toMatchObject({ code: 0, stdout: 'Imported: big\n' });
  });

  test('data comes from a file, standard input or base64', async () => {
    const host = new FakeHost(answers);
    host.files['data'] = 'of a file';
    await host.run('kv', 'put', 'a/b', '@data');
    host.stdin = 'of standard input';
    await host.run('kv', 'put', 'a/b', '-');
    await host.run('kv', 'put', '-base64', 'a/b', base64('decoded'));
    const bodies = host.sent.map(({ body }) => Buffer.from(body ?? '').toString());
    expect(bodies).toEqual(['of a file', 'of standard input', 'decoded']);
  });

  test.each([
    [['kv', 'get'], 'Error! Missing KEY argument'],
    [['kv', 'get', 'a', 'b'], 'Too many arguments (expected 1, got 2)'],
    [['kv', 'put', '-acquire', 'a'], 'Error! Missing -session (required with -acquire)'],
    [['kv', 'put', '-flags=x', 'a'], '-flags must be a whole number, got x'],
    [['kv', 'put', 'a', '@missing'], 'Error! Failed to read file: ENOENT: missing'],
    [['kv', 'delete', '-cas', 'a'], 'Error! Must specify -modify-index with -cas!'],
    [['kv', 'import'], 'Error! Missing DATA argument'],
    [['kv', 'import', '{'], 'Cannot unmarshal data: it is not JSON'],
    [['kv', 'put', '-base64', 'a/b', '!!'], 'Error! The data is not base64: "!!"'],
    [['kv', 'put', '-base64', 'a/b', 'YQ'], 'Error! The data is not base64: "YQ"'],
    [
      ['kv', 'import', '{}'],
      'Cannot unmarshal data: it must be a list of entries with key, flags and value, as export prints it',
    ],
    [['kv', 'import', '[{"kye":"a"}]'], 'Cannot unmarshal data: Entry 0 has no key'],
    [['kv', 'import', '[{"key":"a"}]'], 'Cannot unmarshal data: Entry 0 ("a") has no value'],
    [
      ['kv', 'import', '[{"key":"a/c","value":"aGk="},{"key":"i/x","value":"!!"}]'],
      'Error! The value of "i/x" is not base64: "!!"',
    ],
  ])('%j is refused, with the way to the help', async (argv, text) => {
    const { code, stderr, sent } = await run(answers, ...argv);
    expect(code).toBe(1);
    expect(stderr).toBe(`${text}\n\nFor help: konsul kv ${argv[1]} -help\n`);
    expect(sent).toEqual([]);
  });

  test('base64 may stand on several lines', async () => {
    const host = new FakeHost(answers);
    host.files['lines'] = 'aGVs\r\nbG8=\n';
    await host.run('kv', 'put', '-base64', 'a/b', '@lines');
    expect(Buffer.from(host.sent[0]?.body ?? '').toString()).toBe('hello');
  });
});

describe('catalog', () => {
  const node = {
    ID: 'cb87487b-1111-4000-8000-000000000000',
    Node: 'client-1',
    Address: '127.0.0.3',
    Datacenter: 'dc1',
    TaggedAddresses: { wan: '1.2.3.4', lan: '127.0.0.3' },
    Meta: { rack: '7' },
  };
  const answers: Answers = {
    'GET /v1/catalog/datacenters': ['dc1', 'dc2'],
    'GET /v1/catalog/nodes?dc=dc2&stale=': [node],
    'GET /v1/catalog/nodes?near=_agent&node-meta=rack%3A7&node-meta=a%3Ab': [node],
    'GET /v1/catalog/nodes': [],
    'GET /v1/catalog/services': { web: ['v1', 'prod'], consul: [] },
    'GET /v1/catalog/node/n1': { Services: { w1: { Service: 'web', Tags: ['a'] } } },
  };

  test.each<[string[], string]>([
    [['catalog', 'datacenters'], 'dc1\ndc2\n'],
    [
      ['catalog', 'nodes', '-datacenter=dc2', '-stale'],
      'Node      ID        Address    DC\nclient-1  cb87487b  127.0.0.3  dc1\n',
    ],
    [
      ['catalog', 'nodes', '-detailed', '-near=_agent', '-node-meta=rack=7', '-node-meta=a=b'],
      `Node      ID                                    Address    DC   ${'TaggedAddresses'.padEnd(26)}  Meta\nclient-1  cb87487b-1111-4000-8000-000000000000  127.0.0.3  dc1  lan=127.0.0.3, wan=1.2.3.4  rack=7\n`,
    ],
    [['catalog', 'services'], 'consul\nweb\n'],
    [['catalog', 'services', '-tags'], 'consul  \nweb     prod,v1\n'],
    [['catalog', 'services', '-node=n1', '-tags'], 'web  a\n'],
  ])('%j', async (argv, stdout) => {
    expect(await run(answers, ...argv)).toMatchObject({ code: 0, stdout });
  });

  test('no node is said on standard error', async () => {
    expect(await run(answers, 'catalog', 'nodes')).toMatchObject({
      stdout: '',
      stderr: 'No nodes match the given query - try expanding your search.\n',
    });
  });
});

describe('operator', () => {
  const answers: Answers = {
    'POST /v1/operator/area': { ID: 'a1' },
    'GET /v1/operator/area': [
      { ID: 'a1', PeerDatacenter: 'dc2', RetryJoin: ['10.1.2.3', '10.1.2.4'] },
      { ID: 'a2', PeerDatacenter: 'other', RetryJoin: null },
    ],
    'DELETE /v1/operator/area/a1': { status: 200, text: '' },
    'PUT /v1/operator/area/a1': { ID: 'a1' },
    'PUT /v1/operator/area/a1/join': [
      { Address: '10.1.2.3', Joined: false, Error: 'failed to connect' },
      { Address: '10.1.2.4', Joined: true, Error: '' },
    ],
    'PUT /v1/operator/area/a2/join': [{ Address: 'x', Joined: false, Error: 'no' }],
    'GET /v1/operator/area/a1/members': [
      {
        ID: 'x',
        Name: 'node-1.dc1',
        Addr: '127.0.0.1',
        Port: 8300,
        Datacenter: 'dc1',
        Build: '0.8.0',
        Protocol: 2,
        Status: 'alive',
        RTT: 0,
      },
      {
        ID: 'y',
        Name: 'node-2.dc2',
        Addr: '127.0.0.2',
        Port: 8300,
        Datacenter: 'dc2',
        Build: '0.8.0',
        Protocol: 2,
        Status: 'alive',
        RTT: 581_649,
      },
    ],
    'GET /v1/operator/area/a2/members': [
      {
        Name: 'n',
        Addr: '::1',
        Port: 1,
        Datacenter: 'o',
        Build: 'b',
        Protocol: 2,
        Status: 'failed',
        RTT: -1,
      },
    ],
    'GET /v1/operator/raft/configuration': {
      Servers: [
        {
          ID: 'i1',
          Node: 'node-1',
          Address: '127.0.0.1:8300',
          Leader: true,
          ProtocolVersion: '3',
          Voter: true,
        },
      ],
    },
    'GET /v1/operator/raft/configuration?dc=dc2': {
      Servers: [
        {
          ID: 'i1',
          Node: 'n1',
          Address: 'a:1',
          Leader: true,
          ProtocolVersion: '3',
          Voter: true,
          LastIndex: 10,
        },
        {
          ID: 'i2',
          Node: 'n2',
          Address: 'a:2',
          Leader: false,
          ProtocolVersion: '3',
          Voter: false,
          LastIndex: 9,
        },
      ],
    },
    'DELETE /v1/operator/raft/peer?address=127.0.0.1%3A8300': { status: 200, text: '' },
    'POST /v1/operator/raft/transfer-leader?id=i2': { Success: true },
  };

  test.each<[string[], number, string[]]>([
    [
      ['area', 'create', '-peer-datacenter=dc2', '-retry-join=10.1.2.3'],
      0,
      ['Created area "a1" with peer datacenter "dc2"!'],
    ],
    [['area', 'delete', '-peer-datacenter=dc2'], 0, ['Deleted area "a1"!']],
    [['area', 'update', '-id=a1', '-use-tls=false'], 0, ['Updated area "a1"']],
    [
      ['area', 'list'],
      0,
      ['Area  PeerDC  RetryJoin', 'a1    dc2     10.1.2.3,10.1.2.4', 'a2    other   (none)'],
    ],
    [
      ['area', 'join', '-peer-datacenter', 'dc2', '10.1.2.3', '10.1.2.4'],
      0,
      [
        'Address   Joined  Error',
        '10.1.2.3  false   failed to connect',
        '10.1.2.4  true    (none)',
      ],
    ],
    [['area', 'join', '-id=a2', 'x'], 1, ['Address  Joined  Error', 'x        false   no']],
    [
      ['area', 'members'],
      0,
      [
        'Area  Node        Address         Status  Build  Protocol  DC   RTT',
        'a1    node-1.dc1  127.0.0.1:8300  alive   0.8.0  2         dc1  0s',
        'a1    node-2.dc2  127.0.0.2:8300  alive   0.8.0  2         dc2  581.649\u00b5s',
        'a2    n           [::1]:1         failed  b      2         o    (unknown)',
      ],
    ],
    [
      ['raft', 'list-peers'],
      0,
      [
        'Node    ID  Address         State   Voter  RaftProtocol',
        'node-1  i1  127.0.0.1:8300  leader  true   3',
      ],
    ],
    [
      ['raft', 'list-peers', '-datacenter=dc2'],
      0,
      [
        'Node  ID  Address  State     Voter  RaftProtocol  Commit Index  Trails Leader By',
        'n1    i1  a:1      leader    true   3             10            -',
        'n2    i2  a:2      follower  false  3             9             1 commit',
      ],
    ],
    [
      ['raft', 'remove-peer', '-address=127.0.0.1:8300'],
      0,
      ['Removed peer with address "127.0.0.1:8300"'],
    ],
    [['raft', 'transfer-leader', '-id=i2'], 0, ['Success']],
  ])('%j', async (argv, code, lines) => {
    const result = await run(answers, 'operator', ...argv);
    expect([result.code, result.stderr, result.stdout]).toEqual([
      code,
      '',
      `${lines.join('\n')}\n`,
    ]);
  });

  test('an area is created as the API wants it', async () => {
    const argv = [
      'area',
      'create',
      '-peer-datacenter=dc2',
      '-retry-join=a',
      '-retry-join=b',
      '-use-tls',
    ];
    const { sent } = await run(answers, 'operator', ...argv);
    expect(JSON.parse(String(sent[0]?.body))).toEqual({
      PeerDatacenter: 'dc2',
      RetryJoin: ['a', 'b'],
      UseTLS: true,
    });
  });

  test.each([
    [['area', 'create'], 'Must specify -peer-datacenter'],
    [['area', 'delete'], 'Exactly one of -id and -peer-datacenter must be specified'],
    [['area', 'update', '-id=a1'], 'Must specify -use-tls=true or -use-tls=false'],
    [['area', 'delete', '-peer-datacenter=dc9'], 'No area found with peer datacenter "dc9"'],
    [
      ['raft', 'remove-peer'],
      'Error removing peer: an address or id is required for the peer to remove',
    ],
  ])('%j is refused', async (argv, text) => {
    const { code, stderr } = await run(answers, 'operator', ...argv);
    expect([code, stderr.split('\n')[0]]).toEqual([1, text]);
  });
});

describe('the rest', () => {
  test('info prints sorted sections', async () => {
    const answers: Answers = {
      'GET /v1/agent/self': {
        Stats: { raft: { term: '2', state: 'Leader' }, agent: { checks: '0' } },
      },
    };
    expect((await run(answers, 'info')).stdout).toBe(
      'agent:\n\tchecks = 0\nraft:\n\tstate = Leader\n\tterm = 2\n',
    );
  });

  test('version has its two lines, and a JSON form', async () => {
    const { stdout } = await run({}, 'version');
    expect(stdout).toMatch(
      /^Konsul v\d+\.\d+\.\d+\S*\nProtocol 2 spoken by default, understands 2 to 3 \(/,
    );
    expect((await run({}, '--version')).stdout).toBe(stdout);
    const json = JSON.parse((await run({}, 'version', '-format=json')).stdout);
    expect(json).toMatchObject({ Revision: '', RPC: { Default: 2, Min: 2, Max: 3 } });
  });

  test('keygen prints base64 of 32 bytes', async () => {
    const { stdout } = await run({}, 'keygen');
    expect(Buffer.from(stdout, 'base64')).toHaveLength(32);
    expect(stdout).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
  });

  test('validate says that all is well, or what is not', async () => {
    const host = new FakeHost();
    host.files['good.hcl'] = 'data_dir = "/d" server = true';
    host.files['bad.json'] = '{"data_dir":"/d","sever":true}';
    expect(await host.run('validate', 'good.hcl')).toMatchObject({
      code: 0,
      stdout: 'Configuration is valid!\n',
    });
    expect(await host.run('validate', 'bad.json')).toMatchObject({
      code: 1,
      stderr: 'Config validation failed: bad.json: unknown key "sever"; did you mean "server"?\n',
    });
  });
});

describe('the program', () => {
  test('a command that does not exist is named, with the nearest that does', async () => {
    expect(await run({}, 'agnet')).toMatchObject({
      code: 127,
      stdout: '',
      stderr:
        '"agnet" is not a command of konsul; did you mean "agent"?\n\nFor the list of commands: konsul -help\n',
    });
    const { stderr } = await run({}, 'kv', 'frobnicate');
    expect(stderr).toMatch(/^"frobnicate" is not a command of konsul kv\n/);
    expect((await run({}, '__proto__')).code).toBe(127);
  });

  test('without a command there is the list of them', async () => {
    const { code, stderr } = await run({});
    expect(code).toBe(127);
    expect(stderr).toMatch(/^Usage: konsul <command> \[options\]\n\nCommands:\n {4}agent/);
    expect((await run({}, 'kv')).stderr).toMatch(/^Usage: konsul kv <command>/);
  });

  test('help that is asked for goes to standard output, whatever it is of', async () => {
    for (const argv of [['help'], ['-help'], ['--h']]) {
      const { code, stdout, stderr } = await run({}, ...argv);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: konsul <command>/);
    }
    expect((await run({}, 'help', 'kv')).stdout).toMatch(/^Usage: konsul kv <command>/);
    expect((await run({}, 'help', 'kv', 'put')).stdout).toMatch(/^Usage: konsul kv put /);
  });

  test('help of a command lists its flags on standard output', async () => {
    const { code, stdout } = await run({}, 'kv', 'get', '-h');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: konsul kv get \[options\] \[KEY_OR_PREFIX\]\n/);
    expect(stdout).toContain('  -recurse ');
    expect(stdout).toContain('  -http-addr=<value> ');
  });

  test('a flag that does not exist is named as Go names it', async () => {
    const { code, stderr } = await run({}, 'members', '-nope');
    expect([code, stderr.split('\n')[0]]).toEqual([1, 'flag provided but not defined: -nope']);
    expect((await run({}, 'members', '-detialed')).stderr).toMatch(
      /^flag provided but not defined: -detialed; did you mean -detailed\?\n/,
    );
  });
});

describe('the way to the agent', () => {
  const answers: Answers = {
    'PUT /v1/agent/leave': { status: 200, text: '' },
    'PUT /base/v1/agent/leave': { status: 200, text: '' },
  };

  async function sent(
    env: Record<string, string>,
    ...flags: string[]
  ): Promise<CliResult['sent'][number] | undefined> {
    const host = new FakeHost(answers);
    host.env = env;
    host.files['token'] = ' of-file\n';
    return (await host.run('leave', ...flags)).sent[0];
  }

  test('flags go before our variables, and those before Consul variables', async () => {
    expect((await sent({}))?.url.origin).toBe('http://127.0.0.1:8500');
    const env = { CONSUL_HTTP_ADDR: 'c:1' };
    expect((await sent(env))?.url.origin).toBe('http://c:1');
    expect((await sent({ ...env, KONSUL_HTTP_ADDR: 'https://k:2' }))?.url.origin).toBe(
      'https://k:2',
    );
    expect((await sent(env, '-http-addr=f:3/base/'))?.url.href).toBe(
      'http://f:3/base/v1/agent/leave',
    );
    expect((await sent({ ...env, CONSUL_HTTP_SSL: 'true' }))?.url.origin).toBe('https://c:1');
  });

  test('the token comes from a flag, a variable or a file', async () => {
    const token = async (
      env: Record<string, string>,
      ...flags: string[]
    ): Promise<string | undefined> => (await sent(env, ...flags))?.headers['X-Consul-Token'];
    expect(await token({})).toBeUndefined();
    expect(await token({ CONSUL_HTTP_TOKEN: 'v' })).toBe('v');
    expect(await token({ CONSUL_HTTP_TOKEN: 'v' }, '-token=f')).toBe('f');
    expect(await token({ CONSUL_HTTP_TOKEN: 'v' }, '-token-file=token')).toBe('of-file');
  });

  test('TLS settings and credentials are passed on', async () => {
    const request = await sent(
      { CONSUL_CACERT: 'ca', CONSUL_HTTP_SSL_VERIFY: 'false', CONSUL_HTTP_AUTH: 'u:p' },
      '-client-cert=c',
      '-client-key=k',
      '-tls-server-name=n',
    );
    expect(request?.tls).toEqual({
      caFile: 'ca',
      caPath: undefined,
      certFile: 'c',
      keyFile: 'k',
      serverName: 'n',
      isVerified: false,
    });
    expect(request?.headers['Authorization']).toBe(`Basic ${base64('u:p')}`);
  });

  test('an address that is none is refused', async () => {
    const host = new FakeHost();
    expect((await host.run('leave', '-http-addr=unix:///x')).stderr).toMatch(
      /^Unix sockets are not supported/,
    );
    expect((await host.run('leave', '-http-addr=http://')).code).toBe(1);
    expect((await new FakeHost().run('leave', '-http-addr=ftp://x')).stderr).toMatch(
      /^-http-addr must begin with http:\/\/ or https:\/\/, got ftp:\/\/x\n/,
    );
  });
});
