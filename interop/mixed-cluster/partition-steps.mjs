import { memberEvent } from './cluster.mjs';

const HALF = ['go-1', 'go-2', 'go-3', 'ts-1', 'ts-2'];

/** Parts the cluster in two halves of both kinds, changes either, and lets them meet again. */
export async function partAndHeal(cluster) {
  const one = cluster.pick(...HALF);
  const other = cluster.agents.filter((agent) => !one.includes(agent));
  const halves = [
    { half: one, rest: other, changed: cluster.pick('ts-1')[0], teller: cluster.pick('go-1')[0] },
    { half: other, rest: one, changed: cluster.pick('go-5')[0], teller: cluster.pick('ts-5')[0] },
  ];
  await cluster.check('parted halves see each other fail', async () => {
    cluster.proxy.part((from, to) => one.includes(from) && other.includes(to));
    for (const { half, rest } of halves) {
      await cluster.agree(half, (agent) => (rest.includes(agent) ? 'failed' : 'alive'));
      await cluster.hear(
        rest.map((agent) => memberEvent('member-failed', agent)),
        half,
      );
    }
  });
  await cluster.check('each half goes on by itself', async () => {
    for (const { half, changed, teller } of halves) {
      await changed.tell('tags', '-set', 'parted=yes');
      changed.tags = { ...changed.tags, parted: 'yes' };
      await teller.tell('event', '-coalesce=false', 'parted', teller.name);
      await cluster.hear(
        [`user parted ${teller.name}`, memberEvent('member-update', changed)],
        half,
      );
    }
  });
  await cluster.check('healed, all see all again, and hear what was told meanwhile', async () => {
    cluster.proxy.heal();
    await cluster.agree();
    // Old events come with exchanges of states, which are rare; these ask for one.
    for (const { rest, teller } of halves) {
      await Promise.all(rest.map((agent) => agent.tell('join', '-replay', teller.address)));
    }
    for (const { half, rest, teller } of halves) {
      const told = `user parted ${teller.name}`;
      await cluster.hear([told, ...half.map((agent) => memberEvent('member-join', agent))], rest);
    }
  });
}
