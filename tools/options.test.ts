import { expect, test } from 'vitest';
import { readText } from './checkout.js';

/** Where the options of the packages stand. */
const OPTIONS: readonly (readonly [owner: string, path: string, name: string])[] = [
  ['swim', 'core/config.ts', 'SwimConfig'],
  ['swim', 'swim.ts', 'SwimOptions'],
  ['serf', 'core/config.ts', 'SerfConfig'],
  ['serf', 'serf.ts', 'SerfOptions'],
  ['raft', 'core/core-config.ts', 'RaftCoreConfig'],
  ['raft', 'config.ts', 'RaftConfig'],
  ['rpc', 'node/port-listener.ts', 'PortListenerOptions'],
  ['rpc', 'node/pool-options.ts', 'PoolOptions'],
  ['rpc', 'node/rpc-server.ts', 'RpcServerOptions'],
  ['rpc', 'identity.ts', 'IdentityOptions'],
  ['area-transport', 'config.ts', 'AreaTransportTuning'],
  ['area-transport', 'node/area-transport.ts', 'AreaTransportOptions'],
  ['federation-router', 'config.ts', 'RouterConfig'],
  ['federation-router', 'node/federation-router.ts', 'FederationRouterOptions'],
];

/** What every package takes from its host, explained at the types themselves. */
const HOST = new Set(['clock', 'rng', 'logger', 'metrics']);

/** Fields of an interface, with whether a comment stands in front of each. */
function fieldsOf(
  owner: string,
  path: string,
  name: string,
): { key: string; isExplained: boolean }[] {
  const source = readText(`packages/${owner}/src/${path}`);
  const body = new RegExp(`export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(source);
  const fields = [...(body?.[1] ?? '').matchAll(/( \*\/\n)? {2}readonly (\w+)\??:/g)];
  return fields.map(([, comment, key = '']) => ({ key, isExplained: comment !== undefined }));
}

test.each(OPTIONS)('%s explains every option of %s, %s, where it stands', (owner, path, name) => {
  const fields = fieldsOf(owner, path, name).filter(({ key }) => !HOST.has(key));
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter(({ isExplained }) => !isExplained).map(({ key }) => key)).toEqual([]);
});

// Raft's README shows the settings that matter and leaves the rest to the interface.
test.each(OPTIONS.filter(([, , name]) => name !== 'RaftCoreConfig'))(
  '%s shows every option of %s, %s, in its README',
  (owner, path, name) => {
    const readme = readText(`packages/${owner}/README.md`);
    const keys = fieldsOf(owner, path, name).map(({ key }) => key);
    expect(keys.filter((key) => !HOST.has(key) && !readme.includes(key))).toEqual([]);
  },
);
