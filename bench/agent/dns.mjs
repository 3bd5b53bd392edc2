// DNS queries per second that one agent answers over UDP; see ../README.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { runLoad } from '../harness/load.mjs';
import { readOptions } from '../harness/options.mjs';
import { withDirectory } from '../harness/paths.mjs';
import { compare, sidesWithPeer } from '../harness/series.mjs';
import { ownAgentCommand, withCluster } from './agent-cluster.mjs';
import { DnsClient, encodeQuery } from './dns-client.mjs';
import { requestJson } from './http-connection.mjs';

const options = readOptions({ runs: 3, secs: 2, inflight: [1, 100], sockets: 4, port: 27_400 });

const INSTANCE_COUNT = 3;
const READY_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 200;
/** What runs unmeasured first: code that has just been started is not what is measured. */
const WARM_UP_MS = 500;

const questions = {
  'service A': encodeQuery('web.service.consul', 'A'),
  'service SRV': encodeQuery('web.service.consul', 'SRV'),
  'node A': encodeQuery('server-0.node.consul', 'A'),
};

async function registerService(endpoint) {
  for (let i = 1; i <= INSTANCE_COUNT; i += 1) {
    const service = { Name: 'web', ID: `web${i}`, Port: 8_080, Address: `10.0.0.${i}` };
    const path = '/v1/agent/service/register';
    await requestJson(endpoint, 'PUT', path, JSON.stringify(service));
  }
}

/** Resolves when the service is in the catalogue. */
async function answered(client) {
  const endAtMs = performance.now() + READY_TIMEOUT_MS;
  const count = () => client.ask(questions['service A']).catch(() => 0);
  while ((await count()) < INSTANCE_COUNT) {
    if (performance.now() > endAtMs) throw new Error('the service is not found by DNS');
    await sleep(POLL_INTERVAL_MS);
  }
}

async function measureCluster(cluster) {
  await registerService(cluster.http(0));
  const clients = Array.from({ length: options.sockets }, () => new DnsClient());
  for (const client of clients) await client.connect(cluster.dns(0));
  const clientOf = (caller) => /** @type {DnsClient} */ (clients[caller % clients.length]);
  await answered(clientOf(0));
  const cases = {};
  for (const inflight of options.inflight) {
    for (const [name, query] of Object.entries(questions)) {
      const operation = (caller) => clientOf(caller).ask(query);
      const load = (durationMs) => runLoad({ operation, callerCount: inflight, durationMs });
      await load(WARM_UP_MS);
      const beforeS = cluster.use().cpuS;
      const result = await load(options.secs * 1_000);
      cases[`${name}, ${inflight} in flight`] = {
        'queries/s': result.rate,
        'p50 ms': result.p50,
        'p99 ms': result.p99,
        'server CPU us/query': ((cluster.use().cpuS - beforeS) * 1e6) / result.count,
        lost: result.errs,
      };
    }
  }
  for (const client of clients) client.close();
  return cases;
}

const measure = (command) =>
  withDirectory((directory) =>
    withCluster({ command, directory, basePort: options.port, size: 1 }, measureCluster),
  );

await compare({
  bench: 'dns',
  runCount: options.runs,
  sides: sidesWithPeer(measure, options.peer, ownAgentCommand()),
  settings: { instances: INSTANCE_COUNT },
});
