import assert from 'node:assert/strict';
import { untilNothing } from '../serf-processes.mjs';

const ATTEMPT_COUNT_MAX = 3;
/** Who installs, uses and removes: each by both kinds. */
const ROTATIONS = [
  { installs: 'ts-1', uses: 'go-1', removes: 'ts-2' },
  { installs: 'go-2', uses: 'ts-3', removes: 'go-3' },
];

export async function rotateKeys(cluster, keys) {
  for (const [index, { installs, uses, removes }] of ROTATIONS.entries()) {
    const [old, next] = [keys[index], keys[index + 1]];
    const by = `installed by ${installs}, used by ${uses}, old one removed by ${removes}`;
    await cluster.check(`a new key: ${by}`, async () => {
      const [installer, user, remover] = cluster.pick(installs, uses, removes);
      await tellAll(installer, `-install=${next}`);
      await listed(cluster, [old, next]);
      await tellAll(user, `-use=${next}`);
      await kept(cluster, [next, old]);
      const refused = await remover.ask('keys', `-remove=${next}`);
      assert.equal(refused.code, 1, 'the key in use is not removed');
      await tellAll(remover, `-remove=${old}`);
      await listed(cluster, [next]);
      await kept(cluster, [next]);
    });
  }
  await cluster.agree();
  await cluster.hear([]);
}

/** Says it again when it did not reach all: gossip misses a member now and then. */
async function tellAll(agent, flag) {
  for (let attempt = 1; ; attempt += 1) {
    const { code, stdout, stderr } = await agent.ask('keys', flag);
    if (code === 0) return stdout;
    const said = `${stdout}${stderr}`;
    const isMissed = /\d+\/\d+ nodes reported success/.test(said);
    if (!isMissed || attempt === ATTEMPT_COUNT_MAX) assert.fail(`${agent.name}: ${flag}: ${said}`);
  }
}

/** Both kinds must list these keys, on everybody. */
async function listed(cluster, keys) {
  const count = cluster.live.length;
  for (const agent of cluster.pick('go-1', 'ts-1')) {
    const text = await tellAll(agent, '-list');
    const lines = [...text.matchAll(/^\s*(\S+)\s+\[(\d+)\/(\d+)\]\s*$/gm)];
    assert.deepEqual(
      lines.map(([, ...fields]) => fields.join(' ')).sort(),
      keys.map((key) => `${key} ${count} ${count}`).sort(),
      `keys listed by ${agent.name}: ${text}`,
    );
  }
}

/** Everybody keeps these keys for the next start, the one in use first. */
async function kept(cluster, keys) {
  await untilNothing('keyring files', async () => {
    const found = await Promise.all(cluster.live.map((agent) => agent.keys().catch(() => [])));
    const index = found.findIndex((list) => list.join() !== keys.join());
    return index === -1 ? undefined : `${cluster.live[index]?.name} keeps ${found[index]}`;
  });
}
