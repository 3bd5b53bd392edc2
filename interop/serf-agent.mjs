// Our member and HashiCorp's `serf agent` in one pool, over loopback. Run after `npm run build`:
//   node interop/serf-agent.mjs
// Prints what was checked; ends with 1 when something does not hold, and says SKIPPED when there is
// no `serf` on this machine.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createSerf } from '@konsul/serf';
import { Keyring } from '@konsul/swim';

const run = promisify(execFile);
const KEY = Buffer.from('0123456789abcdef');
const NEXT_KEY = Buffer.from('fedcba9876543210');
const LIMIT_MS = 20_000;

async function isInstalled() {
  try {
    await run('serf', ['version']);
    return true;
  } catch {
    return false;
  }
}

/** Waits until something holds. */
async function until(what, condition, limitMs = LIMIT_MS) {
  const endMs = Date.now() + limitMs;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > endMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await delay(50);
  }
}

/** A real agent, and the command line to ask it. */
class Agent {
  constructor({ name, host, args = [], directory }) {
    this.name = name;
    this.host = host;
    this.eventFile = join(directory, `${name}.events`);
    this.rpc = `-rpc-addr=${host}:17373`;
    this.output = '';
    this.process = spawn('serf', [
      'agent',
      `-node=${name}`,
      `-bind=${host}:17946`,
      this.rpc,
      '-log-level=debug',
      '-tag=role=go',
      `-event-handler=user=(printf '%s ' "$SERF_USER_EVENT"; cat) >> ${this.eventFile}`,
      '-event-handler=query:uptime=echo up for long',
      ...args,
    ]);
    const keep = (chunk) => {
      this.output += chunk;
    };
    this.process.stdout.on('data', keep);
    this.process.stderr.on('data', keep);
    this.exited = new Promise((resolve) => this.process.once('exit', resolve));
  }

  async ask(command, ...args) {
    const { stdout } = await run('serf', [command, this.rpc, ...args]);
    return stdout;
  }

  async ready() {
    await until(`${this.name} answers`, () =>
      this.ask('members').then(
        () => true,
        () => false,
      ),
    );
  }

  async statusOf(name) {
    const { members } = JSON.parse(await this.ask('members', '-format=json'));
    return members.find((member) => member.name === name)?.status;
  }

  async tagsOf(name) {
    const { members } = JSON.parse(await this.ask('members', '-format=json'));
    return members.find((member) => member.name === name)?.tags;
  }

  async events() {
    return await readFile(this.eventFile, 'utf8').catch(() => '');
  }

  async kill() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
    }
    await this.exited;
  }
}

function ourMember(name, host, options = {}) {
  return createSerf({
    name,
    bind: { host, port: 17_946 },
    tags: { role: 'ours' },
    // Real agents use the LAN profile; only how soon the dead are noticed is quickened here.
    swim: { suspicionMultiplier: 2 },
    ...options,
  });
}

const checked = [];
async function check(what, action) {
  await action();
  checked.push(what);
  console.log(`ok ${checked.length} - ${what}`);
}

async function plainPool(directory) {
  const agent = new Agent({ name: 'go-1', host: '127.0.2.1', directory });
  const ours = ourMember('ts-1', '127.0.2.2');
  const seen = [];
  ours.on('user-event', (event) => seen.push(`${event.name} ${Buffer.from(event.payload)}`));
  ours.on('query', (query) => {
    if (query.name === 'who') void query.respond(Buffer.from(`asked by ${query.sourceNode}`));
  });
  try {
    await ours.start();
    await agent.ready();

    await check('we join the agent, and both see each other alive', async () => {
      assert.equal(await ours.join(['127.0.2.1:17946']), 1);
      assert.equal(ours.member('go-1')?.status, 'alive');
      await until('agent sees us', async () => (await agent.statusOf('ts-1')) === 'alive');
    });
    await check('tags are read both ways', async () => {
      assert.deepEqual(ours.member('go-1')?.tags, { role: 'go' });
      assert.deepEqual(await agent.tagsOf('ts-1'), { role: 'ours' });
    });
    await check('changed tags are read both ways', async () => {
      await ours.setTags({ role: 'ours', version: '2' });
      await until('agent sees our tags', async () => (await agent.tagsOf('ts-1'))?.version === '2');
      await agent.ask('tags', '-set', 'build=7');
      await until('we see its tags', () => ours.member('go-1')?.tags.build === '7');
    });
    await check('a user event of ours reaches the agent', async () => {
      await ours.userEvent('deploy', Buffer.from('ours-1'));
      await until('handler ran', async () => (await agent.events()).includes('deploy ours-1'));
    });
    await check('a user event of the agent reaches us once', async () => {
      await agent.ask('event', '-coalesce=false', 'restart', 'go-1');
      await until('event', () => seen.includes('restart go-1'));
      await delay(1_000);
      assert.equal(seen.filter((event) => event === 'restart go-1').length, 1);
    });
    await check('a query of ours is acknowledged and answered by the agent', async () => {
      const query = await ours.query('uptime', { wantsAck: true, filterNodes: ['go-1'] });
      const { acks, responses } = await query.result();
      assert.deepEqual(acks, ['go-1']);
      assert.equal(Buffer.from(responses[0].payload).toString(), 'up for long\n');
    });
    await check('a query filtered by tag finds only us', async () => {
      const query = await ours.query('uptime', {
        wantsAck: true,
        filterTags: { role: '^ou' },
        timeoutMs: 1_000,
      });
      assert.deepEqual((await query.result()).acks, ['ts-1']);
    });
    await check('a query of the agent is acknowledged and answered by us', async () => {
      const output = await agent.ask('query', '-timeout=2s', '-relay-factor=1', 'who', 'payload');
      assert.match(output, /Ack from 'ts-1'/);
      assert.match(output, /Response from 'ts-1': asked by go-1/);
    });
    await check('reachability sees us', async () => {
      assert.match(await agent.ask('reachability'), /Successfully contacted all live nodes/);
    });
    await check('coordinates are exchanged', async () => {
      await until('coordinate', () => ours.coordinateOf('go-1') !== undefined);
      await until('rtt', () =>
        agent.ask('rtt', 'go-1', 'ts-1').then(
          () => true,
          () => false,
        ),
      );
    });
    await check('our leave is seen as left, and we can come back', async () => {
      await ours.leave();
      await until('left', async () => (await agent.statusOf('ts-1')) === 'left');
      await ours.stop();
    });
    const back = ourMember('ts-1', '127.0.2.2', { tags: { role: 'ours', life: '2' } });
    try {
      await back.start();
      await back.join(['127.0.2.1:17946']);
      await until('back', async () => (await agent.statusOf('ts-1')) === 'alive');
      await check('having come back, we stay alive in its eyes', async () => {
        await delay(2_000);
        assert.equal(await agent.statusOf('ts-1'), 'alive');
      });
      await check('the leave of the agent is seen as left', async () => {
        await agent.ask('leave');
        await until('left', () => back.member('go-1')?.status === 'left');
      });
    } finally {
      await back.stop();
    }
  } catch (error) {
    console.error(agent.output.split('\n').slice(-40).join('\n'));
    throw error;
  } finally {
    await ours.stop();
    await agent.kill();
  }
}

async function encryptedPool(directory) {
  const args = [`-encrypt=${KEY.toString('base64')}`];
  const agent = new Agent({ name: 'go-2', host: '127.0.2.3', args, directory });
  const keyring = new Keyring([KEY]);
  const ours = ourMember('ts-2', '127.0.2.4', { keyring });
  const third = ourMember('ts-3', '127.0.2.5', { keyring: new Keyring([KEY]) });
  try {
    await Promise.all([ours.start(), third.start()]);
    await agent.ready();
    await check('an encrypted pool forms, joined by the agent', async () => {
      await agent.ask('join', '127.0.2.4:17946');
      await third.join(['127.0.2.4:17946']);
      await until(
        'all alive',
        () => ours.members().filter((m) => m.status === 'alive').length === 3,
      );
    });
    await check('the agent installs and uses a key on all members', async () => {
      const next = NEXT_KEY.toString('base64');
      await agent.ask('keys', `-install=${next}`);
      assert.equal(keyring.size, 2);
      await agent.ask('keys', `-use=${next}`);
      assert.deepEqual(Buffer.from(keyring.list()[0]), NEXT_KEY);
    });
    await check('we remove and list keys on all members', async () => {
      const removed = await ours.keys.remove(KEY);
      assert.deepEqual([removed.responseCount, removed.errorCount], [3, 0]);
      const listed = await ours.keys.list();
      assert.equal(listed.keys.get(NEXT_KEY.toString('base64')), 3);
      assert.equal(listed.keys.size, 1);
    });
    await check('a killed agent is seen as failed', async () => {
      await agent.kill();
      await until('failed', () => ours.member('go-2')?.status === 'failed', 40_000);
    });
    await check('a failed agent can be forced to leave', async () => {
      await ours.forceLeave('go-2');
      await until('left', () => third.member('go-2')?.status === 'left');
    });
  } catch (error) {
    console.error(agent.output.split('\n').slice(-40).join('\n'));
    throw error;
  } finally {
    await Promise.all([ours.stop(), third.stop()]);
    await agent.kill();
  }
}

async function killedMember(directory) {
  const agent = new Agent({ name: 'go-3', host: '127.0.2.6', directory });
  const ours = ourMember('ts-4', '127.0.2.7');
  try {
    await ours.start();
    await agent.ready();
    await check('our sudden end is seen as failed', async () => {
      await ours.join(['127.0.2.6:17946']);
      await until('alive', async () => (await agent.statusOf('ts-4')) === 'alive');
      await ours.stop();
      await until('failed', async () => (await agent.statusOf('ts-4')) === 'failed', 60_000);
    });
    await check('its pruning of us is complete', async () => {
      await agent.ask('force-leave', '-prune', 'ts-4');
      await until('gone', async () => (await agent.statusOf('ts-4')) === undefined);
    });
  } catch (error) {
    console.error(agent.output.split('\n').slice(-40).join('\n'));
    throw error;
  } finally {
    await ours.stop();
    await agent.kill();
  }
}

if (!(await isInstalled())) {
  console.log('SKIPPED: no serf on this machine (Debian: apt-get install serf)');
} else {
  const directory = await mkdtemp(join(tmpdir(), 'konsul-interop-'));
  try {
    await plainPool(directory);
    await encryptedPool(directory);
    await killedMember(directory);
    console.log(
      `${checked.length} checks against ${(await run('serf', ['version'])).stdout.split('\n')[0]}`,
    );
  } catch (error) {
    console.error(`NOT OK after ${checked.length} checks:`, error);
    process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
