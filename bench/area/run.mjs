// Kept connections against a connection for every message, on the server port; see ../README.md.
import { JsonLinesProcess } from '../harness/json-lines-process.mjs';
import { readOptions } from '../harness/options.mjs';
import { nodeCommand } from '../harness/paths.mjs';
import { compare } from '../harness/series.mjs';
import { createCertificates } from './certificates.mjs';

const options = readOptions({ runs: 3, secs: 1, inflight: 32, bytes: 256 });
const certificates = await createCertificates(['dc1', 'dc2']);
const command = nodeCommand('area-node.mjs', import.meta.url);

/** Messages each operation makes: a packet and its echo, or a request and its answer. */
const MESSAGES_PER_OPERATION = 2;

async function measurePair({ isPooling, material, what }) {
  const start = (datacenter, peerDatacenter, role) =>
    new JsonLinesProcess(command, {
      datacenter,
      peerDatacenter,
      role,
      isPooling,
      material: material?.[datacenter],
    });
  const client = start('dc1', 'dc2', 'client');
  const server = start('dc2', 'dc1', 'server');
  try {
    const { endpoint } = await server.find(({ ev }) => ev === 'up');
    await client.find(({ ev }) => ev === 'up');
    return await loadServer({ client, server, peer: endpoint, what });
  } finally {
    await Promise.all([client.stop(), server.stop()]);
  }
}

async function loadServer({ client, server, peer, what }) {
  const { inflight: conc, secs, bytes: size } = options;
  const load = (forS) => client.ask({ cmd: 'load', what, peer, conc, secs: forS, size });
  const cpuS = async () => {
    const answers = await Promise.all([client, server].map((side) => side.ask({ cmd: 'cpu' })));
    return answers.reduce((sum, { cpu }) => sum + cpu, 0);
  };
  await load(0.3);
  const beforeS = await cpuS();
  const { count, rate, p50, p99, errs } = await load(secs);
  const messageCount = count * MESSAGES_PER_OPERATION;
  return {
    'messages/s': rate * MESSAGES_PER_OPERATION,
    'round trip p50 ms': p50,
    'p99 ms': p99,
    'CPU us/message': (((await cpuS()) - beforeS) * 1e6) / messageCount,
    lost: errs,
  };
}

async function measure(isPooling) {
  const cases = {};
  for (const [wire, material] of [
    ['plain', undefined],
    ['TLS', certificates],
  ]) {
    if (wire === 'TLS' && material === undefined) continue;
    for (const what of ['packets', 'calls']) {
      cases[`${what}, ${wire}`] = await measurePair({ isPooling, material, what });
    }
  }
  return cases;
}

await compare({
  bench: 'area',
  runCount: options.runs,
  sides: { pooled: () => measure(true), 'per message': () => measure(false) },
  settings: { inflight: options.inflight, bytes: options.bytes },
});
