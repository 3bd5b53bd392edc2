import {
  createConnectionPool,
  createPortListener,
  createRpcServer,
  methodError,
  RpcError,
  type RpcHandler,
} from '@konsul/rpc';

const methods = new Map<string, RpcHandler>();
methods.set('greet', async ({ peer }, body) =>
  Buffer.from(`hello ${Buffer.from(body)} of ${peer.nodeName}`),
);
methods.set('count', async function* (_, body) {
  for (let n = 1; n <= Number(`${Buffer.from(body)}`); n += 1) yield Buffer.from(`${n}`);
});
methods.set('write', async () => {
  throw methodError('NO_LEADER', 'No cluster leader', { isNotRun: true });
});

// One port for every protocol between servers; calls are one of them.
const alpha = { datacenter: 'dc1', nodeName: 'alpha' };
const listener = createPortListener({ host: '127.0.0.1', port: 0, identity: alpha });
const server = createRpcServer({ methods });
listener.handle({ protocol: 'rpc' }, server.accept);
const peer = await listener.listen();

// One kept connection per peer; callers who come together share its dial.
const pool = createConnectionPool({ identity: { datacenter: 'dc1', nodeName: 'beta' } });
console.log(`${Buffer.from(await pool.call(peer, 'greet', Buffer.from('world')))}`);

let last = '';
for await (const body of pool.callStreaming(peer, 'count', Buffer.from('1000')))
  last = `${Buffer.from(body)}`;
if (last !== '1000') throw new Error(`the stream ended at ${last}`);

try {
  await pool.call(peer, 'write', Buffer.from('x'));
} catch (error) {
  if (!(error instanceof RpcError) || error.mayHaveRun) throw error;
  console.log(`${error.detail}: it has not run, so it may be repeated`);
}

await pool.close();
await listener.close();
