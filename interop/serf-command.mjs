// HashiCorp's `serf` command against our agent and its own, and our command against its agent. Run
// after `npm run build`:
//   node interop/serf-command.mjs
// One of each agent form a cluster over loopback; what is said of both must be the same but for names,
// addresses and times. Prints what was compared; ends with 1 when something does not hold, and says
// SKIPPED when there is no `serf` on this machine.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OUR_PROGRAM = fileURLToPath(new URL('../packages/serf/bin/konsul-serf.mjs', import.meta.url));
const KEY = Buffer.from('0123456789abcdef').toString('base64');
const NEXT_KEY = Buffer.from('fedcba9876543210').toString('base64');
const LIMIT_MS = 40_000;
/** What every agent wants to be shown before it takes a command. */
const AUTH_KEY = 's3cret';

async function isInstalled() {
  try {
    await run('serf', ['version']);
    return true;
  } catch {
    return false;
  }
}

/** Waits until something holds. */
async function until(what, condition) {
  const endMs = Date.now() + LIMIT_MS;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > endMs) throw new Error(`not within ${LIMIT_MS} ms: ${what}`);
    await delay(50);
  }
}

/** An agent of either kind, run as a process. */
class Agent {
  constructor({ name, host, command, directory, args = [] }) {
    this.name = name;
    this.gossip = `${host}:17946`;
    this.rpc = `-rpc-addr=${host}:17373`;
    this.eventFile = join(directory, `${name}.events`);
    this.output = '';
    const [program, ...first] = command;
    this.process = spawn(program, [
      ...first,
      'agent',
      `-node=${name}`,
      `-bind=${this.gossip}`,
      this.rpc,
      '-profile=local',
      '-log-level=debug',
      '-tag=role=web',
      `-tag=zone=${name}`,
      `-encrypt=${KEY}`,
      `-config-file=${join(directory, 'auth.json')}`,
      `-event-handler=user:deploy=(printf '%s ' "$SERF_USER_EVENT"; cat) >> ${this.eventFile}`,
      '-event-handler=query:who=echo "I am $SERF_SELF_NAME"; cat',
      ...args,
    ]);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on('data', (chunk) => {
        this.output += chunk;
      });
    }
    this.exited = new Promise((resolve) => this.process.once('exit', resolve));
  }

  async ready() {
    await until(`${this.name} answers`, async () => (await ask(SERF, this, 'members')).code === 0);
  }

  async events() {
    return await readFile(this.eventFile, 'utf8').catch(() => '');
  }

  async statusOf(name) {
    const { text } = await ask(SERF, this, 'members', '-format=json', `-name=${name}`);
    return JSON.parse(text).members?.[0]?.status;
  }

  async kill() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
    }
    return await this.exited;
  }
}

const SERF = ['serf'];
const OURS = [process.execPath, OUR_PROGRAM];

/** Runs a command of either program to its end. */
async function ask([program, ...first], agent, verb, ...args) {
  try {
    const env = { ...process.env, SERF_RPC_AUTH: AUTH_KEY };
    const { stdout, stderr } = await run(program, [...first, verb, agent.rpc, ...args], { env });
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    return { code: error.code, text: `${error.stdout}${error.stderr}` };
  }
}

/** Lines in an order of their own: members, tags and answers come in any. */
function normal(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.trimEnd().replace(/\S+=\S*(,\S+=\S*)+/g, (tags) => tags.split(',').sort().join(',')),
    )
    .sort();
}

function sameText(text) {
  return normal(text);
}

function sameJson(text) {
  const value = JSON.parse(text);
  value.members?.sort((left, right) => (left.name < right.name ? -1 : 1));
  value.Acks?.sort();
  return value;
}

const table = [];
function note(what, how) {
  table.push(`ok ${table.length + 1} - ${what} (${how})`);
  console.log(table.at(-1));
}

/**
 * One command line in three ways: theirs asks theirs, theirs asks ours, ours asks theirs. All must
 * give the same, once `view` has taken out what may differ.
 */
async function compare(agents, [verb, ...args], view = sameText) {
  const { theirs, ours } = agents;
  const wanted = await ask(SERF, theirs, verb, ...args);
  const got = await ask(SERF, ours, verb, ...args);
  const what = `${verb} ${args.join(' ')}`.trim();
  const seen = ({ code, text }) => ({ code, seen: view(text) });
  assert.deepEqual(seen(got), seen(wanted), `serf ${what}, asked of our agent`);
  const byUs = await ask(OURS, theirs, verb, ...args);
  assert.deepEqual(seen(byUs), seen(wanted), `konsul-serf ${what}, asked of their agent`);
  const short = what.length > 60 ? `${what.slice(0, 57)}...` : what;
  note(short, `exit ${wanted.code}`);
}

const keysOf = (text) => {
  const groups = JSON.parse(text);
  const { members, failed, left, encrypted } = groups.serf;
  const values = { members, failed, left, encrypted };
  return [Object.entries(groups).map(([group, keys]) => [group, Object.keys(keys).sort()]), values];
};
const infoLines = (text) => normal(text).map((line) => line.replace(/ = .*/, ''));
const withoutNumbers = (text) => normal(text).map((line) => line.replace(/\d+\.\d+/g, 'N'));
/** Only the reason of a failed join is the same; how it is laid out is not. */
const refusedJoin = (text) =>
  /^(Error joining the cluster: )[\s\S]*(connection refused)/.exec(text)?.slice(1);
/** The words of keyring errors begin with other cases. */
const anyCase = (text) => normal(text.toLowerCase());

async function reading(agents) {
  await compare(agents, ['members']);
  await compare(agents, ['members', '-rpc-auth=wrong']);
  await compare(agents, ['members', '-detailed']);
  await compare(agents, ['members', '-format=json'], sameJson);
  await compare(agents, ['members', '-status=alive', '-tag', 'zone=cmd-g.', '-name=cmd.*']);
  await compare(agents, ['members', '-status=failed']);
  await compare(agents, ['members', '-role=web'], (text) =>
    normal(text).filter((line) => !/^Depre/.test(line)),
  );
  await compare(agents, ['info'], infoLines);
  await compare(agents, ['info', '-format=json'], keysOf);
  await compare(agents, ['rtt', 'cmd-go', 'cmd-ts'], withoutNumbers);
  await compare(agents, ['rtt', 'cmd-go', 'nobody']);
  await compare(agents, ['reachability']);
  await compare(agents, ['reachability', '-verbose'], withoutNumbers);
}

async function telling(agents) {
  const both = [agents.theirs, agents.ours];
  await compare(agents, ['event', '-coalesce=false', 'deploy', 'v1']);
  for (const told of both) {
    const payload = `told-${told.name}`;
    await ask(SERF, told, 'event', '-coalesce=false', 'deploy', payload);
    for (const hearer of both) {
      await until(`${hearer.name} hears ${payload}`, async () => {
        return (await hearer.events()).split(`deploy ${payload}\n`).length === 2;
      });
    }
  }
  note('an event told to either is heard by the scripts of both', 'once');
  await compare(agents, ['event', 'deploy', 'v2']);
  await compare(agents, ['event', 'x'.repeat(600)]);
  const wait = '-timeout=1s';
  await compare(agents, ['query', wait, 'who', 'payload']);
  await compare(agents, ['query', wait, '-node=cmd-ts', 'who']);
  await compare(agents, ['query', wait, '-tag', 'zone=-go$', 'who']);
  await compare(agents, ['query', wait, '-no-ack', '-relay-factor=1', 'who']);
  await compare(agents, ['query', wait, '-format=json', 'who'], sameJson);
  await compare(agents, ['query', wait, 'nobody-answers']);
  await compare(agents, ['query', '_serf_reserved']);
}

async function changing(agents) {
  const { theirs, ours } = agents;
  await compare(agents, ['tags', '-set', 'build=7', '-set', 'note=a b']);
  await compare(agents, ['tags', '-delete', 'note']);
  await until('both have the tags', async () => {
    const seen = await Promise.all([ask(SERF, theirs, 'members'), ask(SERF, ours, 'members')]);
    return seen.every(({ text }) => text.split('build=7').length === 3 && !text.includes('note='));
  });
  note('changed tags are seen by both', 'members');
  await compare(agents, ['tags', '-set', 'novalue'], (text) => text.replace(/ \(see .*/, ''));
  await compare(agents, ['keys', '-list']);
  await compare(agents, ['keys', `-install=${NEXT_KEY}`]);
  await compare(agents, ['keys', `-use=${NEXT_KEY}`]);
  await compare(agents, ['keys', '-list']);
  await compare(agents, ['keys', `-remove=${NEXT_KEY}`], anyCase);
  await compare(agents, ['keys', `-remove=${KEY}`]);
  await compare(agents, ['keys', `-use=${KEY}`], anyCase);
  await compare(agents, ['keys', '-install=notbase64!']);
  await compare(agents, ['join', theirs.gossip]);
  await compare(agents, ['join', '-replay', ours.gossip]);
  await compare(agents, ['join', '127.0.2.29:1'], refusedJoin);
  await compare(agents, ['force-leave', 'nobody']);
}

/** What a monitor shows while the same is done to its agent. */
async function watched(agent) {
  const monitor = spawn('serf', [
    'monitor',
    agent.rpc,
    `-rpc-auth=${AUTH_KEY}`,
    '-log-level=debug',
  ]);
  const exited = new Promise((resolve) => monitor.once('exit', resolve));
  let output = '';
  monitor.stdout.on('data', (chunk) => {
    output += chunk;
  });
  try {
    await until('past lines', () => output.includes('agent: Serf agent starting'));
    await ask(SERF, agent, 'event', '-coalesce=false', 'watched', 'payload');
    await ask(SERF, agent, 'query', '-timeout=500ms', 'watched', 'payload');
    await until('the event', () => output.includes('Received event: user-event: watched'));
    await until('the query', () => output.includes('Received event: query: watched'));
    await until('records', () => output.split('Event Info:').length >= 3);
    await delay(200);
  } finally {
    monitor.kill('SIGINT');
  }
  return { code: await exited, lines: output.split('\n') };
}

/** Log lines of the last commands without time and ports, and the fields of event records. */
function watchedView({ code, lines }) {
  const log = lines
    .filter((line) => / agent(\.ipc)?: /.test(line) && /watched|starting|Accepted/.test(line))
    .map((line) => line.replace(/^[\d/]+ [\d:]+ /, '').replace(/:\d+$/, ':PORT'));
  const fields = lines.filter((line) => /^\t(Event|Name|Payload|Coalesce): /.test(line));
  return { code, log: [...new Set(log)].sort(), fields: [...new Set(fields)].sort() };
}

async function watching({ theirs, ours }) {
  assert.deepEqual(watchedView(await watched(ours)), watchedView(await watched(theirs)));
  note('monitor -log-level=debug', 'past and live lines, event and query records');
}

async function removing(agents, directory) {
  const { theirs, ours } = agents;
  const args = [`-join=${ours.gossip}`, `-encrypt=${NEXT_KEY}`];
  const third = new Agent({ name: 'cmd-xx', host: '127.0.2.23', command: SERF, directory, args });
  try {
    await until('third is alive', async () => (await ours.statusOf('cmd-xx')) === 'alive');
    await third.kill();
    for (const agent of [theirs, ours]) {
      await until('third failed', async () => (await agent.statusOf('cmd-xx')) === 'failed');
    }
    await compare(agents, ['members', '-status=failed']);
    assert.deepEqual(await ask(SERF, ours, 'force-leave', 'cmd-xx'), { code: 0, text: '' });
    for (const agent of [theirs, ours]) {
      await until('third left', async () => (await agent.statusOf('cmd-xx')) === 'left');
    }
    note('force-leave of a failed member, asked of our agent', 'left at both');
    await compare(agents, ['members', '-detailed', '-status=left']);
    assert.deepEqual(await ask(SERF, ours, 'force-leave', '-prune', 'cmd-xx'), {
      code: 0,
      text: '',
    });
    for (const agent of [theirs, ours]) {
      await until('third is gone', async () => (await agent.statusOf('cmd-xx')) === undefined);
    }
    note('force-leave -prune, asked of our agent', 'gone at both');
  } finally {
    await third.kill();
  }
}

async function leaving({ theirs, ours }) {
  const got = await ask(SERF, ours, 'leave');
  assert.equal(await ours.exited, 0, 'exit code of our agent');
  await until('left', async () => (await theirs.statusOf('cmd-ts')) === 'left');
  const wanted = await ask(SERF, theirs, 'leave');
  assert.equal(await theirs.exited, 0, 'exit code of their agent');
  assert.deepEqual(got, wanted);
  note('leave', 'both agents end with 0; ours is seen as left');
}

async function compareAll(directory) {
  await writeFile(join(directory, 'auth.json'), JSON.stringify({ rpc_auth: AUTH_KEY }));
  const theirs = new Agent({ name: 'cmd-go', host: '127.0.2.21', command: SERF, directory });
  const args = ['-join=127.0.2.21:17946'];
  await theirs.ready();
  const ours = new Agent({ name: 'cmd-ts', host: '127.0.2.22', command: OURS, directory, args });
  const agents = { theirs, ours };
  try {
    await ours.ready();
    for (const agent of [theirs, ours]) {
      await until('both alive', async () => {
        const { text } = await ask(SERF, agent, 'members', '-status=alive');
        return text.trim().split('\n').length === 2;
      });
      await until('coordinates', async () => {
        return (await ask(SERF, agent, 'rtt', 'cmd-go', 'cmd-ts')).code === 0;
      });
    }
    await reading(agents);
    await telling(agents);
    await changing(agents);
    await watching(agents);
    await removing(agents, directory);
    await leaving(agents);
  } catch (error) {
    for (const { name, output } of [theirs, ours]) {
      console.error(`--- ${name}\n${output.split('\n').slice(-30).join('\n')}`);
    }
    throw error;
  } finally {
    await Promise.all([theirs.kill(), ours.kill()]);
  }
}

if (!(await isInstalled())) {
  console.log('SKIPPED: no serf on this machine (Debian: apt-get install serf)');
} else {
  const directory = await mkdtemp(join(tmpdir(), 'konsul-interop-'));
  try {
    await compareAll(directory);
    const { stdout } = await run('serf', ['version']);
    console.log(`${table.length} command lines compared with serf ${stdout.split('\n')[0]}:`);
    console.log(
      'members, members -detailed, info, event, query, tags, keys, rtt, reachability, monitor, join, ' +
        'leave, force-leave give what they give against the real agent (compared)',
    );
  } catch (error) {
    console.error(`NOT OK after ${table.length} comparisons:`, error);
    process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
