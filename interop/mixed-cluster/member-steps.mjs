import assert from 'node:assert/strict';
import { memberEvent } from './cluster.mjs';

/** Who is asked to join whom: either kind joins either, until all hang together. */
const JOINS = [
  ['go-1', 'ts-1'],
  ['go-2', 'ts-1', 'ts-2'],
  ['ts-2', 'go-3'],
  ['ts-3', 'go-3', 'go-4'],
  ['go-5', 'ts-4'],
  ['ts-5', 'go-5'],
  ['ts-4', 'go-4'],
];

const ATTEMPT_COUNT_MAX = 5;
const PRUNE_WAIT_MS = 6_000;
const LEAVING_WAIT_MS = 8_000;

const joined = (agent) => memberEvent('member-join', agent);

export async function form(cluster) {
  const { agents } = cluster;
  for (const agent of agents) agent.start();
  await cluster.answering(agents);
  await cluster.check('real agents join ours and ours join real ones', async () => {
    for (const [asked, ...others] of JOINS) {
      const [agent] = cluster.pick(asked);
      const peers = cluster.pick(...others).map(({ address }) => address);
      const text = await agent.tell('join', ...peers);
      assert.match(text, new RegExp(`contacting ${peers.length} nodes`));
    }
    await cluster.agree();
    await cluster.hear(agents.map(joined));
  });
}

export async function changeTags(cluster) {
  const changed = cluster.pick('go-2', 'ts-2');
  await cluster.check('tags set and deleted on either kind', async () => {
    for (const agent of changed) {
      await agent.tell('tags', '-set', 'build=7', '-set', 'note=a b', '-delete', 'role');
      agent.tags = { kind: agent.kind, build: '7', note: 'a b' };
    }
    await cluster.agree();
    await cluster.hear(changed.map((agent) => memberEvent('member-update', agent)));
  });
}

export async function leave(cluster) {
  const leaving = cluster.pick('go-5', 'ts-5');
  await cluster.check('one of each kind leaves', async () => {
    await Promise.all(leaving.map((agent) => agent.tell('leave')));
    for (const agent of leaving) {
      assert.equal(await agent.ended(), 0, `exit code of ${agent.name}`);
      agent.status = 'left';
    }
    await cluster.agree();
    await cluster.hear(leaving.map((agent) => memberEvent('member-leave', agent)));
  });
  await cluster.check('they come back by their snapshots, with -rejoin', async () => {
    await cluster.forget(leaving);
    for (const agent of leaving) agent.start('-rejoin');
    await cluster.answering(leaving);
    await cluster.agree(cluster.live.filter(({ kind }) => kind === 'ts'));
    await endLeaving(cluster, leaving);
    await comeBack(cluster, leaving);
  });
}

/**
 * A real agent may hold a member that came back for leaving, when it hears of its departure from another
 * that has not yet seen it back (hashicorp/serf#662); what it holds is then newer than the member's word,
 * and stays. What it does promise is to believe a word that is newer still: such a member joins that very
 * agent, by which it learns how new that word must be. Ours have come to see all alive without.
 */
async function endLeaving(cluster, back) {
  const real = cluster.live.filter(({ kind }) => kind === 'go');
  for (let attempt = 1; attempt < ATTEMPT_COUNT_MAX; attempt += 1) {
    try {
      await cluster.agree(real, undefined, LEAVING_WAIT_MS);
      return;
    } catch {
      await Promise.all(real.map((viewer) => joinIfLeaving(viewer, back)));
    }
  }
  await cluster.agree(real);
}

async function joinIfLeaving(viewer, back) {
  const members = (await viewer.members()) ?? [];
  const held = back.filter((agent) => {
    return members.some(({ name, status }) => name === agent.name && status === 'leaving');
  });
  for (const agent of held) await agent.tell('join', viewer.address);
}

export async function crash(cluster) {
  const killed = cluster.pick('go-4', 'ts-4');
  await cluster.check('one of each kind is killed', async () => {
    await fail(cluster, killed);
  });
  await cluster.check('they come back by their snapshots and new keys, without -join', async () => {
    await cluster.forget(killed);
    for (const agent of killed) agent.start();
    await comeBack(cluster, killed);
  });
}

export async function remove(cluster) {
  const { agents } = cluster;
  const forced = cluster.pick('go-3', 'ts-3');
  const pruned = cluster.pick('go-2', 'ts-2');
  await cluster.check('two more of each kind are killed', async () => {
    await fail(cluster, [...forced, ...pruned]);
  });
  await cluster.check('force-leave of a failed member of either kind, by the other', async () => {
    await askOthers(cluster, forced, 'left', ['force-leave']);
    await cluster.agree();
    await cluster.hear(forced.map((agent) => memberEvent('member-leave', agent)));
  });
  await cluster.check('force-leave -prune of a failed member of either kind', async () => {
    await prune(cluster, pruned);
    await cluster.hear(pruned.map((agent) => memberEvent('member-reap', agent)));
  });
  await cluster.check('force-leave -prune of a left member of either kind', async () => {
    await prune(cluster, forced);
    await cluster.hear(forced.map((agent) => memberEvent('member-reap', agent)));
  });
  assert.equal(agents.filter(({ status }) => status === 'alive').length, 6);
}

async function fail(cluster, agents) {
  await Promise.all(agents.map((agent) => agent.kill()));
  await cluster.agree();
  await cluster.hear(agents.map((agent) => memberEvent('member-failed', agent)));
}

/** Those that were away hear of everybody, the others of them alone. */
async function comeBack(cluster, back) {
  await cluster.answering(back);
  await cluster.agree();
  await cluster.hear(cluster.live.map(joined), back);
  const others = cluster.live.filter((agent) => !back.includes(agent));
  await cluster.hear(back.map(joined), others);
}

/**
 * Gossip of real agents may miss a member, and a prune is told by nothing else; and a real agent takes a
 * leave for newer each time that another lists it, so that a prune can count as old with it, as in
 * hashicorp/serf#662. Then it is asked for again, which has a newer time.
 */
async function prune(cluster, removed) {
  for (let attempt = 1; ; attempt += 1) {
    await askOthers(cluster, removed, 'gone', ['force-leave', '-prune']);
    try {
      await cluster.agree(cluster.live, undefined, PRUNE_WAIT_MS);
      return;
    } catch (error) {
      if (attempt === ATTEMPT_COUNT_MAX) throw error;
    }
  }
}

/** Has a real agent removed by one of ours, and the other way round. */
async function askOthers(cluster, removed, status, [verb, ...words]) {
  const [go, ts] = cluster.pick('go-1', 'ts-1');
  for (const agent of removed) {
    await (agent.kind === 'go' ? ts : go).tell(verb, ...words, agent.name);
    agent.status = status;
  }
}
