// HashiCorp's `serf` command against our agent and its own, and our command against its agent. Run
// after `npm run build`:
//   node interop/serf-command.mjs
// One of each agent form a cluster over loopback; what is said of both must be the same but for names,
// addresses and times. Prints what was compared; ends with 1 when something does not hold, and says
// SKIPPED when there is no `serf` on this machine.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAMS, SerfAgent, start, tryAgainstSerf, until } from './serf-processes.mjs';

const KEY = Buffer.from('0123456789abcdef').toString('base64');
const NEXT_KEY = Buffer.from('fedcba9876543210').toString('base64');
const LIMIT_MS = 300_000;
/** What every agent wants to be shown before it takes a command. */
const AUTH_KEY = 's3cret';

/** Starts an agent that writes down one user event and answers one query. */
function startAgent({ kind, name, host, flags = [] }, { directory }) {
  const agent = new SerfAgent({ kind, name, host, directory, env: { SERF_RPC_AUTH: AUTH_KEY } });
  agent.start(
    '-profile=local',
    '-tag=role=web',
    `-tag=zone=${name}`,
    `-encrypt=${KEY}`,
    `-config-file=${join(directory, 'auth.json')}`,
    `-event-handler=user:deploy=(printf '%s ' "$SERF_USER_EVENT"; cat) >> ${agent.eventFile}`,
    '-event-handler=query:who=echo "I am $SERF_SELF_NAME"; cat',
    ...flags,
  );
  return agent;
}

/** Runs a command of either program to its end. */
async function ask(program, agent, verb, ...words) {
  const { code, stdout, stderr } = await agent.askBy(program, verb, ...words);
  return { code, text: stdout + stderr };
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

/**
 * One command line in three ways: theirs asks theirs, theirs asks ours, ours asks theirs. All must
 * give the same, once `view` has taken out what may differ.
 */
async function compare(agents, [verb, ...args], view = sameText) {
  const { theirs, ours, trial } = agents;
  const wanted = await ask(PROGRAMS.go, theirs, verb, ...args);
  const got = await ask(PROGRAMS.go, ours, verb, ...args);
  const what = `${verb} ${args.join(' ')}`.trim();
  const seen = ({ code, text }) => ({ code, seen: view(text) });
  assert.deepEqual(seen(got), seen(wanted), `serf ${what}, asked of our agent`);
  const byUs = await ask(PROGRAMS.ts, theirs, verb, ...args);
  assert.deepEqual(seen(byUs), seen(wanted), `konsul-serf ${what}, asked of their agent`);
  const short = what.length > 60 ? `${what.slice(0, 57)}...` : what;
  trial.note(`${short} (exit ${wanted.code})`);
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
  const { trial } = agents;
  const both = [agents.theirs, agents.ours];
  await compare(agents, ['event', '-coalesce=false', 'deploy', 'v1']);
  for (const told of both) {
    const payload = `told-${told.name}`;
    await ask(PROGRAMS.go, told, 'event', '-coalesce=false', 'deploy', payload);
    for (const hearer of both) {
      await until(`${hearer.name} hears ${payload}`, async () => {
        return (await hearer.events()).split(`deploy ${payload}\n`).length === 2;
      });
    }
  }
  trial.note('an event told to either is heard by the scripts of both (once)');
  await compare(agents, ['event', 'deploy', 'v2']);
  await compare(agents, ['event', 'x'.repeat(600)]);
  const wait = '-timeout=2s';
  await compare(agents, ['query', wait, 'who', 'payload']);
  await compare(agents, ['query', wait, '-node=cmd-ts', 'who']);
  await compare(agents, ['query', wait, '-tag', 'zone=-go$', 'who']);
  await compare(agents, ['query', wait, '-no-ack', '-relay-factor=1', 'who']);
  await compare(agents, ['query', wait, '-format=json', 'who'], sameJson);
  await compare(agents, ['query', wait, 'nobody-answers']);
  await compare(agents, ['query', '_serf_reserved']);
}

async function changing(agents) {
  const { theirs, ours, trial } = agents;
  await compare(agents, ['tags', '-set', 'build=7', '-set', 'note=a b']);
  await compare(agents, ['tags', '-delete', 'note']);
  await until('both have the tags', async () => {
    const seen = await Promise.all([
      ask(PROGRAMS.go, theirs, 'members'),
      ask(PROGRAMS.go, ours, 'members'),
    ]);
    return seen.every(({ text }) => text.split('build=7').length === 3 && !text.includes('note='));
  });
  trial.note('changed tags are seen by both (members)');
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
  const words = ['monitor', agent.rpc, `-rpc-auth=${AUTH_KEY}`, '-log-level=debug'];
  const monitor = start([...PROGRAMS.go, ...words]);
  const exited = new Promise((resolve) => monitor.once('exit', resolve));
  let output = '';
  monitor.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const hasShown = (event) => {
    const records = output.match(/^Event Info:\n(\t.*\n)+/gm) ?? [];
    const fields = [`\tEvent: "${event}"\n`, '\tName: "watched"\n', '\tPayload: '];
    return records.some((record) => fields.every((field) => record.includes(field)));
  };
  try {
    await until('past lines', () => output.includes('agent: Serf agent starting'));
    await ask(PROGRAMS.go, agent, 'event', '-coalesce=false', 'watched', 'payload');
    await ask(PROGRAMS.go, agent, 'query', '-timeout=500ms', 'watched', 'payload');
    await until('the event', () => output.includes('Received event: user-event: watched'));
    await until('the query', () => output.includes('Received event: query: watched'));
    await until('records', () => hasShown('user') && hasShown('query'));
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

async function watching({ theirs, ours, trial }) {
  assert.deepEqual(watchedView(await watched(ours)), watchedView(await watched(theirs)));
  trial.note('monitor -log-level=debug (past and live lines, event and query records)');
}

async function removing(agents) {
  const { theirs, ours, trial } = agents;
  const flags = [`-join=${ours.gossip}`, `-encrypt=${NEXT_KEY}`];
  const third = startAgent({ kind: 'go', name: 'cmd-xx', host: '127.0.2.23', flags }, trial);
  try {
    await until('third is alive', async () => (await ours.statusOf('cmd-xx')) === 'alive');
    await third.kill();
    for (const agent of [theirs, ours]) {
      await until('third failed', async () => (await agent.statusOf('cmd-xx')) === 'failed');
    }
    await compare(agents, ['members', '-status=failed']);
    assert.deepEqual(await ask(PROGRAMS.go, ours, 'force-leave', 'cmd-xx'), { code: 0, text: '' });
    for (const agent of [theirs, ours]) {
      await until('third left', async () => (await agent.statusOf('cmd-xx')) === 'left');
    }
    trial.note('force-leave of a failed member, asked of our agent (left at both)');
    await compare(agents, ['members', '-detailed', '-status=left']);
    assert.deepEqual(await ask(PROGRAMS.go, ours, 'force-leave', '-prune', 'cmd-xx'), {
      code: 0,
      text: '',
    });
    for (const agent of [theirs, ours]) {
      await until('third is gone', () => agent.hasForgotten('cmd-xx'));
    }
    trial.note('force-leave -prune, asked of our agent (gone at both)');
  } finally {
    await third.kill();
  }
}

async function leaving({ theirs, ours, trial }) {
  const got = await ask(PROGRAMS.go, ours, 'leave');
  assert.equal(await ours.ended(), 0, 'exit code of our agent');
  await until('left', async () => (await theirs.statusOf('cmd-ts')) === 'left');
  const wanted = await ask(PROGRAMS.go, theirs, 'leave');
  assert.equal(await theirs.ended(), 0, 'exit code of their agent');
  assert.deepEqual(got, wanted);
  trial.note('leave (both agents end with 0; ours is seen as left)');
}

async function compareAll(trial) {
  const { directory } = trial;
  await writeFile(join(directory, 'auth.json'), JSON.stringify({ rpc_auth: AUTH_KEY }));
  const theirs = startAgent({ kind: 'go', name: 'cmd-go', host: '127.0.2.21' }, trial);
  trial.watch(theirs);
  await theirs.ready();
  const flags = [`-join=${theirs.gossip}`];
  const ours = startAgent({ kind: 'ts', name: 'cmd-ts', host: '127.0.2.22', flags }, trial);
  trial.watch(theirs, ours);
  const agents = { theirs, ours, trial };
  await ours.ready();
  for (const agent of [theirs, ours]) {
    await until('both alive', async () => {
      const { text } = await ask(PROGRAMS.go, agent, 'members', '-status=alive');
      return text.trim().split('\n').length === 2;
    });
    await until('coordinates', async () => {
      return (await ask(PROGRAMS.go, agent, 'rtt', 'cmd-go', 'cmd-ts')).code === 0;
    });
  }
  await reading(agents);
  await telling(agents);
  await changing(agents);
  await watching(agents);
  await removing(agents);
  await leaving(agents);
}

await tryAgainstSerf({ limitMs: LIMIT_MS, action: compareAll });
