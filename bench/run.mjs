// Runs one bench by name with the rest of the command line; see README.md.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const benches = {
  raft: 'raft/run.mjs',
  'raft-failover': 'raft/failover.mjs',
  'raft-memory': 'raft/memory.mjs',
  swim: 'swim/run.mjs',
  area: 'area/run.mjs',
  kv: 'agent/kv.mjs',
  dns: 'agent/dns.mjs',
  failover: 'agent/failover.mjs',
};

const [name = ''] = process.argv.splice(2, 1);
const file = benches[name];
const isBuilt = existsSync(fileURLToPath(import.meta.resolve('@konsul/raft')));
if (file === undefined || !isBuilt) {
  console.error(
    isBuilt
      ? `there is no bench "${name}"; there are ${Object.keys(benches).join(', ')}`
      : 'the packages are not built; run `npm run build` first',
  );
  process.exit(1);
}
await import(new URL(file, import.meta.url).href);
