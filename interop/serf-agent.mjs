// Our member and HashiCorp's `serf agent` in one pool, over loopback. Run after `npm run build`:
//   node interop/serf-agent.mjs
// Prints what was checked; ends with 1 when something does not hold, and says SKIPPED when there is
// no `serf` on this machine.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { createSerf } from '@konsul/serf';
import { Keyring } from '@konsul/swim';
import { SerfAgent, tryAgainstSerf, until } from './serf-processes.mjs';

const KEY = Buffer.from('0123456789abcdef');
const NEXT_KEY = Buffer.from('fedcba9876543210');
const LIMIT_MS = 300_000;

/** Starts a real agent that writes down user events and answers a query. */
function realAgent({ name, host, flags = [] }, { directory }) {
  const agent = new SerfAgent({ name, host, directory });
  agent.start(
    '-tag=role=go',
    `-event-handler=user=(printf '%s ' "$SERF_USER_EVENT"; cat) >> ${agent.eventFile}`,
    '-event-handler=query:uptime=echo up for long',
    ...flags,
  );
  return agent;
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

/** How a member of ours sees things, for a failed check. */
function viewOf(name, member) {
  const view = () => {
    return member
      .members()
      .map((seen) => `${seen.name} ${seen.status} ${JSON.stringify(seen.tags)}`)
      .join('\n');
  };
  return { name, view };
}

async function plainPool(trial) {
  const agent = realAgent({ name: 'go-1', host: '127.0.2.1' }, trial);
  const ours = ourMember('ts-1', '127.0.2.2');
  trial.watch(agent, viewOf('ts-1', ours));
  const seen = [];
  ours.on('user-event', (event) => seen.push(`${event.name} ${Buffer.from(event.payload)}`));
  ours.on('query', (query) => {
    if (query.name === 'who') void query.respond(Buffer.from(`asked by ${query.sourceNode}`));
  });
  try {
    await ours.start();
    await agent.ready();

    await trial.check('we join the agent, and both see each other alive', async () => {
      assert.equal(await ours.join(['127.0.2.1:17946']), 1);
      assert.equal(ours.member('go-1')?.status, 'alive');
      await until('agent sees us', async () => (await agent.statusOf('ts-1')) === 'alive');
    });
    await trial.check('tags are read both ways', async () => {
      assert.deepEqual(ours.member('go-1')?.tags, { role: 'go' });
      assert.deepEqual((await agent.member('ts-1')).tags, { role: 'ours' });
    });
    await trial.check('changed tags are read both ways', async () => {
      await ours.setTags({ role: 'ours', version: '2' });
      await until(
        'agent sees our tags',
        async () => (await agent.member('ts-1'))?.tags.version === '2',
      );
      await agent.tell('tags', '-set', 'build=7');
      await until('we see its tags', () => ours.member('go-1')?.tags.build === '7');
    });
    await trial.check('a user event of ours reaches the agent', async () => {
      await ours.userEvent('deploy', Buffer.from('ours-1'));
      await until('handler ran', async () => (await agent.events()).includes('deploy ours-1'));
    });
    await trial.check('a user event of the agent reaches us once', async () => {
      await agent.tell('event', '-coalesce=false', 'restart', 'go-1');
      await until('event', () => seen.includes('restart go-1'));
      // Gossip repeats it for about as long.
      await delay(1_000);
      assert.equal(seen.filter((event) => event === 'restart go-1').length, 1);
    });
    await trial.check('a query of ours is acknowledged and answered by the agent', async () => {
      const query = await ours.query('uptime', { wantsAck: true, filterNodes: ['go-1'] });
      const { acks, responses } = await query.result();
      assert.deepEqual(acks, ['go-1']);
      assert.equal(Buffer.from(responses[0].payload).toString(), 'up for long\n');
    });
    await trial.check('a query filtered by tag finds only us', async () => {
      const query = await ours.query('uptime', {
        wantsAck: true,
        filterTags: { role: '^ou' },
        timeoutMs: 1_000,
      });
      assert.deepEqual((await query.result()).acks, ['ts-1']);
    });
    await trial.check('a query of the agent is acknowledged and answered by us', async () => {
      const output = await agent.tell('query', '-timeout=2s', '-relay-factor=1', 'who', 'payload');
      assert.match(output, /Ack from 'ts-1'/);
      assert.match(output, /Response from 'ts-1': asked by go-1/);
    });
    await trial.check('reachability sees us', async () => {
      assert.match(await agent.tell('reachability'), /Successfully contacted all live nodes/);
    });
    await trial.check('coordinates are exchanged', async () => {
      await until('coordinate', () => ours.coordinateOf('go-1') !== undefined);
      await until('rtt', async () => (await agent.ask('rtt', 'go-1', 'ts-1')).code === 0);
    });
    await trial.check('our leave is seen as left, and we can come back', async () => {
      await ours.leave();
      await until('left', async () => (await agent.statusOf('ts-1')) === 'left');
      await ours.stop();
    });
    const back = ourMember('ts-1', '127.0.2.2', { tags: { role: 'ours', life: '2' } });
    trial.watch(agent, viewOf('ts-1', back));
    try {
      await back.start();
      await back.join(['127.0.2.1:17946']);
      await until('back', async () => (await agent.statusOf('ts-1')) === 'alive');
      await trial.check('having come back, we stay alive in its eyes', async () => {
        // Long enough for what others still tell of the leave.
        await delay(2_000);
        assert.equal(await agent.statusOf('ts-1'), 'alive');
      });
      await trial.check('the leave of the agent is seen as left', async () => {
        await agent.tell('leave');
        await until('left', () => back.member('go-1')?.status === 'left');
      });
    } finally {
      await back.stop();
    }
  } finally {
    await ours.stop();
    await agent.kill();
  }
}

async function encryptedPool(trial) {
  const flags = [`-encrypt=${KEY.toString('base64')}`];
  const agent = realAgent({ name: 'go-2', host: '127.0.2.3', flags }, trial);
  const keyring = new Keyring([KEY]);
  const ours = ourMember('ts-2', '127.0.2.4', { keyring });
  const third = ourMember('ts-3', '127.0.2.5', { keyring: new Keyring([KEY]) });
  trial.watch(agent, viewOf('ts-2', ours), viewOf('ts-3', third));
  try {
    await Promise.all([ours.start(), third.start()]);
    await agent.ready();
    await trial.check('an encrypted pool forms, joined by the agent', async () => {
      await agent.tell('join', '127.0.2.4:17946');
      await third.join(['127.0.2.4:17946']);
      await until(
        'all alive',
        () => ours.members().filter((m) => m.status === 'alive').length === 3,
      );
    });
    await trial.check('the agent installs and uses a key on all members', async () => {
      const next = NEXT_KEY.toString('base64');
      await agent.tell('keys', `-install=${next}`);
      assert.equal(keyring.size, 2);
      await agent.tell('keys', `-use=${next}`);
      assert.deepEqual(Buffer.from(keyring.list()[0]), NEXT_KEY);
    });
    await trial.check('we remove and list keys on all members', async () => {
      const removed = await ours.keys.remove(KEY);
      assert.deepEqual([removed.responseCount, removed.errorCount], [3, 0]);
      const listed = await ours.keys.list();
      assert.equal(listed.keys.get(NEXT_KEY.toString('base64')), 3);
      assert.equal(listed.keys.size, 1);
    });
    await trial.check('a killed agent is seen as failed', async () => {
      await agent.kill();
      await until('failed', () => ours.member('go-2')?.status === 'failed');
    });
    await trial.check('a failed agent can be forced to leave', async () => {
      await ours.forceLeave('go-2');
      await until('left', () => third.member('go-2')?.status === 'left');
    });
  } finally {
    await Promise.all([ours.stop(), third.stop()]);
    await agent.kill();
  }
}

async function killedMember(trial) {
  const agent = realAgent({ name: 'go-3', host: '127.0.2.6' }, trial);
  const ours = ourMember('ts-4', '127.0.2.7');
  trial.watch(agent, viewOf('ts-4', ours));
  try {
    await ours.start();
    await agent.ready();
    await trial.check('our sudden end is seen as failed', async () => {
      await ours.join(['127.0.2.6:17946']);
      await until('alive', async () => (await agent.statusOf('ts-4')) === 'alive');
      await ours.stop();
      await until('failed', async () => (await agent.statusOf('ts-4')) === 'failed');
    });
    await trial.check('its pruning of us is complete', async () => {
      await agent.tell('force-leave', '-prune', 'ts-4');
      await until('gone', () => agent.hasForgotten('ts-4'));
    });
  } finally {
    await ours.stop();
    await agent.kill();
  }
}

await tryAgainstSerf({
  limitMs: LIMIT_MS,
  action: async (trial) => {
    await plainPool(trial);
    await encryptedPool(trial);
    await killedMember(trial);
  },
});
