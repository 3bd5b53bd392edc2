import { createAreaTransport } from '@konsul/area-transport';
import { createConnectionPool, createPortListener } from '@konsul/rpc';
import { createSwim } from '@konsul/swim';

/** A server of one datacenter, and its member in the area that it shares with another. */
async function startServer(name: string, datacenter: string, peerDatacenter: string) {
  const identity = { datacenter, nodeName: name };
  const listener = createPortListener({ host: '127.0.0.1', port: 0, identity });
  const endpoint = await listener.listen();
  const pool = createConnectionPool({ identity });
  const area = { datacenter, peerDatacenter };
  const transport = createAreaTransport({ area, pool, listener });
  const member = createSwim({ name: `${name}.${datacenter}`, transport, bind: endpoint });
  await member.start();
  const stop = async (): Promise<void> => {
    await member.stop();
    await pool.close();
    await listener.close();
  };
  return { member, endpoint, stop };
}

const alpha = await startServer('alpha', 'dc1', 'dc2');
const beta = await startServer('beta', 'dc2', 'dc1');

// All of it runs over the two server ports: no UDP, no port of its own.
const { host, port } = beta.endpoint;
await alpha.member.join([`beta.dc2/${host}:${port}`]);
const names = alpha.member.members().map(({ name }) => name);
console.log(names.sort().join(' and '));
if (names.length !== 2) throw new Error('both servers must be members of the area');

await alpha.stop();
await beta.stop();
