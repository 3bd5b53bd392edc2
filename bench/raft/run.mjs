// Committed entries per second of three servers on TCP loopback; see ../README.md.
import { JsonLinesProcess } from '../harness/json-lines-process.mjs';
import { readOptions } from '../harness/options.mjs';
import { nodeCommand, withDirectory } from '../harness/paths.mjs';
import { compare, sidesWithPeer } from '../harness/series.mjs';

const options = readOptions({
  runs: 3,
  secs: 2,
  callers: [1, 16, 64, 256],
  bytes: 256,
  store: ['disk', 'mem'],
  port: 24_100,
});

/** One group of servers, started, loaded at every level, and stopped. */
function measureStore(command, store) {
  return withDirectory(async (directory) => {
    const addrs = [0, 1, 2].map((id) => `127.0.0.1:${options.port + id}`);
    const servers = addrs.map(
      (_, id) => new JsonLinesProcess(command, { id, addrs, dir: `${directory}/${id}`, store }),
    );
    try {
      return await loadLeader(servers, store);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
}

async function loadLeader(servers, store) {
  const isElected = ({ ev, is }) => ev === 'leader' && is;
  const leader = await Promise.any(
    servers.map((server) => server.find(isElected, 20_000).then(() => server)),
  );
  const load = (conc, secs) =>
    leader.ask({ cmd: 'load', conc, secs, size: options.bytes }, { timeoutMs: secs * 1_000 + 2e4 });
  await load(64, 1);
  const cases = {};
  for (const callers of options.callers) {
    const beforeS = await cpuOf(servers);
    const { rate, p50, p99, errs } = await load(callers, options.secs);
    const cpuS = (await cpuOf(servers)) - beforeS;
    const cpuUsPerEntry = (cpuS * 1e6) / (rate * options.secs);
    cases[`${store}, ${callers} callers`] = {
      'entries/s': rate,
      'p50 ms': p50,
      'p99 ms': p99,
      'CPU us/entry': cpuUsPerEntry,
      errors: errs,
    };
  }
  return cases;
}

async function cpuOf(servers) {
  const answers = await Promise.all(servers.map((server) => server.ask({ cmd: 'cpu' })));
  return answers.reduce((sum, { cpu }) => sum + cpu, 0);
}

const measure = async (command) =>
  Object.assign({}, ...(await inTurn(options.store, (store) => measureStore(command, store))));

async function inTurn(items, use) {
  const results = [];
  for (const item of items) results.push(await use(item));
  return results;
}

await compare({
  bench: 'raft',
  runCount: options.runs,
  sides: sidesWithPeer(measure, options.peer, nodeCommand('raft-node.mjs', import.meta.url)),
  settings: { bytes: options.bytes, secs: options.secs },
});
