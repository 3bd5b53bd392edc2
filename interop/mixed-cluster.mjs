// Five real agents of Serf and five of ours in one encrypted cluster, driven by the real `serf` command.
// Run after `npm run build`:
//   node interop/mixed-cluster.mjs
// After every step all agents must report the same members and have run their event scripts for the
// same events. Prints what was checked; ends with 1 when something does not hold, and says SKIPPED where
// there is no `serf` or no /proc (by which a connection is known to be that of an agent).
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, run } from './mixed-cluster/children.mjs';
import { Cluster } from './mixed-cluster/cluster.mjs';
import { tell } from './mixed-cluster/event-steps.mjs';
import { rotateKeys } from './mixed-cluster/key-steps.mjs';
import { changeTags, crash, form, leave, remove } from './mixed-cluster/member-steps.mjs';
import { Monitors } from './mixed-cluster/monitors.mjs';
import { partAndHeal } from './mixed-cluster/partition-steps.mjs';
import { ask } from './mixed-cluster/query-steps.mjs';

/** It takes a minute or so, most of it until the dead are noticed. */
const TOTAL_MS_MAX = 120_000;
const KEYS = ['0123456789abcdef', 'fedcba9876543210', '0123456789abcdefghijklmnopqrstuv'].map(
  (text) => Buffer.from(text).toString('base64'),
);

async function compareAll(cluster) {
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
    await monitors.agree();
  });
}

const { code, stdout } = await run('serf', ['version']);
if (code !== 0) {
  console.log('SKIPPED: no serf on this machine (Debian: apt-get install serf)');
} else if (!existsSync('/proc/net/tcp')) {
  console.log('SKIPPED: no /proc/net/tcp on this machine');
} else {
  const directory = await mkdtemp(join(tmpdir(), 'konsul-interop-'));
  // Whatever ends this process, it ends those that it started first, and leaves no files.
  process.once('exit', () => {
    endAll();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(130));
  setTimeout(() => {
    console.error(`NOT OK: not done within ${TOTAL_MS_MAX / 1000} s`);
    process.exit(1);
  }, TOTAL_MS_MAX).unref();
  const cluster = await Cluster.open({ directory, keys: KEYS.slice(0, 1) });
  const startMs = Date.now();
  try {
    await compareAll(cluster);
    const seconds = ((Date.now() - startMs) / 1000).toFixed(0);
    console.log(
      `${cluster.checkCount} checks of 5 agents with 5 of serf ${stdout.split('\n')[0]}, all ten ` +
        `the same, in ${seconds} s`,
    );
  } catch (error) {
    for (const { name, output } of cluster.agents) {
      console.error(`--- ${name}\n${output.split('\n').slice(-30).join('\n')}`);
    }
    console.error(`NOT OK after ${cluster.checkCount} checks:`, error);
    process.exitCode = 1;
  }
  process.exit();
}
