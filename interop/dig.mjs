// The `dig` of BIND and our agent's DNS, compared with what dns-packet reads. Run after
// `npm run build`:
//   node interop/dig.mjs
// Prints what was checked; ends with 1 when something does not hold, and says SKIPPED when there is
// no `dig` on this machine.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decode, encode, streamDecode, streamEncode } from 'dns-packet';

const run = promisify(execFile);
const KONSUL = fileURLToPath(new URL('../packages/agent/bin/konsul.mjs', import.meta.url));
const PRELOAD = new URL('../packages/agent/test/cluster/end-with-parent.mjs', import.meta.url).href;
const HOST = '127.0.3.171';
const HTTP = `http://${HOST}:8500`;
const DNS_PORT = 8600;
const LIMIT_MS = 20_000;
const INSTANCE_COUNT = 30;

/** Of an agent that is about to start, or of a change that is about to be seen. */
async function until(what, condition) {
  const endMs = Date.now() + LIMIT_MS;
  for (;;) {
    if (await condition().catch(() => false)) return;
    if (Date.now() > endMs) throw new Error(`not within ${LIMIT_MS} ms: ${what}`);
    await delay(50);
  }
}

function startAgent() {
  const settings = 'dns_config { enable_truncate = true  service_ttl { "*" = "7s" } }';
  const agent = spawn(
    process.execPath,
    [
      ...['--import', PRELOAD, KONSUL, 'agent', '-dev', '-node=dev'],
      ...[`-bind=${HOST}`, `-client=${HOST}`, '-hcl', settings],
    ],
    { stdio: 'pipe' },
  );
  let output = '';
  const keep = (chunk) => {
    output += chunk;
  };
  agent.stdout.on('data', keep);
  agent.stderr.on('data', keep);
  return { agent, output: () => output };
}

async function register(service) {
  const response = await fetch(`${HTTP}/v1/catalog/register`, {
    method: 'PUT',
    body: JSON.stringify({ Node: 'rack', Address: '10.9.0.1', SkipNodeUpdate: true, ...service }),
  });
  assert.equal(await response.text(), 'true');
}

async function fillCatalogue() {
  await register({ SkipNodeUpdate: false });
  for (let count = 1; count <= INSTANCE_COUNT; count += 1) {
    const Address = `10.0.0.${count}`;
    await register({ Service: { ID: `many-${count}`, Service: 'many', Address, Port: 8000 } });
  }
  await register({ Service: { Service: 'plain', Port: 80, Tags: ['v1'] } });
  await register({ Service: { Service: 'six', Address: '2001:db8::6', Port: 86 } });
}

/** A message in a form that both readers can be brought to: records as sorted lines. */
function message({ status, flags, answers, additionals }) {
  const lines = (records) => records.map((record) => record.toLowerCase()).sort();
  return {
    status,
    flags: [...flags].sort(),
    answers: lines(answers),
    additionals: lines(additionals),
  };
}

/** Asks with dig. `options` are dig's own, such as `+tcp`. */
async function dig(name, type, ...options) {
  const shown = ['+noall', '+comments', '+answer', '+additional', '+tries=1', '+time=5'];
  const { stdout } = await run('dig', [
    `@${HOST}`,
    '-p',
    String(DNS_PORT),
    ...shown,
    ...options,
    name,
    type,
  ]);
  const section = (title) => {
    const body = stdout.split(`;; ${title} SECTION:\n`)[1]?.split('\n\n')[0] ?? '';
    const records = body.split('\n').filter((line) => line !== '' && !line.startsWith(';'));
    return records.map((line) => line.trim().split(/\s+/).join(' '));
  };
  return {
    ...message({
      status: /status: (\w+)/.exec(stdout)?.[1],
      flags:
        /flags: ([^;]*);/
          .exec(stdout)?.[1]
          .split(' ')
          .filter((flag) => flag !== 'rd') ?? [],
      answers: section('ANSWER'),
      additionals: section('ADDITIONAL'),
    }),
    text: stdout,
  };
}

/** Asks with dns-packet. */
async function ask(name, type, { isTcp = false } = {}) {
  const query = { type: 'query', id: 7, questions: [{ name, type }] };
  return read(isTcp ? await askByStream(query) : await askByDatagram(query));
}

async function askByDatagram(query) {
  const socket = createSocket('udp4');
  try {
    socket.send(encode(query), DNS_PORT, HOST);
    const [reply] = await once(socket, 'message', { signal: AbortSignal.timeout(LIMIT_MS) });
    return decode(reply);
  } finally {
    socket.close();
  }
}

async function askByStream(query) {
  const socket = connect({ port: DNS_PORT, host: HOST });
  socket.setTimeout(LIMIT_MS, () => socket.destroy(new Error('no answer')));
  socket.end(streamEncode(query));
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  return streamDecode(Buffer.concat(chunks));
}

function read(packet) {
  const flags = [
    ['qr', true],
    ['aa', packet.flag_aa],
    ['tc', packet.flag_tc],
    ['ra', packet.flag_ra],
  ];
  const line = ({ name, ttl, type, data }) => `${name}. ${ttl} IN ${type} ${dataText(type, data)}`;
  return message({
    status: packet.rcode,
    flags: flags.filter(([, isSet]) => isSet).map(([flag]) => flag),
    answers: packet.answers.map(line),
    additionals: packet.additionals.map(line),
  });
}

function dataText(type, data) {
  if (type === 'SRV') return `${data.priority} ${data.weight} ${data.port} ${data.target}.`;
  if (type === 'TXT')
    return [data]
      .flat()
      .map((text) => `"${text}"`)
      .join(' ');
  return data;
}

const checked = [];
async function check(what, action) {
  await action();
  checked.push(what);
  console.log(`ok ${checked.length} - ${what}`);
}

/** Both readers see the same whole message. @returns it. */
async function same(name, type, { isTcp = false } = {}) {
  // EDNS adds a pseudo record that only one of the two shows.
  const { text: _, ...seen } = await dig(name, type, '+noedns', ...(isTcp ? ['+tcp'] : []));
  assert.deepEqual(seen, await ask(name, type, { isTcp }));
  return seen;
}

async function checkAll() {
  await check('A of a node', async () => {
    const { status, flags, answers } = await same('rack.node.consul', 'A');
    assert.deepEqual({ status, flags }, { status: 'NOERROR', flags: ['aa', 'qr'] });
    assert.deepEqual(answers, ['rack.node.consul. 0 in a 10.9.0.1']);
  });
  await check('A of a service, with its time to live, and the name as it was asked', async () => {
    const { text } = await dig('Plain.Service.DC1.Consul', 'A', '+noedns');
    assert.match(text, /^Plain\.Service\.DC1\.Consul\.\s+7\s+IN\s+A\s+10\.9\.0\.1$/m);
    await same('plain.service.consul', 'A');
    await same('v1.plain.service.consul', 'A');
  });
  await check('SRV of a service without an address of its own', async () => {
    const { answers, additionals } = await same('_plain._tcp.service.consul', 'SRV');
    assert.equal(answers[0], '_plain._tcp.service.consul. 7 in srv 1 1 80 rack.node.dc1.consul.');
    assert.ok(
      additionals.includes('rack.node.dc1.consul. 7 in a 10.9.0.1'),
      additionals.join('\n'),
    );
  });
  await check('AAAA of a service, and SRV that leads to it', async () => {
    const { answers } = await same('six.service.consul', 'AAAA');
    assert.deepEqual(answers, ['six.service.consul. 7 in aaaa 2001:db8::6']);
    const { additionals } = await same('six.service.consul', 'SRV');
    assert.match(additionals.join('\n'), /\.addr\.dc1\.consul\. 7 in aaaa 2001:db8::6/);
  });
  await check('AAAA of what has only IPv4 is empty, not an error', async () => {
    const { status, answers } = await same('plain.service.consul', 'AAAA');
    assert.deepEqual({ status, answers }, { status: 'NOERROR', answers: [] });
  });
  await check('TCP carries every answer', async () => {
    for (const type of ['A', 'SRV']) {
      const { answers, flags } = await same('many.service.consul', type, { isTcp: true });
      assert.equal(answers.length, INSTANCE_COUNT);
      assert.deepEqual(flags, ['aa', 'qr']);
    }
  });
  await check('UDP without EDNS is cut to three answers, and says so', async () => {
    for (const type of ['A', 'SRV']) {
      const seen = await dig('many.service.consul', type, '+noedns', '+ignore');
      assert.equal(seen.answers.length, 3);
      assert.deepEqual(seen.flags, ['aa', 'qr', 'tc']);
      assert.equal((await ask('many.service.consul', type)).answers.length, 3);
    }
  });
  await check('dig itself then comes back by TCP', async () => {
    const { answers, text } = await dig('many.service.consul', 'SRV', '+noedns');
    assert.match(text, /Truncated, retrying in TCP mode/);
    assert.equal(answers.length, INSTANCE_COUNT);
  });
  await check('EDNS carries what its buffer holds', async () => {
    const whole = await dig('many.service.consul', 'A', '+bufsize=4096', '+ignore');
    assert.equal(whole.answers.length, INSTANCE_COUNT);
    assert.match(whole.text, /EDNS: version: 0, flags:; udp: 4096/);
    const cut = await dig('many.service.consul', 'SRV', '+bufsize=600', '+ignore');
    assert.ok(cut.answers.length > 0 && cut.answers.length < INSTANCE_COUNT, cut.text);
    assert.ok(cut.flags.includes('tc'), cut.text);
  });
  await check('what does not exist is NXDOMAIN, with the zone beside it', async () => {
    const names = [
      'nobody.node.consul',
      'nothing.service.consul',
      'plain.service.dc9.consul',
      'nonsense.consul',
    ];
    for (const name of names) {
      const { status, answers } = await same(name, 'A');
      assert.deepEqual({ status, answers }, { status: 'NXDOMAIN', answers: [] });
      const { text } = await dig(name, 'A', '+noedns', '+authority');
      assert.match(
        text,
        /^consul\.\s+0\s+IN\s+SOA\s+ns\.consul\. hostmaster\.consul\. \d+ 3600 600 86400 0$/m,
      );
    }
  });
  await check('a name outside is REFUSED', async () => {
    assert.equal((await same('example.com', 'A')).status, 'REFUSED');
  });
  await check('PTR leads back to the node', async () => {
    const { text } = await dig('1.0.9.10.in-addr.arpa', 'PTR', '+noedns');
    assert.match(text, /\sPTR\s+rack\.node\.dc1\.consul\.$/m);
  });
}

async function isInstalled() {
  try {
    await run('dig', ['-v']);
    return true;
  } catch {
    return false;
  }
}

if (!(await isInstalled())) {
  console.log('SKIPPED: no dig on this machine (Debian: apt-get install dnsutils)');
} else {
  const { agent, output } = startAgent();
  try {
    await until('a leader', async () => {
      if (agent.exitCode !== null) throw new Error('the agent has ended');
      return (await (await fetch(`${HTTP}/v1/status/leader`)).json()) !== '';
    });
    await fillCatalogue();
    await checkAll();
    console.log(`${checked.length} checks against ${(await run('dig', ['-v'])).stderr.trim()}`);
  } catch (error) {
    console.error(output().split('\n').slice(-40).join('\n'));
    console.error(`NOT OK after ${checked.length} checks:`, error);
    process.exitCode = 1;
  } finally {
    agent.kill('SIGKILL');
  }
}
