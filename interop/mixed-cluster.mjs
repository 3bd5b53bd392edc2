// Five real agents of Serf and five of ours in one encrypted cluster, driven by the real `serf` command.
// Run after `npm run build`:
//   node interop/mixed-cluster.mjs
// After every step all agents must report the same members and have run their event scripts for the
// same events. Prints what was checked; ends with 1 when something does not hold, and says SKIPPED where
// there is no `serf` or no /proc (by which a connection is known to be that of an agent).
import { existsSync } from 'node:fs';
import { Cluster } from './mixed-cluster/cluster.mjs';
import { tell } from './mixed-cluster/event-steps.mjs';
import { rotateKeys } from './mixed-cluster/key-steps.mjs';
import { changeTags, crash, form, leave, remove } from './mixed-cluster/member-steps.mjs';
import { Monitors } from './mixed-cluster/monitors.mjs';
import { partAndHeal } from './mixed-cluster/partition-steps.mjs';
import { ask } from './mixed-cluster/query-steps.mjs';
import { tryAgainstSerf } from './serf-processes.mjs';

/** It takes a minute or so, most of it until the dead are noticed; on a busy machine a multiple of that. */
const LIMIT_MS = 300_000;
const KEYS = ['0123456789abcdef', 'fedcba9876543210', '0123456789abcdefghijklmnopqrstuv'].map(
  (text) => Buffer.from(text).toString('base64'),
);

async function compareAll(trial) {
  const cluster = await Cluster.open(trial, KEYS.slice(0, 1));
  await form(cluster);
  const monitors = new Monitors(cluster.pick('go-1', 'ts-1'));
  await changeTags(cluster);
  await tell(cluster);
  await ask(cluster);
  await rotateKeys(cluster, KEYS);
  await leave(cluster);
  await crash(cluster);
  await partAndHeal(cluster);
  await remove(cluster);
  await cluster.check('monitors of one of each kind have shown the same', async () => {
    await monitors.agree(cluster.optional);
  });
}

if (existsSync('/proc/net/tcp')) {
  await tryAgainstSerf({ limitMs: LIMIT_MS, action: compareAll });
} else {
  console.log('SKIPPED: no /proc/net/tcp on this machine');
}
