// The key-value store of three servers over HTTP; see ../README.md.
import { runLoad } from '../harness/load.mjs';
import { readOptions } from '../harness/options.mjs';
import { withDirectory } from '../harness/paths.mjs';
import { compare, sidesWithPeer } from '../harness/series.mjs';
import { ownAgentCommand, withCluster } from './agent-cluster.mjs';
import { HttpConnection } from './http-connection.mjs';

const options = readOptions({
  runs: 3,
  secs: 2,
  connections: [1, 64],
  keys: 1_000,
  bytes: 256,
  port: 27_300,
});

const value = Buffer.alloc(options.bytes, 'x');
/** A step that has no divisor in common with the number of keys visits all of them in turn. */
const KEY_STEP = 7;
let keyNumber = 0;
/** What runs unmeasured first: code that has just been started is not what is measured. */
const WARM_UP_MS = 500;

function nextPath() {
  keyNumber = (keyNumber + KEY_STEP) % options.keys;
  return `/v1/kv/bench/k${keyNumber}`;
}

const put = (connection) => connection.request('PUT', nextPath(), value);
const get = (query) => (connection) => connection.request('GET', nextPath() + query);

async function loadAgent(cluster, { number, request, connectionCount }) {
  const connections = Array.from(
    { length: connectionCount },
    () => new HttpConnection(cluster.http(number)),
  );
  const operation = async (caller) => {
    const { status } = await request(connections[caller]);
    if (status !== 200) throw new Error(`status ${status}`);
  };
  const load = (durationMs) => runLoad({ operation, callerCount: connectionCount, durationMs });
  await load(WARM_UP_MS);
  const beforeS = cluster.use().cpuS;
  const result = await load(options.secs * 1_000);
  const cpuS = cluster.use().cpuS - beforeS;
  for (const connection of connections) connection.close();
  return {
    'requests/s': result.rate,
    'p50 ms': result.p50,
    'p99 ms': result.p99,
    'server CPU us/request': (cpuS * 1e6) / result.count,
    errors: result.errs,
  };
}

async function measureCluster(cluster) {
  const leader = await cluster.leader(0);
  const follower = cluster.numbers.find((number) => number !== leader);
  for (let i = 0; i < options.keys; i += 64) {
    await writeKeys(cluster, leader, Math.min(64, options.keys - i));
  }
  const kinds = {
    'put, leader': { number: leader, request: put },
    'put, follower': { number: follower, request: put },
    'get, leader': { number: leader, request: get('') },
    'get, follower': { number: follower, request: get('') },
    'get consistent, leader': { number: leader, request: get('?consistent') },
    'get stale, follower': { number: follower, request: get('?stale') },
  };
  const cases = {};
  for (const connectionCount of options.connections) {
    for (const [name, kind] of Object.entries(kinds)) {
      const load = { ...kind, connectionCount };
      cases[`${name}, ${connectionCount}`] = await loadAgent(cluster, load);
    }
  }
  return cases;
}

/** Writes so many of the keys, for reads to find. */
async function writeKeys(cluster, number, count) {
  const connections = Array.from({ length: count }, () => new HttpConnection(cluster.http(number)));
  await Promise.all(connections.map(put));
  for (const connection of connections) connection.close();
}

const measure = (command) =>
  withDirectory((directory) =>
    withCluster({ command, directory, basePort: options.port, size: 3 }, measureCluster),
  );

await compare({
  bench: 'kv',
  runCount: options.runs,
  sides: sidesWithPeer(measure, options.peer, ownAgentCommand()),
  settings: { bytes: options.bytes },
});
